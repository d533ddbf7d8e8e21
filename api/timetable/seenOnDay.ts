// How a page of one day says another day, and a date that the clock has not judged by then. Which dates there are it is told.

import { sayDate, sayShortDate, type CivilDate } from '../../domain/calendar/civilDate';

/** The year is said wherever it is not that of the page's own day. */
export const sayDayOn = (date: CivilDate, today: CivilDate): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? sayShortDate : sayDate)(date);

/** Nothing of a date that lies ahead. */
export const sayNotAhead = (due: CivilDate, today: CivilDate): string | undefined => {
  if (due === today) return 'due today';
  return due < today ? 'past, and not noticed yet' : undefined;
};
