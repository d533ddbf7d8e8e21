// The canonical text of the projections, by which two states of them are compared byte by byte.

import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { canonicalText } from '../eventLog/hashChain';
import { PROJECTION_KEYS, PROJECTIONS } from './projectionTables';

interface Row {
  readonly shape?: string | null;
}

/** One line a row, in the order of its key: of one case or of all, with the shapes that they name. */
export const dumpOf = async (database: Database, reference: CaseReference | null = null): Promise<string> => {
  const lines: string[] = [];
  const shapes = new Set<string>();
  const tell = (table: string, rows: readonly Row[]): void => {
    for (const row of rows) lines.push(`${table} ${canonicalText(row)}\n`);
  };
  for (const table of PROJECTIONS) {
    const order = sql.join(PROJECTION_KEYS[table].map((column) => sql.ref(column)));
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)}
      where ${reference}::text is null or reference = ${reference} order by ${order}`.execute(database);
    tell(table, rows);
    for (const { shape } of rows) if (typeof shape === 'string') shapes.add(shape);
  }
  const { rows } = await sql<Row>`
    select * from case_shape where id = any (${[...shapes]}) order by id`.execute(database);
  tell('case_shape', rows);
  return lines.join('');
};
