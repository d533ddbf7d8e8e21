// `npm run restore -- --from`: what it says of what it has restored, what is to be done next, and that a chain which was broken in
// the backup is not called sound. What is restored, and what is refused, is in `backup.test.ts` and `backupRefused.test.ts`.

import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { runRestore, runTrial } from '../../cli/restore/command';
import type { Verdict } from '../../cli/verify/verdict';
import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { dropDatabase, makeDatabase } from '../../records/backup/databaseOfTrial';
import { makeBackup } from '../../records/backup/makeBackup';
import { onDatabase } from '../../records/connect';
import { freshFolder } from '../freshFolder';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';
import { commandLine, type Said } from '../system/commandLine';
import { unwatched } from './engineOver';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let target: TestDatabase;
let reference: CaseReference;
let events: number;
beforeEach(async () => {
  [under, target] = [await recordsUnderTest(), await emptyDatabase()];
  const recorded = await recordedStory(under.records);
  ({ reference } = recorded);
  events = recorded.story.events.length;
});
afterEach(async () => {
  await target.drop();
  await under.close();
});

const restored = async (asked: Parameters<typeof runRestore>[2] = {}): Promise<Verdict> => {
  const folder = join(freshFolder('restore'), 'backup');
  await makeBackup({ databaseUrl: under.url, folder });
  return runRestore(folder, target.url, asked, unwatched);
};

const RESTORED = (): unknown =>
  expect.stringMatching(`^Restored as it was at .*: 1 case with ${events} events\\.$`);
const NEXT = expect.stringMatching(/^Next, before worker and API are started: /) as unknown;
const BESIDE = expect.stringMatching(/^It was restored beside the database of the engine/) as unknown;

test('says what there is now, that every chain holds, and what is to be done before the engine is started', async () => {
  expect(await restored({ nothingSince: true })).toEqual({
    lines: [RESTORED(), 'Every chain holds.', NEXT],
    sound: true,
  });
});

test('says how many mails may have gone since, unless nothing can have', async () => {
  const waiting = (await under.records.notices.waiting(reference)).length;
  expect(waiting).toBeGreaterThan(1);
  expect((await restored()).lines).toEqual([
    RESTORED(),
    `${waiting} mails that were waiting then may have gone since, and will say so.`,
    expect.stringMatching(/^The next case, agency and token are numbered a hundred higher/),
    ...['Every chain holds.', NEXT],
  ]);
});

test('gives no code again that was given since, unless nothing can have been', async () => {
  const before = await sql<{ name: string; last: number }>`select name, last from counter`.execute(
    under.database,
  );
  const lastOf = async (): Promise<ReadonlyMap<string, number>> => {
    const { rows } = await onDatabase(target.url, (database) =>
      sql<{ name: string; last: number }>`select name, last from counter`.execute(database),
    );
    return new Map(rows.map(({ name, last }) => [name, last]));
  };
  const known = new Map(before.rows.map(({ name, last }) => [name, last]));
  await restored();
  const now = await lastOf();
  const year = `case/${new Date().getUTCFullYear()}`;
  for (const name of [year, 'agency', 'token'])
    expect([name, now.get(name)]).toEqual([name, (known.get(name) ?? 0) + 100]);
  await target.drop();
  target = await emptyDatabase();
  await restored({ nothingSince: true });
  expect(await lastOf()).toEqual(known);
});

test('into a database beside that of the engine it says that this goes on as it is, and what to do with the other', async () => {
  const { lines, sound } = await restored({ nothingSince: true, into: target.url });
  expect(lines).toEqual([RESTORED(), 'Every chain holds.', BESIDE]);
  expect(sound).toBe(true);
});

