// The figures over PostgreSQL, from the projections and the ledgers as they lie there: counted, never folded.

import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { countBehind as behindCalendar } from '../calendarChanges/behind';
import { atOneMoment, type Database } from '../connect';
import { countBehind as behindDiary } from '../diary/diaryRows';
import { notNeededRow } from '../notices/notSent';
import type { CaseFigures, Figures, NoticeFigure, ObligationFigure, Stage } from './figures';

/** Done by its day or after it: the projections show the day. */
const isDone = (obligation: string) => sql`exists (
  select from case_obligation
  where case_obligation.reference = case_list.reference and obligation = ${obligation} and done_on is not null)`;

const openCases = async (database: Database): Promise<CaseFigures['openCases']> => {
  const rows = await database
    .selectFrom('case_list')
    .where('status', '=', 'open')
    .select((eb) => [
      sql<Stage>`case
        when ${isDone('completePanel')} or ${isDone('completeLocal')} then 'panel'
        when ${isDone('meeting')} then 'decision'
        when exists (select from case_meeting where case_meeting.reference = case_list.reference) then 'meeting'
        when ${isDone('scopingDispatch')} then 'scoping'
        else 'referral' end`.as('stage'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy('stage')
    .execute();
  return new Map(rows.map(({ stage, count }) => [stage, count]));
};

const obligations = async (database: Database, now: Instant): Promise<readonly ObligationFigure[]> => {
  const today = sql`(to_timestamp(${now}::bigint / 1000.0) at time zone 'Europe/London')::date`;
  return database
    .selectFrom('case_obligation')
    .innerJoin('case_list', 'case_list.reference', 'case_obligation.reference')
    .where('case_list.status', '=', 'open')
    .where('case_obligation.status', 'in', ['awaitingAnchor', 'open', 'missed'])
    .where('case_obligation.done_on', 'is', null)
    .select((eb) => [
      'obligation',
      sql<ObligationFigure['standing']>`case
        when case_obligation.status <> 'open' then case_obligation.status
        when due < ${today} then 'unnoticed'
        when due = ${today} then 'dueToday'
        else 'open' end`.as('standing'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['obligation', 'standing'])
    .execute();
};

const notices = (database: Database): Promise<readonly NoticeFigure[]> =>
  database
    .selectFrom('notice')
    .leftJoin('case_list', 'case_list.reference', 'notice.reference')
    .where('outcome', '!=', 'accepted')
    .select((eb) => [
      'notice.kind as template',
      eb.fn.countAll<number>().filterWhere('outcome', '=', 'open').as('waiting'),
      eb.fn
        .countAll<number>()
        .filterWhere((row) => row.and([row('outcome', '!=', 'open'), row.not(notNeededRow)]))
        .as('failed'),
    ])
    .groupBy('notice.kind')
    .execute();

const waitingSince = async (database: Database): Promise<Instant | null> => {
  const row = await database
    .selectFrom('notice')
    .innerJoin('case_event', (join) =>
      join
        .onRef('case_event.reference', '=', 'notice.reference')
        .onRef('case_event.number', '=', 'notice.event'),
    )
    .where('notice.outcome', '=', 'open')
    .select((eb) => eb.fn.min<Instant | null>('case_event.at').as('since'))
    .executeTakeFirstOrThrow();
  return row.since;
};

/** The numbers of the last events, added up: the log itself is the longest table there is. */
const events = async (database: Database): Promise<number> => {
  const row = await database
    .selectFrom('case_head')
    .select(sql<number>`coalesce(sum(number), 0)::bigint`.as('events'))
    .executeTakeFirstOrThrow();
  return row.events;
};

const figuresAt = async (database: Database, now: Instant): Promise<CaseFigures> => {
  const since = await waitingSince(database);
  return {
    openCases: await openCases(database),
    obligations: await obligations(database, now),
    notices: await notices(database),
    ...(since === null ? {} : { waitingSince: since }),
    behind: new Map([
      ['calendar', await behindCalendar(database)],
      ['diary', await behindDiary(database)],
    ]),
    events: await events(database),
  };
};

export const createFigures = (database: Database): Figures => ({
  at: (now, withinMs) =>
    // A database that is busy is asked for no more than that.
    atOneMoment(database, async (moment) => {
      await sql`set local statement_timeout = ${sql.lit(withinMs)}`.execute(moment);
      return figuresAt(moment, now);
    }),
});
