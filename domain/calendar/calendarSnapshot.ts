// The calendar as data: which days are holidays, over which span, and when London's clocks change. It is made
// outside (`platform/holidays`) and passed in, so that a running case counts with a list that cannot change
// under it. Nothing here knows a holiday or a time zone.

import type { CivilDate } from './civilDate';
import type { Instant } from './instant';

/**
 * Who says that a day is a holiday: the official list of GOV.UK, a person before that list has it (a proclamation),
 * the `date-holidays` library by its rules, or somebody who only asks what would be.
 */
export const HOLIDAY_SOURCES = ['govUk', 'person', 'library', 'whatIf'] as const;
export type HolidaySource = (typeof HOLIDAY_SOURCES)[number];

export interface Holiday {
  readonly date: CivilDate;
  readonly title: string;
  readonly source: HolidaySource;
  /** The London day on which the source that is named first had it. */
  readonly knownSince: CivilDate;
}

/** From `from` on, London is `minutes` ahead of UTC, until the next change. */
export interface OffsetChange {
  readonly from: Instant;
  readonly minutes: number;
}

export interface CalendarSnapshot {
  readonly division: 'england-and-wales';
  /** Hash of the content: two snapshots with the same version give the same answer to every question. */
  readonly version: string;
  readonly covers: { readonly from: CivilDate; readonly to: CivilDate };
  /**
   * The last day of the years that the official list knows. Holidays after it are predicted, and a date that rests
   * on a later day is provisional. Never after `covers.to`.
   */
  readonly confirmedTo: CivilDate;
  /** In order of date, one a day; may hold days on a weekend, which change nothing. */
  readonly holidays: readonly Holiday[];
  /** In order; the first is at or before the start of the span. */
  readonly londonOffsets: readonly OffsetChange[];
}
