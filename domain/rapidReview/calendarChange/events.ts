// What is established when a case goes to another calendar. Which of its dates move is a `DatesMoved` of the same act.

import type { DayChanged } from '../../calendar/daysChanged';
import type { Instant } from '../../calendar/instant';

export interface CalendarAdopted {
  readonly kind: 'CalendarAdopted';
  readonly body: {
    /** The number of the change, over all cases. */
    readonly change: number;
    /** Versions of calendars. */
    readonly from: string;
    readonly to: string;
    /** When a person accepted the change: it holds from then, whenever the case followed it. Absent: from when it did. */
    readonly accepted?: Instant;
    /** From the first day on that anything is counted from: what lies before moves nothing. */
    readonly days: readonly DayChanged[];
    /** The others, if there are any: a fact put right later may be counted from an earlier day. */
    readonly daysBefore?: readonly DayChanged[];
  };
}

export type CalendarChangeEvent = CalendarAdopted;
