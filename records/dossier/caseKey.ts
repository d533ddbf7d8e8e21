// The key of each case: made on first use, kept only under the master key, and known to be gone where it was destroyed. Who
// may hold or destroy it is the business of `keyActs.ts`.

import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { open, seal, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import type { CaseKeyTable } from '../tables/requestTables';
import { CaseKeyDestroyed } from './refusals';

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

/** Nothing where there is one already. */
const makeKey = (database: Database, ring: KeyRing, reference: CaseReference) => {
  const { keyId, sealed } = seal(ring, randomBytes(32), placeOfCaseKey(reference));
  return database
    .insertInto('case_key')
    .values({ reference, key_id: keyId, wrapped: sealed, legal_hold: false, destroyed_at: null })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returningAll()
    .executeTakeFirst();
};

const rowOf = (database: Database, reference: CaseReference) =>
  database.selectFrom('case_key').selectAll().where('reference', '=', reference);

export type KeyRow = Selectable<CaseKeyTable>;

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
  await makeKey(transaction, ring, reference);
  return rowOf(transaction, reference).forUpdate().executeTakeFirstOrThrow();
};

/** For writing: whoever writes with it looks again whether it is still there. Throws `CaseKeyDestroyed`. */
export const keyForWriting = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
): Promise<KeyObject> => {
  const there = rowOf(database, reference);
  const row =
    (await there.executeTakeFirst()) ??
    (await makeKey(database, ring, reference)) ??
    (await there.executeTakeFirstOrThrow());
  const key = unwrapped(ring, reference, row);
  if (key === 'destroyed') throw new CaseKeyDestroyed(reference);
  return key;
};
