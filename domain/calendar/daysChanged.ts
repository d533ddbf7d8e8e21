// On which days two calendars do not agree: what a change of the bank holidays changes, as far as it moves anything.

import type { CalendarSnapshot, Holiday } from './calendarSnapshot';
import { earlierFirst, isWeekend, type CivilDate } from './civilDate';

/** A day on which the two calendars do not agree. */
export interface DayChanged {
  readonly date: CivilDate;
  readonly title: string;
  readonly change: 'listed' | 'withdrawn';
}

const only = (of: readonly Holiday[], notIn: readonly Holiday[]): readonly Holiday[] => {
  const dates = new Set(notIn.map(({ date }) => date));
  return of.filter(({ date }) => !dates.has(date) && !isWeekend(date));
};

/** In order of date, from `since` on, within the days that both calendars cover: one more year known changes no date. */
export const daysChanged = (
  before: CalendarSnapshot,
  after: CalendarSnapshot,
  since: CivilDate = before.covers.from,
): readonly DayChanged[] => {
  const from = before.covers.from > after.covers.from ? before.covers.from : after.covers.from;
  const to = before.covers.to < after.covers.to ? before.covers.to : after.covers.to;
  return [
    ...only(after.holidays, before.holidays).map(({ date, title }) => ({
      date,
      title,
      change: 'listed' as const,
    })),
    ...only(before.holidays, after.holidays).map(({ date, title }) => ({
      date,
      title,
      change: 'withdrawn' as const,
    })),
  ]
    .filter(({ date }) => date >= since && date >= from && date <= to)
    .sort(earlierFirst);
};

/** Each day once, in order of date. */
export const eachDayOnce = (days: readonly DayChanged[]): readonly DayChanged[] =>
  [...new Map(days.map((day) => [`${day.date} ${day.change}`, day])).values()].sort(earlierFirst);

/** Days that are holidays in both under another title: no date moves by that. */
export const titlesChanged = (
  before: CalendarSnapshot,
  after: CalendarSnapshot,
): readonly { readonly date: CivilDate; readonly was: string; readonly is: string }[] => {
  const were = new Map(before.holidays.map(({ date, title }) => [date, title]));
  return after.holidays.flatMap(({ date, title: is }) => {
    const was = were.get(date);
    return was === undefined || was === is ? [] : [{ date, was, is }];
  });
};
