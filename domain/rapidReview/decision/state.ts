// A decision of the group as it is established, and who has signed it off; which is in force, and which duties nothing evidences yet.
// Reasons are in the dossier.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { DUTIES, type Duty, type LearningReview, type ReviewOutcome } from '../../policy/decisionTerms';
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
  /** Number of its event. */
  readonly event: number;
  readonly outcome: ReviewOutcome;
  readonly learningReview?: LearningReview;
  /** Who had not answered by then. */
  readonly missingReturns: readonly AgencyId[];
  /** It takes the place of the one before, which was recorded wrong. */
  readonly recordedAnew?: true;
  readonly signOffs: readonly SignOff[];
  /** The day of its meeting was put right, and its own with that. */
  readonly dayPutRight?: NoMore & { readonly was: CivilDate };
  /** The seats whose sign-off, or the day of the dispatch that it went with, was put right. */
  readonly signOffsAmiss?: readonly (NoMore & { readonly seat: Seat })[];
}

interface HasDecisions {
  readonly decisions: readonly Decision[];
}

/** The last: those before it are never erased (R19). */
export const decisionInForce = ({ decisions }: HasDecisions): Decision | undefined => decisions.at(-1);

/** That of a meeting: one decides once, and where that was recorded wrong, the last word stands. */
export const decisionOfMeeting = ({ decisions }: HasDecisions, meeting: number): Decision | undefined =>
  decisions.findLast((decision) => decision.meeting === meeting);

/** R15: those before the dispatch that nothing evidences yet. The decision evidences itself. */
export const dutiesMissing = ({
  duties,
  decisions,
}: HasDecisions & { readonly duties: readonly Duty[] }): readonly Duty[] =>
  DUTIES.filter((duty) => (duty === 'decision' ? decisions.length === 0 : !duties.includes(duty)));
