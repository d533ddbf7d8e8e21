// R1 and R2 against published cases: test suites and manuals of services that count day-zero, and contrasts.

import { describe, expect, it, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { instant, parseInstant } from '../../../domain/calendar/instant';
import { endOfDay, londonDateOf } from '../../../domain/calendar/londonTime';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../../domain/calendar/workingCalendar';
import published from '../../data/deadline-cases.json';
import { calendarOf, officialCalendar, officialHolidays } from '../calendars';

interface CalendarFacts {
  readonly holidays?: readonly string[];
  readonly extra?: readonly string[];
}

const calendars = new Map<string, WorkingCalendar>();
const calendarNamed = (name: string): WorkingCalendar => {
  const known = calendars.get(name);
  if (known !== undefined) return known;
  const facts = (published.calendars as Readonly<Record<string, CalendarFacts>>)[name];
  if (facts === undefined) throw new Error(`no calendar ${name}`);
  const official = officialHolidays.map(({ date }) => date);
  const made = calendarOf(facts.holidays ?? [...official, ...(facts.extra ?? [])]);
  calendars.set(name, made);
  return made;
};

describe('R1: adding working days', () => {
  const workingDayCases = published.cases.filter(({ unit }) => unit === 'working days');

  test.each(workingDayCases.filter(({ convention }) => convention === 'day-zero'))(
    '$id: $amount working days from $start ($source)',
    ({ calendar, start, amount, expected }) => {
      expect(addWorkingDays(calendarNamed(calendar), civilDate(start), amount)).toBe(expected);
    },
  );

  test.each(
    workingDayCases.filter((row) => row.convention !== 'day-zero' && row.day_zero_answer !== undefined),
  )(
    '$id: of another convention, the day-zero answer to $amount from $start',
    ({ calendar, start, amount, day_zero_answer: answer }) => {
      expect(addWorkingDays(calendarNamed(calendar), civilDate(start), amount)).toBe(answer);
    },
  );

  test.each(published.timelines)('the race from $start ($note)', ({ start, dayZero, returnIfSentOnDay2 }) => {
    const dates = Object.keys(dayZero).map((days) =>
      addWorkingDays(officialCalendar, civilDate(start), Number(days)),
    );
    expect(dates).toEqual(Object.values(dayZero));
    const sent = addWorkingDays(officialCalendar, civilDate(start), 2);
    expect(addWorkingDays(officialCalendar, sent, 5)).toBe(returnIfSentOnDay2);
  });

  test.each([
    ['2026-03-16', 7, '2026-03-05'],
    ['2026-04-14', 7, '2026-04-01'],
    ['2026-09-07', 7, '2026-08-26'],
    ['2027-01-05', 7, '2026-12-22'],
    ['2026-03-16', 8, '2026-03-04'],
    ['2027-01-05', 8, '2026-12-21'],
  ])('back from %s, %i working days before is %s', (publish, days, sent) => {
    expect(addWorkingDays(officialCalendar, civilDate(publish), -days)).toBe(sent);
  });

  it('gives the start itself for nought days, on a day off too', () => {
    expect(addWorkingDays(officialCalendar, civilDate('2026-04-05'), 0)).toBe('2026-04-05');
  });

  it('never guesses beyond the span', () => {
    expect(() => addWorkingDays(officialCalendar, civilDate('2028-12-20'), 15)).toThrow(
      'covers 2012-01-01 to 2028-12-31',
    );
    expect(() => addWorkingDays(officialCalendar, civilDate('2012-01-03'), -2)).toThrow(
      'outside the calendar',
    );
    expect(() => isWorkingDay(officialCalendar, civilDate('2029-01-01'))).toThrow('outside the calendar');
  });
});

describe('R2: which days are working days', () => {
  test.each(published.isWorkingDay)('$date by $calendar', ({ date, calendar, workingDay }) => {
    expect(isWorkingDay(calendarNamed(calendar), civilDate(date))).toBe(workingDay);
  });

  const ends = {
    'inclusive-both': [-1, 0],
    'from-exclusive-to-inclusive': [0, 0],
    'from-inclusive-to-exclusive': [-1, -1],
  };
  test.each(published.workingDayCounts)(
    '$id: working days $rule from $from to $to',
    ({ rule, calendar, from, to, expected }) => {
      const [fromShift = 0, toShift = 0] = ends[rule as keyof typeof ends];
      const shifted = (date: string, days: number) =>
        new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      const named = calendarNamed(calendar);
      expect(
        countWorkingDays(named, civilDate(shifted(from, fromShift)), civilDate(shifted(to, toShift))),
      ).toBe(expected);
    },
  );
});

describe('R1: the day in London', () => {
  test.each(published.instants.receipts)('$received_at_utc falls on $start_date_in_london', (row) => {
    const at = parseInstant(row.received_at_utc);
    const date = londonDateOf(officialCalendar, at ?? instant(0));
    expect(date).toBe(row.start_date_in_london);
    expect(addWorkingDays(officialCalendar, date, 15)).toBe(row.due_15_working_days);
  });

  test.each(published.instants.endOfDay.filter((row) => row.local_time === '23:59:59'))(
    '$local_date ends at $utc_instant',
    (row) => {
      expect(
        new Date(endOfDay(officialCalendar, civilDate(row.local_date))).toISOString().replace('.000', ''),
      ).toBe(row.utc_instant);
    },
  );
});
