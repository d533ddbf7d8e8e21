// Why an act on the decision is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Criterion, Duty } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';

/** What a day cannot lie before, or after. */
export type Bound =
  | 'receipt'
  | 'notification'
  | 'identification'
  | 'otherMeeting'
  | 'signOff'
  | 'decision'
  | 'dispatch'
  | 'reply'
  | 'disagreement'
  | 'reconsideration';

export type DecisionRejection =
  | { readonly code: 'MeetingNotBegun' }
  | { readonly code: 'Inquorate'; readonly at: Instant; readonly unfilled: readonly Seat[] }
  | { readonly code: 'DecidedBeforeMeeting'; readonly at: Instant; readonly openedAt: Instant }
  | { readonly code: 'DecidedAfterMeeting'; readonly at: Instant; readonly closedAt: Instant }
  /** The Panel disagreed on that day: the decision answers it. */
  | { readonly code: 'DecidedBeforeDisagreement'; readonly at: Instant; readonly disagreedOn: CivilDate }
  /** Recorded wrong, it could be put right by that number still. */
  | {
      readonly code: 'AlreadyDecided';
      readonly on: CivilDate;
      readonly mayPutRight?: number;
      /** A meeting is, at which nothing is to be decided. */
      readonly stillArranged?: true;
    }
  /** Or on its way there: it is not put right any more. */
  | { readonly code: 'DecisionWithPanel'; readonly decision: number }
  /** Only the decision in force is put right, by its number. */
  | { readonly code: 'NotDecisionInForce'; readonly decision: number; readonly inForce?: number }
  | { readonly code: 'ThresholdNotMet' }
  | { readonly code: 'CriteriaUnanswered'; readonly missing: readonly Criterion[] }
  | { readonly code: 'CriterionAnsweredTwice'; readonly criterion: Criterion }
  | { readonly code: 'LearningReviewNotNamed' }
  | { readonly code: 'LearningReviewNotChosen' }
  | { readonly code: 'SeatNamedTwice'; readonly seat: Seat }
  | { readonly code: 'NotDecided' }
  | { readonly code: 'NothingToReconsider' }
  /** No confirmation answers the last disagreement of the Panel. */
  | { readonly code: 'NotConfirmed' }
  | { readonly code: 'ConfirmationCorrectionChangesNothing'; readonly on: CivilDate }
  /** What came after it rests on it: what went to the Panel, or what the Panel replied. */
  | { readonly code: 'ConfirmationBuiltUpon'; readonly by: 'dispatch' | 'reply' }
  /** By the three partners: who has not said so. */
  | { readonly code: 'PartnersMustAgree'; readonly missing: readonly Seat[] }
  | { readonly code: 'DutiesNotEvidenced'; readonly missing: readonly Duty[] }
  | { readonly code: 'NotYourSeat'; readonly seat: Seat; readonly yours: readonly Seat[] }
  | { readonly code: 'AlreadySignedOff'; readonly seat: Seat; readonly on: CivilDate }
  | { readonly code: 'NotSignedOff'; readonly seat: Seat }
  | { readonly code: 'SignOffCorrectionChangesNothing'; readonly seat: Seat; readonly on: CivilDate }
  | { readonly code: 'SignedOffAnotherSeat'; readonly seat: Seat; readonly signed: Seat }
  | { readonly code: 'EvidenceNeeded'; readonly seat: Seat }
  /** Dated before what it answers, or in the future. */
  | {
      readonly code: 'DatedOutsideItsTime';
      readonly on: CivilDate;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** What happened on the first of these days. */
      readonly since?: Bound;
      /** And on the last; absent, it is today. */
      readonly until?: Bound;
    };
