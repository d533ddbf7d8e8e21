// What is promised about the sub-group's diary: changes are only added, each under the date's next version, with who and
// when; the dates that stand follow from them; and which cases a change has not reached yet can always be asked.

import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { DiaryDate } from '../../domain/rapidReview/meeting/diary';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { DiaryChangeKind, DiaryDraft } from '../../domain/subGroupDiary/acts';
import type { Judged, RecordedOrRefused, RegisterAct } from '../registerAct';

export interface DiaryChange {
  readonly date: DiaryDateId;
  readonly version: number;
  readonly change: DiaryChangeKind;
  readonly startsAt: Instant;
  /** The open cases whose meeting used the date then, as far as they were recorded. */
  readonly usedBy: readonly CaseReference[];
  readonly by: ActorId;
  readonly at: Instant;
}

/** An open case whose standing meeting uses a date, and the version of the date that the meeting follows. */
export interface CaseUsingDate {
  readonly reference: CaseReference;
  readonly date: DiaryDateId;
  readonly version: number;
}

/** Its meeting is still arranged, and follows an earlier version of the date than the one that stands. */
export interface CaseBehind extends CaseUsingDate {
  /** The number of the last event of the case that is recorded. */
  readonly asOf: number;
  readonly newest: DiaryChange;
}

/** Which of the cases that are behind are asked for, and how many at most. */
export interface BehindAsked {
  readonly date?: DiaryDateId;
  readonly reference?: CaseReference;
  readonly limit?: number;
}

/** A date as it stands, with the cases that used it when it was last changed. */
export interface StandingDate extends DiaryDate {
  readonly usedBy: readonly CaseReference[];
}

export interface SubGroupDiary {
  /** Every date as it stands, cancelled ones too, by its start. */
  dates(): Promise<readonly StandingDate[]>;
  /** Every change of the date, the first one first; empty for one that there is not. */
  historyOf(date: DiaryDateId): Promise<readonly DiaryChange[]>;
  /**
   * Decides on the diary as it is and records, in one turn, so that two people cannot both be first. Ids are `SG-0001`.
   */
  record<R>(
    act: RegisterAct,
    judge: (diary: readonly DiaryDate[]) => Judged<DiaryDraft, R>,
  ): Promise<RecordedOrRefused<DiaryChange, R>>;
  casesUsing(): Promise<readonly CaseUsingDate[]>;
  /** By reference; only as far as the cases are recorded. Without anything asked for, all of them. */
  casesBehind(asked?: BehindAsked): Promise<readonly CaseBehind[]>;
}
