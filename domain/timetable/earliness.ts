// How many working days early or late something was done: by the calendar that the case had on the day it was done, so that what is said
// of it stays when the calendar changes later (R7, R8). By which date it is judged is recorded with it. Counted by the days that have changed
// since: the whole calendar of that day would be made for each line of each timetable. Only where it changed on that very day is it made.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import { countWorkingDays, ifCovered, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import { calendarsOn } from './calendarsOfCase';
import { dueDates } from './dueDates';
import type { CalendarFollowed, ObligationKey, TimetableFacts } from './facts';
import { keyOf } from './obligationKey';

/** Of each day that has changed since: whether it was a working day then. Its first change says what it was before. */
const workingThen = (since: readonly CalendarFollowed[]): ReadonlyMap<CivilDate, boolean> => {
  const then = new Map<CivilDate, boolean>();
  for (const { days } of since)
    for (const { date, change } of days) if (!then.has(date)) then.set(date, change === 'listed');
  return then;
};

/**
 * Working days between the day it was done and the due day; negative is late. Late on a day off is as late as the next working day. Where the
 * calendar changed on that very day, by the first of the day's calendars that gives the date it was due by.
 * Nothing of a day that the calendar does not know, such as one of a mistyped year: that it cannot be said must not take the rest of the
 * timetable away.
 */
export const earliness = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  key: ObligationKey,
  on: CivilDate,
  due: CivilDate,
): number | undefined =>
  ifCovered(() => {
    const { calendarsFollowed = [] } = facts;
    const since = calendarsFollowed.filter(({ at }) => londonDateOf(calendar, at) >= on);
    const thatDay = since.filter(({ at }) => londonDateOf(calendar, at) === on).length;
    const early = (changes: readonly CalendarFollowed[]): number => {
      const changed = workingThen(changes);
      const between = (from: CivilDate, to: CivilDate): number =>
        [...changed].reduce(
          (count, [date, worked]) =>
            from < date && date <= to ? count + Number(worked) - Number(isWorkingDay(calendar, date)) : count,
          countWorkingDays(calendar, from, to),
        );
      if (on <= due) return between(on, due);
      return -between(due, on) - ((changed.get(on) ?? isWorkingDay(calendar, on)) ? 0 : 1);
    };
    // By each calendar of that day, in order.
    const last = early(since.slice(thatDay));
    const counts = Array.from({ length: thatDay }, (_, inForce) => early(since.slice(inForce)));
    if (counts.every((count) => count === last)) return last;
    const which = calendarsOn(facts, calendar, on).findIndex(
      (had) => dueDates(facts, had).find((one) => keyOf(one) === key)?.due === due,
    );
    return counts[which] ?? last;
  });
