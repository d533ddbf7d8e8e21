// Reservations over PostgreSQL. The first request of a caller and key takes the row; every other finds it, also when
// they come at the same moment, since the second insert waits for the first to commit.

import { createHash, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { fingerprint, isFingerprintOf } from '../../platform/encryption/fingerprint';
import type { KeyRing } from '../../platform/encryption/keyRing';
import type { Database } from '../connect';
import { COUNTERS, fourDigits, nextNumber } from '../counter';
import type { ReservationTable } from '../tables/requestTables';
import { noLongerUnderWay } from './noLongerUnderWay';
import type { Reservation, ReservationRequest, Reservations } from './reservations';

const hashOfKey = (key: string): Buffer => createHash('sha256').update(key, 'utf8').digest();

const reservationOf = (row: Selectable<ReservationTable>, fresh: boolean): Reservation => ({
  conflict: false,
  commandId: row.command_id,
  firstAskedAt: row.asked_at,
  ...(row.reference === null ? {} : { reference: row.reference }),
  fresh,
});

const isRepeat = (ring: KeyRing, row: Selectable<ReservationTable>, request: ReservationRequest): boolean =>
  row.route === request.route &&
  // Made with a key that is gone: it cannot be told from another request, and nothing is done twice.
  ring.ids.includes(row.body_key_id) &&
  isFingerprintOf(ring, { keyId: row.body_key_id, mac: row.body_mac }, request.bodyHash);

const found = (database: Database, { caller, key }: ReservationRequest) =>
  database
    .selectFrom('reservation')
    .selectAll()
    .where('caller', '=', caller)
    .where('key_hash', '=', hashOfKey(key));

/** Nothing where the row is there already. */
const takeRow = (
  database: Database,
  ring: KeyRing,
  request: ReservationRequest,
): Promise<Selectable<ReservationTable> | undefined> => {
  const { keyId, mac } = fingerprint(ring, request.bodyHash);
  return database
    .insertInto('reservation')
    .values({
      caller: request.caller,
      key_hash: hashOfKey(request.key),
      route: request.route,
      body_key_id: keyId,
      body_mac: mac,
      command_id: randomUUID(),
      asked_at: request.at,
      reference: null,
      under_way_on: request.actsOn ?? null,
      under_way_since: request.actsOn === undefined ? null : request.at,
    })
    .onConflict((conflict) => conflict.columns(['caller', 'key_hash']).doNothing())
    .returningAll()
    .executeTakeFirst();
};

const takeRowAndReference = (
  database: Database,
  ring: KeyRing,
  request: ReservationRequest,
  year: number,
): Promise<Selectable<ReservationTable> | undefined> =>
  database.transaction().execute(async (transaction) => {
    const row = await takeRow(transaction, ring, request);
    if (row === undefined) return undefined;
    // Taken only once the row is ours, so that a repeat uses up no number.
    const number = await nextNumber(transaction, COUNTERS.case(year));
    const reference = `RR-${year}-${fourDigits(number)}` as CaseReference;
    await transaction
      .updateTable('reservation')
      .set({ reference })
      .where('command_id', '=', row.command_id)
      .execute();
    return { ...row, reference };
  });

export const createReservations = (database: Database, ring: KeyRing): Reservations => ({
  reserve: async (request) => {
    const { opensYear } = request;
    const first =
      opensYear === undefined
        ? await takeRow(database, ring, request)
        : await takeRowAndReference(database, ring, request, opensYear);
    if (first !== undefined) return reservationOf(first, true);
    const row = await found(database, request).executeTakeFirstOrThrow();
    return isRepeat(ring, row, request) ? reservationOf(row, false) : { conflict: true };
  },
  again: async (commandId, actsOn, at) => {
    const { asked_at } = await database
      .updateTable('reservation')
      .set((eb) => ({
        ...{ under_way_on: actsOn, under_way_since: at },
        // Nothing came of it: what is asked now is asked for the first time.
        asked_at: eb.case().when('under_way_on', 'is', null).then(at).else(eb.ref('asked_at')).end(),
      }))
      .where('command_id', '=', commandId)
      .returning('asked_at')
      .executeTakeFirstOrThrow();
    return asked_at;
  },
  ended: async (commandId) => {
    await noLongerUnderWay(database, [commandId]).execute();
  },
  underWay: async (from, before, { after, limit }) => {
    let rows = database
      .selectFrom('reservation')
      .select(['command_id', 'under_way_on', 'under_way_since'])
      .where('under_way_on', 'is not', null)
      .where('under_way_since', '>=', from)
      .where('under_way_since', '<', before);
    if (after !== undefined)
      rows = rows.where((eb) =>
        eb(eb.refTuple('under_way_since', 'command_id'), '>', eb.tuple(after.since, after.commandId)),
      );
    const page = await rows.orderBy('under_way_since').orderBy('command_id').limit(limit).execute();
    return page.flatMap(({ command_id: commandId, under_way_on: reference, under_way_since: since }) =>
      reference === null || since === null ? [] : [{ commandId, reference, since }],
    );
  },
});
