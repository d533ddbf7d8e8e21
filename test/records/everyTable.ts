// Everything that the database holds, as text: to look for what must not be there.

import { sql } from 'kysely';
import type { Database } from '../../records/connect';

/** Texts as they are, bytes as if they were text: a name that was stored in the clear would be seen in either. */
export const everyTableAsText = async (database: Database): Promise<string> => {
  const tables = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(database);
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(name)}`.execute(database);
    for (const row of rows) {
      for (const value of Object.values(row)) {
        texts.push(
          Buffer.isBuffer(value)
            ? `${value.toString('latin1')} ${value.toString('utf16le')}`
            : JSON.stringify(value),
        );
      }
    }
  }
  return texts.join('\n');
};
