// How many working days early or late something was done: by the calendar that the case had on the day it was done, so that what is said
// of it stays when the calendar changes later (R7, R8). By which date it is judged is recorded with it. Counted by the days that have changed
// since: the whole calendar of that day would be made for each line of each timetable. Only where it changed on that very day is it made.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import { countWorkingDays, ifCovered, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import { calendarsOn, changedOn } from './calendarsOfCase';
import { dueDates } from './dueDates';
import type { ObligationKey, TimetableFacts } from './facts';
import { keyOf } from './obligationKey';

/** Of each day that has changed since: whether it was a working day then. Its first change says what it was before. */
const workingThen = (
  { calendarsFollowed = [] }: Pick<TimetableFacts, 'calendarsFollowed'>,
  calendar: WorkingCalendar,
  on: CivilDate,
): ReadonlyMap<CivilDate, boolean> => {
  const then = new Map<CivilDate, boolean>();
  for (const { at, days } of calendarsFollowed) {
    if (londonDateOf(calendar, at) <= on) continue;
    for (const { date, change } of days) if (!then.has(date)) then.set(date, change === 'listed');
  }
  return then;
};

/** Where the calendar changed on that very day: the first of those of the day by which it was due then. */
const calendarOfDay = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  key: ObligationKey,
  on: CivilDate,
  due: CivilDate,
): WorkingCalendar | undefined =>
  changedOn(facts, calendar, on)
    ? calendarsOn(facts, calendar, on).find(
        (had) => dueDates(facts, had).find((one) => keyOf(one) === key)?.due === due,
      )
    : undefined;

const early = (
  on: CivilDate,
  due: CivilDate,
  between: (from: CivilDate, to: CivilDate) => number,
  wasWorkingDay: boolean,
): number => (on <= due ? between(on, due) : -between(due, on) - (wasWorkingDay ? 0 : 1));

/**
 * Working days between the day it was done and the due day; negative is late. Late on a day off is as late as the next working day.
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
    const then = calendarOfDay(facts, calendar, key, on, due);
    if (then !== undefined)
      return early(on, due, (from, to) => countWorkingDays(then, from, to), isWorkingDay(then, on));
    const changed = workingThen(facts, calendar, on);
    const between = (from: CivilDate, to: CivilDate): number =>
      [...changed].reduce(
        (count, [date, worked]) =>
          from < date && date <= to ? count + Number(worked) - Number(isWorkingDay(calendar, date)) : count,
        countWorkingDays(calendar, from, to),
      );
    return early(on, due, between, changed.get(on) ?? isWorkingDay(calendar, on));
  });
