// Civil dates where a year, a month or a century ends, in every year there is; and texts that are nearly dates.

import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  civilDate,
  fromDayNumber,
  isWeekend,
  parseCivilDate,
  sayDate,
  toDayNumber,
  weekdayOf,
  type DayNumber,
} from '../../../domain/calendar/civilDate';

const DAY = 86_400_000;
const EVERY_YEAR = Array.from({ length: 9999 }, (_, index) => index + 1);

/** As the platform writes that day of that year; the zeroth is the last of the month before. */
const platformDay = (year: number, month: number, day: number): [string, number] => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return [at.toISOString().slice(0, 10), at.getTime() / DAY];
};

describe('day numbers', () => {
  it('are those of the platform on both sides of each end of February and of the year, in every year', () => {
    const different = EVERY_YEAR.flatMap((year) =>
      [platformDay(year, 1, 1), platformDay(year, 3, 0), platformDay(year, 3, 1), platformDay(year, 12, 31)]
        .filter(([text, day]) => {
          const date = parseCivilDate(text);
          return date === undefined || toDayNumber(date) !== day || fromDayNumber(day as DayNumber) !== text;
        })
        .map(([text]) => text),
    );
    expect(different).toEqual([]);
  });

  it('are those of the platform on each day of a leap year and of the year after it, on both sides of 1970', () => {
    const days = [platformDay(1968, 1, 1), platformDay(2028, 1, 1)].flatMap(([, first]) =>
      Array.from({ length: 731 }, (_, index) => first + index),
    );
    const different = days.filter((day) => {
      const platform = new Date(day * DAY);
      const date = fromDayNumber(day as DayNumber);
      const weekday = (platform.getUTCDay() + 6) % 7;
      return (
        date !== platform.toISOString().slice(0, 10) ||
        toDayNumber(date) !== day ||
        weekdayOf(day as DayNumber) !== weekday ||
        isWeekend(date) !== weekday > 4
      );
    });
    expect(different).toEqual([]);
  });

  it('go on from the last day of a month to the first of the next', () => {
    expect(addDays(civilDate('1999-12-31'), 1)).toBe('2000-01-01');
    expect(addDays(civilDate('2000-02-28'), 2)).toBe('2000-03-01');
    expect(addDays(civilDate('2100-02-28'), 1)).toBe('2100-03-01');
    expect(addDays(civilDate('2026-03-01'), -1)).toBe('2026-02-28');
  });
});

describe('the last day of each month', () => {
  const lengths = (year: number): readonly number[] =>
    Array.from({ length: 12 }, (_, index) => {
      const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
      return (
        [28, 29, 30, 31, 32].filter((day) => parseCivilDate(`${month}-${day}`) !== undefined).length + 27
      );
    });

  it.each([
    [2026, 28],
    [2028, 29],
    [1900, 28],
    [2000, 29],
    [2100, 28],
    [4, 29],
  ])('in %i, whose February has %i days', (year, february) => {
    expect(lengths(year)).toEqual([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('is where a corresponding date that does not exist falls', () => {
    const ends = Array.from({ length: 12 }, (_, index) => addMonths(civilDate('2027-12-31'), index + 1));
    expect(ends.map((date) => date.slice(5))).toEqual([
      ...['01-31', '02-29', '03-31', '04-30', '05-31', '06-30'],
      ...['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'],
    ]);
  });
});

describe('a text that is nearly a date', () => {
  it.each([
    ...['2026-13-10', '2026-00-10'],
    ...['2026/03-30', '2026-03/30', '2026-03-3', '2026-03-301', '02026-03-30', '-026-03-30', '2 26-03-30'],
    ...['20:6-03-30', '202/-03-30', '/026-03-30', '2026-:3-30', '2026-03-/1', '2026-03-1:', '2026-003-3'],
  ])('%s is none', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });

  it('is none without its first year, and the first year has dates', () => {
    expect(parseCivilDate('0000-12-31')).toBeUndefined();
    expect(parseCivilDate('0001-01-01')).toBe('0001-01-01');
    expect(sayDate(civilDate('0001-01-01'))).toBe('Monday 1 January 0001');
  });
});
