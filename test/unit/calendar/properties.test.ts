// R1 and R2 as properties, and against a second implementation by another method: a plain walk, day by day.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  civilDate,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  type CivilDate,
  type DayNumber,
} from '../../../domain/calendar/civilDate';
import { instant, parseInstant } from '../../../domain/calendar/instant';
import { endOfDay, londonDateOf } from '../../../domain/calendar/londonTime';
import {
  addWorkingDays,
  countWorkingDays,
  ifCovered,
  isWorkingDay,
} from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar, officialHolidays } from '../calendars';
import { runs } from '../runs';

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
      { numRuns: runs(3000) },
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
      { numRuns: runs(300) },
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

  it('returns forwards then backwards from a working day, and backwards then forwards', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -80, max: 80 }), (start, days) => {
        fc.pre(isWorkingDay(officialCalendar, start));
        expect(addWorkingDays(officialCalendar, addWorkingDays(officialCalendar, start, days), -days)).toBe(
          start,
        );
      }),
    );
  });

  it('is monotone in the start and in the days', () => {
    fc.assert(
      fc.property(day, day, amount, amount, (a, b, n, m) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        const [fewer, more] = n <= m ? [n, m] : [m, n];
        const due = (start: CivilDate, days: number) => addWorkingDays(officialCalendar, start, days);
        // 0 days is the start itself, a weekend too: only counts in one direction can be compared by their start.
        if (fewer !== 0) expect(due(earlier, fewer) <= due(later, fewer)).toBe(true);
        expect(due(earlier, fewer) <= due(earlier, more)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  it('a wider calendar never changes an answer inside a narrower one', () => {
    const listed = officialHolidays.map(({ date }) => date);
    const narrow = calendarOf(
      listed.filter((date) => date >= '2019' && date < '2023'),
      2019,
      2022,
    );
    const within = fc
      .integer({ min: toDayNumber(civilDate('2019-01-01')), max: toDayNumber(civilDate('2022-12-31')) })
      .map((n) => fromDayNumber(n as DayNumber));
    fc.assert(
      fc.property(within, within, fc.integer({ min: -600, max: 600 }), (from, to, days) => {
        const inside = ifCovered(() => addWorkingDays(narrow, from, days));
        if (inside !== undefined) expect(addWorkingDays(officialCalendar, from, days)).toBe(inside);
        expect(countWorkingDays(officialCalendar, from, to)).toBe(countWorkingDays(narrow, from, to));
        expect(isWorkingDay(officialCalendar, from)).toBe(isWorkingDay(narrow, from));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('one more holiday never makes a forward date earlier, nor a backward one later', () => {
    const around = fc.integer({ min: FIRST, max: FIRST + 300 });
    fc.assert(
      fc.property(fc.array(around, { maxLength: 30 }), around, around, amount, (off, more, from, days) => {
        const dates = off.map((n) => fromDayNumber(n as DayNumber));
        const start = fromDayNumber(from as DayNumber);
        const before = addWorkingDays(calendarOf(dates, 2011, 2015), start, days);
        const inserted = [...dates, fromDayNumber(more as DayNumber)];
        const after = addWorkingDays(calendarOf(inserted, 2011, 2015), start, days);
        expect(days >= 0 ? after >= before : after <= before).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('clock changes never move a date: any hour of a day counts from that day, and due is its last second', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const changes = officialCalendar.snapshot.londonOffsets.map(({ from }) => from);
    const near = fc
      .constantFrom(...changes.slice(1, -1))
      .chain((change) => fc.integer({ min: -3, max: 3 }).map((days) => change + days * 86_400_000));
    fc.assert(
      fc.property(near, minutes, amount, (around, minute, days) => {
        const date = new Date(around).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }) as CivilDate;
        const end = endOfDay(officialCalendar, date);
        const start = endOfDay(officialCalendar, addDays(date, -1)) + 1000;
        const at = Math.min(start + minute * 60_000, end);
        expect(londonDateOf(officialCalendar, instant(at))).toBe(date);
        expect(londonDateOf(officialCalendar, instant(end + 999))).toBe(date);
        expect(londonDateOf(officialCalendar, instant(end + 1000))).toBe(addDays(date, 1));
        if (date < '2012-06' || date > '2028-06') return;
        const fromHour = addWorkingDays(officialCalendar, londonDateOf(officialCalendar, instant(at)), days);
        expect(fromHour).toBe(addWorkingDays(officialCalendar, date, days));
      }),
      { numRuns: runs(1000) },
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

  it('are told from everything else', () => {
    const wrong = [
      '',
      '2026-03-3',
      '2026-03-301',
      '2026/03/30',
      '２026-03-30',
      ' 2026-3-30',
      '2026-0a-30',
      '20a6-03-30',
    ];
    const outside = [
      '2026-00-10',
      '2026-13-10',
      '2026-03-00',
      '2026-03-32',
      '0000-03-30',
      '1900-02-29',
      '2100-02-29',
    ];
    expect([...wrong, ...outside].map(parseCivilDate)).toEqual([...wrong, ...outside].map(() => undefined));
    const right = ['0001-01-01', '9999-12-31', '2000-02-29', '2400-02-29', '2026-12-31'];
    expect(right.map(parseCivilDate)).toEqual(right);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const known = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
        if (!known) expect(parseCivilDate(text)).toBeUndefined();
      }),
    );
  });

  it('correspond so many months on, or are the last day of a shorter month', () => {
    const on = (date: string, months: number) => addMonths(civilDate(date), months);
    expect(on('2026-08-31', 6)).toBe('2027-02-28');
    expect(on('2027-08-31', 6)).toBe('2028-02-29');
    expect(on('2028-02-29', 12)).toBe('2029-02-28');
    expect(on('2026-07-31', 2)).toBe('2026-09-30');
    expect(on('2026-12-15', 1)).toBe('2027-01-15');
    expect(on('2026-01-31', -2)).toBe('2025-11-30');
    expect(on('2026-04-14', 12)).toBe('2027-04-14');
  });

  it('instants need a zone and a day that exists', () => {
    expect(
      ['2026-03-30T16:20:00', '2026-06-31T10:00:00Z', '2026-02-29T10:00Z', 'tomorrow'].map(parseInstant),
    ).toEqual(Array.from({ length: 4 }));
    expect(parseInstant('2026-03-30T16:20:00+01:00')).toBe(Date.UTC(2026, 2, 30, 15, 20));
  });
});
