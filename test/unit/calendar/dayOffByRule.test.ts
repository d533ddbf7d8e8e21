// R2: the two days that are not working days by themselves, against the list of GOV.UK and Easter Sundays that tables print.

import { describe, expect, test } from '@jest/globals';
import { addDays, civilDate } from '../../../domain/calendar/civilDate';
import { dayOffByRule, easterSunday } from '../../../domain/calendar/dayOffByRule';
import { officialHolidays } from '../calendars';

describe('R2: Christmas Day and Good Friday are never working days', () => {
  test('of all published bank holidays and the days beside them, the published ones and no other', () => {
    const days = officialHolidays.flatMap(({ date }) => [-1, 0, 1].map((by) => addDays(civilDate(date), by)));
    const published = (title: string, onDay: (date: string) => boolean) =>
      officialHolidays.filter((day) => day.title === title && onDay(day.date)).map(({ date }) => date);
    const named = (day: string) => [...new Set(days.filter((date) => dayOffByRule(date) === day))];
    const fridays = published('Good Friday', () => true);
    expect(fridays).toHaveLength(17);
    expect(named('goodFriday')).toEqual(fridays);
    // The list calls the substitute by the same title: only the day itself is meant.
    expect(named('christmasDay')).toEqual(published('Christmas Day', (date) => date.endsWith('12-25')));
  });

  test.each([
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2038-04-25',
    '2049-04-18',
    '2285-03-22',
  ])('Easter Sunday %s', (sunday) => {
    expect(easterSunday(Number(sunday.slice(0, 4)))).toBe(sunday);
    expect(dayOffByRule(addDays(civilDate(sunday), -2))).toBe('goodFriday');
  });

  test('a Christmas Day on a weekend and its substitutes are not named', () => {
    for (const date of ['2027-12-25', '2027-12-27', '2027-12-28', '2022-12-25', '2026-12-26'])
      expect([date, dayOffByRule(civilDate(date))]).toEqual([date, undefined]);
  });
});
