// What may be asked of a case when a change of the bank holidays was accepted: that it counts with another calendar.

import type { Instant } from '../../calendar/instant';

/** What is followed. The calendar itself travels beside the command, as it does with the opening. */
export interface ChangeToFollow {
  /** Accepted as the first, second, third … change; a later one wins, in whatever order they arrive. */
  readonly change: number;
  /** The version of the calendar. */
  readonly calendar: string;
  /** When it was accepted: it holds from then. Absent: from when the case follows it. */
  readonly accepted?: Instant;
}

export interface AdoptCalendar extends ChangeToFollow {
  readonly kind: 'adoptCalendar';
}

export type CalendarChangeCommand = AdoptCalendar;
