// Closures and school holidays, as people keep them for all cases together (R2). They are working days like any other: nothing is
// counted with them, and a date that lies in them says so.

import type { CivilDate } from '../calendar/civilDate';
import type { AgencyId } from '../timetable/facts';

/** A closure, or one run of school holidays, such as `LD-0001`. */
export type LocalDaysId = string & { readonly __brand: 'LocalDaysId' };

export const LOCAL_DAYS_KINDS = ['closure', 'schoolHolidays'] as const;
export type LocalDaysKind = (typeof LOCAL_DAYS_KINDS)[number];

export interface DaysToAdd {
  readonly kind: LocalDaysKind;
  /** Public, such as `Christmas shut-down`. */
  readonly title: string;
  readonly firstDay: CivilDate;
  /** The same day where there is but one. */
  readonly lastDay: CivilDate;
  /** Whom they concern; everybody where nobody is named. */
  readonly agency?: AgencyId;
}

export interface LocalDays extends DaysToAdd {
  readonly id: LocalDaysId;
  /** 1 when added, 2 once taken back. */
  readonly version: number;
  readonly takenBack: boolean;
}

/** A date that lies in them: one by which something is due, or the day of a meeting. */
export interface DayNamed {
  readonly on: CivilDate;
  readonly meeting?: true;
  readonly localDays: LocalDays;
}
