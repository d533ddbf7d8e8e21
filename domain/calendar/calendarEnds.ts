// How near the end of the known calendar is: the one place for the sixty days of notice and for the sentence that
// warns. Which dates are provisional is said where each is explained (`timetable/explain.ts`).

import type { CalendarSnapshot } from './calendarSnapshot';
import { addDays, sayDate, type CivilDate } from './civilDate';

/** A case opened today needs its fifteen working days, and somebody needs time to extend the calendar. */
const DAYS_OF_NOTICE = 60;

/** The last day from which the official list of bank holidays still reaches sixty days ahead. */
export const lastDayWithoutWarning = ({ confirmedTo }: Pick<CalendarSnapshot, 'confirmedTo'>): CivilDate =>
  addDays(confirmedTo, -DAYS_OF_NOTICE);

/** Nothing while the list reaches sixty days past `date`. */
export const calendarWarning = (snapshot: CalendarSnapshot, date: CivilDate): string | undefined => {
  if (date <= lastDayWithoutWarning(snapshot)) return undefined;
  const { confirmedTo } = snapshot;
  return date > confirmedTo
    ? `The official list of bank holidays ended on ${sayDate(confirmedTo)}: dates after it are provisional. Extend the calendar.`
    : `The official list of bank holidays ends on ${sayDate(confirmedTo)}: extend the calendar.`;
};
