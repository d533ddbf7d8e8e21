// Which master keys the database still rests on, and for what. Which of them may be put away follows from it, and which are
// missing.

import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Database } from '../connect';
import { SEALED_COLUMNS } from './sealedColumns';

export interface SealingKey {
  readonly keyId: string;
  /** In the words of whoever reads about it; never empty for a key that is missing. */
  readonly sealed: readonly { readonly what: string; readonly rows: number }[];
}

export interface KeyInUse extends SealingKey {
  /** When the last request was noted with it: a repeat is known by the key that the first was noted with. */
  readonly lastRequest?: Instant;
}

type Sealed = SealingKey['sealed'];

/** A database that no migration has reached yet has fewer of them, or none. */
const columnsThere = async (database: Database): Promise<typeof SEALED_COLUMNS> => {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns
    where table_schema = current_schema() and column_name = 'key_id'`.execute(database);
  return SEALED_COLUMNS.filter(({ table }) => rows.some((row) => row.table === table));
};

const sealedByKey = async (database: Database): Promise<ReadonlyMap<string, Sealed>> => {
  const byKey = new Map<string, Sealed>();
  for (const { what, table } of await columnsThere(database)) {
    const { rows } = await sql<{ key_id: string; rows: number }>`
      select key_id, count(*) as rows from ${sql.table(table)} where key_id is not null group by key_id`.execute(
      database,
    );
    for (const { key_id, rows: count } of rows)
      byKey.set(key_id, [...(byKey.get(key_id) ?? []), { what, rows: count }]);
  }
  return byKey;
};

/** What is sealed under others than `ids`: nobody who has no more than those can read it. */
export const missingKeys = async (
  database: Database,
  ids: readonly string[],
): Promise<readonly SealingKey[]> =>
  [...(await sealedByKey(database))]
    .filter(([keyId]) => !ids.includes(keyId))
    .map(([keyId, sealed]) => ({ keyId, sealed }));

export const keysInUse = async (database: Database): Promise<readonly KeyInUse[]> => {
  const sealed = await sealedByKey(database);
  const requests = await database
    .selectFrom('reservation')
    .select(['body_key_id', (eb) => eb.fn.max('asked_at').as('last')])
    .groupBy('body_key_id')
    .execute();
  const lastRequest = new Map(requests.map(({ body_key_id, last }) => [body_key_id, last]));
  return [...new Set([...sealed.keys(), ...lastRequest.keys()])].sort().map((keyId) => {
    const last = lastRequest.get(keyId);
    return { keyId, sealed: sealed.get(keyId) ?? [], ...(last === undefined ? {} : { lastRequest: last }) };
  });
};
