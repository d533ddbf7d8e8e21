// Backups that are not restored: damaged, of another program, or into a database that is not empty. Nothing is changed then.

import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeBackup } from '../../records/backup/makeBackup';
import { manifestFile, tableFile, writtenManifest, type Manifest } from '../../records/backup/manifest';
import { restoreBackup, type Restored } from '../../records/backup/restoreBackup';
import { type Database, connect, onDatabase } from '../../records/connect';
import { migrateExactly, migrateToLatest } from '../../records/migrate';
import { emptyDatabase, testDatabase, type TestDatabase } from '../postgres/testDatabase';
import { backupUnderTest, tablesOf, type BackupUnderTest } from './backupUnderTest';

let given: BackupUnderTest;
let { folder, backup, made } = {} as BackupUnderTest;
beforeAll(async () => {
  given = await backupUnderTest();
  ({ folder, backup, made } = given);
});
afterAll(() => given.close());

let target: TestDatabase;
beforeEach(async () => {
  target = await emptyDatabase();
});
afterEach(() => target.drop());

const inTarget = <T>(look: (database: Database) => Promise<T>): Promise<T> => onDatabase(target.url, look);

const restore = (from = backup): Promise<Restored> =>
  restoreBackup({ folder: from, databaseUrl: target.url, nothingSince: true });

describe('refused, before anything is changed, is', () => {
  const refused = async (from: string, ...words: readonly string[]): Promise<void> => {
    const error: unknown = await restore(from).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'BackupRefused' });
    for (const word of [...words, 'Nothing was changed.']) expect(String(error)).toContain(word);
    expect(await inTarget(tablesOf)).toEqual([]);
  };
  const copy = (name: string): string => {
    const to = join(folder, name);
    cpSync(backup, to, { recursive: true });
    return to;
  };
  const rewritten = (of: string, change: Partial<Record<keyof Manifest, unknown>>): void =>
    writeFileSync(manifestFile(of), writtenManifest({ ...made, ...change } as Manifest));

  test('a folder that is none', () => refused(join(folder, 'nowhere'), 'npm run backup', 'ENOENT'));

  test('a file cut short, one with a bit turned, and one missing', async () => {
    const cut = copy('cut');
    truncateSync(tableFile(cut, 'case_event'), 100);
    await refused(cut, 'case_event', 'damaged', '100 bytes');
    const turned = copy('turned');
    const file = tableFile(turned, 'person');
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await refused(turned, 'person', 'not as it was written');
    const missing = copy('missing');
    rmSync(tableFile(missing, 'notice'));
    await refused(missing, 'notice', 'missing');
  });

  test('a manifest that is not whole, or was changed', async () => {
    const half = copy('half');
    truncateSync(manifestFile(half), 200);
    await refused(half, 'damaged');
    const changed = copy('changed');
    const text = readFileSync(manifestFile(changed), 'utf8');
    writeFileSync(manifestFile(changed), text.replace('"cases": 1', '"cases": 2'));
    await refused(changed, 'not as it was written');
    writeFileSync(manifestFile(changed), '{}');
    await refused(changed, 'not a backup of this program');
  });

  test('a backup of a newer program, or of another form', async () => {
    const newer = copy('newer');
    rewritten(newer, { migrations: [...made.migrations, '9999-from-the-future'] });
    await refused(newer, '9999-from-the-future', 'newer version');
    rewritten(newer, { format: 'rapid-review-backup/2' });
    await refused(newer, 'rapid-review-backup/2');
  });

  test('a database in which something is', async () => {
    const full = await testDatabase();
    try {
      const into = () => restoreBackup({ folder: backup, databaseUrl: full.url });
      const database = connect(full.url, { connections: 1 });
      await sql`insert into counter values ('something', 1)`.execute(database);
      await expect(into()).rejects.toThrow(
        /holds something already \(in the table counter\).*Nothing was changed/,
      );
      await sql`delete from counter`.execute(database);
      await database.destroy();
      await into();
    } finally {
      await full.drop();
    }
  });

  test('a database with the tables of another version, or of another program', async () => {
    await migrateExactly(target.url, made.migrations.slice(0, 3));
    await expect(restore()).rejects.toThrow(/another version.*0003-reservations.*Nothing was changed/);
    const other = await emptyDatabase();
    const database = connect(other.url, { connections: 1 });
    await sql`create table something (one integer)`.execute(database);
    await database.destroy();
    await expect(restoreBackup({ folder: backup, databaseUrl: other.url })).rejects.toThrow(
      /something.*not of this program/,
    );
    await other.drop();
  });
});

test('nothing of a restore stays where a row is refused by the database', async () => {
  const wrong = join(folder, 'wrong');
  const broken = await testDatabase();
  try {
    const database = connect(broken.url, { connections: 1 });
    await sql`alter table token drop constraint token_actor_fkey`.execute(database);
    await sql`insert into token (id, number, actor, role, secret_hash, issued_at)
      values ('TK-0001', 1, 'P-0404', 'coordinator', decode(repeat('00', 32), 'hex'), 1)`.execute(database);
    await sql`insert into counter values ('token', 1)`.execute(database);
    await database.destroy();
    await makeBackup({ databaseUrl: broken.url, folder: wrong });
  } finally {
    await broken.drop();
  }
  await expect(restore(wrong)).rejects.toThrow('token_actor_fkey');
  expect(await inTarget((database) => database.selectFrom('counter').selectAll().execute())).toEqual([]);
  expect(existsSync(wrong)).toBe(true);
  await migrateToLatest(target.url);
});
