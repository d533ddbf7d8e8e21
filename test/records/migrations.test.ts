// The migrations: from nothing to the newest, once however many start at the same moment, and never on a database that
// is newer than the code.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Database } from '../../records/connect';
import { appliedMigrations, migrateToLatest } from '../../records/migrate';
import { allMigrations } from '../../records/migrations/allMigrations';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';

let empty: TestDatabase;
let database: Database;
beforeEach(async () => {
  empty = await emptyDatabase();
  database = connect(empty.url);
});
afterEach(async () => {
  await database.destroy();
  await empty.drop();
});

const newest = Object.keys(allMigrations).at(-1);

/** Every table and column, and the migrations that were applied with their times. */
const shape = async (): Promise<unknown> => {
  const columns = await sql`
    select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'public' order by 1, 2`.execute(database);
  const applied = await sql`select * from kysely_migration order by name`.execute(database);
  return [columns.rows, applied.rows];
};

test('an empty database gets every table', async () => {
  expect(await appliedMigrations(database)).toEqual([]);
  await migrateToLatest(empty.url);
  expect((await appliedMigrations(database)).at(-1)).toBe(newest);
  expect(await database.selectFrom('case_event').selectAll().execute()).toEqual([]);
});

test('a second time changes nothing', async () => {
  await migrateToLatest(empty.url);
  const before = await shape();
  await migrateToLatest(empty.url);
  expect(await shape()).toEqual(before);
});

test('several at the same moment do it once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => migrateToLatest(empty.url)));
  expect((await appliedMigrations(database)).at(-1)).toBe(newest);
});

test('a database of a newer version is refused in a clear sentence, and nothing is changed', async () => {
  await migrateToLatest(empty.url);
  await sql`insert into kysely_migration values ('9999-from-the-future', '2031-01-01T00:00:00.000Z')`.execute(
    database,
  );
  await sql`drop table notice_attempt`.execute(database);
  const before = await shape();
  const refused: unknown = await migrateToLatest(empty.url).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'DatabaseRefused' });
  expect(String(refused)).toContain('newer version');
  expect(String(refused)).toContain('9999-from-the-future');
  expect(await shape()).toEqual(before);
});

test('a migration that fails leaves nothing behind', async () => {
  await sql`create table notice (stands_in_the_way integer)`.execute(database);
  await expect(migrateToLatest(empty.url)).rejects.toThrow('already exists');
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(
    database,
  );
  expect(tables.rows).toEqual([{ name: 'notice' }]);
  expect(await appliedMigrations(database)).toEqual([]);
});

test('every migration in the folder is in the list, in its order', () => {
  const files = readdirSync(join(__dirname, '../../records/migrations')).filter((file) =>
    /^\d{4}-/.test(file),
  );
  expect(Object.keys(allMigrations)).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

test('none takes away what the version before it asks, but two of before the first version that was handed over', () => {
  const folder = join(__dirname, '../../records/migrations');
  const takesAway = /\bdrop (table|column|constraint|function|view|index)\b|\brename\b|\balter column\b/i;
  const taking = Object.keys(allMigrations).filter((name) =>
    takesAway.test(readFileSync(join(folder, `${name}.ts`), 'utf8')),
  );
  expect(taking).toEqual(['0010-calendar-changes', '0016-event-texts']);
});
