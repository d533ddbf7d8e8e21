// The timetable of a case: every obligation with its date, how it was worked out, and whether it is open, met or
// missed, early or late by how many working days. Derived whenever it is asked for; never stored as truth.

import type { CivilDate } from '../calendar/civilDate';
import { countWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates, headlineOf, type Counting, type Due } from './dueDates';
import { keyOf, type ObligationKey, type ObligationRef, type TimetableFacts } from './facts';

export type ObligationStatus = 'awaitingAnchor' | 'open' | 'met' | 'missed';

export interface TimetableLine extends ObligationRef {
  readonly key: ObligationKey;
  readonly status: ObligationStatus;
  readonly paragraph: string;
  readonly opens?: CivilDate;
  readonly due?: CivilDate;
  /** Absent once met: the date it was met under is a recorded fact (R7). */
  readonly counting?: Counting;
  readonly squeezed?: true;
  readonly doneOn?: CivilDate;
  /** Working days between the day done and the due day; negative is late. */
  readonly workingDaysEarly?: number;
}

export interface Timetable {
  /** R4. Absent while nothing that completes the case is due. */
  readonly headline?: CivilDate;
  readonly lines: readonly TimetableLine[];
}

/** Late on a day off is as late as the next working day. */
const earliness = (calendar: WorkingCalendar, on: CivilDate, due: CivilDate): number =>
  on <= due
    ? countWorkingDays(calendar, on, due)
    : -countWorkingDays(calendar, due, on) - (isWorkingDay(calendar, on) ? 0 : 1);

const lineOf = (facts: TimetableFacts, calendar: WorkingCalendar, due: Due): TimetableLine => {
  const key = keyOf(due);
  const outcome = facts.outcomes[key];
  const line = {
    obligation: due.obligation,
    ...(due.agency === undefined ? {} : { agency: due.agency }),
    key,
    paragraph: due.rule.paragraph,
    ...(due.opens === undefined ? {} : { opens: due.opens }),
  };
  if (outcome?.on !== undefined) {
    const workingDaysEarly = earliness(calendar, outcome.on, outcome.due);
    return { ...line, status: outcome.kind, due: outcome.due, doneOn: outcome.on, workingDaysEarly };
  }
  if (due.due === undefined) return { ...line, status: 'awaitingAnchor' };
  return {
    ...line,
    status: outcome === undefined ? 'open' : 'missed',
    due: due.due,
    ...(due.counting === undefined ? {} : { counting: due.counting }),
    ...(due.squeezed === undefined ? {} : { squeezed: due.squeezed }),
  };
};

/** Throws `BeyondCalendar` where a date lies outside the snapshot. */
export const timetableOf = (facts: TimetableFacts, calendar: WorkingCalendar): Timetable => {
  const dues = dueDates(facts, calendar);
  const headline = headlineOf(facts, dues);
  return {
    ...(headline === undefined ? {} : { headline }),
    lines: dues.map((due) => lineOf(facts, calendar, due)),
  };
};
