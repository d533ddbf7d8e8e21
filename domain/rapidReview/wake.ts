// The next moment at which time alone changes something: a miss, a reminder, a briefing, word of moved dates, a safety
// alert. One timer serves the whole case. What then happens is decided anew from the state, whoever won the race.

import { earliestOf, type Instant } from '../calendar/instant';
import { firstLateInstant } from '../calendar/londonTime';
import { ifCovered, type WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates } from '../timetable/dueDates';
import { keyOf } from '../timetable/obligationKey';
import { nextBriefingAt } from './clock/briefing';
import { lastBriefingAt } from './clock/lastBriefing';
import { movesToldAt } from './clock/moves';
import { rungsAhead } from './clock/rungs';
import { alertWakes } from './safety/decide';
import type { RapidReview } from './state';

/** Throws `BeyondCalendar`, which `decide` turns into a refusal; nothing when only people can move the case. */
export const wakeAt = (state: RapidReview, calendar: WorkingCalendar): Instant | undefined => {
  if (state.status === 'none') return undefined;
  const alerts = alertWakes(state);
  if (state.status === 'ended') {
    const briefing = lastBriefingAt(state, calendar);
    return earliestOf(briefing === undefined ? alerts : [...alerts, briefing]);
  }
  if (state.status !== 'open') return earliestOf(alerts);
  const misses = dueDates(state, calendar).flatMap((due) =>
    due.due === undefined || state.outcomes[keyOf(due)] !== undefined
      ? []
      : [firstLateInstant(calendar, due.due)],
  );
  const rungs = rungsAhead(state, calendar).map(({ at }) => at);
  const mails = [nextBriefingAt(state, calendar), movesToldAt(state, calendar)];
  return earliestOf([...alerts, ...misses, ...rungs, ...mails.filter((at) => at !== undefined)]);
};

/**
 * The same for a running case, which must not stop because its calendar has run out: what lies beyond waits for the next, and
 * the alerts go on (R23), also behind a moment that has come and brought nothing.
 */
export const wakeAtOrNever = (
  state: RapidReview,
  calendar: WorkingCalendar,
  now: Instant,
): Instant | undefined => {
  if (state.status === 'none') return undefined;
  const due = ifCovered(() => wakeAt(state, calendar)) ?? earliestOf(alertWakes(state));
  return due === undefined || due > now
    ? due
    : (earliestOf(alertWakes(state).filter((at) => at > now)) ?? due);
};
