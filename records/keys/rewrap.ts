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

const sealAgain = async (
  database: Database,
  { table, key: keyColumn, sealed: sealedColumn, placeOf }: SealedColumn,
  ring: KeyRing,
  { key, key_id, sealed }: SealedRow,
): Promise<boolean> => {
  const again = seal(ring, open(ring, { keyId: key_id, sealed }, placeOf(key)), placeOf(key));
  // Only what was read: a key that was destroyed meanwhile must not come back.
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set key_id = ${again.keyId}, ${sql.ref(sealedColumn)} = ${again.sealed}
    where ${sql.ref(keyColumn)}::text = ${key} and key_id = ${key_id} and ${sql.ref(sealedColumn)} = ${sealed}`.execute(
    database,
  );
  return numAffectedRows > 0n;
};

export const rewrapAll = async (
  database: Database,
  ring: KeyRing,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Rewrapped> => {
  let all = 0;
  for (const column of SEALED_COLUMNS) all += await countOf(database, column, ring);
  let [done, rewrapped] = [0, 0];
  const unreadable = new Map<string, { what: string; keyId: string; rows: number }>();
  for (const column of SEALED_COLUMNS) {
    let batch = await batchAfter(database, column, ring, '');
    while (batch.length > 0) {
      for (const row of batch) {
        try {
          if (await sealAgain(database, column, ring, row)) rewrapped += 1;
        } catch (error) {
          if (!(error instanceof UnknownKey) && !(error instanceof CannotBeOpened)) throw error;
          const { what } = column;
          const name = `${what}/${row.key_id}`;
          const rows = (unreadable.get(name)?.rows ?? 0) + 1;
          unreadable.set(name, { what, keyId: row.key_id, rows });
        }
        done += 1;
      }
      progress(Math.min(done, all), all);
      batch = await batchAfter(database, column, ring, batch.at(-1)?.key ?? '');
    }
  }
  return { rewrapped, unreadable: [...unreadable.values()] };
};
