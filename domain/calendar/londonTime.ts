// The way between instants and civil dates: Europe/London, by the offset changes the snapshot carries (R1).
// Clock changes never move a date, because dates are counted and only then turned into instants.

import type { CalendarSnapshot } from './calendarSnapshot';
import { type CivilDate, type DayNumber, fromDayNumber, toDayNumber } from './civilDate';
import { DAY, MINUTE, type Instant } from './instant';
import { BeyondCalendar, dateAt, type WorkingCalendar } from './workingCalendar';

/** A moment, and the London day that it counts for. */
export interface DayAndMoment {
  readonly on: CivilDate;
  readonly at: Instant;
}

/** London's minutes ahead of UTC: those of the last change at or before the instant. */
const offsetAt = ({ londonOffsets }: CalendarSnapshot, at: number): number => {
  let first = 0;
  let after = londonOffsets.length;
  while (first < after) {
    const middle = (first + after) >> 1;
    if ((londonOffsets[middle]?.from ?? at) <= at) first = middle + 1;
    else after = middle;
  }
  return londonOffsets[first - 1]?.minutes ?? 0;
};

const londonDay = ({ snapshot }: WorkingCalendar, at: Instant): DayNumber =>
  Math.floor((at + offsetAt(snapshot, at) * MINUTE) / DAY) as DayNumber;

/**
 * The day it is in London, for saying and never for counting: outside the span too, by the last clock change that is known, which
 * late on an evening may be the day before or after.
 */
export const londonDateToSay = (calendar: WorkingCalendar, at: Instant): CivilDate =>
  fromDayNumber(londonDay(calendar, at));

/** The day it is in London at that instant. Throws `BeyondCalendar` outside the span. */
export const londonDateOf = (calendar: WorkingCalendar, at: Instant): CivilDate => {
  const day = londonDay(calendar, at);
  if (day >= calendar.first && day <= calendar.last) return dateAt(calendar, day - calendar.first);
  throw new BeyondCalendar(fromDayNumber(day), calendar.snapshot.covers);
};

/** `16:20`, as a clock in London showed it. */
export const sayLondonTime = ({ snapshot }: WorkingCalendar, at: Instant): string => {
  const minutes = Math.floor((at / MINUTE + offsetAt(snapshot, at)) % (DAY / MINUTE));
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/**
 * The instant of a London wall time. Only times that occur once are asked for (midnight, 09:00, 16:30); the
 * hour that the clocks repeat in autumn or leave out in spring is never a due time.
 */
export const londonInstant = (
  calendar: WorkingCalendar,
  date: CivilDate,
  hour: number,
  minute = 0,
): Instant => {
  const wall = toDayNumber(date) * DAY + (hour * 60 + minute) * MINUTE;
  const guess = wall - offsetAt(calendar.snapshot, wall - 60 * MINUTE) * MINUTE;
  return (wall - offsetAt(calendar.snapshot, guess) * MINUTE) as Instant;
};

/** The first instant at which something due on `date` is late: midnight that ends the day (R1, R6). */
export const firstLateInstant = (calendar: WorkingCalendar, date: CivilDate): Instant =>
  londonInstant(calendar, date, 24);

/** 23:59:59 of the day in London, as the API and the mails say it. */
export const endOfDay = (calendar: WorkingCalendar, date: CivilDate): Instant =>
  (firstLateInstant(calendar, date) - 1000) as Instant;
