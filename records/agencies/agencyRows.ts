// Agencies as they stand in the register: ids, names and kinds; of their contacts only the ids and levels.

import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Seat } from '../../domain/policy/policyProfile';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Database } from '../connect';
import type { AgencyPage, AgencyRecord } from './agencyRegister';

export const agenciesById = async (
  database: Database,
  ids: readonly AgencyId[],
): Promise<readonly AgencyRecord[]> => {
  if (ids.length === 0) return [];
  const agencies = await database
    .selectFrom('agency')
    .select(['id', 'version', 'name', 'kind', 'seat'])
    .select((agency) =>
      jsonArrayFrom(
        agency
          .selectFrom('agency_contact')
          .select(['agency_contact.id', 'level', 'withdrawn'])
          .whereRef('agency_contact.agency', '=', 'agency.id')
          .orderBy('position'),
      ).as('contacts'),
    )
    .where('id', 'in', ids)
    .orderBy('number')
    .execute();
  return agencies.map(({ seat, ...agency }) => ({ ...agency, ...(seat === null ? {} : { seat }) }));
};

export const agenciesBySeat = async (database: Database, seat: Seat): Promise<readonly AgencyRecord[]> => {
  const rows = await database.selectFrom('agency').select('id').where('seat', '=', seat).execute();
  return agenciesById(
    database,
    rows.map(({ id }) => id),
  );
};

/** As two people would both write it. */
const plainName = (table: string) =>
  sql<string>`lower(regexp_replace(btrim(${sql.ref(`${table}.name`)}), '\\s+', ' ', 'g'))`;

export const namesakesOf = async (
  database: Database,
  agencies: readonly AgencyId[],
): Promise<ReadonlyMap<AgencyId, readonly AgencyId[]>> => {
  if (agencies.length === 0) return new Map();
  const rows = await database
    .selectFrom('agency')
    .innerJoin('agency as other', (join) =>
      join.onRef('other.id', '!=', 'agency.id').on(plainName('other'), '=', plainName('agency')),
    )
    .where('agency.id', 'in', agencies)
    .groupBy('agency.id')
    .select((eb) => [
      'agency.id',
      eb.fn.agg<AgencyId[]>('array_agg', ['other.id']).orderBy('other.number').as('others'),
    ])
    .execute();
  return new Map(rows.map(({ id, others }) => [id, others]));
};

export const agencyPage = async (
  database: Database,
  { after, limit }: { readonly after?: AgencyId; readonly limit: number },
): Promise<AgencyPage> => {
  let rows = database.selectFrom('agency').select('id');
  if (after !== undefined) {
    const place = database.selectFrom('agency').select('number').where('id', '=', after);
    rows = rows.where('number', '>', place);
  }
  const ids = await rows
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const page = ids.slice(0, limit).map(({ id }) => id);
  const last = page.at(-1);
  return {
    items: await agenciesById(database, page),
    ...(ids.length > limit && last !== undefined ? { next: last } : {}),
  };
};
