// What the lists show of a case: a pure function of its state and its calendar, so that it can be thrown away and
// worked out again. No rule is decided here; dates and statuses come from the timetable.

import type { Insertable } from 'kysely';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { standingMeeting } from '../../domain/rapidReview/meeting/state';
import type { AnyCase, OpenCase, CaseWithReview } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { ObligationStatus, Timetable } from '../../domain/timetable/timetable';
import type { ObligationKey } from '../../domain/timetable/facts';
import type { CaseListTable, CaseObligationTable, CaseRequestTable } from '../tables/caseTables';
import type { CaseMeetingTable } from '../tables/diaryTables';
import { shapesOf, type ShapeRow, type ShapesOfCase } from './shapesOfCase';
import { isToBeDone } from './toBeDone';

export interface Projection {
  /** One row; none of a case that has no event. */
  readonly list: readonly Insertable<CaseListTable>[];
  readonly obligations: readonly Insertable<CaseObligationTable>[];
  readonly requests: readonly Insertable<CaseRequestTable>[];
  /** The meeting that stands, if one does. */
  readonly meetings: readonly Insertable<CaseMeetingTable>[];
  /** What the rows name by their shape. */
  readonly shapes: readonly ShapeRow[];
}

export const NO_PROJECTION: Projection = {
  list: [],
  obligations: [],
  requests: [],
  meetings: [],
  shapes: [],
};

/** Where a case without a headline date stands in the order, or one of which nothing is due. */
const END_OF_TIME = '9999-12-31' as CivilDate;
/** And one for which it cannot be worked out what is due. */
const BEFORE_ALL = '0001-01-01' as CivilDate;

const NO_TIMETABLE: Timetable = { lines: [] };

/** The earliest due day of what is not done: what was missed comes before what is still in time. */
const listedDueOf = (state: AnyCase, timetable: Timetable | undefined): CivilDate => {
  if (state.status !== 'open') return END_OF_TIME;
  if (timetable === undefined) return BEFORE_ALL;
  const days = timetable.lines.filter(isToBeDone).flatMap(({ due }) => due ?? []);
  return days.sort()[0] ?? END_OF_TIME;
};

const requestsOf = (
  { reference, agencies }: CaseWithReview,
  shaped: ShapesOfCase | undefined,
): Projection['requests'] =>
  agencies.map(({ agency, request, sent, voidRounds, reminders }, position) => ({
    reference,
    agency,
    position,
    round: request?.round ?? null,
    sendings: request?.sendings ?? 0,
    sent_on: sent?.on ?? null,
    channel: sent?.channel ?? null,
    asked: request?.contacts.length ?? 0,
    bounced: request?.contacts.filter(({ bounced }) => bounced).length ?? 0,
    void_rounds: voidRounds,
    reminders,
    shape: shaped?.ofAgencies.get(agency) ?? null,
  }));

const meetingsOf = (state: OpenCase, calendar: WorkingCalendar): Projection['meetings'] => {
  const meeting = standingMeeting(state);
  if (meeting === undefined) return [];
  const { number, startsAt, diary, stage } = meeting;
  return [
    {
      reference: state.reference,
      meeting: number,
      starts_at: startsAt,
      stage,
      held_on: ifCovered(() => londonDateOf(calendar, startsAt)) ?? null,
      diary_date: diary?.date ?? null,
      diary_version: diary?.version ?? null,
    },
  ];
};

/** What a state does not say any more. */
export interface OfHistory {
  readonly firstDue: ReadonlyMap<ObligationKey, CivilDate>;
  readonly openedAt: Instant;
}

export const project = (
  state: AnyCase,
  calendar: WorkingCalendar,
  { firstDue, openedAt }: OfHistory,
): Projection => {
  const shaped = state.status === 'open' ? ifCovered(() => shapesOf(state, calendar)) : undefined;
  const { reference, status, nature, version } = state;
  const received = state.timestamps.referralReceived;
  const workedOut = ifCovered(() => timetableOfCase(state, calendar));
  const timetable = workedOut ?? NO_TIMETABLE;
  const count = (wanted: ObligationStatus): number =>
    timetable.lines.filter((line) => line.status === wanted).length;
  return {
    list: [
      {
        reference,
        status,
        nature,
        version,
        received_on:
          received === undefined ? null : (ifCovered(() => londonDateOf(calendar, received)) ?? null),
        headline: timetable.headline ?? null,
        listed_under: timetable.headline ?? END_OF_TIME,
        agencies: state.agencies.length,
        awaiting_anchor: count('awaitingAnchor'),
        open: count('open'),
        met: count('met'),
        missed: count('missed'),
        calendar: state.calendar,
        shape: shaped?.ofCase ?? null,
        opened_at: openedAt,
        followed: state.calendarChange ?? 0,
        listed_due: listedDueOf(state, workedOut),
        listed_due_version: version,
      },
    ],
    obligations: timetable.lines.map((line, position) => ({
      reference,
      position,
      key: line.key,
      obligation: line.obligation,
      status: line.status,
      agency: line.agency ?? null,
      opens: line.opens ?? null,
      due: line.due ?? null,
      done_on: line.doneOn ?? null,
      working_days_early: line.workingDaysEarly ?? null,
      first_due: firstDue.get(line.key) ?? line.due ?? null,
    })),
    requests: state.status === 'recordedOnly' ? [] : requestsOf(state, shaped),
    meetings: state.status === 'open' ? meetingsOf(state, calendar) : [],
    shapes: shaped?.bodies ?? [],
  };
};
