// What reaches beyond the calendar, made into the problem that says how far the calendar reaches.

import { BeyondCalendar } from '../../domain/calendar/workingCalendar';
import { problem } from './problem';
import { rejectionProblems } from './rejectionProblems';

export const covered = <T>(ask: () => T): T => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    const { asked, covers } = error;
    throw problem(rejectionProblems.CalendarDoesNotCover, { code: 'CalendarDoesNotCover', asked, ...covers });
  }
};
