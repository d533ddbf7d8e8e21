// What may be asked of a case when a change of the bank holidays was accepted: that it counts with another calendar.

/** The calendar itself travels beside the command, as it does with the opening. */
export interface AdoptCalendar {
  readonly kind: 'adoptCalendar';
  /** Accepted as the first, second, third … change; a later one wins, in whatever order they arrive. */
  readonly change: number;
  /** The version of the calendar. */
  readonly calendar: string;
}

export type CalendarChangeCommand = AdoptCalendar;
