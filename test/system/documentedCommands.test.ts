// The commands that the documents quote, run as a reader runs them: curl lines in their order against the real engine, what
// needs no server as it stands, and of what is too dear its help. Which is which, test/documents/howCommandsRun.ts says.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import {
  argumentsNamedIn,
  CLONE,
  documentedCommands,
  documents,
  textOf,
} from '../documents/documentedCommands';
import { howCommandsRun, nameOf, type HowRun } from '../documents/howCommandsRun';
import { openEngine, type RealEngine } from './realEngine';
import { untilTrue } from './until';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const shell = (command: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  new Promise((done) => {
    const options = {
      cwd: CLONE,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      maxBuffer: 64 * 1024 * 1024,
    };
    const child = execFile('bash', ['-c', command], options, (_error, out, err) => {
      done({ code: child.exitCode ?? 1, out, err });
    });
  });

type Quoted<K extends HowRun['run']> = readonly (readonly [string, Extract<HowRun, { readonly run: K }>])[];

const thatRun = <K extends HowRun['run']>(kind: K): Quoted<K> =>
  documentedCommands.flatMap(({ command }) => {
    const how = howCommandsRun[nameOf(command)];
    return how?.run === kind ? [[command, how as Extract<HowRun, { readonly run: K }>] as const] : [];
  });

describe('a command that needs no server', () => {
  it.each(thatRun('here'))(
    '%s',
    async (command, { says }) => {
      const { code, out, err } = await shell(command);
      expect({ code, err }).toMatchObject({ code: 0 });
      expect(out).toMatch(says);
    },
    60_000,
  );
});

describe('a command that is too dear', () => {
  it.each(thatRun('help'))(
    '%s: its help knows what is quoted',
    async (command) => {
      const bare = command.replaceAll(/\[|\]/g, '').replaceAll(/ --[\w-]+( ('[^']*'|…))?/g, '');
      const { code, out, err } = await shell(`${bare} ${/^npm run \S+$/.test(bare) ? '-- ' : ''}--help`);
      expect({ code, err }).toMatchObject({ code: 0 });
      const options = [...command.matchAll(/ \[?(--[a-z][\w-]*)/g)].map(([, option]) => option ?? '');
      for (const option of options) expect(out).toMatch(new RegExp(`${option}\\b`));
    },
    60_000,
  );
});

describe('what running text gives a script', () => {
  const given = Map.groupBy(
    documents.flatMap((document) => argumentsNamedIn(textOf(document))),
    ([script]) => script,
  );

  it('is looked for', () => {
    expect([...given.keys()]).toEqual(expect.arrayContaining(['keys', 'verify', 'restore', 'stack']));
  });

  it.each([...given])(
    'npm run %s: its help knows it',
    async (script, all) => {
      const { code, out, err } = await shell(`npm run --silent ${script} -- --help`);
      expect({ code, err }).toMatchObject({ code: 0 });
      for (const [, text] of all) {
        const [first = ''] = text.split(' ');
        const options = [...text.matchAll(/(?<=^| )--[a-z][\w-]*/g)].map(([option]) => option);
        const words = first.startsWith('-') || !/^[a-z][\w-]*$/.test(first) ? options : [first];
        for (const word of words) expect(out).toMatch(new RegExp(`(^|\\s)${word}\\b`, 'm'));
      }
    },
    60_000,
  );
});

/** A Monday of the September ahead: a working day, whatever today is. */
const mondayAhead = (): string => {
  const year = new Date().getUTCFullYear() + 1;
  const first = new Date(Date.UTC(year, 8, 14));
  first.setUTCDate(14 + ((8 - first.getUTCDay()) % 7));
  return first.toISOString().slice(0, 10);
};

describe('the curl lines', () => {
  let engine: RealEngine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 120_000);
  afterAll(() => engine.close(), 60_000);

  it('are answered, one after the other, as the documents have them', async () => {
    const texts = new Map<string, string>();
    let reference = 'RR-2026-0001';
    let preview = '…';
    let ifMatch = '…';
    const tenMinutesAgo = new Date(Date.now() - 600_000).toISOString();
    for (const [quoted] of thatRun('engine')) {
      const command = quoted
        .replace(/^curl /, String.raw`curl -w '\n%{http_code}' `)
        .replaceAll('http://127.0.0.1:3000', engine.caller.url)
        .replaceAll('RR-2026-0001', reference)
        .replaceAll('2027-09-20', mondayAhead())
        .replaceAll('2026-11-02T09:15:00Z', tenMinutesAgo)
        .replace('if-match: "…"', `if-match: ${ifMatch}`)
        .replace('"preview":"…"', `"preview":"${preview}"`)
        .replaceAll('"…"', '"As the Privy Council ordered."');
      const { code, out } = await shell(command, { TOKEN: engine.caller.tokenOf('coordinator') });
      expect({ quoted, code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/\n2\d\d$/) });
      reference = /"reference":"(RR-\d{4}-\d{4})"/.exec(out)?.[1] ?? reference;
      ifMatch = /If-Match: (\S+)/.exec(out)?.[1] ?? ifMatch;
      preview = /Version of this preview: (\S+)/.exec(out)?.[1] ?? preview;
      texts.set(nameOf(quoted), out);
      // A reader looks at the mails, and what a correction is previewed against has come to the case by then.
      if (quoted.includes('/scoping-requests'))
        await untilTrue('the requests have gone', 30_000, async () => {
          const { agencies } = await engine.caller.read<{ agencies: readonly { request: string }[] }>(
            `/cases/${reference}`,
          );
          return agencies.every(({ request }) => request === 'sent');
        });
    }
    // What the documents say of the answers.
    expect(texts.get('curl … /cases')).toContain('"completeLocal"');
    expect(texts.get('curl … /cases/RR-2026-0001/timetable/completeLocal.txt')).toMatch(
      /\n.* Due by the end of /,
    );
    expect(texts.get('curl … /cases/RR-2026-0001/chronology.txt')).toMatch(
      /The scoping request to .+ was put in the outgoing mail/,
    );
    const correction = 'curl … /cases/RR-2026-0001/timestamps/referralReceived/corrections';
    expect(texts.get(correction)).toContain('TimestampCorrected');
    expect(texts.get('curl … /calendar-changes')).toContain('"number":1');
  }, 120_000);

  it('repeated change nothing and give the same answer', async () => {
    const [first = ''] = thatRun('engine').map(([quoted]) => quoted);
    const again = first.replaceAll('http://127.0.0.1:3000', engine.caller.url);
    const env = { TOKEN: engine.caller.tokenOf('coordinator') };
    const [one, two] = [await shell(again, env), await shell(again, env)];
    expect(one.out).toContain('"reference"');
    expect(two.out).toBe(one.out);
    expect((await engine.caller.read<{ items: unknown[] }>('/cases')).items).toHaveLength(1);
  }, 60_000);
});