describe('a trial in a database that is not there', () => {
  const absent = (): string => target.url.replace(/\/[^/]+$/, '/tried_of_restore');
  const isThere = (): Promise<boolean> =>
    onDatabase(target.url, async (database) => {
      const { rows } = await sql`select from pg_database where datname = 'tried_of_restore'`.execute(
        database,
      );
      return rows.length === 1;
    });
  const tried = async (drop?: true): Promise<Verdict> => {
    const folder = join(freshFolder('restore'), 'backup');
    await makeBackup({ databaseUrl: under.url, folder });
    const asked = { nothingSince: true, into: 'tried_of_restore', ...(drop && { drop }) } as const;
    return runTrial(folder, absent(), asked, unwatched);
  };
  const MADE = 'The database that --into names was not there: it was made.';
  afterEach(() => dropDatabase(absent()));

  test('makes it, and says so', async () => {
    expect(await tried()).toEqual({ lines: [MADE, RESTORED(), 'Every chain holds.', BESIDE], sound: true });
    expect(await isThere()).toBe(true);
  });

  test('drops it again where that is asked, and one that was there before never', async () => {
    const dropped = expect.stringMatching(/goes on as it is, and is dropped again\.$/) as unknown;
    expect(await tried(true)).toEqual({
      lines: [MADE, RESTORED(), 'Every chain holds.', dropped],
      sound: true,
    });
    expect(await isThere()).toBe(false);
    await makeDatabase(absent());
    await expect(tried(true)).rejects.toThrow(/is there already\. .* Nothing was changed\.$/);
    expect(await isThere()).toBe(true);
  });

  test('makes none for a backup that is not whole', async () => {
    const nothing = runTrial(freshFolder('restore'), absent(), { into: 'tried_of_restore' }, unwatched);
    await expect(nothing).rejects.toThrow(/Nothing was changed\.$/);
    expect(await isThere()).toBe(false);
  });

  test('is refused to a role that may make none, with what would be right', async () => {
    await onDatabase(target.url, (database) =>
      sql`create role tries_restore login password 'invented'`.execute(database),
    );
    const url = new URL(absent());
    [url.username, url.password] = ['tries_restore', 'invented'];
    try {
      await expect(runTrial('nowhere', url.href, {}, unwatched)).rejects.toThrow(
        /may not make one\. Give --into as a URL with the server's superuser.* Nothing was changed\.$/,
      );
    } finally {
      await onDatabase(target.url, (database) => sql`drop role tries_restore`.execute(database));
    }
  });
});

test('a chain that was broken in the backup is named with its event, and the whole is not sound', async () => {
  await sql`alter table case_event disable trigger all`.execute(under.database);
  const altered = under.database.updateTable('case_event').set({ at: instant(1) });
  await altered.where('reference', '=', reference).where('number', '=', 4).execute();
  expect(await restored({ nothingSince: true })).toEqual({
    lines: [
      RESTORED(),
      `The chain of ${reference} is broken at event 4: it was so in the backup; an older one may have it whole.`,
      NEXT,
    ],
    sound: false,
  });
});

describe('where the database of npm start is not running', () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = freshFolder('data');
    // Run by root, PostgreSQL's own account would otherwise have its data elsewhere.
    chmodSync(dataFolder, 0o755);
  });
  const asProgram = (from: string, port: number): Promise<Said> => {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATA_DIR: dataFolder, POSTGRES_PORT: String(port) };
    return commandLine(env, 'restore', '--from', from);
  };

  test('a folder that holds no backup is refused before one is made for it', async () => {
    const { status, err } = await asProgram(join(dataFolder, 'mistyped'), 1);
    expect(err).toMatch(/holds no manifest\.json that can be read \(ENOENT\).* Nothing was changed\.\n$/);
    expect(status).toBe(1);
    expect(readdirSync(dataFolder)).toEqual([]);
  }, 60_000);

  test('none is made either for a port that is taken', async () => {
    const backup = join(freshFolder('restore'), 'backup');
    await makeBackup({ databaseUrl: under.url, folder: backup });
    const { status, err } = await asProgram(backup, Number(new URL(under.url).port));
    expect(err).toMatch(/^Port \d+ on 127\.0\.0\.1, wanted for PostgreSQL, is taken by another program\./m);
    expect(status).toBe(1);
    expect(err).not.toContain('its data are in');
    expect(readdirSync(join(dataFolder, 'postgres'))).toEqual([]);
  }, 60_000);
});
