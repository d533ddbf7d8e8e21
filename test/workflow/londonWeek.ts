// London weeks for stories, ahead of a server's own now.

import {
  fromDayNumber,
  toDayNumber,
  weekdayOf,
  type CivilDate,
  type DayNumber,
} from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';

export const londonAt = (calendar: WorkingCalendar, date: CivilDate, hour: number, minute = 0): Instant =>
  londonInstant(calendar, date, hour, minute);

/** The next Monday at least two days ahead. */
export const nextMonday = (calendar: WorkingCalendar, now: Instant): CivilDate => {
  let day = toDayNumber(londonDateOf(calendar, now)) + 2;
  while (weekdayOf(day as DayNumber) !== 0) day += 1;
  return fromDayNumber(day as DayNumber);
};
