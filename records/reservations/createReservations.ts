// Reservations over PostgreSQL. The first request of a caller and key takes the row; every other finds it, also when
// they come at the same moment, since the second insert waits for the first to commit.

import { createHash, randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { DatabaseError } from 'pg';
import { fingerprint, isFingerprintOf } from '../../platform/encryption/fingerprint';
import type { KeyRing } from '../../platform/encryption/keyRing';
import type { Database } from '../connect';
import { COUNTERS, fourDigitsOf, numberTaken } from '../counter';
import type { ReservationTable } from '../tables/requestTables';
import { noLongerUnderWay } from './noLongerUnderWay';
import type { Reservation, ReservationRequest, Reservations } from './reservations';

type Row = Selectable<ReservationTable>;

const hashOfKey = (key: string): Buffer => createHash('sha256').update(key, 'utf8').digest();

const reservationOf = (row: Row, fresh: boolean): Reservation => ({
  conflict: false,
  commandId: row.command_id,
  firstAskedAt: row.asked_at,
  ...(row.reference === null ? {} : { reference: row.reference }),
  fresh,
});

const isRepeat = (ring: KeyRing, row: Row, request: ReservationRequest): boolean =>
  row.route === request.route &&
  // Made with a key that is gone: it cannot be told from another request, and nothing is done twice.
  ring.ids.includes(row.body_key_id) &&
  isFingerprintOf(ring, { keyId: row.body_key_id, mac: row.body_mac }, request.bodyHash);

const found = (database: Database, { caller, key }: Pick<ReservationRequest, 'caller' | 'key'>) =>
  database
    .selectFrom('reservation')
    .selectAll()
    .where('caller', '=', caller)
    .where('key_hash', '=', hashOfKey(key));

const rowFor = (ring: KeyRing, request: ReservationRequest): Row => {
  const { keyId, mac } = fingerprint(ring, request.bodyHash);
  return {
    caller: request.caller,
    key_hash: hashOfKey(request.key),
    route: request.route,
    body_key_id: keyId,
    body_mac: mac,
    command_id: randomUUID(),
    asked_at: request.at,
    reference: null,
    acted_on: request.actsOn ?? null,
    under_way_on: request.actsOn ?? null,
    under_way_since: request.actsOn === undefined ? null : request.at,
    given_up: false,
  };
};

/** Nothing where the row is there already. */
const takeRow = (database: Database, row: Row): Promise<Row | undefined> =>
  database
    .insertInto('reservation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['caller', 'key_hash']).doNothing())
    .returningAll()
    .executeTakeFirst();

/** Of caller and key. */
const KEY_OF_TABLE = 'reservation_pkey';

/**
 * The same with the next reference of the year, in one statement. A repeat uses up no number: it finds the row; and where both
 * come at the same moment, the second has waited for the counter, meets the row, and gives its number back by failing.
 */
const takeRowAndReference = async (database: Database, row: Row, year: number): Promise<Row | undefined> => {
  const { caller, key_hash, route, body_key_id, body_mac, command_id, asked_at } = row;
  const isNew = sql<boolean>`not exists (select from reservation where caller = ${caller} and key_hash = ${key_hash})`;
  const taking = sql<Row>`
    with counted as (${numberTaken(COUNTERS.case(year), isNew)})
    insert into reservation (caller, key_hash, route, body_key_id, body_mac, command_id, asked_at, reference)
    select
      ${caller}, ${key_hash}::bytea, ${route}, ${body_key_id}, ${body_mac}::bytea, ${command_id}::uuid, ${asked_at}::bigint,
      ${`RR-${year}-`} || ${fourDigitsOf(sql.ref<number>('last'))}
    from counted
    returning *`;
  try {
    return (await taking.execute(database)).rows[0];
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === KEY_OF_TABLE) return undefined;
    throw error;
  }
};

export const createReservations = (database: Database, ring: KeyRing): Reservations => ({
  knows: async (request) => (await found(database, request).executeTakeFirst()) !== undefined,
  reserve: async (request) => {
    const { opensYear } = request;
    const row = rowFor(ring, request);
    const first =
      opensYear === undefined
        ? await takeRow(database, row)
        : await takeRowAndReference(database, row, opensYear);
    if (first !== undefined) return reservationOf(first, true);
    const before = await found(database, request).executeTakeFirstOrThrow();
    return isRepeat(ring, before, request) ? reservationOf(before, false) : { conflict: true };
  },
  again: async (commandId, actsOn, at) => {
    const { asked_at } = await database
      .updateTable('reservation')
      .set((eb) => ({
        under_way_on: actsOn,
        under_way_since: at,
        given_up: false,
        // It was refused: what is asked now is asked for the first time.
        asked_at: eb
          .case()
          .when(eb.and([eb('under_way_on', 'is', null), eb('given_up', '=', false)]))
          .then(at)
          .else(eb.ref('asked_at'))
          .end(),
      }))
      .where('command_id', '=', commandId)
      .returning('asked_at')
      .executeTakeFirstOrThrow();
    return asked_at;
  },
  ended: async (commandId, since) => {
    await noLongerUnderWay(database, [commandId]).where('under_way_since', '=', since).execute();
  },
  givenUp: async (commandId, since) => {
    await noLongerUnderWay(database, [commandId])
      .set({ given_up: true })
      .where('under_way_since', '=', since)
      .execute();
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
