// Sealing again under the first master key whatever is still under another, while writes go on: a row that somebody changes
// meanwhile stays as they wrote it. Given again, it goes on where it was.

import { sql } from 'kysely';
import { UnknownKey, type KeyRing } from '../../platform/encryption/keyRing';
import { CannotBeOpened, open, seal } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { SEALED_COLUMNS, type SealedColumn } from './sealedColumns';

export interface Rewrapped {
  readonly rewrapped: number;
  /** Rows that no key of the ring opens, or that were altered: they stay as they are. */
  readonly unreadable: readonly { readonly what: string; readonly keyId: string; readonly rows: number }[];
}

interface SealedRow {
  readonly key: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

const BATCH = 200;

const underAnother = ({ table }: SealedColumn, { current }: KeyRing) =>
  sql`${sql.table(table)} where key_id is not null and key_id <> ${current.id}`;

const countOf = async (database: Database, column: SealedColumn, ring: KeyRing): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from ${underAnother(column, ring)}`.execute(database);
  return rows[0]?.count ?? 0;
};

const batchAfter = async (
  database: Database,
  column: SealedColumn,
  ring: KeyRing,
  after: string,
): Promise<readonly SealedRow[]> => {
  const key = sql`${sql.ref(column.key)}::text collate "C"`;
  const { rows } = await sql<SealedRow>`
    select ${key} as key, key_id, ${sql.ref(column.sealed)} as sealed from ${underAnother(column, ring)}
    and ${key} > ${after} order by ${key} limit ${BATCH}`.execute(database);
  return rows;
};

/** In the order of their keys. A row that could not be opened stays behind, and is passed. */
async function* batchesOf(
  database: Database,
  column: SealedColumn,
  ring: KeyRing,
): AsyncGenerator<readonly SealedRow[]> {
  let batch = await batchAfter(database, column, ring, '');
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    yield batch;
    batch = await batchAfter(database, column, ring, last.key);
  }
}

const sealAgain = async (
  database: Database,
  { table, key: keyColumn, sealed: sealedColumn, placeOf }: SealedColumn,
  ring: KeyRing,
  { key, key_id, sealed }: SealedRow,
): Promise<'sealed' | 'changedMeanwhile'> => {
  const again = seal(ring, open(ring, { keyId: key_id, sealed }, placeOf(key)), placeOf(key));
  // Only what was read: a key that was destroyed meanwhile must not come back.
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set key_id = ${again.keyId}, ${sql.ref(sealedColumn)} = ${again.sealed}
    where ${sql.ref(keyColumn)}::text = ${key} and key_id = ${key_id} and ${sql.ref(sealedColumn)} = ${sealed}`.execute(
    database,
  );
  return numAffectedRows > 0n ? 'sealed' : 'changedMeanwhile';
};

const asUnreadable = (error: unknown): 'unreadable' => {
  if (error instanceof UnknownKey || error instanceof CannotBeOpened) return 'unreadable';
  throw error;
};

export const rewrapAll = async (
  database: Database,
  ring: KeyRing,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Rewrapped> => {
  let all = 0;
  for (const column of SEALED_COLUMNS) all += await countOf(database, column, ring);
  let [done, rewrapped] = [0, 0];
  const unreadable = new Map<string, Rewrapped['unreadable'][number]>();
  const passed = (what: string, keyId: string): void => {
    const of = `${what}/${keyId}`;
    unreadable.set(of, { what, keyId, rows: (unreadable.get(of)?.rows ?? 0) + 1 });
  };
  for (const column of SEALED_COLUMNS)
    for await (const batch of batchesOf(database, column, ring)) {
      for (const row of batch) {
        const outcome = await sealAgain(database, column, ring, row).catch(asUnreadable);
        if (outcome === 'sealed') rewrapped += 1;
        if (outcome === 'unreadable') passed(column.what, row.key_id);
      }
      done += batch.length;
      progress(Math.min(done, all), all);
    }
  return { rewrapped, unreadable: [...unreadable.values()] };
};
