// On which days two calendars do not agree, as far as that moves anything (R9).

import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import {
  daysChanged,
  eachDayOnce,
  titlesChanged,
  type DayChanged,
} from '../../../domain/calendar/daysChanged';
import { calendarOf } from '../calendars';

const START = civilDate('2000-01-01');
const snapshot = (...dates: readonly string[]) => calendarOf(dates).snapshot;

describe('the days that two calendars differ on (R9)', () => {
  test('are those that one of them lists alone, in order of date, each with its title and which way', () => {
    const before = snapshot('2027-05-03', '2027-08-30');
    const after = snapshot('2027-05-10', '2027-08-30', '2027-01-04');
    expect(daysChanged(before, after, START)).toEqual([
      { date: '2027-01-04', title: 'Day off', change: 'listed' },
      { date: '2027-05-03', title: 'Day off', change: 'withdrawn' },
      { date: '2027-05-10', title: 'Day off', change: 'listed' },
    ]);
  });

  test('are none where both have the same days, and none on a weekend', () => {
    const before = snapshot('2027-05-03');
    expect(daysChanged(before, before, START)).toEqual([]);
    // Saturday 8 and Sunday 9 May.
    expect(daysChanged(before, snapshot('2027-05-03', '2027-05-08', '2027-05-09'), START)).toEqual([]);
    expect(daysChanged(snapshot('2027-05-08'), snapshot(), START)).toEqual([]);
  });

  test('begin with the day from which it is asked', () => {
    const after = snapshot('2027-05-10', '2027-05-11');
    expect(daysChanged(snapshot(), after, civilDate('2027-05-10'))).toHaveLength(2);
    expect(daysChanged(snapshot(), after, civilDate('2027-05-11')).map(({ date }) => date)).toEqual([
      '2027-05-11',
    ]);
  });

  test('end with the last day that both know: one more year known changes no date', () => {
    const short = calendarOf(['2027-12-27', '2027-12-31'], 2000, 2027).snapshot;
    const long = calendarOf(['2027-12-27', '2028-01-03'], 2000, 2028).snapshot;
    const withdrawn = [{ date: '2027-12-31', title: 'Day off', change: 'withdrawn' }];
    const listed = [{ date: '2027-12-31', title: 'Day off', change: 'listed' }];
    expect(daysChanged(short, long, START)).toEqual(withdrawn);
    expect(daysChanged(long, short, START)).toEqual(listed);
  });

  test('and begin with the first: a year that one of them has forgotten was not taken back', () => {
    const old = calendarOf(['2000-12-25', '2001-12-25'], 2000, 2027).snapshot;
    const young = calendarOf(['2001-12-26'], 2001, 2027).snapshot;
    const dates = [...daysChanged(old, young), ...daysChanged(young, old)].map(({ date }) => date);
    expect(dates).toEqual(['2001-12-25', '2001-12-26', '2001-12-25', '2001-12-26']);
  });
});

test('days that several changes name are each named once, and a day that is listed and withdrawn is both', () => {
  const day = (date: string, change: DayChanged['change'], title = 'Day off'): DayChanged => ({
    date: civilDate(date),
    title,
    change,
  });
  const [late, early] = [day('2027-05-10', 'listed'), day('2027-05-03', 'listed')];
  const taken = day('2027-05-12', 'withdrawn');
  const again = day('2027-05-12', 'listed');
  const once = eachDayOnce([late, taken, early, day('2027-05-10', 'listed', 'Of another title'), again]);
  expect(once.map(({ date, title, change }) => `${date} ${title} ${change}`)).toEqual([
    '2027-05-03 Day off listed',
    '2027-05-10 Of another title listed',
    '2027-05-12 Day off withdrawn',
    '2027-05-12 Day off listed',
  ]);
});

test('a holiday of both under another title moves nothing, and is told by both', () => {
  const before = snapshot('2027-05-03', '2027-05-10');
  const other = snapshot('2027-05-03', '2027-05-10', '2027-05-11');
  const renamed = {
    ...other,
    holidays: other.holidays.map((day) => (day.date === '2027-05-10' ? { ...day, title: 'Jubilee' } : day)),
  };
  expect(titlesChanged(before, renamed)).toEqual([{ date: '2027-05-10', was: 'Day off', is: 'Jubilee' }]);
  expect(titlesChanged(before, other)).toEqual([]);
});
