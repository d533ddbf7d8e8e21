// The timetable of a case: every obligation with its date, how it was worked out, and whether it is open, met or
// missed, early or late by how many working days. Derived whenever it is asked for; never stored as truth.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { COMPLETIONS } from '../policy/policyProfile';
import { dueDates, headlineOf, type Counting, type Due } from './dueDates';
import { earliness } from './earliness';
import type { ObligationKey, TimetableFacts } from './facts';
import { keyOf, type ObligationRef } from './obligationKey';

/** `lapsed`: the case ended before it was done or missed (R20). */
export const OBLIGATION_STATUSES = ['awaitingAnchor', 'open', 'met', 'missed', 'lapsed'] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

export interface TimetableLine extends ObligationRef {
  readonly key: ObligationKey;
  readonly status: ObligationStatus;
  readonly paragraph: string;
  /** Absent once met, as what it is counted by. */
  readonly opens?: CivilDate;
  readonly due?: CivilDate;
  /** Absent once met: the date it was met under is a recorded fact (R7). */
  readonly counting?: Counting;
  readonly squeezed?: true;
  /** What was agreed after the miss, which stands: expected by then, late all the same. */
  readonly agreedSince?: CivilDate;
  readonly doneOn?: CivilDate;
  /** Working days between the day done and the due day; negative is late. */
  readonly workingDaysEarly?: number;
}

export interface Timetable {
  /** R4. Absent while nothing that completes the case is due. */
  readonly headline?: CivilDate;
  readonly lines: readonly TimetableLine[];
}

/** Nothing more falls due. */
const hasEnded = ({ status }: TimetableFacts): boolean => status === 'ended';

const isComplete = ({ outcomes }: TimetableFacts): boolean =>
  COMPLETIONS.every((obligation) => outcomes[keyOf({ obligation })]?.on !== undefined);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The notification may have gone and nobody know since when the local authority was aware: done, in time or not (R3). */
const doneUndated = (
  { timestamps: { notificationSent } }: TimetableFacts,
  calendar: WorkingCalendar,
  { obligation }: Due,
): CivilDate | undefined =>
  obligation === 'notification' && notificationSent !== undefined
    ? londonDateOf(calendar, notificationSent)
    : undefined;

// Built field by field, not spread together: a case has fifty lines, and every mail, read and reminder asks for them.
const lineOf = (facts: TimetableFacts, calendar: WorkingCalendar, due: Due): TimetableLine => {
  const key = keyOf(due);
  const outcome = facts.outcomes[key];
  const line: Writable<TimetableLine> = {
    obligation: due.obligation,
    key,
    paragraph: due.rule.paragraph,
    status: outcome?.kind ?? (hasEnded(facts) ? 'lapsed' : 'open'),
  };
  if (due.agency !== undefined) line.agency = due.agency;
  if (due.opens !== undefined && outcome?.on === undefined) line.opens = due.opens;
  if (outcome?.on !== undefined) {
    line.due = outcome.due;
    line.doneOn = outcome.on;
    const early = earliness(facts, calendar, key, outcome.on, outcome.due);
    if (early !== undefined) line.workingDaysEarly = early;
  } else if (due.due === undefined) {
    const done = doneUndated(facts, calendar, due);
    if (done !== undefined) line.doneOn = done;
    if (done !== undefined || line.status !== 'lapsed') line.status = 'awaitingAnchor';
  } else if (due.missStands === true && outcome !== undefined) {
    // The count is that of the date agreed: of the one that was missed the explanation of the line tells.
    line.due = outcome.due;
    line.agreedSince = due.due;
  } else {
    line.due = due.due;
    if (due.counting !== undefined) line.counting = due.counting;
    if (due.squeezed !== undefined) line.squeezed = due.squeezed;
  }
  return line;
};

/** Throws `BeyondCalendar` where a date lies outside the snapshot. */
export const timetableOf = (facts: TimetableFacts, calendar: WorkingCalendar): Timetable => {
  const lines = dueDates(facts, calendar).map((due) => lineOf(facts, calendar, due));
  // R4: of what is still open. Once the Rapid Review is complete nothing more is headed for.
  const headline = hasEnded(facts) || isComplete(facts) ? undefined : headlineOf(facts, lines);
  return { ...(headline === undefined ? {} : { headline }), lines };
};
