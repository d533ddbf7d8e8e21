// What is established about the decision.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Duty, LearningReview, ReviewOutcome, Threshold } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { AttendeeId } from '../meeting/state';
import type { DossierRow } from '../references';
import type { CriterionAnswered, Dissent, PartnersWord, RecordedWrong } from './commands';

export interface DutyEvidenced {
  readonly kind: 'DutyEvidenced';
  readonly body: { readonly duty: Exclude<Duty, 'decision'>; readonly note: DossierRow };
}

export interface DecisionTaken {
  readonly kind: 'DecisionTaken';
  readonly body: {
    readonly decision: number;
    readonly meeting: number;
    readonly at: Instant;
    readonly on: CivilDate;
    /** Who filled each seat at that moment. */
    readonly quorum: readonly { readonly seat: Seat; readonly attendee: AttendeeId }[];
    readonly threshold: Threshold;
    readonly criteria: readonly CriterionAnswered[];
    readonly outcome: ReviewOutcome;
    readonly learningReview?: LearningReview;
    readonly missingReturns: readonly AgencyId[];
    readonly dissent: readonly Dissent[];
    readonly reason: DossierRow;
    /** What the group decided then, as it was: the one before was recorded wrong, and stays on record. */
    readonly insteadOf?: RecordedWrong;
  };
}

export interface DecisionConfirmed {
  readonly kind: 'DecisionConfirmed';
  readonly body: {
    readonly decision: number;
    readonly on: CivilDate;
    readonly agreedBy: readonly PartnersWord[];
    readonly reason: DossierRow;
  };
}

/** Of the confirmation in force: it was given on another day, or not at all (R8). */
export interface ConfirmationCorrected {
  readonly kind: 'ConfirmationCorrected';
  readonly body: {
    readonly decision: number;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    readonly reason: DossierRow;
  };
}

export interface DecisionSignedOff {
  readonly kind: 'DecisionSignedOff';
  readonly body: {
    readonly decision: number;
    readonly seat: Seat;
    readonly on: CivilDate;
    readonly onBehalf: boolean;
    readonly note?: DossierRow;
  };
}

/** It was given on another day, or not at all (R8). */
export interface SignOffCorrected {
  readonly kind: 'SignOffCorrected';
  readonly body: {
    readonly decision: number;
    readonly seat: Seat;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    readonly reason: DossierRow;
  };
}

export type DecisionEvent =
  | DutyEvidenced
  | DecisionTaken
  | DecisionConfirmed
  | ConfirmationCorrected
  | DecisionSignedOff
  | SignOffCorrected;
