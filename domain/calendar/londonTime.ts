// The way between instants and civil dates: Europe/London, by the offset changes the snapshot carries (R1).
// Clock changes never move a date, because dates are counted and only then turned into instants.

import type { CalendarSnapshot } from './calendarSnapshot';
import { type CivilDate, type DayNumber, fromDayNumber, toDayNumber } from './civilDate';
import type { Instant } from './instant';
import { BeyondCalendar, type WorkingCalendar } from './workingCalendar';

const MINUTE = 60_000;
const DAY = 86_400_000;

const offsetAt = ({ londonOffsets }: CalendarSnapshot, at: number): number => {
  let minutes = 0;
  for (const change of londonOffsets) {
    if (change.from > at) break;
    minutes = change.minutes;
  }
  return minutes;
};

/** The day it is in London at that instant. Throws `BeyondCalendar` outside the span. */
export const londonDateOf = (calendar: WorkingCalendar, at: Instant): CivilDate => {
  const day = Math.floor((at + offsetAt(calendar.snapshot, at) * MINUTE) / DAY);
  const date = fromDayNumber(day as DayNumber);
  if (day < calendar.first || day > calendar.last) throw new BeyondCalendar(date, calendar.snapshot.covers);
  return date;
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
