// Reports over PostgreSQL.

import { sql } from 'kysely';
import { OBLIGATIONS } from '../../domain/policy/policyProfile';
import type { Database } from '../connect';
import type { Lateness, LatenessQuery, Reports } from './reports';

const lateness = async (
  database: Database,
  { today, receivedFrom, receivedTo }: LatenessQuery,
): Promise<readonly Lateness[]> => {
  const late = (date: 'due' | 'first_due') =>
    sql<boolean>`coalesce(done_on, ${today}::date) > ${sql.ref(date)}`;
  // What lapsed with its case was neither done nor late.
  let rows = database
    .selectFrom('case_obligation')
    .innerJoin('case_list', 'case_list.reference', 'case_obligation.reference')
    .where('case_obligation.due', 'is not', null)
    .where('case_obligation.status', '!=', 'lapsed')
    // One incident is counted once: in the case that goes on (R22).
    .where(
      sql<boolean>`not (case_list.status = 'ended' and exists (
        select from case_event as ended
        where ended.reference = case_list.reference and ended.kind = 'CaseEnded' and ended.body ->> 'cause' = 'merged'))`,
    )
    .where((eb) =>
      eb.or([eb('done_on', 'is not', null), eb('due', '<', today), eb('first_due', '<', today)]),
    );
  if (receivedFrom !== undefined) rows = rows.where('case_list.received_on', '>=', receivedFrom);
  if (receivedTo !== undefined) rows = rows.where('case_list.received_on', '<=', receivedTo);
  const found = await rows
    .groupBy('obligation')
    .select((eb) => [
      'obligation',
      eb.fn.countAll<number>().as('judged'),
      eb.fn.count<number>('done_on').as('done'),
      sql<number>`count(*) filter (where ${late('due')})`.as('lateByPresentDate'),
      sql<number>`count(*) filter (where ${late('first_due')})`.as('lateByFirstDate'),
      sql<number>`count(*) filter (where first_due <> due)`.as('moved'),
    ])
    .execute();
  return found.toSorted((a, b) => OBLIGATIONS.indexOf(a.obligation) - OBLIGATIONS.indexOf(b.obligation));
};

export const createReports = (database: Database): Reports => ({
  lateness: (query) => lateness(database, query),
});
