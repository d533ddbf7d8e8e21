// The calendar at its edges: what is said when a question reaches beyond it, which spans can be counted with at all,
// the hours around a change of the clocks, and the words for a day.

import { describe, expect, it } from '@jest/globals';
import { calendarWarning } from '../../../domain/calendar/calendarEnds';
import {
  addDays,
  civilDate,
  isWeekend,
  sayDate,
  sayShortDate,
  weekdayName,
} from '../../../domain/calendar/civilDate';
import { formatInstant, instant, parseInstant, type Instant } from '../../../domain/calendar/instant';
import {
  endOfDay,
  firstLateInstant,
  londonDateOf,
  londonInstant,
  sayLondonTime,
} from '../../../domain/calendar/londonTime';
import {
  addWorkingDays,
  BeyondCalendar,
  countWorkingDays,
  holidayOn,
  ifCovered,
  isWorkingDay,
  whyNotWorking,
  workingCalendar,
  type WorkingCalendar,
} from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar } from '../calendars';

const at = (text: string): Instant => parseInstant(text) as Instant;
const utc = (moment: Instant): string => formatInstant(moment);
const messageOf = (ask: () => unknown): string => {
  try {
    ask();
  } catch (error) {
    if (error instanceof BeyondCalendar) return error.message;
    throw error;
  }
  return 'answered';
};

describe('beyond the calendar', () => {
  const year = calendarOf(['2026-01-01', '2026-12-31'], 2026, 2026);
  const covers = 'lies outside the calendar, which covers 2026-01-01 to 2026-12-31';

  it.each([
    ['2026-12-29', 2, `2 working days after 2026-12-29 ${covers}`],
    ['2026-12-29', 1, 'answered'],
    ['2026-01-05', -1, 'answered'],
    ['2026-01-05', -2, `2 working days before 2026-01-05 ${covers}`],
    ['2026-01-01', -1, `1 working days before 2026-01-01 ${covers}`],
    ['2027-01-01', 1, `2027-01-01 ${covers}`],
    ['2025-12-31', 1, `2025-12-31 ${covers}`],
  ])('%s and %i working days', (start, days, said) => {
    expect(messageOf(() => addWorkingDays(year, civilDate(start), days))).toBe(said);
  });

  it('no days is the start, wherever it is', () => {
    expect(addWorkingDays(year, civilDate('2030-05-05'), 0)).toBe('2030-05-05');
  });

  it('is said of a day, a count and a moment as well', () => {
    expect(messageOf(() => isWorkingDay(year, civilDate('2027-01-01')))).toBe(`2027-01-01 ${covers}`);
    expect(messageOf(() => countWorkingDays(year, civilDate('2026-05-05'), civilDate('2027-01-02')))).toBe(
      `2027-01-02 ${covers}`,
    );
    expect(messageOf(() => londonDateOf(year, at('2027-01-01T00:00:00Z')))).toBe(`2027-01-01 ${covers}`);
    expect(messageOf(() => londonDateOf(year, at('2025-12-31T23:59:59Z')))).toBe(`2025-12-31 ${covers}`);
    expect(
      [at('2026-01-01T00:00:00Z'), at('2026-12-31T23:59:59Z')].map((moment) => londonDateOf(year, moment)),
    ).toEqual(['2026-01-01', '2026-12-31']);
  });

  it('the first and the last day are answered for', () => {
    expect(isWorkingDay(year, civilDate('2026-01-01'))).toBe(false);
    expect(isWorkingDay(year, civilDate('2026-12-31'))).toBe(false);
    expect(countWorkingDays(year, civilDate('2026-01-01'), civilDate('2026-12-31'))).toBe(259);
  });

  it('may be waited out, and any other failure is not', () => {
    expect(ifCovered(() => addWorkingDays(year, civilDate('2026-12-30'), 5))).toBeUndefined();
    expect(ifCovered(() => addWorkingDays(year, civilDate('2026-12-23'), 1))).toBe('2026-12-24');
    expect(() =>
      ifCovered(() => {
        throw new TypeError('another');
      }),
    ).toThrow(TypeError);
  });

  it('carries what was asked and what is covered', () => {
    const error = new BeyondCalendar('something', year.snapshot.covers);
    expect([error.name, error.asked, error.covers]).toEqual([
      'BeyondCalendar',
      'something',
      year.snapshot.covers,
    ]);
  });
});

describe('a span that can be counted with', () => {
  const spanning = (from: string, to: string) => () =>
    workingCalendar({
      ...officialCalendar.snapshot,
      covers: { from: civilDate(from), to: civilDate(to) },
      holidays: [],
    });

  it('has a day, and at most 65,535', () => {
    expect(spanning('2026-05-05', '2026-05-05')).not.toThrow();
    expect(spanning('2026-05-05', '2026-05-04')).toThrow('a calendar of 0 days cannot be counted with');
    expect(spanning('1900-01-01', '2079-06-05')).not.toThrow();
    expect(spanning('1900-01-01', '2079-06-06')).toThrow('a calendar of 65536 days cannot be counted with');
  });
});

describe('a table of a few days of the span', () => {
  const { snapshot } = officialCalendar;
  const within = { from: civilDate('2026-03-30'), to: civilDate('2026-04-10') };
  const few = workingCalendar(snapshot, within);
  const dates = Array.from({ length: 12 }, (_, index) => addDays(within.from, index));

  it('answers of its days as the whole does', () => {
    const asked = (calendar: WorkingCalendar) =>
      dates.map((date) => [
        isWorkingDay(calendar, date),
        whyNotWorking(calendar, date),
        countWorkingDays(calendar, within.from, date),
        countWorkingDays(calendar, date, within.to),
      ]);
    expect(asked(few)).toEqual(asked(officialCalendar));
    expect(addWorkingDays(few, within.from, 7)).toBe('2026-04-10');
    expect(addWorkingDays(few, within.to, -7)).toBe('2026-03-30');
  });

  it('answers of no other day', () => {
    expect(() => isWorkingDay(few, civilDate('2026-04-11'))).toThrow(BeyondCalendar);
    expect(() => isWorkingDay(few, civilDate('2026-03-29'))).toThrow(BeyondCalendar);
    expect(() => addWorkingDays(few, within.from, 8)).toThrow(BeyondCalendar);
    expect(() => addWorkingDays(few, within.to, -8)).toThrow(BeyondCalendar);
  });
});

