// The public holidays of England and Wales by the `date-holidays` library, which is imported here and nowhere
// else. It lists a holiday on a weekend as well as its substitute; both are kept, and only the weekday one counts.

import Holidays from 'date-holidays';
import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Holiday } from '../../domain/calendar/calendarSnapshot';

/**
 * The library works by rule and is wrong for spring 2012: it has the ordinary last Monday of May and lacks the
 * day that was moved to Monday 4 June for the Diamond Jubilee (Royal Proclamation; GOV.UK list).
 */
const CORRECTIONS = {
  notHolidays: ['2012-05-28'],
  holidays: [{ date: civilDate('2012-06-04'), title: 'Spring bank holiday' }],
} as const;

export const bankHolidays = (firstYear: number, lastYear: number): readonly Holiday[] => {
  const source = new Holidays('GB', 'ENG');
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const listed = years.flatMap((year) =>
    source
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => ({ date: civilDate(date.slice(0, 10)), title: name })),
  );
  const corrected = [
    ...listed.filter(({ date }) => !(CORRECTIONS.notHolidays as readonly string[]).includes(date)),
    ...CORRECTIONS.holidays.filter(({ date }) => Number(date.slice(0, 4)) >= firstYear),
  ];
  const byDate = new Map<CivilDate, Holiday>();
  for (const holiday of corrected) if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
};
