// The questions that every contender is asked: days in an order that no processor can foresee, and yet the same in each
// run. Texts come out of JSON, as a request brings them.

import { fromDayNumber, type CivilDate, type DayNumber } from '../domain/calendar/civilDate';
import type { WorkingCalendar } from '../domain/calendar/workingCalendar';

/** Far enough from the ends for fifteen working days. */
const AWAY = 40;

const daysWithin = ({ first, last }: WorkingCalendar): { readonly from: number; readonly count: number } => ({
  from: first + AWAY,
  count: last - first + 1 - 2 * AWAY,
});

/** Marsaglia's xorshift: 32 bits that look like chance, from a fixed start. */
const shuffled = (): (() => number) => {
  let bits = 2_463_534_242;
  return () => {
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    return bits >>> 0;
  };
};

export const scatteredDays = (calendar: WorkingCalendar, count: number): Int32Array => {
  const { from, count: choice } = daysWithin(calendar);
  const next = shuffled();
  return Int32Array.from({ length: count }, () => from + (next() % choice));
};

export const scatteredTexts = (calendar: WorkingCalendar, count: number): readonly string[] =>
  JSON.parse(
    JSON.stringify(Array.from(scatteredDays(calendar, count), (day) => fromDayNumber(day as DayNumber))),
  ) as readonly string[];

/** Every fifth day of the span: each weekday, and each part of each year. */
export const everyFifthDay = (calendar: WorkingCalendar): readonly CivilDate[] => {
  const { from, count } = daysWithin(calendar);
  return Array.from({ length: Math.ceil(count / 5) }, (_, index) =>
    fromDayNumber((from + index * 5) as DayNumber),
  );
};
