// Which tables a backup holds, as the database itself says: all but those that the migrations keep for themselves, each
// after those that it refers to, with the columns that can be written and the key by which its rows are ordered.

import { escapeIdentifier, type ClientBase } from 'pg';

export interface KeptTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns that count by themselves. */
  readonly counting: readonly string[];
}

/** Columns as a statement names them. */
export const listOf = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');

interface TableRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[] | null;
  readonly counting: readonly string[] | null;
  readonly refers: readonly string[] | null;
}

const TABLES = `
  select
    c.relname as table,
    (select array_agg(attname::text order by attnum) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
    (select array_agg(attname::text order by array_position(i.indkey::int2[], attnum))
      from pg_index i join pg_attribute on attrelid = c.oid and attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as key,
    (select array_agg(attname::text) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attidentity <> '') as counting,
    (select array_agg(distinct confrelid::regclass::text) from pg_constraint
      where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as refers
  from pg_class c
  where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    and c.relname not like 'kysely\\_%'
  order by c.relname`;

export const keptTables = async (client: ClientBase): Promise<readonly KeptTable[]> => {
  const { rows } = await client.query<TableRow>(TABLES);
  const placed: KeptTable[] = [];
  const waiting = new Map(rows.map((row) => [row.table, row]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ refers }) => !(refers ?? []).some((table) => waiting.has(table)),
    );
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { table, columns, key, counting } of free) {
      placed.push({ table, columns, key: key ?? columns, counting: counting ?? [] });
      waiting.delete(table);
    }
  }
  return placed;
};
