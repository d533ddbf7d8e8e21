// Why a command is refused: a code, and the facts that make the refusal plain. A refusal is a value, never an
// exception, and changes nothing. The sentences are the API's; the codes are never renamed.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { TimestampName } from '../policy/policyProfile';
import type { AgencyId, ContactId } from '../timetable/facts';

export type Rejection =
  | { readonly code: 'CaseAlreadyOpen' }
  | { readonly code: 'CaseNotOpen' }
  | { readonly code: 'CaseCarriesNoReview' }
  | { readonly code: 'UnknownProfile'; readonly id: string; readonly version: number }
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
      readonly code: 'CalendarDoesNotCover';
      readonly asked: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
    }
  | { readonly code: 'AgencyAlreadyOnCase'; readonly agency: AgencyId }
  | { readonly code: 'AgencyNotOnCase'; readonly agency: AgencyId }
  | { readonly code: 'AgencyListedTwice'; readonly agency: AgencyId }
  | { readonly code: 'NoAgencyToAsk' }
  | { readonly code: 'AgencyWithoutContact'; readonly agency: AgencyId }
  | { readonly code: 'RequestAlreadySent'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'RequestNotMade'; readonly agency: AgencyId }
  | {
      readonly code: 'RequestSentInFuture';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: 'RequestSentBeforeReferral';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly received: CivilDate;
    }
  | { readonly code: 'ContactNotAsked'; readonly agency: AgencyId; readonly contact: ContactId }
  | { readonly code: 'ContactAlreadyBounced'; readonly agency: AgencyId; readonly contact: ContactId };

export type RejectionCode = Rejection['code'];

export type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection };

export const refuse = (rejection: Rejection): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection,
});
