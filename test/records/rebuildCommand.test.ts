// `npm run rebuild` and `npm run backup` over records that somebody went behind: neither hides it. How lists are made anew is held by
// `projections.test.ts`, what a backup holds by `backup.test.ts`.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { runRestore } from '../../cli/restore/command';
import { readRebuildCommand, runRebuildCommand } from '../../cli/rebuild/command';
import type { Verdict } from '../../cli/verify/verdict';
import type { CaseReference } from '../../domain/rapidReview/state';
import { makeBackup } from '../../records/backup/makeBackup';
import { manifestFile } from '../../records/backup/manifest';
import { verifyRange } from '../../records/eventLog/verifyRange';
import { sealOf } from '../../records/eventLog/seal';
import { migrateToLatest } from '../../records/migrate';
import { emptyDatabase } from '../postgres/testDatabase';
import { freshFolder } from '../freshFolder';
import { commandLine, type Said } from '../system/commandLine';
import { engineOver, unwatched } from './engineOver';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;

let sound: CaseReference;
let broken: CaseReference;
beforeEach(async () => {
  under = await recordsUnderTest();
  ({ reference: sound } = await recordedStory(under.records));
  ({ reference: broken } = await recordedStory(under.records));
  for (const table of ['notice', 'case_event', 'case_head'])
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(under.database);
});
afterEach(() => under.close());

/** All that the log and the ledger of mails have of it. */
const takeOutOfTheLog = async (): Promise<void> => {
  for (const table of ['notice', 'case_event', 'case_head'])
    await sql`delete from ${sql.table(table)} where reference = ${broken}`.execute(under.database);
};

const markLists = async (): Promise<void> => {
  await sql`update case_list set missed = 99`.execute(under.database);
};

const marked = async (): Promise<readonly CaseReference[]> => {
  const rows = await under.database
    .selectFrom('case_list')
    .select('reference')
    .where('missed', '=', 99)
    .execute();
  return rows.map(({ reference }) => reference);
};

const rebuild = (...args: readonly string[]): Promise<Verdict> =>
  runRebuildCommand(engineOver(under), readRebuildCommand(args), unwatched);

const asProgram = (name: 'rebuild' | 'backup', ...args: readonly string[]): Promise<Said> => {
  const { PATH, HOME } = process.env;
  return commandLine({ PATH, HOME, DATABASE_URL: under.url, DATA_DIR: freshFolder(name) }, name, ...args);
};

const brokenNow = async (): Promise<readonly CaseReference[]> =>
  (await verifyRange(under.database, {})).broken.map(({ reference }) => reference);

describe('making the lists anew', () => {
  test('leaves those of a case that was taken out of the log, so that it is still found', async () => {
    await takeOutOfTheLog();
    await markLists();
    expect(await rebuild()).toEqual({
      lines: [
        'The lists of 1 case were made anew from the events.',
        `The chain of ${broken} is broken at event 1: its lists were left as they are, since they may show what the case was.`,
        'Keep them until that is explained; docs/operations.md, "The chain is broken".',
      ],
      sound: false,
    });
    expect(await marked()).toEqual([broken]);
    expect(await brokenNow()).toEqual([broken]);
  });

  test('leaves those of a case with an altered event', async () => {
    await sql`update case_event set at = at + 1 where reference = ${broken} and number = 4`.execute(
      under.database,
    );
    await markLists();
    expect(await rebuild()).toMatchObject({ sound: false });
    expect(await marked()).toEqual([broken]);
  });

  test('takes all of them where that is asked for', async () => {
    await takeOutOfTheLog();
    await markLists();
    expect(await rebuild('--broken-too')).toEqual({
      lines: ['The lists of 1 case were made anew from the events.'],
      sound: true,
    });
    expect(await marked()).toEqual([]);
    expect(await brokenNow()).toEqual([]);
  });

  test('ends the program with 1 where lists were left, and with 0 where none were', async () => {
    const made = 'The lists of 2 cases were made anew from the events.\n';
    expect(await asProgram('rebuild')).toEqual({ status: 0, out: made, err: '' });
    await takeOutOfTheLog();
    expect(await asProgram('rebuild')).toMatchObject({
      status: 1,
      out: expect.stringContaining(`${broken} is broken`) as unknown,
    });
  }, 60_000);
});

describe('an upgrade that makes lists anew', () => {
  /** Of the case that is whole: they lack what a version before this one did not write. */
  const listsOfBefore = async (): Promise<void> => {
    await takeOutOfTheLog();
    await sql`update case_list set listed_due = null, listed_due_version = null where reference = ${sound}`.execute(
      under.database,
    );
  };

  test('leaves what shows that a case was taken out of the log', async () => {
    await listsOfBefore();
    await migrateToLatest(under.url);
    expect(await brokenNow()).toEqual([broken]);
    const { rows } = await sql`select from case_list where listed_due is null`.execute(under.database);
    expect(rows).toEqual([]);
  });

  test('so does a restore of such a backup, which says so', async () => {
    await listsOfBefore();
    const folder = join(freshFolder('restored'), 'backup');
    await makeBackup({ databaseUrl: under.url, folder });
    const target = await emptyDatabase();
    try {
      expect(await runRestore(folder, target.url, {}, unwatched)).toMatchObject({
        lines: expect.arrayContaining([
          expect.stringContaining(`The chain of ${broken} is broken`),
        ]) as unknown,
        sound: false,
      });
    } finally {
      await target.drop();
    }
  });
});

test('a backup of sound records ends with 0 and their seal; one of broken ones is made, says so, gives no seal and ends with 1', async () => {
  const folder = freshFolder('backups');
  expect(await asProgram('backup', '--to', join(folder, 'sound'))).toMatchObject({
    status: 0,
    out: expect.stringContaining(`The seal of all chains is ${await sealOf(under.database)}.`) as unknown,
  });
  await sql`update case_event set at = at + 1 where reference = ${broken} and number = 4`.execute(
    under.database,
  );
  const { status, out } = await asProgram('backup', '--to', join(folder, 'broken'));
  expect(out).toContain(
    `The chain of ${broken} is broken at event 4: it was found so right after the backup was made, which most likely holds it so too.`,
  );
  expect(out).not.toMatch(/seal/);
  expect(status).toBe(1);
  expect(existsSync(manifestFile(join(folder, 'broken')))).toBe(true);
}, 60_000);
