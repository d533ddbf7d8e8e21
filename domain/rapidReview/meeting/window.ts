// The meeting's window as it stands, by the facts of the case (C5, R3, R7), how a day lies to it, and whether the team hears that it is left
// no day.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { ObligationName } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import { dueDates } from '../../timetable/dueDates';
import type { TimetableFacts } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import type { MeetingWindowLeavesNothing } from '../clock/events';
import { reconsiders } from '../panel/reconsidered';
import type { CaseWithReview } from '../state';
import type { DayAmiss, DayRestored, Departure, WindowOpens } from './dayToWindow';
import { standingMeeting, type Meeting } from './state';

export interface MeetingWindow {
  readonly opens?: CivilDate;
  readonly closes: CivilDate;
}

/** The obligation that a meeting would meet. */
export type MetByMeeting = Extract<ObligationName, 'meeting' | 'reconsideration'>;

/** First and last day for a meeting; one that answers the Panel has no first. Nothing while the anchor is not known. Throws `BeyondCalendar`. */
export const meetingWindow = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  meets: MetByMeeting = 'meeting',
): MeetingWindow | undefined => {
  const due = dueDates(facts, calendar).find(({ obligation }) => obligation === meets);
  if (due?.due === undefined) return undefined;
  return { closes: due.due, ...(due.opens === undefined ? {} : { opens: due.opens }) };
};

/** What dates are counted from, and with. */
export interface CountedFrom {
  readonly state: TimetableFacts;
  readonly calendar: WorkingCalendar;
}

const leavesNothing = ({ state, calendar }: CountedFrom): MeetingWindowLeavesNothing['body'] | undefined => {
  const dues = dueDates(state, calendar);
  const earliestWorkable = dues.find(({ squeezed }) => squeezed === true)?.due;
  const headline = dues.find(({ obligation }) => obligation === 'completePanel')?.due;
  return earliestWorkable === undefined || headline === undefined
    ? undefined
    : { headline, earliestWorkable };
};

/** R3: the headline has come so close that the window is left no day, and was not so before. Throws `BeyondCalendar`. */
export const windowLeftNothing = (
  before: CountedFrom | undefined,
  after: CountedFrom,
): MeetingWindowLeavesNothing['body'] | undefined => {
  const left = leavesNothing(after);
  if (left === undefined) return undefined;
  const was = before === undefined ? undefined : leavesNothing(before);
  return was?.earliestWorkable === left.earliestWorkable ? undefined : left;
};

/** Whether the team hears that the window is left no day: while there is one to meet on, and nothing is decided. */
export const isWindowTold = (
  decided: boolean,
  { earliestWorkable }: MeetingWindowLeavesNothing['body'],
  calendar: WorkingCalendar,
  now: Instant,
): boolean => !decided && earliestWorkable >= londonDateOf(calendar, now);

/** Of a meeting that is still to be held. When the window closes is the date of the meeting, and moves as one. Throws `BeyondCalendar`. */
export const windowOpensAnew = (before: CountedFrom, after: CountedFrom): WindowOpens | undefined => {
  const held = ({ state }: CountedFrom): boolean =>
    state.outcomes[keyOf({ obligation: 'meeting' })]?.on !== undefined;
  if (held(before) || held(after)) return undefined;
  const was = meetingWindow(before.state, before.calendar)?.opens;
  const opens = meetingWindow(after.state, after.calendar)?.opens;
  return was === undefined || opens === undefined || was === opens ? undefined : { was, opens };
};

/** How a day departs from the window; nothing where it lies inside, or there is none. */
export const departureOf = (window: MeetingWindow | undefined, on: CivilDate): Departure | undefined => {
  if (window === undefined) return undefined;
  if (on > window.closes) return { way: 'late', ...window };
  return window.opens !== undefined && on < window.opens ? { way: 'early', ...window } : undefined;
};

/** R7, R9: the same, and whether the day has become a day off since it was arranged: then nobody will come. */
export const amissOn = (
  window: MeetingWindow | undefined,
  calendar: WorkingCalendar,
  on: CivilDate,
): DayAmiss | undefined =>
  window !== undefined && !isWorkingDay(calendar, on)
    ? { way: 'dayOff', ...window }
    : departureOf(window, on);

type Amiss = Pick<DayAmiss, 'way'>;

/** A day off is worse than a day outside the window, and told all the same; else nobody is told of the same meeting twice. */
export const isNewlyAmiss = (before: Amiss | undefined, now: Amiss): boolean =>
  before === undefined || (now.way === 'dayOff' && before.way !== 'dayOff');

/**
 * The reverse: what was amiss would be so newly, seen from how the day lies now. A day that is no longer a day off may still lie
 * outside the window. Nothing where it stays as wrong as it was.
 */
export const dayRestored = (
  before: Amiss | undefined,
  window: MeetingWindow | undefined,
  calendar: WorkingCalendar,
  on: CivilDate,
): DayRestored | undefined => {
  if (before === undefined || window === undefined) return undefined;
  const now = amissOn(window, calendar, on);
  if (!isNewlyAmiss(now, before) || now?.way === 'dayOff') return undefined;
  return { way: now?.way ?? 'inside', ...window };
};

/** Nothing once a decision was taken that the Panel has not disagreed with. */
export const metByMeeting = (state: CaseWithReview): MetByMeeting | undefined => {
  if (state.decisions.length === 0) return 'meeting';
  return reconsiders(state) ? 'reconsideration' : undefined;
};

/** That of a meeting which is arranged now. Throws `BeyondCalendar`. */
export const windowNow = (state: CaseWithReview, calendar: WorkingCalendar): MeetingWindow | undefined => {
  const meets = metByMeeting(state);
  return meets === undefined ? undefined : meetingWindow(state, calendar, meets);
};

/** The meeting whose day, papers and quorum still matter: arranged and not held already, not begun, and what it is to decide not decided before it. */
export const awaitedMeeting = (state: CaseWithReview): Meeting | undefined => {
  const meeting = standingMeeting(state);
  return meeting?.stage === 'arranged' && meeting.tookPlace !== true && metByMeeting(state) !== undefined
    ? meeting
    : undefined;
};

/** One working day before the meeting, by the profile. */
export const papersDay = (
  { profile }: Pick<CaseWithReview, 'profile'>,
  calendar: WorkingCalendar,
  meetingOn: CivilDate,
): CivilDate => addWorkingDays(calendar, meetingOn, -profileOf(profile).meetings.papersWorkingDaysBefore);
