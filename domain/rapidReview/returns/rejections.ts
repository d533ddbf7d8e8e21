// Why an act on an agency's answer is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId } from '../../timetable/facts';
import type { Judged } from '../state';

export type ReturnsRejection =
  | { readonly code: 'AgencyAlreadyAnswered'; readonly agency: AgencyId; readonly on: CivilDate }
  | {
      readonly code: 'AnsweredInFuture';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: 'AnsweredBeforeAsked';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly sentOn: CivilDate;
    }
  /** Before all that the case knows of: mostly a mistyped year. */
  | {
      readonly code: 'BeforeTheCase';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly from: CivilDate;
    }
  | { readonly code: 'NoSuchReturn'; readonly agency: AgencyId; readonly number: number }
  | {
      readonly code: 'ReturnAlreadyJudged';
      readonly agency: AgencyId;
      readonly number: number;
      readonly judged: Judged;
      readonly canBeSentBack?: true;
    }
  | { readonly code: 'ReturnCorrectionChangesNothing'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'InsteadOnlyForWrongOrganisation'; readonly agency: AgencyId }
  /** Neither paper nor electronic records: that meets no date. */
  | { readonly code: 'NothingSecured'; readonly agency: AgencyId }
  /** Somebody can change them still. */
  | { readonly code: 'RecordsNotLocked'; readonly agency: AgencyId }
  | { readonly code: 'RecordsAlreadySecured'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'RecordsNotSecured'; readonly agency: AgencyId }
  | { readonly code: 'SecuredCorrectionChangesNothing'; readonly agency: AgencyId; readonly on: CivilDate }
  /** The agency has no date for its return yet, or has answered. */
  | { readonly code: 'NoReturnDateToChange'; readonly agency: AgencyId }
  | {
      readonly code: 'AgreedInFuture';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: 'AgreedBeforeAsked';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly sentOn: CivilDate;
    }
  /** Another date was agreed after it, and stands. */
  | {
      readonly code: 'AgreedBeforeLast';
      readonly agency: AgencyId;
      readonly on: CivilDate;
      readonly last: CivilDate;
      readonly due: CivilDate;
    }
  /** Before today, or before the day on which it is said to have been agreed. */
  | {
      readonly code: 'AgreedDateInPast';
      readonly due: CivilDate;
      readonly today: CivilDate;
      readonly on?: CivilDate;
    }
  | { readonly code: 'AgreedDateOnDayOff'; readonly due: CivilDate; readonly why: string }
  | { readonly code: 'AgreedDateChangesNothing'; readonly due: CivilDate }
  | { readonly code: 'NoSuchProposal'; readonly proposal: number }
  | { readonly code: 'NotMissed'; readonly key: string };
