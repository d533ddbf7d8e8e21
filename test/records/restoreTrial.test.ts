// `npm run restore -- --into … --drop` drops the database that it made itself, and no other: what somebody else has made, under the
// name or one that is written alike, stays. A drop that fails hides nothing. What is restored is in `restoreCommand.test.ts`.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { runTrial } from '../../cli/restore/command';
import type { Verdict } from '../../cli/verify/verdict';
import { dropDatabase, makeDatabase, serverOf } from '../../records/backup/databaseOfTrial';
import { makeBackup } from '../../records/backup/makeBackup';
import { onDatabase } from '../../records/connect';
import { freshFolder } from '../freshFolder';
import { unwatched } from './engineOver';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let folder: string;
beforeAll(async () => {
  under = await recordsUnderTest();
  await recordedStory(under.records);
  folder = join(freshFolder('restore'), 'backup');
  await makeBackup({ databaseUrl: under.url, folder });
});
afterAll(() => under.close());

const named = (name: string): string => under.url.replace(/\/[^/]+$/, `/${name}`);
const NAME = 'trial_of_restore';
const ask = (statement: string): Promise<unknown> =>
  onDatabase(under.url, (database) => sql.raw(statement).execute(database));
const isThere = (name = NAME): Promise<boolean> =>
  onDatabase(under.url, async (database) => {
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(database);
    return rows.length === 1;
  });
afterEach(async () => {
  if (await isThere()) await ask(`alter database ${NAME} is_template false`);
  await dropDatabase(named(NAME));
});

/** Done by another program before the restore goes on. */
const elsewhere = (statement: string): void => {
  const program = `const { Client } = require('pg'); const client = new Client(process.argv[1]);
    client.connect().then(() => client.query(process.argv[2])).then(() => client.end());`;
  execFileSync(process.execPath, ['--eval', program, under.url, statement]);
};

const during = (piece: string, act: () => void): typeof unwatched => {
  let over = false;
  return ((what: string) => () => {
    if (what !== piece || over) return;
    over = true;
    act();
  }) as typeof unwatched;
};
const CHECKED = 'bytes of the backup checked';
const LOADED = 'rows restored';

const tried = (progress = unwatched, url = named(NAME)): Promise<Verdict> =>
  runTrial(folder, url, { nothingSince: true, into: NAME, drop: true }, progress);

test('one that somebody makes while the backup is checked stays, and the trial says so', async () => {
  const trial = tried(during(CHECKED, () => elsewhere(`create database ${NAME}`)));
  await expect(trial).rejects.toThrow(
    /^The database trial_of_restore was made by somebody else meanwhile.* Name another.* Nothing was changed\.$/,
  );
  expect(await isThere()).toBe(true);
});

test('the name is the one that the driver connects to, however the URL writes it', async () => {
  await ask('create database "live$db"');
  try {
    expect((await tried(unwatched, named('live%24db'))).sound).toBe(true);
    expect(await isThere('live$db')).toBe(true);
    expect(await isThere('live%24db')).toBe(false);
  } finally {
    await ask('drop database "live$db"');
  }
});

test('whether it is there, the server says, also where nobody may connect to it', async () => {
  expect(await serverOf(named(NAME))).toEqual({ isThere: false, mayMake: true });
  await makeDatabase(named(NAME));
  await ask(`alter database ${NAME} allow_connections false`);
  expect(await serverOf(named(NAME))).toEqual({ isThere: true, mayMake: true });
});

test('of one that was there, perhaps from a trial that was interrupted, it says how to be rid of it', async () => {
  await makeDatabase(named(NAME));
  await expect(tried()).rejects.toThrow(
    /is there already\. .*interrupted.*: drop database "trial_of_restore"; Nothing was changed\.$/,
  );
  expect(await isThere()).toBe(true);
});

test('neither the database of the engine nor one of the server is taken, and nobody is told to drop it', async () => {
  const asked = { into: NAME, drop: true, engineUrl: under.url } as const;
  const refusal = async (url: string): Promise<string> =>
    runTrial(folder, url, asked, unwatched).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
  const another = 'Name another, such as restore_test. Nothing was changed.';
  expect(await refusal(under.url)).toBe(
    `The database that --into names is that of the engine itself. ${another}`,
  );
  for (const name of ['postgres', 'template0', 'template1'])
    expect(await refusal(named(name))).toBe(
      `The database that --into names belongs to the server itself. ${another}`,
    );
});

const failing = (): never => {
  throw new Error('an invented failure');
};

test('one that it made is dropped where the restore fails, and the failure is told', async () => {
  await expect(tried(during(LOADED, failing))).rejects.toThrow(/^an invented failure$/);
  expect(await isThere()).toBe(false);
});

const LEFT =
  'could not be dropped again (cannot drop a template database). It holds what the backup holds: be rid of it, as SQL on its server: drop database "trial_of_restore";';
const keepIt = (): void => elsewhere(`alter database ${NAME} is_template true`);

test('a drop that fails does not hide the verdict, and the whole is not sound', async () => {
  const { lines, sound } = await tried(during(LOADED, keepIt));
  expect(lines).toContain('Every chain holds.');
  expect(lines.at(-1)).toContain(LEFT);
  expect(lines.join('\n')).not.toContain('is dropped again');
  expect(sound).toBe(false);
});

test('a drop that fails does not hide why the restore failed', async () => {
  const both = tried(
    during(LOADED, () => {
      keepIt();
      failing();
    }),
  );
  await expect(both).rejects.toThrow('an invented failure');
  await expect(both).rejects.toThrow(LEFT);
});
