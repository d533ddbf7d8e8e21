// Which master keys the database still rests on, and for what. Which of them may be put away follows from it.

import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Database } from '../connect';
import { SEALED_COLUMNS } from './sealedColumns';

export interface KeyInUse {
  readonly keyId: string;
  readonly sealed: readonly { readonly what: string; readonly rows: number }[];
  /** When the last request was noted with it: a repeat is known by the key that the first was noted with. */
  readonly lastRequest?: Instant;
}

export const keysInUse = async (database: Database): Promise<readonly KeyInUse[]> => {
  const uses = new Map<string, { sealed: { what: string; rows: number }[]; lastRequest?: Instant }>();
  const useOf = (keyId: string) => {
    const use = uses.get(keyId) ?? { sealed: [] };
    uses.set(keyId, use);
    return use;
  };
  for (const { what, table } of SEALED_COLUMNS) {
    const { rows } = await sql<{ key_id: string; rows: number }>`
      select key_id, count(*) as rows from ${sql.table(table)} where key_id is not null group by key_id`.execute(
      database,
    );
    for (const { key_id, rows: count } of rows) useOf(key_id).sealed.push({ what, rows: count });
  }
  const requests = await database
    .selectFrom('reservation')
    .select(['body_key_id', (eb) => eb.fn.max('asked_at').as('last')])
    .groupBy('body_key_id')
    .execute();
  for (const { body_key_id, last } of requests) useOf(body_key_id).lastRequest = last;
  return [...uses].map(([keyId, use]) => ({ keyId, ...use })).sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
};
