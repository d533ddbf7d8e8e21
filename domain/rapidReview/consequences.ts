// What an act changes beside what it says: dates that moved, a window that is gone or that the meeting has left, outcomes
// to be restated. Pure comparisons of before and after; when they are asked is `decide.ts`.

import { londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates } from '../timetable/dueDates';
import { keyOf } from '../timetable/facts';
import type { Corrected } from './clock/outcomes';
import type { Command } from './commands';
import type { EventBody } from './events';
import { departureOf, meetingWindow, standingMeeting } from './meeting/window';
import type { OpenCase, RapidReview } from './state';

/** The dates of obligations that stayed open and moved because of the act (R7). */
export const movedDates = (
  before: RapidReview,
  after: OpenCase,
  calendar: WorkingCalendar,
): readonly EventBody[] => {
  if (before.status !== 'open') return [];
  const was = new Map(dueDates(before, calendar).map((due) => [keyOf(due), due]));
  const moves = dueDates(after, calendar).flatMap((due) => {
    const earlier = was.get(keyOf(due))?.due;
    const done = before.outcomes[keyOf(due)]?.on !== undefined;
    return due.due === undefined || earlier === undefined || earlier === due.due || done
      ? []
      : [{ key: keyOf(due), was: earlier, due: due.due }];
  });
  return moves.length === 0 ? [] : [{ kind: 'DatesMoved', body: { moves } }];
};

/** The headline has come so close that the meeting window is left no day. */
export const windowGone = (
  before: RapidReview,
  after: OpenCase,
  calendar: WorkingCalendar,
): readonly EventBody[] => {
  const squeezed = (state: OpenCase) => dueDates(state, calendar).find((due) => due.squeezed === true)?.due;
  const earliestWorkable = squeezed(after);
  if (earliestWorkable === undefined) return [];
  if (before.status === 'open' && squeezed(before) === earliestWorkable) return [];
  const headline = dueDates(after, calendar)
    .flatMap(({ obligation, due }) => (obligation === 'completePanel' && due !== undefined ? [due] : []))
    .at(0);
  return headline === undefined
    ? []
    : [{ kind: 'MeetingWindowLeavesNothing', body: { headline, earliestWorkable } }];
};

/** The meeting that stands, as it lies to its window; nothing where it lies inside. */
const outsideWindow = (state: RapidReview, calendar: WorkingCalendar) => {
  const meeting = state.status === 'open' ? standingMeeting(state) : undefined;
  if (state.status !== 'open' || meeting?.stage !== 'arranged' || state.decisions.length > 0)
    return undefined;
  const on = londonDateOf(calendar, meeting.startsAt);
  const departure = departureOf(meetingWindow(state, calendar), on);
  return departure === undefined ? undefined : { meeting: meeting.number, on, ...departure };
};

/**
 * R3, R7: the window moved away from the meeting, or the diary moved the meeting out of it. Whoever moved it themselves,
 * with a reason, knows.
 */
export const windowLeft = (
  before: RapidReview,
  after: OpenCase,
  calendar: WorkingCalendar,
  byDiary: boolean,
): readonly EventBody[] => {
  const now = outsideWindow(after, calendar);
  const then = before.status === 'open' ? standingMeeting(before) : undefined;
  const same = then?.startsAt === standingMeeting(after)?.startsAt;
  if (now === undefined || (!same && !byDiary)) return [];
  return same && outsideWindow(before, calendar) !== undefined
    ? []
    : [{ kind: 'MeetingOutsideWindow', body: now }];
};

/** What the act puts right, so that outcomes that rest on it are restated (R8). */
export const correctedBy = (command: Command): Corrected | undefined => {
  if (command.kind === 'correctTimestamp') return { timestamp: command.timestamp };
  // R22: the earliest receipt counts, as if it had been recorded so from the first.
  if (command.kind === 'absorbCase') return { timestamp: 'referralReceived' };
  return command.kind === 'correctReturn' || command.kind === 'sendBackReturn'
    ? { agency: command.agency }
    : undefined;
};
