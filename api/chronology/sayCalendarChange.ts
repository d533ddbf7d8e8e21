// That a case went to another calendar, or would go, in words: which days the two differ on.

import { sayDate } from '../../domain/calendar/civilDate';
import type { DayChanged } from '../../domain/calendar/daysChanged';
import type { CalendarChangeEvent } from '../../domain/rapidReview/calendarChange/events';
import { sayList } from '../../domain/timetable/explanation';
import type { Sayings } from './sayings';

/** `Monday 20 September 2027 is a bank holiday now (State Funeral)`. */
export const sayDayChanged = ({ date, title, change }: DayChanged): string =>
  `${sayDate(date)} is ${change === 'listed' ? 'a bank holiday now' : 'no longer a bank holiday'} (${title})`;

/** The same before it is accepted: `Monday 20 September 2027 would be a bank holiday (State Funeral)`. */
export const sayDayThatWouldChange = ({ date, title, change }: DayChanged): string =>
  `${sayDate(date)} would ${change === 'listed' ? 'be a bank holiday' : 'no longer be a bank holiday'} (${title})`;

export const sayCalendarChange: Sayings<CalendarChangeEvent> = {
  CalendarAdopted: ({ change, days }) =>
    days.length === 0
      ? `The case follows change ${change} of the calendar, which changes none of its days.`
      : `The case follows change ${change} of the calendar: ${sayList(days.map(sayDayChanged))}.`,
};
