// Why a case does not go to another calendar.

export type CalendarChangeRejection =
  /** The calendar that the command names did not come with it. */
  { readonly code: 'CalendarNotGiven'; readonly calendar: string };
