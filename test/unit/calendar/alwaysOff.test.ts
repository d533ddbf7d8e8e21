// R2: Christmas Day and Good Friday, against the official list and, for the years that it does not have, against a library.

import { describe, expect, it } from '@jest/globals';
import { alwaysOff } from '../../../domain/calendar/alwaysOff';
import { addDays, civilDate } from '../../../domain/calendar/civilDate';
import { readLibrary } from '../../../platform/holidays/dateHolidays';
import { officialHolidays } from '../calendars';

const goodFridaysOf = (year: number): readonly string[] => {
  const first = civilDate(`${year}-01-01`);
  return Array.from({ length: 365 }, (_, day) => addDays(first, day)).filter(
    (date) => alwaysOff(date) === 'Good Friday',
  );
};

describe('R2: days that are no working days by the rule', () => {
  it('are those that the official list calls so, and no others of it', () => {
    expect(officialHolidays.length).toBeGreaterThan(100);
    for (const { date, title } of officialHolidays)
      expect([date, alwaysOff(date)]).toEqual([
        date,
        title === 'Good Friday' || (title.startsWith('Christmas Day') && date.endsWith('-12-25'))
          ? title
          : undefined,
      ]);
  });

  it('Good Friday is one day a year, where the library has it', () => {
    const there = readLibrary(1990, 2100).days.filter(({ title }) => title === 'Good Friday');
    expect(there).toHaveLength(111);
    for (const { date } of there) expect(goodFridaysOf(Number(date.slice(0, 4)))).toEqual([date]);
  });
});
