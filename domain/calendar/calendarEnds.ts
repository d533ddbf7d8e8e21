// How near the end of the known calendar is: the one place for the sixty days of notice, for the sentence that
// warns, and for the sentence that marks a date as provisional.

import type { CalendarSnapshot } from './calendarSnapshot';
import { addDays, sayDate, type CivilDate } from './civilDate';

/** A case opened today needs its fifteen working days, and somebody needs time to extend the calendar. */
export const CALENDAR_DAYS_AHEAD = 60;

/** Nothing while the official list of bank holidays reaches at least sixty days past `date`. */
export const calendarWarning = ({ confirmedTo }: CalendarSnapshot, date: CivilDate): string | undefined => {
  if (addDays(date, CALENDAR_DAYS_AHEAD) <= confirmedTo) return undefined;
  return date > confirmedTo
    ? `The official list of bank holidays ended on ${sayDate(confirmedTo)}: dates after it are provisional. Extend the calendar.`
    : `The official list of bank holidays ends on ${sayDate(confirmedTo)}: extend the calendar.`;
};
