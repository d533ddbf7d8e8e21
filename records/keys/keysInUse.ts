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

const sealedByKey = async (
  database: Database,
  columns: typeof SEALED_COLUMNS,
): Promise<ReadonlyMap<string, Sealed>> => {
  const byKey = new Map<string, Sealed>();
  for (const { what, table } of columns) {
    const { rows } = await sql<{ key_id: string; rows: number }>`
      select key_id, count(*) as rows from ${sql.table(table)} where key_id is not null group by key_id`.execute(
      database,
    );
    for (const { key_id, rows: count } of rows)
      byKey.set(key_id, [...(byKey.get(key_id) ?? []), { what, rows: count }]);
  }
  return byKey;
};

/** A database that not every migration has reached yet has fewer of the tables, or none. */
const columnsThere = async (database: Database): Promise<typeof SEALED_COLUMNS> => {
  const { rows } = await sql<{ table: string }>`
    select name as table from unnest(${SEALED_COLUMNS.map(({ table }) => table)}::text[]) as name
    where to_regclass(name) is not null`.execute(database);
  return SEALED_COLUMNS.filter(({ table }) => rows.some((row) => row.table === table));
};

/** Of keys, those that something is sealed under and that are not among `ids`. */
export const missingOf = <K extends SealingKey>(keys: readonly K[], ids: readonly string[]): readonly K[] =>
  keys.filter(({ keyId, sealed }) => sealed.length > 0 && !ids.includes(keyId));

/** What is sealed under others than `ids`: nobody who has no more than those can read it. */
export const missingKeys = async (
  database: Database,
  ids: readonly string[],
): Promise<readonly SealingKey[]> =>
  missingOf(
    [...(await sealedByKey(database, await columnsThere(database)))].map(([keyId, sealed]) => ({
      keyId,
      sealed,
    })),
    ids,
  );

export const keysInUse = async (database: Database): Promise<readonly KeyInUse[]> => {
  const sealed = await sealedByKey(database, SEALED_COLUMNS);
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
