// The key of each case: made on first use, kept only under the master key, destroyed on demand unless there is a
// legal hold. Destroying removes it from the table; old copies of the page and backups go with their own expiry.

import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { open, seal, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { CaseKeyDestroyed, UnderLegalHold } from './refusals';

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

export const setLegalHold = (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  held: boolean,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    // A hold may come before anything is written: the key is made, so that there is something to hold.
    await makeKey(transaction, ring, reference);
    const { numUpdatedRows } = await transaction
      .updateTable('case_key')
      .set({ legal_hold: held })
      .where('reference', '=', reference)
      .where('destroyed_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new CaseKeyDestroyed(reference);
  });

export const destroyKey = (database: Database, reference: CaseReference, at: Instant): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const row = await rowOf(transaction, reference).forUpdate().executeTakeFirst();
    if (row === undefined || row.destroyed_at !== null) return;
    if (row.legal_hold) throw new UnderLegalHold(reference);
    await transaction
      .updateTable('case_key')
      .set({ key_id: null, wrapped: null, destroyed_at: at })
      .where('reference', '=', reference)
      .execute();
  });
