// What is done to the key of a case: held, released, destroyed. Each act is noted with who, when and why in the transaction that
// does it, so that none leaves no trace. Destroying removes the key from the table; old copies of the page and backups go with
// their own expiry.

import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openText, sealText, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { nextNumber } from '../counter';
import { versionOf } from '../eventLog/waitForVersion';
import { lockedKeyRow } from './caseKey';
import type { KeyAct, KeyActAsked, KeyActKind } from './dossier';
import { KeyActRefused } from './refusals';
import { whyKeyStays } from './whyKeyStays';

export const placeOfKeyAct = (number: number): Place => ['case-key-act', String(number)];

const note = async (
  transaction: Database,
  ring: KeyRing,
  reference: CaseReference,
  act: KeyActKind,
  { by, at, why }: KeyActAsked,
): Promise<void> => {
  const number = await nextNumber(transaction, 'case-key-act');
  const { keyId, sealed } = sealText(ring, why, placeOfKeyAct(number));
  await transaction
    .insertInto('case_key_act')
    .values({ number, reference, act, by, at, key_id: keyId, sealed })
    .execute();
};

export const setLegalHold = (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  held: boolean,
  asked: KeyActAsked,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const key = await lockedKeyRow(transaction, ring, reference);
    if (key.destroyed_at !== null)
      throw new KeyActRefused(reference, { code: 'KeyDestroyed', at: key.destroyed_at });
    if ((await versionOf(transaction, reference)) === 0)
      throw new KeyActRefused(reference, { code: 'NoSuchCase' });
    if (key.legal_hold === held)
      throw new KeyActRefused(reference, { code: held ? 'HeldAlready' : 'NotHeld' });
    await transaction
      .updateTable('case_key')
      .set({ legal_hold: held })
      .where('reference', '=', reference)
      .execute();
    await note(transaction, ring, reference, held ? 'held' : 'released', asked);
  });

/** The keyed hashes of what was typed for it, with which somebody who has the master key could confirm a guess. A repeated request is no longer recognised by them. */
const forgetBodies = async (transaction: Database, reference: CaseReference): Promise<void> => {
  await sql`
    update reservation set body_mac = ''
    where reference = ${reference} or acted_on = ${reference} or command_id::text in (
      select command_id from case_event where reference = ${reference}
      union select command_id from dossier_entry where reference = ${reference})`.execute(transaction);
};

export const destroyKey = (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  asked: KeyActAsked,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    await lockedKeyRow(transaction, ring, reference);
    const stays = await whyKeyStays(transaction, reference);
    if (stays !== undefined) throw new KeyActRefused(reference, stays);
    await transaction
      .updateTable('case_key')
      .set({ key_id: null, wrapped: null, destroyed_at: asked.at })
      .where('reference', '=', reference)
      .execute();
    await forgetBodies(transaction, reference);
    await note(transaction, ring, reference, 'destroyed', asked);
  });

export const keyActsOf = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
): Promise<readonly KeyAct[]> => {
  const rows = await database
    .selectFrom('case_key_act')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number')
    .execute();
  return rows.map(({ number, act, by, at, key_id: keyId, sealed }) => ({
    act,
    by,
    at,
    why: openText(ring, { keyId, sealed }, placeOfKeyAct(number)),
  }));
};
