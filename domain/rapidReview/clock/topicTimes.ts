// From when on what the team is told once holds, where that is counted in working days (R12): no meeting fixed, its papers due, the
// Panel silent, an escalation that waits. Which of them there are for a case is `topics.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant } from '../../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { dueDates } from '../../timetable/dueDates';
import type { TimetableFacts } from '../../timetable/facts';
import { papersDay } from '../meeting/window';
import { briefingAt, type Profiled, type Span } from './briefingTimes';

/** C5: no date fixed by WD2. Nothing while there is no referral to count from. */
export const meetingFixedBy = (facts: TimetableFacts, calendar: WorkingCalendar): CivilDate | undefined => {
  const due = dueDates(facts, calendar).find(({ obligation }) => obligation === 'meeting');
  const anchor = (due?.ordinary ?? due?.counting)?.anchorDate;
  return anchor === undefined
    ? undefined
    : addWorkingDays(calendar, anchor, profileOf(facts.profile).meetings.fixedByWorkingDay);
};

export const papersFrom = (profiled: Profiled, calendar: WorkingCalendar, meetingOn: CivilDate): Instant =>
  briefingAt(profiled, calendar, papersDay(profiled, calendar, meetingOn));

/** `since`: the last word between us. */
export const silentFrom = ({ profile }: Profiled, calendar: WorkingCalendar, since: CivilDate): Instant =>
  firstLateInstant(calendar, addWorkingDays(calendar, since, profileOf(profile).panelReplyWorkingDays));

/** A rung that waits for a coordinator's word is announced one working day before it would go; some ladders have none. */
export const escalationOf = (
  profiled: Profiled,
  calendar: WorkingCalendar,
  due: CivilDate,
): (Required<Span> & { readonly on: CivilDate }) | undefined => {
  const rung = profileOf(profiled.profile).ladder.find(({ onceConfirmed }) => onceConfirmed === true);
  if (rung === undefined) return undefined;
  const on = addWorkingDays(calendar, due, rung.workingDays);
  return {
    on,
    from: briefingAt(profiled, calendar, addWorkingDays(calendar, on, -1)),
    until: briefingAt(profiled, calendar, on),
  };
};
