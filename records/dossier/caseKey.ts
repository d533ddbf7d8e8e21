// The key of each case: made on first use, kept only under the master key, and known to be gone where it was destroyed. Who
// may hold or destroy it is the business of `keyActs.ts`.

import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { InsertQueryBuilder, Selectable } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { open, seal, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import type { Tables } from '../schema';
import type { CaseKeyTable } from '../tables/requestTables';
import { CaseKeyDestroyed } from './refusals';

export type KeyRow = Selectable<CaseKeyTable>;

type Insert = InsertQueryBuilder<Tables, 'case_key', Pick<KeyRow, 'reference'>>;

export const placeOfCaseKey = (reference: CaseReference): Place => ['case-key', reference];

/** Never cached: a destroyed key must be gone from the next request on, in every process. */
export const unwrapped = (
  ring: KeyRing,
  reference: CaseReference,
  row: { readonly key_id: string | null; readonly wrapped: Buffer | null },
): KeyObject | 'destroyed' => {
  if (row.key_id === null || row.wrapped === null) return 'destroyed';
  return createSecretKey(open(ring, { keyId: row.key_id, sealed: row.wrapped }, placeOfCaseKey(reference)));
};

export const newKey = (
  ring: KeyRing,
  reference: CaseReference,
): { readonly key: KeyObject; readonly row: KeyRow } => {
  const bytes = randomBytes(32);
  const { keyId, sealed } = seal(ring, bytes, placeOfCaseKey(reference));
  const row = { reference, key_id: keyId, wrapped: sealed, legal_hold: false, destroyed_at: null };
  return { key: createSecretKey(bytes), row };
};

/** To be executed by itself, or as a part of a greater statement: no row where the case has a key already. */
export const insertKey = (database: Database, row: KeyRow): Insert =>
  database
    .insertInto('case_key')
    .values(row)
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('reference');

const rowOf = (database: Database, reference: CaseReference) =>
  database.selectFrom('case_key').selectAll().where('reference', '=', reference);

/** Nothing where no text was written yet. */
export const keyRowOf = (database: Database, reference: CaseReference): Promise<KeyRow | undefined> =>
  rowOf(database, reference).executeTakeFirst();

/** Nobody else acts on the key or writes a text with it until the transaction ends. */
export const lockedKeyRow = async (
  transaction: Database,
  ring: KeyRing,
  reference: CaseReference,
): Promise<KeyRow> => {
  // There may have been no text yet: the key is made, so that there is something to hold or to destroy.
  await insertKey(transaction, newKey(ring, reference).row).execute();
  return rowOf(transaction, reference).forUpdate().executeTakeFirstOrThrow();
};

/** For writing: whoever writes with it looks again whether it is still there. Throws `CaseKeyDestroyed`. */
export const keyForWriting = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
): Promise<KeyObject> => {
  const there = rowOf(database, reference);
  const before = await there.executeTakeFirst();
  if (before === undefined) await insertKey(database, newKey(ring, reference).row).execute();
  // Whoever came first: it may not have been us.
  const key = unwrapped(ring, reference, before ?? (await there.executeTakeFirstOrThrow()));
  if (key === 'destroyed') throw new CaseKeyDestroyed(reference);
  return key;
};
