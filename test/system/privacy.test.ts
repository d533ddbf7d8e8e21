// Canaries (R24): after a whole story everything that lies on the disk or went over a line is searched for them, byte
// by byte: databases, write-ahead logs, process logs, mails, answers. Found nowhere but where they are sealed.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { everyTableAsText } from '../records/everyTable';
import { ADDRESSES, canaries, CANARY_NAMES, type CanaryName } from './privacy/canaries';
import { filesBelow, foundInFiles, isIn } from './privacy/search';
import { tellStory } from './privacy/story';
import { plantInTemporal } from './privacy/planted';
import { TEMPORALS_DATA } from './parts';
import { openEngine, type RealEngine } from './realEngine';
import { untilTrue } from './until';

/** The routes whose business it is to show some of it, to those who may see it. */
const SHOWN_BY: readonly RegExp[] = [/\/particulars/, /\/chronology/, /^\/agencies/];

let engine: RealEngine;
let reference: CaseReference;
beforeAll(async () => {
  engine = await openEngine({ logLevel: 'trace', watched: true });
  reference = (await tellStory(engine)) as CaseReference;
  await untilTrue('every mail has gone', 120_000, async () => {
    return (await engine.records.notices.waiting(reference)).length === 0;
  });
  for (const path of ['', '/timetable', '/notices', '/particulars', '/chronology'])
    await engine.caller.read(`/cases/${reference}${path}`);
  await engine.caller.ask({ path: `/cases/${reference}/timetable.txt` });
  for (const path of ['/cases', '/agencies', '/healthz']) await engine.caller.read(path);
  // Whatever it says: on the server as it is deployed no poll may have been counted yet where it is asked.
  await engine.caller.ask({ path: '/readyz' });
}, 240_000);
afterAll(() => engine.close(), 60_000);

const words: Readonly<Record<string, string>> = canaries;
const foundIn = (bytes: Buffer | string, names: readonly CanaryName[] = CANARY_NAMES): readonly string[] => {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return names.filter((name) => isIn(all, canaries[name]));
};
const below = (...folders: string[]): readonly string[] =>
  filesBelow(engine.folder).filter((file) =>
    folders.some((folder) => relative(engine.folder, file).startsWith(folder)),
  );

describe('the search', () => {
  it('finds what is there, in every place that is searched', async () => {
    // The reference is no secret: wherever a story leaves its traces, it stands.
    const places = {
      Temporal: [TEMPORALS_DATA],
      PostgreSQL: ['postgres'],
      logs: ['logs'],
      mails: ['mailbox'],
    };
    for (const [place, folders] of Object.entries(places))
      expect([place, foundInFiles(below(...folders), { reference }).length > 0]).toEqual([place, true]);
    expect(isIn(Buffer.from(await everyTableAsText(engine.database)), reference)).toBe(true);
  });

  it('finds a word that an unencrypted workflow has left in Temporal', async () => {
    const planted = await plantInTemporal(engine.settings.temporalAddress);
    await untilTrue(
      'the planted word is on the disk',
      10_000,
      () => foundInFiles(below(TEMPORALS_DATA), { planted }).length > 0,
    );
  });

  it.each([
    ['as it is', 'utf8'],
    ['in UTF-16', 'utf16le'],
    ['in base64', 'base64'],
    ['in hex', 'hex'],
  ] as const)('finds a word %s', (_how, encoding) => {
    for (const before of ['', ' ', '  ']) {
      const text = `${before}{"name":"${canaries.childName}"}`;
      const bytes =
        encoding === 'utf16le'
          ? Buffer.from(text, encoding)
          : Buffer.from(Buffer.from(text).toString(encoding));
      expect(foundIn(bytes)).toEqual(['childName']);
    }
  });

  it('was told everything: the routes that may show it do, and a mail went where it should', async () => {
    const shown = engine.caller.answers.filter(({ asking }) =>
      SHOWN_BY.some((route) => route.test(asking.path)),
    );
    const text = shown.map(({ answer }) => answer.text).join('\n');
    const never: readonly CanaryName[] = ['refusedField', 'refusedValue', 'refusedPath', 'idempotencyKey'];
    expect(foundIn(text)).toEqual(CANARY_NAMES.filter((name) => !never.includes(name)));
    const recipients = (await engine.mailbox.mails()).flatMap(({ envelope }) => envelope.to);
    expect(recipients).toContain(canaries.contactEmail);
  });
});

