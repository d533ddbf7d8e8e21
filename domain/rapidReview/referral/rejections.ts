// Why an act on the referral or its timestamps is refused, and what refuses any act.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { TimestampName } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { EndingCause } from '../ending/state';
import type { CaseReference } from '../references';

export type ReferralRejection =
  | { readonly code: 'CaseAlreadyOpen' }
  | { readonly code: 'CaseNotOpen' }
  | { readonly code: 'CaseCarriesNoReview' }
  /** R20: what is still taken after the end, `decideAct.ts` says. */
  | {
      readonly code: 'CaseHasEnded';
      readonly cause: EndingCause;
      readonly on: CivilDate;
      /** Merged: the case that goes on for it. */
      readonly into?: CaseReference;
    }
  | { readonly code: 'UnknownProfile'; readonly id: string; readonly version: number }
  /** Asked by another program than the one that decides: mostly a newer one. */
  | { readonly code: 'UnknownRulesVersion'; readonly rulesVersion: number; readonly known: number }
  | { readonly code: 'VersionMovedOn'; readonly expected: number; readonly actual: number }
  | { readonly code: 'ReceivedInFuture'; readonly receivedAt: Instant; readonly now: Instant }
  | { readonly code: 'ReceiptLongPastNeedsReason'; readonly receivedAt: Instant; readonly days: number }
  | {
      readonly code: 'TimestampInFuture';
      readonly timestamp: TimestampName;
      readonly at: Instant;
      readonly now: Instant;
    }
  | { readonly code: 'TimestampAlreadyRecorded'; readonly timestamp: TimestampName; readonly at: Instant }
  | { readonly code: 'TimestampNotRecorded'; readonly timestamp: TimestampName }
  | { readonly code: 'CorrectionChangesNothing'; readonly timestamp: TimestampName; readonly at: Instant }
  /** Of a merged case its receipt alone is kept (R22). */
  | { readonly code: 'ReceiptOfMergedNotKept'; readonly of: CaseReference }
  /** There is no case without it. */
  | { readonly code: 'ReceiptNotByMistake' }
  | {
      /** `earlier` must not lie after `later`. */
      readonly code: 'TimestampsContradict';
      readonly earlier: TimestampName;
      readonly earlierAt: Instant;
      readonly later: TimestampName;
      readonly laterAt: Instant;
    }
  | {
      readonly code: 'CorrectionContradictsRequest';
      readonly agency: AgencyId;
      readonly sentOn: CivilDate;
      readonly received: CivilDate;
    }
  | {
      readonly code: 'CorrectionContradictsDecision';
      readonly decidedOn: CivilDate;
      readonly received: CivilDate;
    }
  | {
      readonly code: 'CalendarDoesNotCover';
      readonly asked: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
    };
