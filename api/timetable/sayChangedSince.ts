// What of the list of bank holidays has changed since a date was counted, in words, and why the date stands all the same (R7 to R9). Which
// days those are `domain/timetable/listChangedSince.ts` finds.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { DayChanged } from '../../domain/calendar/daysChanged';
import { sayList } from '../../domain/timetable/explanation';
import { sayDayChanged } from '../chronology/sayCalendarChange';

/** The list of bank holidays as it is now, and whether the case has ended. */
export interface ListNow {
  readonly stands: CalendarSnapshot;
  readonly ended: boolean;
}

const whyItStands = (doneOn: CivilDate | undefined, ended: boolean): string => {
  if (doneOn !== undefined)
    return 'What was done is judged by the calendar of its day: a like case that did not have that calendar then may come to another date (R7, R8).';
  return ended
    ? 'The case has ended, and follows no change (R9).'
    : 'The case goes by it once the change is accepted and has come to it (R9).';
};

/** Of at least one day. */
export const sayChangedSince = (
  days: readonly DayChanged[],
  doneOn: CivilDate | undefined,
  ended: boolean,
): string =>
  `The list of bank holidays has changed since: ${sayList(days.map(sayDayChanged))}. ${whyItStands(doneOn, ended)}`;
