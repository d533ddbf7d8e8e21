// What docs/data-protection.md says of the database, against the database: every table and column that the migrations
// make is classed, what is classed as sealed or secret is bytes, and what is said to refuse a change does.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { ColumnClass, Holding } from '../../records/holdings/holding';
import { holdings } from '../../records/holdings/holdings';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const tables = Object.entries(holdings as Readonly<Record<string, Holding<Record<string, unknown>>>>);
const classed = tables.flatMap(([table, { columns }]) =>
  Object.entries(columns as Readonly<Record<string, ColumnClass>>).map(([column, said]) => ({
    column: `${table}.${column}`,
    said,
  })),
);

const columnsOf = async (where = sql`true`): Promise<readonly string[]> => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and ${where}`.execute(under.database);
  return rows.map(({ column }) => column).sort();
};

test('every column that the migrations make is classed, and no other', async () => {
  expect(classed.map(({ column }) => column).sort()).toEqual(await columnsOf());
  await sql`alter table case_event add column whispered text`.execute(under.database);
  expect(await columnsOf()).toContain('case_event.whispered');
  await sql`alter table case_event drop column whispered`.execute(under.database);
});

test('what is sealed or secret is bytes, and bytes are nothing else', async () => {
  const bytes = await columnsOf(sql`data_type = 'bytea'`);
  const hidden = classed.filter(({ said }) => said === 'sealed' || said === 'secret');
  expect(hidden.map(({ column }) => column).sort()).toEqual(bytes);
});

test('the tables that are said to refuse a change are those that do', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct tgrelid::regclass::text as name from pg_trigger
    where tgfoid = 'refuse_change'::regproc`.execute(under.database);
  const said = tables.filter(([, { stays }]) => stays === 'appendOnly').map(([table]) => table);
  expect(said.sort()).toEqual(rows.map(({ name }) => name).sort());
});
