// What is established when a case goes to another calendar. Which of its dates move is a `DatesMoved` of the same act.

import type { DayChanged } from '../../calendar/daysChanged';

export interface CalendarAdopted {
  readonly kind: 'CalendarAdopted';
  readonly body: {
    /** The number of the change, over all cases. */
    readonly change: number;
    /** Versions of calendars. */
    readonly from: string;
    readonly to: string;
    /** From the first day on that anything is counted from: what lies before moves nothing. */
    readonly days: readonly DayChanged[];
    /** The others, if there are any: a fact put right later may be counted from an earlier day. */
    readonly daysBefore?: readonly DayChanged[];
  };
}

export type CalendarChangeEvent = CalendarAdopted;