describe('why a day does not count', () => {
  it.each([
    ['2026-04-03', 'Good Friday'],
    ['2026-04-04', 'Saturday'],
    ['2026-04-05', 'Sunday'],
    ['2026-04-07', undefined],
  ])('%s', (date, why) => {
    expect(whyNotWorking(officialCalendar, civilDate(date))).toBe(why);
  });

  it('a holiday on a weekend is listed, and the weekend is the reason', () => {
    const calendar = calendarOf(['2026-04-04']);
    expect(holidayOn(calendar, civilDate('2026-04-04'))?.title).toBe('Day off');
    expect(whyNotWorking(calendar, civilDate('2026-04-04'))).toBe('Saturday');
    expect(holidayOn(calendar, civilDate('2026-04-07'))).toBeUndefined();
  });

  it('weekends are Saturday and Sunday', () => {
    const week = [
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-04',
      '2026-04-05',
    ];
    expect(week.map((date) => isWeekend(civilDate(date)))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(week.map((date) => weekdayName(civilDate(date)))).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
  });
});

describe('around a change of the clocks', () => {
  it.each([
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T22:59:59.000Z'],
    ['2026-03-28', '2026-03-28T00:00:00.000Z', '2026-03-28T23:59:59.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z', '2026-10-26T23:59:59.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T22:59:59.000Z'],
  ])('%s begins and ends', (date, begins, ends) => {
    const day = civilDate(date);
    expect(utc(londonInstant(officialCalendar, day, 0))).toBe(begins);
    expect(utc(endOfDay(officialCalendar, day))).toBe(ends);
    expect(firstLateInstant(officialCalendar, day) - endOfDay(officialCalendar, day)).toBe(1000);
  });

  it.each([
    ['2026-03-29', 9, 0, '2026-03-29T08:00:00.000Z'],
    ['2026-10-25', 9, 0, '2026-10-25T09:00:00.000Z'],
    ['2026-03-27', 16, 30, '2026-03-27T16:30:00.000Z'],
    ['2026-03-30', 16, 30, '2026-03-30T15:30:00.000Z'],
  ])('%s at %i:%i', (date, hour, minute, moment) => {
    expect(utc(londonInstant(officialCalendar, civilDate(date), hour, minute))).toBe(moment);
  });

  it.each([
    ['2026-03-29T00:59:59Z', '00:59'],
    ['2026-03-29T01:00:00Z', '02:00'],
    ['2026-10-25T00:59:59Z', '01:59'],
    ['2026-10-25T01:00:00Z', '01:00'],
    ['2026-07-01T23:05:00Z', '00:05'],
    ['2012-01-01T00:00:00Z', '00:00'],
  ])('%s is %s on a clock in London', (moment, shown) => {
    expect(sayLondonTime(officialCalendar, at(moment))).toBe(shown);
  });
});

describe('in words', () => {
  it('a date, with and without its year', () => {
    expect(sayDate(civilDate('2026-04-10'))).toBe('Friday 10 April 2026');
    expect(sayShortDate(civilDate('2026-04-03'))).toBe('Friday 3 April');
    const months = Array.from({ length: 12 }, (_, month) =>
      civilDate(`2026-${String(month + 1).padStart(2, '0')}-01`),
    );
    expect(months.map((date) => sayShortDate(date).split(' ')[2]).join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });

  it('the near end of the calendar, from sixty days before', () => {
    const warned = (date: string) => calendarWarning(officialCalendar.snapshot, civilDate(date));
    expect(warned('2028-11-01')).toBeUndefined();
    expect(warned('2028-11-02')).toBe(
      'The official list of bank holidays ends on Sunday 31 December 2028: extend the calendar.',
    );
    expect(warned('2028-12-31')).toContain('ends on');
    expect(warned('2029-01-01')).toBe(
      'The official list of bank holidays ended on Sunday 31 December 2028: dates after it are provisional. Extend the calendar.',
    );
  });

  it('a moment is read to the millisecond, however finely it is written, and never as one of the next day', () => {
    expect(utc(at('2026-03-30T23:59:59.9+01:00'))).toBe('2026-03-30T22:59:59.900Z');
    expect(utc(at('2026-03-30T23:59:59.999999+01:00'))).toBe('2026-03-30T22:59:59.999Z');
    expect(utc(at('2026-03-30T23:59:59.999999999Z'))).toBe('2026-03-30T23:59:59.999Z');
    expect(parseInstant('2026-03-30T23:59:59.9999999999Z')).toBeUndefined();
    expect(parseInstant('2026-03-30T23:59:59.Z')).toBeUndefined();
  });

  it('what is no date and no moment is refused with what would be right', () => {
    expect(() => civilDate('2026-02-30')).toThrow(
      '"2026-02-30" is not a date: YYYY-MM-DD of a day that exists is expected',
    );
    for (const wrong of [0.5, Number.NaN, 8_640_000_000_000_001]) {
      expect(() => instant(wrong)).toThrow(
        `${wrong} is not an instant: whole milliseconds since 1970 are expected`,
      );
    }
    expect(instant(-8_640_000_000_000_000)).toBe(-8_640_000_000_000_000);
  });
});
