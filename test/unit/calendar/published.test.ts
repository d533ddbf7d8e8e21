// R1 and R2 against published cases: test suites and manuals of services that count day-zero, and contrasts.

import { describe, expect, it, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { formatInstant, instant, parseInstant } from '../../../domain/calendar/instant';
import { endOfDay, londonDateOf, londonInstant } from '../../../domain/calendar/londonTime';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../../domain/calendar/workingCalendar';
import { readLibrary } from '../../../platform/holidays/dateHolidays';
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

  // The list as it stood before each change: what it added is not there yet, what it replaced still is.
  const before: Readonly<Record<string, { readonly without: readonly string[]; readonly with: string[] }>> = {
    'State Funeral 2022-09-19 added': { without: ['2022-09-19'], with: [] },
    'Coronation 2023-05-08 added': { without: ['2023-05-08'], with: [] },
    'early May 2020 moved from 4 May to 8 May': { without: ['2020-05-08'], with: ['2020-05-04'] },
    'spring 2022: 2 June and 3 June listed where the ordinary rule gives 30 May': {
      without: ['2022-06-02', '2022-06-03'],
      with: ['2022-05-30'],
    },
  };
  const calendarBefore = (event: string): WorkingCalendar => {
    const change = before[event];
    if (change === undefined) throw new Error(`no list is known before "${event}"`);
    const listed = officialHolidays.map(({ date }) => date);
    return calendarOf([...listed.filter((date) => !change.without.includes(date)), ...change.with]);
  };
  const calendarsBefore = new Map(Object.keys(before).map((event) => [event, calendarBefore(event)]));

  test.each(published.holidayListChanges)(
    '$event: $working_days working days from $start, before it and after',
    (row) => {
      const start = civilDate(row.start);
      const earlier = calendarsBefore.get(row.event) ?? calendarBefore(row.event);
      expect(addWorkingDays(earlier, start, row.working_days)).toBe(row.expected_before_change);
      const due = addWorkingDays(officialCalendar, start, row.working_days);
      expect(due).toBe(row.expected_after_change);
      expect(row.expected_before_change < row.change_listed_on).toBe(row.already_due_when_listed);
    },
  );

  const byLibrary = calendarOf(readLibrary(2012, 2013).days.map(({ date }) => date));
  test.each(published.dateHolidaysTrap)(
    '$working_days working days from $start, and not as date-holidays has it',
    ({ start, working_days: days, expected, answer_with_date_holidays_3_37_0: theirs }) => {
      expect(addWorkingDays(officialCalendar, civilDate(start), days)).toBe(expected);
      expect(addWorkingDays(byLibrary, civilDate(start), days)).toBe(theirs);
    },
  );

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

  test.each(published.instants.endOfDay)('$local_date $local_time is $utc_instant', (row) => {
    const date = civilDate(row.local_date);
    const [hour = 0, minute = 0] = row.local_time.split(':').map(Number);
    const at =
      row.local_time === '23:59:59'
        ? endOfDay(officialCalendar, date)
        : londonInstant(officialCalendar, date, hour, minute);
    expect(formatInstant(at).replace('.000', '')).toBe(row.utc_instant);
  });
});
