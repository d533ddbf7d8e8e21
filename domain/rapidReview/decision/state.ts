// A decision of the group as it is established, and who has signed it off. Reasons are in the dossier.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { LearningReview, ReviewOutcome } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { NoMore } from '../panel/state';

export interface SignOff {
  readonly seat: Seat;
  readonly on: CivilDate;
  /** Who signed or recorded it. */
  readonly by: string;
  /** Recorded for somebody who gave it by mail or telephone. */
  readonly onBehalf: boolean;
}

export interface Decision {
  /** 1 for the first, which is never erased (R19). */
  readonly number: number;
  readonly meeting: number;
  readonly decidedAt: Instant;
  /** Its London date. */
  readonly on: CivilDate;
  readonly outcome: ReviewOutcome;
  readonly learningReview?: LearningReview;
  /** Who had not answered by then. */
  readonly missingReturns: readonly AgencyId[];
  /** It takes the place of the one before, which was recorded wrong. Not kept without `decisionPutRightIsToldAsSuch`. */
  readonly recordedAnew?: true;
  readonly signOffs: readonly SignOff[];
  /** The day of its meeting was put right, and its own with that. */
  readonly dayPutRight?: NoMore & { readonly was: CivilDate };
  /** The seats whose sign-off, or the day of the dispatch that it went with, was put right. */
  readonly signOffsAmiss?: readonly (NoMore & { readonly seat: Seat })[];
}
