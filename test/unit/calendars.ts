// Calendars for tests: the official list, and invented ones.

import type { Holiday } from '../../domain/calendar/calendarSnapshot';
import { civilDate } from '../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { snapshotOf } from '../../platform/holidays/snapshot';
import official from '../data/bank-holidays-england-wales.json';

const spanning = (holidays: readonly Holiday[], firstYear: number, lastYear: number): WorkingCalendar => {
  const to = civilDate(`${lastYear}-12-31`);
  return workingCalendar(
    snapshotOf({ covers: { from: civilDate(`${firstYear}-01-01`), to }, confirmedTo: to, holidays }),
  );
};

export const calendarOf = (holidays: readonly string[], firstYear = 2000, lastYear = 2030): WorkingCalendar =>
  spanning(
    [...new Set(holidays)].map((date) => ({
      date: civilDate(date),
      title: 'Day off',
      source: 'person',
      knownSince: civilDate(`${firstYear}-01-01`),
    })),
    firstYear,
    lastYear,
  );

export const officialHolidays = official.holidays.map(({ date, title, firstListed }) => ({
  date: civilDate(date),
  title,
  source: 'govUk' as const,
  knownSince: civilDate(firstListed),
}));

export const officialCalendar: WorkingCalendar = spanning(officialHolidays, 2012, 2028);
