// R1 and R2 as properties, and against a second implementation by another method: a plain walk, day by day.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  civilDate,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  type CivilDate,
  type DayNumber,
} from '../../../domain/calendar/civilDate';
import { parseInstant } from '../../../domain/calendar/instant';
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar, officialHolidays } from '../calendars';

const FIRST = toDayNumber(civilDate('2012-06-01'));
const LAST = toDayNumber(civilDate('2028-06-30'));
const day = fc.integer({ min: FIRST, max: LAST }).map((n) => fromDayNumber(n as DayNumber));
const amount = fc.integer({ min: -80, max: 80 });

const closed = new Set<string>(officialHolidays.map(({ date }) => date));
const walk = (start: CivilDate, days: number, off: ReadonlySet<string>): CivilDate => {
  let date = new Date(`${start}T12:00:00Z`);
  for (let left = Math.abs(days); left > 0;) {
    date = new Date(date.getTime() + Math.sign(days) * 86_400_000);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!weekend && !off.has(date.toISOString().slice(0, 10))) left -= 1;
  }
  return civilDate(date.toISOString().slice(0, 10));
};

describe('R1: counting working days', () => {
  it('agrees with a plain walk over the official list', () => {
    fc.assert(
      fc.property(day, amount, (start, days) => {
        expect(addWorkingDays(officialCalendar, start, days)).toBe(walk(start, days, closed));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with a plain walk over invented lists', () => {
    const inventedDays = fc.array(fc.integer({ min: FIRST - 200, max: FIRST + 600 }), { maxLength: 60 });
    fc.assert(
      fc.property(inventedDays, fc.integer({ min: FIRST, max: FIRST + 300 }), amount, (off, from, days) => {
        const dates = off.map((n) => fromDayNumber(n as DayNumber));
        const start = fromDayNumber(from as DayNumber);
        expect(addWorkingDays(calendarOf(dates, 2011, 2015), start, days)).toBe(
          walk(start, days, new Set(dates)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('lands on a working day, and counting gives the number back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 80 }), (start, days) => {
        const due = addWorkingDays(officialCalendar, start, days);
        expect(isWorkingDay(officialCalendar, due)).toBe(true);
        expect(countWorkingDays(officialCalendar, start, due)).toBe(days);
      }),
    );
  });

  it('returns forwards then backwards from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 80 }), (start, days) => {
        fc.pre(isWorkingDay(officialCalendar, start));
        expect(addWorkingDays(officialCalendar, addWorkingDays(officialCalendar, start, days), -days)).toBe(
          start,
        );
      }),
    );
  });
});

describe('civil dates', () => {
  it('are the same by our arithmetic and by the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
        const date = fromDayNumber(n as DayNumber);
        expect(date).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(toDayNumber(date)).toBe(n);
        expect(addDays(date, 1)).toBe(fromDayNumber((n + 1) as DayNumber));
      }),
    );
  });

  it('exist or are refused', () => {
    expect(
      ['2026-02-30', '2026-13-01', '2026-1-05', '2025-02-29', '0000-01-01', '2026-04-31'].map(parseCivilDate),
    ).toEqual(Array.from({ length: 6 }));
    expect(parseCivilDate('2028-02-29')).toBe('2028-02-29');
  });

  it('instants need a zone and a day that exists', () => {
    expect(
      ['2026-03-30T16:20:00', '2026-06-31T10:00:00Z', '2026-02-29T10:00Z', 'tomorrow'].map(parseInstant),
    ).toEqual(Array.from({ length: 4 }));
    expect(parseInstant('2026-03-30T16:20:00+01:00')).toBe(Date.UTC(2026, 2, 30, 15, 20));
  });
});
