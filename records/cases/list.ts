// The case list, a page at a time, by headline date or by what is due, and reference. What is due next in a case is asked of its
// obligations, for those alone that the page shows.

import { sql, type Selectable } from 'kysely';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { ObligationName } from '../../domain/policy/policyProfile';
import type { AgencyId, ObligationKey } from '../../domain/timetable/facts';
import type { ObligationStatus } from '../../domain/timetable/timetable';
import type { Database } from '../connect';
import type { CaseListTable } from '../tables/caseTables';
import type { CaseListItem, CaseListPage, CaseListQuery, ListOrder, NextObligation } from './caseProjections';
import { readCursor, writeCursor } from './cursor';
import { rowToBeDone } from './toBeDone';

/** Those that are shown, and no more: a page has fifty rows, and is the question that is asked most. */
const SHOWN = [
  ...(['reference', 'status', 'nature', 'received_on', 'headline', 'version'] as const),
  ...(['agencies', 'awaiting_anchor', 'open', 'met', 'missed'] as const),
] as const;

/** The day that an order goes by. One that the version before has written last comes before all (migration 23). */
const LISTED_UNDER = {
  headline: sql<CivilDate>`listed_under`,
  due: sql<CivilDate>`coalesce(listed_due, '0001-01-01'::date)`,
} as const satisfies Record<ListOrder, unknown>;

type Shown = Pick<Selectable<CaseListTable>, (typeof SHOWN)[number]>;
/** None of a case of which nothing is due. */
interface Next {
  readonly next_key: ObligationKey | null;
  readonly next_obligation: ObligationName | null;
  readonly next_agency: AgencyId | null;
  readonly next_due: CivilDate | null;
  readonly next_status: ObligationStatus | null;
  readonly missed_not_done: number | null;
}

const nextOf = ({
  next_key,
  next_obligation,
  next_agency,
  next_due,
  next_status,
}: Next): NextObligation | undefined =>
  next_key === null || next_obligation === null || next_due === null
    ? undefined
    : {
        key: next_key,
        obligation: next_obligation,
        ...(next_agency === null ? {} : { agency: next_agency }),
        due: next_due,
        status: next_status === 'missed' ? 'missed' : 'open',
      };

const itemOf = (row: Shown & Next): CaseListItem => {
  const next = nextOf(row);
  return {
    reference: row.reference,
    status: row.status,
    nature: row.nature,
    ...(row.received_on === null ? {} : { receivedOn: row.received_on }),
    ...(row.headline === null ? {} : { headline: row.headline }),
    version: row.version,
    agencies: row.agencies,
    obligations: {
      awaitingAnchor: row.awaiting_anchor,
      open: row.open,
      met: row.met,
      missed: row.missed,
      missedNotDone: row.missed_not_done ?? 0,
    },
    ...(next === undefined ? {} : { next }),
  };
};

const casesOfPage = (database: Database, query: CaseListQuery) => {
  const { status, headlineBefore, headlineAfter, dueBefore, order = 'headline', after, limit } = query;
  const under = LISTED_UNDER[order];
  let rows = database.selectFrom('case_list').select(SHOWN).select(under.as('under'));
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (headlineBefore !== undefined) rows = rows.where('headline', '<', headlineBefore);
  if (headlineAfter !== undefined) rows = rows.where('headline', '>', headlineAfter);
  if (dueBefore !== undefined)
    rows = rows.where('status', '=', 'open').where(LISTED_UNDER.due, '<', dueBefore);
  if (after !== undefined) {
    const place = readCursor(after, order);
    rows = rows.where(sql<boolean>`(${under}, reference) > (${place.listedUnder}::date, ${place.reference})`);
  }
  // One more than asked for tells whether there is a next page.
  return rows
    .orderBy(under)
    .orderBy('reference')
    .limit(limit + 1);
};

const withNext = (database: Database, query: CaseListQuery) =>
  database
    .selectFrom(casesOfPage(database, query).as('page'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('case_obligation')
          .select(['key as next_key', 'obligation as next_obligation', 'agency as next_agency'])
          .select(['due as next_due', 'case_obligation.status as next_status'])
          .whereRef('case_obligation.reference', '=', 'page.reference')
          .where('page.status', '=', 'open')
          .where(rowToBeDone)
          .orderBy('case_obligation.due')
          .orderBy('case_obligation.position')
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('case_obligation')
        .select(({ fn }) => fn.countAll<number>().as('missed'))
        .whereRef('case_obligation.reference', '=', 'page.reference')
        // Of one that has ended a miss stands, and nobody is to do it any more (R20).
        .where('page.status', '=', 'open')
        .where(rowToBeDone)
        .where('case_obligation.status', '=', 'missed')
        .as('missed_not_done'),
    )
    .orderBy('under')
    .orderBy('page.reference');

export const listCases = async (database: Database, query: CaseListQuery): Promise<CaseListPage> => {
  const { order = 'headline', limit } = query;
  const found = await withNext(database, query).execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(itemOf),
    ...(found.length > limit && last !== undefined
      ? { next: writeCursor({ order, listedUnder: last.under, reference: last.reference }) }
      : {}),
  };
};
