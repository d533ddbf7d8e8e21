// When a meeting may begin: ahead, on a working day, by day; and one that took place already, when it may have been held. How its
// day lies to the window is not decided here.

import type { Instant } from '../../calendar/instant';
import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf, londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, whyNotWorking, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { dayOf, outsideItsTime, receiptOf } from '../datedInTime';
import { reconsiders } from '../panel/reconsidered';
import type { Rejection } from '../rejections';
import type { OpenCase } from '../state';
import { lastClosed } from './hold';
import { outOfOrder } from './outOfOrder';
import type { MeetingRejection } from './rejections';

/** Why no meeting can begin then. */
export type StartRejection = Extract<
  MeetingRejection,
  { readonly code: 'MeetingInPast' | 'MeetingOnDayOff' | 'MeetingAtNight' }
>;

/** An hour at night is a slip of the zone, also of what was held. */
const refusedHour = (
  { profile }: Pick<OpenCase, 'profile'>,
  calendar: WorkingCalendar,
  startsAt: Instant,
): StartRejection | undefined => {
  const on = londonDateOf(calendar, startsAt);
  const { startsFrom: from, startsUntil: until } = profileOf(profile).meetings;
  const byDay =
    startsAt >= londonInstant(calendar, on, 0, from) && startsAt <= londonInstant(calendar, on, 0, until);
  return byDay ? undefined : { code: 'MeetingAtNight', startsAt, from, until };
};

const refusedDayOff = (calendar: WorkingCalendar, startsAt: Instant): StartRejection | undefined => {
  const on = londonDateOf(calendar, startsAt);
  const why = whyNotWorking(calendar, on);
  return why === undefined
    ? undefined
    : { code: 'MeetingOnDayOff', on, why, next: addWorkingDays(calendar, on, 1) };
};

/** Also for the dates of the sub-group's diary, which are no case's own. */
export const refusedDay = (
  of: Pick<OpenCase, 'profile'>,
  calendar: WorkingCalendar,
  startsAt: Instant,
  now: Instant,
): StartRejection | undefined =>
  startsAt <= now
    ? { code: 'MeetingInPast', startsAt, now }
    : (refusedDayOff(calendar, startsAt) ?? refusedHour(of, calendar, startsAt));

/** Without a quorum in the morning the group may have met again that day (R14). */
const beforeLast = (
  state: OpenCase,
  calendar: WorkingCalendar,
  startsAt: Instant,
  on: CivilDate,
): Rejection | undefined => {
  const opened = state.meetings.findLast(({ openedAt }) => openedAt !== undefined)?.openedAt;
  const last = opened === undefined ? undefined : londonDateOf(calendar, opened);
  if (last === undefined || on > last) return undefined;
  if (on < last) return { code: 'MeetingNotAfterLast', on, last };
  return outOfOrder(startsAt, [{ what: 'meetingBefore', recorded: lastClosed(state) }]);
};

/** A case that is logged late may have met already: on a day since the referral came, on whichever it was. */
export const refusedHeld = (
  state: OpenCase,
  calendar: WorkingCalendar,
  startsAt: Instant,
  now: Instant,
): Rejection | undefined => {
  if (startsAt > now) return { code: 'MomentInFuture', at: startsAt, now };
  const on = londonDateOf(calendar, startsAt);
  const before = beforeLast(state, calendar, startsAt, on);
  if (before !== undefined) return before;
  // What answers the Panel was decided after it wrote (R19).
  const disagreed = dayOf('disagreement', reconsiders(state) ? state.panelDisagreedOn : undefined);
  const wrong =
    outsideItsTime(on, disagreed ?? receiptOf(state, calendar), calendar, now) ??
    refusedHour(state, calendar, startsAt);
  return wrong?.code === 'MeetingAtNight' ? { ...wrong, held: true } : wrong;
};
