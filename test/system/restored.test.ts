// Everything lost but a backup and the keys, as an operator would mend it. First the records alone, while Temporal's workflows went
// on: what is missing is taken over; and, as every month, a backup is only tried. Then records and Temporal: every case goes on from
// its events, what came due is done once and late, no mail that had gone goes again, and no command has a second effect.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { answersOk } from '../../cli/start/answersOk';
import { passTime } from '../../domain/rapidReview/decide';
import type { CaseReference } from '../../domain/rapidReview/state';
import { instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { messageIdOf } from '../../platform/mail/mailTransport';
import { connect, onDatabase, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { sealOf } from '../../records/eventLog/seal';
import type { RecordedEvent, Records } from '../../records/records';
import type { Answer, Asking } from './caller';
import { commandLine } from './commandLine';
import { TEMPORALS_DATA, type Part } from './parts';
import { openEngine, type RealEngine } from './realEngine';
import { commandAgain } from './restored/commandAgain';
import { emptied } from './restored/emptied';
import { keptByNobody } from './restored/keptByNobody';
import { restoredBeside } from './restored/restoredBeside';
import { untilTrue } from './until';

const SETTLES_MS = 90_000;

let engine: RealEngine;
let database: Database;
let records: Records;
const opened: Database[] = [];
beforeAll(async () => {
  engine = await openEngine();
  lookAt(engine.settings.databaseUrl);
}, 180_000);
afterAll(async () => {
  for (const each of opened) await each.destroy();
  await engine.close();
}, 60_000);

/** The records as they are from now on. */
const lookAt = (url: string): void => {
  database = connect(url, { connections: 3 });
  opened.push(database);
  records = createRecords(database, { master: keyRingOf(engine.settings.masterKeys) });
  engine.parts.env = { ...engine.parts.env, DATABASE_URL: url };
};

const backupFolder = (name: string): string => join(engine.folder, name);

const expectSoundSince = async (backup: string): Promise<void> => {
  const asked = ['--against-temporal', '--projections', '--since', backupFolder(backup)];
  const sound = await commandLine(engine.parts.env, 'verify', ...asked);
  expect([sound.out, sound.status]).toEqual([expect.stringContaining('have every event'), 0]);
};

const referral = (name: string, daysAgo = 0): object => ({
  referrer: {
    name: 'Rowan Ashdown',
    organisation: 'Westmere City Council',
    email: 'referrer@agencies.example',
  },
  nature: 'suspectedAbuseOrNeglect',
  incidentSummary: `What is known of ${name}.`,
  agencies: engine.agencies.slice(0, 2),
  children: [{ name }],
  ...(daysAgo > 0 && { receivedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString() }),
});

interface Done {
  readonly asking: Asking;
  readonly answer: Answer;
}
const done: Done[] = [];

const act = async (path: string, body: object): Promise<{ readonly reference: CaseReference }> => {
  const asking = { method: 'POST', path, body, key: randomUUID() } as const;
  const { answer } = await engine.caller.insist(asking);
  done.push({ asking, answer });
  return JSON.parse(answer.text) as { reference: CaseReference };
};

/** The id of a new agency in the register. */
const registered = async (email: string): Promise<string> => {
  const body = { name: 'Westmere Scouts', kind: 'voluntary', contacts: [{ email }] };
  const asking = { method: 'POST', path: '/agencies', body, key: randomUUID() } as const;
  return (JSON.parse((await engine.caller.insist(asking)).answer.text) as { id: string }).id;
};

const settled = async (...references: readonly CaseReference[]): Promise<void> => {
  for (const reference of references) {
    const { notices, events } = records;
    await untilTrue(`${reference} is recorded, mailed and known`, SETTLES_MS, async () => {
      if ((await events.version(reference)) === 0) return false;
      const [waiting, news] = [await notices.waiting(reference), await notices.reports(reference)];
      return waiting.length + news.length === 0;
    }).catch(async (error: unknown) => {
      const waiting = (await notices.waiting(reference)).map(
        ({ key, lastError }) => `${key} ${lastError ?? ''}`,
      );
      throw new Error(`${waiting.join(', ')} wait; ${engine.parts.complaints()}`, { cause: error });
    });
  }
};

const numbersOf = (events: readonly RecordedEvent[]): readonly number[] => events.map(({ number }) => number);

/** Every mail of these cases, as often as it lies in the mailbox. */
const copiesOf = async (...references: readonly CaseReference[]): Promise<readonly number[]> => {
  const ids = (await Promise.all(references.map((one) => records.notices.ofCase(one))))
    .flat()
    .filter(({ outcome }) => outcome === 'accepted')
    .map(({ key }) => messageIdOf(key, engine.settings.mailDomain));
  const mails = await engine.mailbox.mails();
  return ids.map((id) => mails.filter(({ messageId }) => messageId === id).length);
};

const stop = async (...parts: readonly Part[]): Promise<void> => {
  for (const part of parts) await engine.parts.stop(part);
};
const launch = async (...parts: readonly Part[]): Promise<void> => {
  for (const part of parts) await engine.parts.launch(part);
};

/** The database gone with all that was in it, and a new, empty one. */
const loseRecords = async (): Promise<void> => {
  await database.destroy();
  await emptied(engine.settings.databaseUrl);
  lookAt(engine.settings.databaseUrl);
};

/** Temporal's data too, wherever it is. */
const loseEverything = async (): Promise<void> => {
  const { folder, parts } = engine;
  await database.destroy();
  await stop('PostgreSQL');
  const lost = (name: string): boolean => name === 'postgres' || name.startsWith(TEMPORALS_DATA);
  for (const name of readdirSync(folder).filter(lost)) rmSync(join(folder, name), { recursive: true });
  lookAt(await parts.startPostgres());
};

const ready = (): Promise<void> =>
  untilTrue('ready', SETTLES_MS, () => answersOk(`${engine.caller.url}/readyz`));

let first: CaseReference;
let second: CaseReference;

it('records that are older than the workflows: what is missing is said, taken over, and the cases go on', async () => {
  const { parts } = engine;
  ({ reference: first } = await act('/cases', referral('Kit Farrow')));
  await act(`/cases/${first}/scoping-requests`, {});
  await settled(first);
  const kept = await commandLine(parts.env, 'backup', '--to', backupFolder('older'));
  expect(kept).toMatchObject({ status: 0, out: expect.stringContaining(': 1 case with ') as unknown });
  const inBackup = await records.events.version(first);
  const asked = done.length;

  await act(`/cases/${first}/agencies`, { agency: engine.agencies[2] ?? '' });
  const lost = await registered('lost@agencies.example');
  await act(`/cases/${first}/agencies`, { agency: lost });
  await act(`/cases/${first}/scoping-requests`, {});
  // Of the first days of the year, as the reference after it will be.
  ({ reference: second } = await act('/cases', referral('Wren Farrow', 3)));
  await settled(first, second);
  const before = [await records.events.ofCase(first), await records.events.ofCase(second)] as const;
  expect(before[0].length).toBeGreaterThan(inBackup);

  await stop('API', 'worker');
  await loseRecords();
  // The keys of these requests are lost with the records: a repeat is a new request.
  done.length = asked;
  const restored = await commandLine(parts.env, 'restore', '--from', backupFolder('older'));
  expect(restored).toMatchObject({
    status: 0,
    out: expect.stringContaining('Every chain holds.') as unknown,
  });
  expect(await records.events.version(first)).toBe(inBackup);

  const behind = await commandLine(parts.env, 'verify', '--against-temporal');
  expect(behind.status).toBe(1);
  expect(behind.out).toContain(`${first}: event`);
  expect(behind.out).toContain(`${inBackup + 1} to ${before[0].length} missing`);
  expect(behind.out).toContain(`${second}: the whole case is missing, events 1 to ${before[1].length}`);
  expect(await records.events.version(first)).toBe(inBackup);
  expect(await commandLine(parts.env, 'verify')).toMatchObject({ status: 0 });

  const taken = await commandLine(parts.env, 'verify', '--against-temporal', '--take-over');
  expect(taken).toMatchObject({ status: 0, out: expect.stringContaining('taken over') as unknown });
  expect(taken.out).toContain(`agencies: ${lost}\n`);
  expect(taken.out).toContain('GET /cases/{reference}/particulars says so');
  expect(await records.events.ofCase(first)).toEqual(before[0]);
  expect(await records.events.ofCase(second)).toEqual(before[1]);
  await expectSoundSince('older');

  await launch('worker', 'API');
  await ready();
  const { reference: third } = await act('/cases', referral('Robin Farrow'));
  // The reference of the second was given by records that do not know it any more.
  expect([first, second]).not.toContain(third);
  expect(await registered('stranger@agencies.example')).not.toBe(lost);
  await act(`/cases/${second}/agencies`, { agency: engine.agencies[3] ?? '' });
  await settled(first, second, third);
  expect(numbersOf(await records.events.ofCase(second))).toEqual(
    Array.from({ length: await records.events.version(second) }, (_, index) => index + 1),
  );
}, 240_000);

it('a backup restored beside the database, as every month: its chains hold, and the engine goes on with its own', async () => {
  const { kept, said, url } = await restoredBeside(engine);
  const says = /^Every chain holds\.\nIt was restored beside the database of the engine/m;
  expect(said).toMatchObject({ status: 0, out: expect.stringMatching(says) as unknown });
  const there = await onDatabase(url, sealOf);
  expect(kept.out).toContain(there);
  await act(`/cases/${first}/agencies`, { agency: engine.agencies[3] ?? '' });
  await settled(first);
  expect(await onDatabase(url, sealOf)).toBe(there);
}, 120_000);

it('records and Temporal lost: every case goes on from its events, late acts are done once and late', async () => {
  const { parts, agencies } = engine;
  const alone = await keptByNobody(engine, records, database);
  const { reference: kept } = alone.open;
  const lived = (await records.events.ofCase(first)).length;
  const references = (await records.cases.list({ limit: 50 })).items.map(({ reference }) => reference);
  const copiesBefore = await copiesOf(first, second);
  expect(copiesBefore.length).toBeGreaterThan(2);
  expect((await commandLine(parts.env, 'backup', '--to', backupFolder('last'))).status).toBe(0);

  await stop('API', 'worker', 'Temporal');
  await loseEverything();
  expect(await commandLine(parts.env, 'restore', '--from', backupFolder('last'))).toMatchObject({
    status: 0,
  });
  const away = await commandLine(parts.env, 'restore', '--cases');
  expect([away.status, away.err]).toEqual([1, expect.stringContaining('Temporal does not answer')]);
  await launch('Temporal');
  const asItWas = await commandLine(parts.env, 'verify', '--against-temporal');
  expect([asItWas.status, asItWas.out]).toEqual([
    1,
    expect.stringContaining('Without a workflow in Temporal'),
  ]);
  const [once, twice] = [
    await commandLine(parts.env, 'restore', '--cases'),
    await commandLine(parts.env, 'restore', '--cases'),
  ];
  expect(once.out).toBe(
    `Started again: ${references.length} cases. Left as they are, because they run: 0 cases.\n`,
  );
  expect(twice.out).toBe(
    `Started again: 0 cases. Left as they are, because they run: ${references.length} cases.\n`,
  );
  await launch('worker', 'API');
  await ready();

  // What came due while nobody kept it: exactly what the rules say of somebody who looks only now, and once.
  await untilTrue(
    'it has noticed',
    SETTLES_MS,
    async () => (await records.events.version(kept)) > alone.events.length,
  );
  await settled(...references);
  const noticed = (await records.events.ofCase(kept)).slice(alone.events.length);
  const at = noticed[0]?.at ?? instant(0);
  const onPaper = passTime(alone.state, alone.calendar, at);
  expect(noticed.slice(0, onPaper.length).map(({ hash: _, ...event }) => event)).toEqual(onPaper);
  const missed = noticed.flatMap((event) => (event.kind === 'ObligationMissed' ? [event.body] : []));
  expect(missed.length).toBeGreaterThan(1);
  expect(new Set(missed.map(({ key }) => key)).size).toBe(missed.length);
  for (const { due, noticed: seen } of missed) {
    expect(seen).toBe(at);
    expect(due < londonDateOf(alone.calendar, at)).toBe(true);
  }
  const mailed = (await records.notices.ofCase(kept)).filter(({ event }) => event > alone.events.length);
  expect(mailed.length).toBeGreaterThan(0);
  const ids = mailed.map(({ key }) => messageIdOf(key, engine.settings.mailDomain));
  const arrived = (await engine.mailbox.mails()).filter(({ messageId }) => ids.includes(messageId));
  expect(arrived.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());

  // Nothing that had gone goes again, and nothing that was done is done again.
  expect((await copiesOf(first, second)).slice(0, copiesBefore.length)).toEqual(copiesBefore);
  for (const { asking, answer } of done) {
    const again = await engine.caller.ask(asking);
    if ((JSON.parse(answer.text) as { recorded: boolean }).recorded) expect(again.text).toBe(answer.text);
    else expect(again.status).toBe(answer.status);
  }
  expect(await commandAgain(engine, records, first, agencies[2] ?? '')).toMatchObject({ kind: 'accepted' });
  expect((await records.events.ofCase(first)).length).toBe(lived);

  // And each goes on.
  for (const reference of references)
    await act(`/cases/${reference}/agencies`, { agency: agencies[4] ?? '' });
  await settled(...references);
  await expectSoundSince('last');
  expect((await commandLine(parts.env, 'rebuild')).out).toContain(`The lists of ${references.length} cases`);
}, 300_000);
