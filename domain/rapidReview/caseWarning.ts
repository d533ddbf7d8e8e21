// What a case may be warned of, as data. Of which it is, `warnings.ts` says.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { Seat, TimestampName } from '../policy/policyProfile';
import type { AgencyId } from '../timetable/facts';
import type { DayAmiss } from './meeting/dayToWindow';
import type { NoAgencyNamed } from './noAgencyNamed';
import type { MomentNotRecorded } from './notificationUndated';
import type { OwedToPanel } from './panel/state';
import type { CaseReference } from './references';
import type { CauseOfVoid } from './scoping/state';

export type CaseWarning =
  /** Nobody has it in hand, by their name (R23). `of` where it was raised on a case that was merged into this one. */
  | { readonly about: 'safetyConcernOpen'; readonly number: number; readonly of?: CaseReference }
  /** `papersOn` where a meeting stands; else the last day on which the meeting can be. */
  | {
      readonly about: 'returnAfterPapers';
      readonly agency: AgencyId;
      readonly due: CivilDate;
      readonly papersOn: CivilDate;
    }
  | {
      readonly about: 'returnAfterMeeting';
      readonly agency: AgencyId;
      readonly due: CivilDate;
      readonly meetingOn: CivilDate;
    }
  | {
      readonly about: 'returnAfterWindow';
      readonly agency: AgencyId;
      readonly due: CivilDate;
      readonly closes: CivilDate;
    }
  /** `completeBy` where it lies after the day on which the review must be complete, too. */
  | {
      readonly about: 'meetingOutsideWindow';
      readonly on: CivilDate;
      readonly way: DayAmiss['way'];
      readonly opens?: CivilDate;
      readonly closes: CivilDate;
      readonly completeBy?: CivilDate;
    }
  /** The last one was cancelled, or was held and decided nothing; by when another is to be held, or was. */
  | {
      readonly about: 'noMeetingArranged';
      readonly on: CivilDate;
      readonly cancelled?: true;
      readonly due?: CivilDate;
      readonly missed?: true;
    }
  /** Had not answered when it was decided, and have not since (R16). */
  | { readonly about: 'decidedWithout'; readonly on: CivilDate; readonly agencies: readonly AgencyId[] }
  /** It owes something still, and hears of nothing (R13). */
  | { readonly about: 'agencyNotReached'; readonly agency: AgencyId }
  /** It has yet to answer in full, and whoever its scoping request was addressed to is kept off the case since (R13). */
  | { readonly about: 'askedAreExcluded'; readonly agency: AgencyId }
  /** Its scoping request came back or was declared void, and has not been made again: by when it is due again, or was. `nobody` as below. */
  | {
      readonly about: 'requestVoid';
      readonly agency: AgencyId;
      readonly cause: CauseOfVoid;
      readonly nobody?: true;
      readonly due?: CivilDate;
      readonly missed?: true;
    }
  | ({ readonly about: 'noAgencyNamed' } & NoAgencyNamed)
  /** It is still to be asked, and nobody of it in the register can be written to (R13): by when it is to be, or was. */
  | {
      readonly about: 'nobodyToAsk';
      readonly agency: AgencyId;
      readonly due?: CivilDate;
      readonly missed?: true;
    }
  /** It was on a case that was merged into this one, and is not on this one; or it has answered there, and not here. */
  | {
      readonly about: 'agencyOfMerged' | 'answeredInMerged';
      readonly agency: AgencyId;
      readonly of: CaseReference;
    }
  /** R22: what was recorded there, and not taken over since it did not fit; and here nothing is recorded. */
  | {
      readonly about: 'momentOfMerged';
      readonly what: TimestampName;
      readonly of: CaseReference;
      readonly at: Instant;
    }
  | ({ readonly about: 'momentNotRecorded' } & MomentNotRecorded)
  /** What it was arranged for is decided, or was recorded by mistake: no decision is to be taken. */
  | { readonly about: 'nothingToDecide'; readonly on: CivilDate }
  /** Everybody was told that it is decided and that the Panel knows, by a dispatch that was recorded by mistake. */
  | { readonly about: 'outcomeToldTooSoon'; readonly decidedOn: CivilDate }
  /** With decision and report it was sent a reference of the notification that has been taken back since. */
  | { readonly about: 'panelHasOtherReference' }
  /** And as decided on another day. */
  | { readonly about: 'panelHasOtherDay'; readonly on: CivilDate }
  /** And as signed off for seats that had not signed by then, as corrections show. */
  | { readonly about: 'panelHasSignOffs'; readonly seats: readonly Seat[] }
  /** The next word to the Panel is the partners', and nothing of it has gone. */
  | ({ readonly about: 'panelAwaitsWord' } & OwedToPanel)
  /** Who is invited and cannot be mailed. */
  | { readonly about: 'inviteeNotReached'; readonly agency: AgencyId; readonly on: CivilDate }
  /** It took place on a day on which nobody works: the day may be mistyped. */
  | { readonly about: 'heldOnDayOff'; readonly on: CivilDate; readonly why: string }
  /** It began before the referral came: an hour may be mistyped. `decided`: its own is no longer taken back. */
  | {
      readonly about: 'meetingBeforeReceipt';
      readonly at: Instant;
      readonly receivedAt: Instant;
      readonly decided?: true;
    }
  /** What it decided is on its way to the Panel, or its day is over. */
  | { readonly about: 'meetingNotClosed'; readonly on: CivilDate }
  | { readonly about: 'seatsNotInvited'; readonly on: CivilDate; readonly seats: readonly Seat[] }
  | {
      readonly about: 'farFromReferral';
      readonly what: MomentWarnedOf;
      readonly on: CivilDate;
      readonly received: CivilDate;
      readonly days: number;
    }
  /** Of a correction alone, before it is made: what is to be a mistake the agency sent itself. */
  | {
      readonly about: 'sentByAgency';
      readonly agency: AgencyId;
      readonly number: number;
      readonly canBeSentBack?: true;
    }
  /** `onItsPage`: its page says that its word is wanted, and reminders do. */
  | { readonly about: 'securedByAgency'; readonly agency: AgencyId; readonly onItsPage?: true }
  /** The same: the sign-off was given by the delegate, and not recorded for them. */
  | { readonly about: 'signedByDelegate'; readonly seat: Seat }
  /** The same: the reference of the notification goes with it. */
  | { readonly about: 'referenceFallsAway' }
  /** The same: of a notification that never was, a copy is recorded as received. */
  | { readonly about: 'copyStays' }
  /** The same: of a receipt. Another is the earlier, and counts: that of the case, or of one that was merged into it. */
  | { readonly about: 'otherReceiptCounts'; readonly of?: CaseReference; readonly on: CivilDate }
  /** The same: of a moment. */
  | {
      readonly about: 'movesFar';
      readonly what: TimestampName;
      readonly on: CivilDate;
      readonly days: number;
    };

/** An incident may lie years back, and the referral is what the others are held against. */
export type MomentWarnedOf = Exclude<TimestampName, 'incident' | 'referralReceived'> | 'firstRequest';
