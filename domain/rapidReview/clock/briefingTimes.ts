// When the mails of 09:00 go (R12): on working days, at the hour of the profile. What they say is `briefing.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf, londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import type { CaseWithReview } from '../state';

/** Whoever has a profile has hours of notices. */
export type Profiled = Pick<CaseWithReview, 'profile'>;

/** When something is told: in the next mail of 09:00 from then on, and not any more after that. */
export interface Span {
  readonly from: Instant;
  readonly until?: Instant;
}

/** When the briefing of a day goes. */
export const briefingAt = ({ profile }: Profiled, calendar: WorkingCalendar, on: CivilDate): Instant =>
  londonInstant(calendar, on, 0, profileOf(profile).noticesFrom);

/** R11: until when a notice of that day still goes, 16:30. */
export const lastMomentOf = ({ profile }: Profiled, calendar: WorkingCalendar, on: CivilDate): Instant =>
  londonInstant(calendar, on, 0, profileOf(profile).noticesUntil);

/** R11: a notice of 09:00 still goes until 16:30 of its day. Throws `BeyondCalendar`. */
export const stillGoes = (state: Profiled, calendar: WorkingCalendar, at: Instant, now: Instant): boolean =>
  at <= now && now <= lastMomentOf(state, calendar, londonDateOf(calendar, at));

/** The first working day whose 09:00 lies after `after`. */
const nextBriefingDay = (state: Profiled, calendar: WorkingCalendar, after: Instant): CivilDate => {
  const today = londonDateOf(calendar, after);
  // Day 0 itself, when it is a working day whose 09:00 is still ahead; else the next working day.
  const before = addWorkingDays(calendar, today, -1);
  const first = addWorkingDays(calendar, before, 1);
  return first >= today && briefingAt(state, calendar, first) > after
    ? first
    : addWorkingDays(calendar, first, 1);
};

/** The briefings after `after` whose 09:00 has come by now, in order. None beyond the calendar. */
export function* briefingsSince(
  state: Profiled,
  calendar: WorkingCalendar,
  after: Instant,
  now: Instant,
): Generator<{ readonly on: CivilDate; readonly at: Instant }> {
  for (let before = after; ;) {
    const on = ifCovered(() => nextBriefingDay(state, calendar, before));
    if (on === undefined) return;
    const at = briefingAt(state, calendar, on);
    if (at > now) return;
    yield { on, at };
    before = at;
  }
}

/** The first 09:00 of a working day that lies after `after`. */
export const nextNine = (state: Profiled, calendar: WorkingCalendar, after: Instant): Instant =>
  briefingAt(state, calendar, nextBriefingDay(state, calendar, after));

/** The 09:00 after `after` at which something is told; nothing where it is over by then. What begins at 09:00 is told at that same 09:00. */
export const toldAt = (
  state: Profiled,
  calendar: WorkingCalendar,
  { from, until }: Span,
  after: Instant,
): Instant | undefined => {
  const at = nextNine(state, calendar, Math.max(after, from - 1) as Instant);
  return until !== undefined && at >= until ? undefined : at;
};
