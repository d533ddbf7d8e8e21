// Why an act on agencies and their requests is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { AgencyId, ContactId } from '../../timetable/facts';

/** It was asked, has answered, has secured its records, or is invited to the meeting. */
export type TakenPart = 'request' | 'answer' | 'records' | 'meeting';

export type ScopingRejection =
  | { readonly code: 'AgencyAlreadyOnCase'; readonly agency: AgencyId }
  /** There is none of that number, or it is settled. */
  | { readonly code: 'ProposalNotOpen'; readonly proposal: number }
  | { readonly code: 'AgencyNotOnCase'; readonly agency: AgencyId }
  /** It was known at the receipt: there is no other moment to correct. */
  | { readonly code: 'IdentifiedWithReferral'; readonly agency: AgencyId }
  | { readonly code: 'IdentifiedCorrectionChangesNothing'; readonly agency: AgencyId; readonly at: Instant }
  /** It would have been asked before it was found. */
  | {
      readonly code: 'IdentifiedAfterAsked';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly sentOn: CivilDate;
    }
  /** It cannot be taken off the case as it stands. */
  | { readonly code: 'AgencyTookPart'; readonly agency: AgencyId; readonly by: TakenPart }
  | { readonly code: 'AgencyListedTwice'; readonly agency: AgencyId }
  | { readonly code: 'NoAgencyToAsk' }
  | {
      readonly code: 'AgencyWithoutContact';
      readonly agency: AgencyId;
      /** Of several that are asked at once. */
      readonly others?: readonly AgencyId[];
      /** The rest of them could be mailed. */
      readonly canAskRest?: true;
    }
  | { readonly code: 'RequestAlreadySent'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'RequestNotSent'; readonly agency: AgencyId }
  /** The mail server's own word: nobody typed it. */
  | { readonly code: 'RequestSentByMail'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'SentCorrectionChangesNothing'; readonly agency: AgencyId; readonly on: CivilDate }
  | {
      /** It would have answered before it was asked. */
      readonly code: 'SentCorrectionContradictsReturn';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly answeredOn: CivilDate;
    }
  | { readonly code: 'RequestNotMade'; readonly agency: AgencyId }
  | { readonly code: 'RequestAnswered'; readonly agency: AgencyId; readonly on: CivilDate }
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
  | { readonly code: 'ContactAlreadyBounced'; readonly agency: AgencyId; readonly contact: ContactId }
  | {
      readonly code: 'BounceNotRecorded';
      readonly agency: AgencyId;
      readonly round: number;
      readonly contact: ContactId;
    }
  /** Nobody typed it: the mail server refused the address. */
  | { readonly code: 'BounceByMailServer'; readonly agency: AgencyId; readonly contact: ContactId }
  /** What stood before it is not known any more: the request was sent since, or its day put right, or it is from before that was kept. */
  | { readonly code: 'BounceNotKept'; readonly agency: AgencyId; readonly contact: ContactId }
  /** That round gave way to another. */
  | {
      readonly code: 'RequestMadeAnew';
      readonly agency: AgencyId;
      /** The last. */
      readonly round: number;
    };
