// What a mail can be about, and whom it can be for. Codes and dates only; the wording, the address and the name of
// anybody are found when the mail is made (R24).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { LearningReview, ReviewOutcome } from '../policy/decisionTerms';
import type { Seat } from '../policy/policyProfile';
import type { AgencyId, ContactId, ObligationKey } from '../timetable/facts';
import type { AgencyToldOfDates, BriefingItem } from './clock/events';
import type { EndingCause } from './ending/state';
import type { DayAmiss } from './meeting/dayToWindow';
import type { Missing } from './panel/state';
import type { CaseReference } from './references';
import type { Answer } from './state';

/** What the group decided, as far as it may be told. */
export interface ToldOutcome {
  readonly outcome: ReviewOutcome;
  readonly learningReview?: LearningReview;
  /** The group decided again: what was told before is superseded. */
  readonly again: boolean;
  /** It decided once, and what was told before had been recorded wrong. */
  readonly putRight?: true;
}

export type NoticeBody =
  | { readonly kind: 'scopingRequest'; readonly agency: AgencyId; readonly sending: number }
  | {
      readonly kind: 'agencyReminder';
      readonly agency: AgencyId;
      readonly number: number;
      readonly sentOn: CivilDate;
    }
  | {
      readonly kind: 'datesMoved';
      readonly agency: AgencyId;
      readonly moves: AgencyToldOfDates['body']['moves'];
      /** Numbers of the events that moved them. */
      readonly because: readonly number[];
    }
  | {
      /** By the link in a mail: to the agency itself. */
      readonly kind: 'answerReceived';
      readonly agency: AgencyId;
      readonly number: number;
      readonly answer: Answer;
      readonly on: CivilDate;
    }
  | { readonly kind: 'returnSentBack'; readonly agency: AgencyId; readonly number: number }
  | {
      /** It was recorded, and the agency never gave it. */
      readonly kind: 'answerByMistake';
      readonly agency: AgencyId;
      readonly number: number;
      readonly on: CivilDate;
    }
  | {
      readonly kind: 'meetingInvitation';
      readonly agency: AgencyId;
      readonly meeting: number;
      /** 0 for the first invitation, one more each time it is rearranged. */
      readonly change: number;
      /** The meeting is where it was: this agency, or others of its contacts, are invited to it. */
      readonly unmoved?: true;
      readonly startsAt: Instant;
      readonly papersOn: CivilDate;
      readonly seat?: Seat;
    }
  | {
      readonly kind: 'meetingCancelled';
      readonly agency: AgencyId;
      readonly meeting: number;
      readonly startsAt: Instant;
      /** With the case. */
      readonly ended?: boolean;
      /** It is held, and this agency is not to come any more. */
      readonly uninvited?: true;
    }
  | { readonly kind: 'teamBriefing'; readonly on: CivilDate; readonly items: readonly BriefingItem[] }
  | {
      readonly kind: 'completionMissed';
      readonly key: ObligationKey;
      readonly due: CivilDate;
      /** It was complete on that day: a fact put right since shows that this was late. */
      readonly completeOn?: CivilDate;
    }
  | {
      readonly kind: 'meetingWindowLeavesNothing';
      readonly headline: CivilDate;
      readonly earliestWorkable: CivilDate;
    }
  | ({ readonly kind: 'meetingOutsideWindow'; readonly meeting: number; readonly on: CivilDate } & DayAmiss)
  | {
      readonly kind: 'panelDispatch';
      readonly dispatch: number;
      readonly decidedOn: CivilDate;
      readonly without: readonly Missing[];
    }
  /** The answer to its disagreement, or to what it asked for, of that day; the review itself where there is neither. */
  | {
      readonly kind: 'panelWillBeLate';
      readonly expected: CivilDate;
      readonly disagreedOn?: CivilDate;
      readonly askedOn?: CivilDate;
    }
  /** The last that it wrote, since decision and report went. */
  | { readonly kind: 'panelChase'; readonly sentOn: CivilDate; readonly repliedOn?: CivilDate }
  | { readonly kind: 'panelContact' }
  | { readonly kind: 'panelCriteriaNotMet' }
  | ({ readonly kind: 'outcomeToAgency'; readonly agency: AgencyId } & ToldOutcome)
  | ({ readonly kind: 'outcomeToPartner'; readonly seat: Seat } & ToldOutcome)
  | ({ readonly kind: 'outcomeToReferrer' } & Pick<ToldOutcome, 'again' | 'putRight'>)
  | { readonly kind: 'endedToAgency'; readonly agency: AgencyId; readonly cause: EndingCause }
  | { readonly kind: 'endedToReferrer'; readonly cause: EndingCause }
  | {
      readonly kind: 'resumedToAgency';
      readonly agency: AgencyId;
      /** It was settled, and not withdrawn. */
      readonly settled?: true;
    }
  | { readonly kind: 'resumedToReferrer' }
  | { readonly kind: 'safetyAlert'; readonly concern: number; readonly alert: number };

export type NoticeKind = NoticeBody['kind'];

export type NoticeBodyOf<K extends NoticeKind> = Extract<NoticeBody, { readonly kind: K }>;

const KINDS: Readonly<Record<NoticeKind, true>> = {
  scopingRequest: true,
  agencyReminder: true,
  datesMoved: true,
  answerReceived: true,
  returnSentBack: true,
  answerByMistake: true,
  meetingInvitation: true,
  meetingCancelled: true,
  teamBriefing: true,
  completionMissed: true,
  meetingWindowLeavesNothing: true,
  meetingOutsideWindow: true,
  panelDispatch: true,
  panelWillBeLate: true,
  panelChase: true,
  panelContact: true,
  panelCriteriaNotMet: true,
  outcomeToAgency: true,
  outcomeToPartner: true,
  outcomeToReferrer: true,
  endedToAgency: true,
  endedToReferrer: true,
  resumedToAgency: true,
  resumedToReferrer: true,
  safetyAlert: true,
};
/** Every one, for those who count them. */
export const NOTICE_KINDS = Object.keys(KINDS) as readonly NoticeKind[];

export type Recipient =
  | { readonly role: 'agency'; readonly agency: AgencyId; readonly contacts: readonly ContactId[] }
  | { readonly role: 'team' }
  /** The national Panel's address, from the settings. */
  | { readonly role: 'panel' }
  /** The contacts of the agencies that hold the seat in the register, at the moment of sending. */
  | { readonly role: 'partner'; readonly seat: Seat }
  /** Who referred: the address is in that case's dossier. */
  | { readonly role: 'referrer'; readonly of: CaseReference }
  /** Those on call for safety, from the settings. */
  | { readonly role: 'onCall' };

export interface Notice {
  /** Unique over all cases, and derived: the same event gives the same key. */
  readonly key: string;
  readonly reference: CaseReference;
  /** Number of the event that called for it. */
  readonly event: number;
  readonly to: Recipient;
  /** Not sent after this instant; it lapses instead (R11: reminders go until 16:30 of their day). */
  readonly notAfter?: Instant;
  readonly body: NoticeBody;
}

/** A notice before its case and its event are known: the key is what comes after the reference. */
export interface Draft {
  readonly key: string;
  readonly to: Recipient;
  readonly body: NoticeBody;
  readonly notAfter?: Instant;
}
