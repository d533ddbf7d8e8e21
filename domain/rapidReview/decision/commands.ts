// What may be asked about the decision: duties evidenced, the decision itself, its confirmation, sign-off (R15 to R17).

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Criterion, Duty, LearningReview, ReviewOutcome, Threshold } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';
import type { DossierRow } from '../references';

export interface EvidenceDuty {
  readonly kind: 'evidenceDuty';
  readonly duty: Exclude<Duty, 'decision'>;
  readonly evidence: DossierRow;
}

export interface CriterionAnswered {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly reasons: DossierRow;
}

export interface Dissent {
  readonly seat: Seat;
  readonly reasons: DossierRow;
}

export interface TakeDecision {
  readonly kind: 'takeDecision';
  /** The moment of the decision, by which the quorum is judged; left out, that of the one whose place it takes. */
  readonly at?: Instant;
  readonly threshold: Threshold;
  readonly criteria: readonly CriterionAnswered[];
  readonly outcome: ReviewOutcome;
  /** With an alternative learning review: its form. */
  readonly learningReview?: LearningReview;
  readonly rationale: DossierRow;
  readonly dissent: readonly Dissent[];
  readonly insteadOf?: RecordedWrong;
}

/** The decision in force was not recorded as it was taken. */
export interface RecordedWrong {
  readonly decision: number;
  readonly reason: DossierRow;
}

/** What one partner has said, with the evidence where another writes it down. */
export interface PartnersWord {
  readonly seat: Seat;
  readonly evidence: DossierRow;
}

/** After the Panel has disagreed: all three partners stand by the decision, in writing (R19). */
export interface ConfirmDecision {
  readonly kind: 'confirmDecision';
  readonly on: CivilDate;
  readonly agreedBy: readonly PartnersWord[];
  readonly reason: DossierRow;
}

/** They confirmed it on another day, or not at all (R8). */
export interface CorrectConfirmation {
  readonly kind: 'correctConfirmation';
  /** Absent where it was recorded by mistake: they have not confirmed it. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export interface SignOffDecision {
  readonly kind: 'signOffDecision';
  readonly seat: Seat;
  readonly on: CivilDate;
  /** Demanded where it is recorded for somebody who gave it by mail or telephone. */
  readonly evidence?: DossierRow;
}

/** A sign-off was given on another day, or not at all (R8). */
export interface CorrectSignOff {
  readonly kind: 'correctSignOff';
  readonly seat: Seat;
  /** Absent where it was recorded by mistake: it was not given. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export type DecisionCommand =
  | EvidenceDuty
  | TakeDecision
  | ConfirmDecision
  | CorrectConfirmation
  | SignOffDecision
  | CorrectSignOff;
