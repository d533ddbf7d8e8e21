// Calendars for tests: the official list, and invented ones.

import { civilDate } from '../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { snapshotOf } from '../../platform/holidays/snapshot';
import official from '../data/bank-holidays-england-wales.json';

export const calendarOf = (holidays: readonly string[], firstYear = 2000, lastYear = 2030): WorkingCalendar =>
  workingCalendar(
    snapshotOf(
      holidays.map((date) => ({ date: civilDate(date), title: 'Day off' })),
      firstYear,
      lastYear,
    ),
  );

export const officialHolidays = official.holidays.map(({ date, title }) => ({
  date: civilDate(date),
  title,
}));

export const officialCalendar: WorkingCalendar = workingCalendar(snapshotOf(officialHolidays));
