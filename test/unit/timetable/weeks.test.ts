// The weeks concerned as a picture in text: which are drawn, what stands in a day, and how wide its column is.

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { drawWeeks } from '../../../domain/timetable/weeks';
import { calendarOf, officialCalendar } from '../calendars';

const drawn = (marks: Readonly<Record<string, string>>, calendar = officialCalendar): readonly string[] =>
  drawWeeks(new Map(Object.entries(marks).map(([date, mark]) => [civilDate(date), mark])), calendar);

it('draws nothing where nothing is marked', () => {
  expect(drawn({})).toEqual([]);
});

it('draws a row a week in order, Monday first, with the year where it begins and the days that do not count', () => {
  // Out of order, and two in one week.
  expect(drawn({ '2026-04-09': 'A', '2026-04-01': '*', '2026-03-30': 'B' })).toEqual([
    'Week of            Mon   Tue   Wed   Thu   Fri   Sat   Sun',
    '30 March 2026      30 B  31     1 *   2     3.    4.    5.',
    '6 April             6.    7     8     9 A  10    11.   12.',
  ]);
});

it('is as wide as its longest mark, and says the year again where another begins', () => {
  expect(drawn({ '2026-12-28': 'abc', '2027-01-04': '^' })).toEqual([
    'Week of            Mon     Tue     Wed     Thu     Fri     Sat     Sun',
    '28 December 2026   28.abc  29      30      31       1.      2.      3.',
    '4 January 2027      4 ^     5       6       7       8       9.     10.',
  ]);
});

it('draws up to two weeks without a mark between two that have one, and leaves out three', () => {
  const labels = (...dates: readonly string[]): readonly string[] =>
    drawn(Object.fromEntries(dates.map((date) => [date, '*'])))
      .slice(1)
      .map((line) => line.slice(0, 19).trim());
  expect(labels('2026-06-01', '2026-06-08')).toEqual(['1 June 2026', '8 June']);
  expect(labels('2026-06-03', '2026-06-19')).toEqual(['1 June 2026', '8 June', '15 June']);
  expect(labels('2026-06-01', '2026-06-28')).toEqual(['1 June 2026', '8 June', '15 June', '22 June']);
  expect(labels('2026-06-01', '2026-06-29', '2026-07-06')).toEqual([
    ...['1 June 2026', '...', '29 June', '6 July'],
  ]);
});

it('marks a day beyond the calendar as one of which it is not known that it does not count', () => {
  const short = calendarOf(['2026-06-02'], 2026, 2026);
  expect(drawn({ '2026-12-31': '*' }, short).at(-1)).toBe(
    '28 December 2026   28    29    30    31 *   1     2.    3.',
  );
});
