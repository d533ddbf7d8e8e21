// `npm run verify` over records that somebody went behind: its verdict in words, as data and as the end of the program. Which
// chains are sound, and how each wound is found, is held by `verifyRange.test.ts`; Temporal has its own tests.

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readVerifyCommand, runVerifyCommand } from '../../cli/verify/command';
import type { Verdict } from '../../cli/verify/verdict';
import type { CaseReference } from '../../domain/rapidReview/state';
import { makeBackup } from '../../records/backup/makeBackup';
import { sealOf } from '../../records/eventLog/seal';
import { freshFolder } from '../freshFolder';
import { commandLine, type Said } from '../system/commandLine';
import { engineOver, unwatched } from './engineOver';
import { recordedStory, rowsOfCase } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let reference: CaseReference;
let events: number;
beforeEach(async () => {
  under = await recordsUnderTest();
  await recordedStory(under.records);
  const { reference: second, story } = await recordedStory(under.records);
  [reference, events] = [second, story.events.length];
  // An owner of the tables can do this; that is why there is a chain.
  for (const table of ['case_event', 'case_head', 'notice'])
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(under.database);
});
afterEach(() => under.close());

const verify = (...args: readonly string[]): Promise<Verdict> =>
  runVerifyCommand(engineOver(under), readVerifyCommand(args), unwatched);

const asProgram = (...args: readonly string[]): Promise<Said> => {
  const { PATH, HOME } = process.env;
  return commandLine(
    { PATH, HOME, DATABASE_URL: under.url, DATA_DIR: freshFolder('verify') },
    ...(['verify', ...args] as const),
  );
};

const wound = async (statement: ReturnType<typeof sql>): Promise<void> => {
  const { numAffectedRows } = await statement.execute(under.database);
  expect(numAffectedRows).toBe(1n);
};
const alterEvent = (): Promise<void> =>
  wound(sql`update case_event set at = at + 1 where reference = ${reference} and number = 4`);
const alterHead = (): Promise<void> =>
  wound(sql`update case_head set hash = repeat('0', 64) where reference = ${reference}`);
const alterList = (): Promise<void> =>
  wound(sql`update case_list set version = version + 1 where reference = ${reference}`);

const CHECKED = /^\d+ events of 2 cases checked in [^:]+: every chain holds\.$/;
const holds = (): unknown => expect.stringMatching(CHECKED);
const brokenAt = (number: number): readonly string[] => [
  `The chain of ${reference} is broken at event ${number}: it was altered, deleted, inserted or moved after it was recorded.`,
  '1 chain of 2 cases is broken; all others hold.',
  'Keep the database as it is, and compare with a backup from before; docs/operations.md, "The chain is broken".',
];
const LISTS_RIGHT = 'The lists are what the events give (2 cases).';

test('of records that nobody touched it says that all holds, with the seal', async () => {
  expect(await verify('--projections')).toEqual({
    lines: [holds(), `The seal of all chains is ${await sealOf(under.database)}.`, LISTS_RIGHT],
    sound: true,
  });
});

describe('a broken chain', () => {
  test('is named with its event; no word says that the chains hold, and no seal is given', async () => {
    await alterEvent();
    expect(await verify()).toEqual({ lines: brokenAt(4), sound: false });
  });

  test('is not outweighed by lists that are right', async () => {
    await alterHead();
    expect(await verify('--projections')).toEqual({
      lines: [...brokenAt(events), LISTS_RIGHT],
      sound: false,
    });
  });

  test('ends the program with 1, as sound ones end it with 0', async () => {
    expect(await asProgram()).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('every chain holds') as unknown,
    });
    await alterEvent();
    expect(await asProgram()).toEqual({ status: 1, out: `${brokenAt(4).join('\n')}\n`, err: '' });
  }, 60_000);
});

test('lists that are not what the events give are named and left as they are, though every chain holds', async () => {
  await alterList();
  const before = await rowsOfCase(under.database, reference);
  const { lines, sound } = await verify('--projections');
  expect(lines).toEqual([
    ...[holds(), expect.stringContaining('The seal of all chains')],
    `The lists of 1 of 2 cases are not what the events give: ${reference}.`,
    'Nothing was changed. "npm run rebuild" makes them anew from the events.',
  ]);
  expect(sound).toBe(false);
  expect(await rowsOfCase(under.database, reference)).toEqual(before);
  // Not asked about the lists, it says nothing of them.
  expect(await verify()).toMatchObject({ sound: true });
});

test('lists of a case whose chain is broken are named, and nobody is sent to make them anew', async () => {
  await alterEvent();
  await alterList();
  const { lines } = await verify('--projections');
  expect(lines.at(-1)).toBe(
    'Nothing was changed. "npm run rebuild" makes them anew from the events, and leaves those of a case whose chain is broken: they may show what it was.',
  );
});

test('an end that a backup has and the chain has no more is named, though what is left holds', async () => {
  const backup = join(freshFolder('since'), 'backup');
  await makeBackup({ databaseUrl: under.url, folder: backup });
  const kept = 'Each last event that the backup has is still there, as it was (2 cases).';
  expect(await verify('--since', backup)).toMatchObject({
    lines: expect.arrayContaining([kept]) as unknown,
    sound: true,
  });
  const before = (await under.records.events.ofCase(reference)).at(-2);
  await wound(sql`delete from case_event where reference = ${reference} and number = ${events}`);
  await wound(
    sql`update case_head set number = ${events - 1}, hash = ${before?.hash ?? ''} where reference = ${reference}`,
  );
  expect(await verify('--since', backup)).toEqual({
    lines: [
      ...[holds(), expect.stringContaining('The seal of all chains')],
      `Event ${events} of ${reference} is in the backup and not in the records any more: the case was taken back or written anew since.`,
    ],
    sound: false,
  });
});