describe('R24: no particular and no free text is found', () => {
  it('in what Temporal keeps', () => {
    const files = below(TEMPORALS_DATA);
    expect(files.length).toBeGreaterThan(0);
    expect(foundInFiles(files, words)).toEqual([]);
  });

  it('in any table of PostgreSQL', async () => {
    expect(foundIn(await everyTableAsText(engine.database))).toEqual([]);
  });

  it('in the files of PostgreSQL, its write-ahead log included', () => {
    const files = below('postgres');
    expect(files.length).toBeGreaterThan(100);
    expect(foundInFiles(files, words)).toEqual([]);
  });

  it('in the logs of any process', () => {
    const files = below('logs');
    expect(files).toHaveLength(4);
    expect(foundInFiles(files, words)).toEqual([]);
    expect(readFileSync(join(engine.folder, 'logs', 'api.log'), 'utf8').split('\n').length).toBeGreaterThan(
      30,
    );
  });

  it('in any metric', async () => {
    const { apiMetricsPort, workerMetricsPort, sdkMetricsPort } = engine.settings;
    for (const port of [apiMetricsPort, workerMetricsPort, sdkMetricsPort]) {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(text.split('\n').length).toBeGreaterThan(100);
      expect(foundIn(text)).toEqual([]);
      expect(isIn(Buffer.from(text), reference)).toBe(false);
    }
  });

  it('in any mail, but for the address of the one it goes to', async () => {
    await untilTrue('the mails have come', 30_000, async () => (await engine.mailbox.mails()).length > 2);
    const mails = await engine.mailbox.mails();
    for (const { envelope, to, headers, ...rest } of mails) {
      expect(foundIn(JSON.stringify(rest))).toEqual([]);
      const recipients = [...envelope.to, ...to];
      const others = headers.filter(({ name }) => name !== 'to' && name !== 'x-envelope-to');
      expect(foundIn(JSON.stringify(others))).toEqual([]);
      // One agency's mail shows no address of another.
      const strangers = ADDRESSES.filter((name) => !envelope.to.includes(canaries[name]));
      expect(foundIn(recipients.join(), strangers)).toEqual([]);
    }
    expect(
      foundInFiles(below('mailbox'), words).filter((line) => !line.startsWith('contactEmail in ')),
    ).toEqual([]);
  });

  it('in any other answer, its headers, addresses and ids', () => {
    const { answers } = engine.caller;
    expect(answers.length).toBeGreaterThan(20);
    for (const { asking, answer } of answers) {
      const headers = JSON.stringify([...answer.headers]);
      expect([asking.path, foundIn(headers)]).toEqual([asking.path, []]);
      if (answer.status < 300 && SHOWN_BY.some((route) => route.test(asking.path))) continue;
      // Whoever misspells a field is told which one it was.
      const told =
        answer.status === 400 ? CANARY_NAMES.filter((name) => name !== 'refusedField') : CANARY_NAMES;
      expect([asking.path, foundIn(answer.text, told)]).toEqual([asking.path, []]);
    }
  });
});

describe('the links by which agencies answer', () => {
  it('stand in the mails alone', async () => {
    const links = (await engine.mailbox.mails()).flatMap(({ text }) => [
      ...text.matchAll(/\/answers\/[^/]+\/[^/]+\/(\S+)/g),
    ]);
    const proofs = [...new Set(links.map(([, proof]) => proof ?? ''))];
    expect(proofs.length).toBeGreaterThan(0);
    const files = below(TEMPORALS_DATA, 'postgres', 'logs');
    const named = Object.fromEntries(proofs.map((proof, index) => [`proof ${index}`, proof]));
    expect(foundInFiles(files, named)).toEqual([]);
    const mailed = foundInFiles(below('mailbox'), named);
    expect(proofs.every((_, index) => mailed.some((line) => line.startsWith(`proof ${index} in `)))).toBe(
      true,
    );
  });
});

describe('tokens', () => {
  it('are kept nowhere', () => {
    const tokens = engine.caller.secrets();
    expect(tokens.length).toBeGreaterThan(5);
    const files = filesBelow(engine.folder);
    expect(
      foundInFiles(files, Object.fromEntries(tokens.map((token, index) => [`token ${index}`, token]))),
    ).toEqual([]);
  });
});
