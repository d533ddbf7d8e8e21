// What is promised about closures and school holidays: changes are only added, each with who and when; the days that stand follow from
// them; and those that lie in the span of a timetable can be asked without the others.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { LocalDaysChangeKind, LocalDaysDraft } from '../../domain/localDays/acts';
import type { LocalDays, LocalDaysId } from '../../domain/localDays/localDays';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Judged, RecordedOrRefused, RegisterAct } from '../registerAct';

export interface LocalDaysChange {
  readonly id: LocalDaysId;
  readonly version: number;
  readonly change: LocalDaysChangeKind;
  readonly by: ActorId;
  readonly at: Instant;
}

export interface SpanOfDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Whose are asked for beside everybody's. */
  readonly agencies: readonly AgencyId[];
}

export interface LocalDaysRegister {
  /** All, those that were taken back too, by their first day. */
  all(): Promise<readonly LocalDays[]>;
  /** Those that stand and have a day in the span, by their first day. */
  standingIn(span: SpanOfDays): Promise<readonly LocalDays[]>;
  /** Every change, the first one first; empty for days that there are not. */
  historyOf(id: LocalDaysId): Promise<readonly LocalDaysChange[]>;
  /**
   * Decides on the days as they are and records, in one turn, so that two people cannot both be first. Ids are `LD-0001`.
   */
  record<R>(
    act: RegisterAct,
    judge: (known: readonly LocalDays[]) => Judged<LocalDaysDraft, R>,
  ): Promise<RecordedOrRefused<LocalDaysChange, R>>;
}
