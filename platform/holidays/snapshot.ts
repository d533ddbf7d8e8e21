// A calendar snapshot from a list of holidays: the span, the clock changes in it, and a version that is a hash of
// the content. Which holidays there are is decided by the sources, not here.

import { createHash } from 'node:crypto';
import type { CalendarSnapshot, Holiday } from '../../domain/calendar/calendarSnapshot';
import { civilDate } from '../../domain/calendar/civilDate';
import { bankHolidays } from './dateHolidays';
import { londonOffsets } from './londonOffsets';

/** The first and last years that a snapshot of this version covers: as far as the official list goes. */
const FIRST_YEAR = 2012;
const LAST_YEAR = 2028;

const DAY = 86_400_000;

export const snapshotOf = (
  holidays: readonly Holiday[],
  firstYear = FIRST_YEAR,
  lastYear = LAST_YEAR,
): CalendarSnapshot => {
  const content = {
    division: 'england-and-wales' as const,
    covers: { from: civilDate(`${firstYear}-01-01`), to: civilDate(`${lastYear}-12-31`) },
    holidays: holidays.map(({ date, title }) => ({ date, title })),
    londonOffsets: londonOffsets(Date.UTC(firstYear, 0, 1) - DAY, Date.UTC(lastYear + 1, 0, 2)),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return { ...content, version };
};

/** The calendar that new cases are opened with. */
export const currentSnapshot = (): CalendarSnapshot => snapshotOf(bankHolidays(FIRST_YEAR, LAST_YEAR));
