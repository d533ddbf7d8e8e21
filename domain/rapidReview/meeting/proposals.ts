// Which days are proposed for the meeting: diarised dates inside the window first, else the working days of the window
// (C5). Proposing decides nothing; a meeting stands once it is arranged.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { OpenCase } from '../state';
import type { DiaryDate } from './diary';
import { windowNow } from './window';

export interface MeetingProposal {
  readonly on: CivilDate;
  /** A date of the sub-group's diary; else any hour of that working day. */
  readonly diary?: DiaryDate;
}

/** Empty where the window is over, or there is none yet. Throws `BeyondCalendar`. */
export const proposeMeetings = (
  state: OpenCase,
  calendar: WorkingCalendar,
  diary: readonly DiaryDate[],
  now: Instant,
): readonly MeetingProposal[] => {
  const window = windowNow(state, calendar);
  if (window === undefined) return [];
  const today = londonDateOf(calendar, now);
  const diarised = diary
    .filter(({ cancelled, startsAt }) => !cancelled && startsAt > now)
    .map((date) => ({ on: londonDateOf(calendar, date.startsAt), diary: date }))
    .filter(({ on }) => on >= (window.opens ?? on) && on <= window.closes && isWorkingDay(calendar, on))
    .sort((a, b) => a.diary.startsAt - b.diary.startsAt);
  if (diarised.length > 0) return diarised;
  const days: MeetingProposal[] = [];
  const tomorrow = addWorkingDays(calendar, today, 1);
  const { opens = tomorrow } = window;
  for (
    let on = opens > tomorrow ? opens : tomorrow;
    on <= window.closes;
    on = addWorkingDays(calendar, on, 1)
  )
    days.push({ on });
  return days;
};
