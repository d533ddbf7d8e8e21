// What is established about meetings.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { DossierRow } from '../references';
import type { DayAmiss, DayRestored, Departure } from './dayToWindow';
import type { AttendeeId, DiaryRef, InvitationReply, Invitee } from './state';

export interface MeetingArranged {
  readonly kind: 'MeetingArranged';
  readonly body: {
    readonly meeting: number;
    readonly startsAt: Instant;
    readonly on: CivilDate;
    readonly diary?: DiaryRef;
    readonly invitees: readonly Invitee[];
    /** It had taken place already: nobody is asked to come. */
    readonly held?: true;
    readonly departure?: Departure;
    readonly reason?: DossierRow;
  };
}

export interface MeetingRearranged {
  readonly kind: 'MeetingRearranged';
  readonly body: {
    readonly meeting: number;
    /** 1 for the first time. */
    readonly change: number;
    readonly was: Instant;
    readonly startsAt: Instant;
    readonly on: CivilDate;
    readonly diary?: DiaryRef;
    readonly invitees: readonly Invitee[];
    /** Those of them whom the earlier invitation asks the same: it stands, with its reply, and they are told nothing. */
    readonly stillInvited?: readonly AgencyId[];
    /** Invited to the earlier date, and not to this one: they are told. */
    readonly uninvited?: readonly Invitee[];
    readonly departure?: Departure;
    readonly cause: 'byPerson' | 'diary';
    readonly reason?: DossierRow;
  };
}

export interface MeetingCancelled {
  readonly kind: 'MeetingCancelled';
  readonly body: {
    readonly meeting: number;
    readonly startsAt: Instant;
    /** `needless`: its date in the diary was moved, and nothing was to be decided at it any more. */
    readonly cause: 'byPerson' | 'diary' | 'caseEnded' | 'needless';
    readonly reason?: DossierRow;
  };
}

export interface InvitationAnswered {
  readonly kind: 'InvitationAnswered';
  readonly body: {
    readonly meeting: number;
    readonly agency: AgencyId;
    readonly reply: InvitationReply;
  };
}

/** The window has moved away from the meeting, or the meeting out of it: the team is told at once. */
export interface MeetingOutsideWindow {
  readonly kind: 'MeetingOutsideWindow';
  readonly body: { readonly meeting: number; readonly on: CivilDate } & DayAmiss;
}

/** Window or diary have moved back, or the day is no holiday any more. Who was told that it lay wrong hears so. */
export interface MeetingDayRestored {
  readonly kind: 'MeetingDayRestored';
  readonly body: { readonly meeting: number; readonly on: CivilDate } & DayRestored;
}

export interface MeetingOpened {
  readonly kind: 'MeetingOpened';
  readonly body: { readonly meeting: number; readonly at: Instant };
}

/** Nobody came, left or took a seat at it, and it is arranged as it was: all of it had been recorded by mistake. */
export interface MeetingOpeningUndone {
  readonly kind: 'MeetingOpeningUndone';
  readonly body: { readonly meeting: number; readonly reason: DossierRow };
}

export interface AttendeeArrived {
  readonly kind: 'AttendeeArrived';
  readonly body: {
    readonly meeting: number;
    readonly attendee: AttendeeId;
    readonly agency: AgencyId;
    readonly seat?: Seat;
    readonly remote: boolean;
    /** Somebody else was recorded in it from then on. */
    readonly seatUntil?: Instant;
    readonly uninvited?: true;
    readonly at: Instant;
    /** The name of somebody who is in no register. */
    readonly note?: DossierRow;
  };
}

export interface SeatTaken {
  readonly kind: 'SeatTaken';
  readonly body: {
    readonly meeting: number;
    readonly attendee: AttendeeId;
    readonly seat: Seat;
    readonly at: Instant;
    /** Somebody else was recorded in it from then on. */
    readonly seatUntil?: Instant;
  };
}

export interface AttendeeLeft {
  readonly kind: 'AttendeeLeft';
  readonly body: { readonly meeting: number; readonly attendee: AttendeeId; readonly at: Instant };
}

export interface ConflictDeclared {
  readonly kind: 'ConflictDeclared';
  readonly body: {
    readonly meeting: number;
    readonly attendee: AttendeeId;
    readonly at: Instant;
    readonly note: DossierRow;
  };
}

export interface MeetingClosed {
  readonly kind: 'MeetingClosed';
  readonly body: {
    readonly meeting: number;
    readonly at: Instant;
    /** Whether it took a decision; without one it is to be held again. */
    readonly decided: boolean;
    /** The seats that nobody filled at its end: why there could be none. */
    readonly unfilled: readonly Seat[];
    readonly note: DossierRow;
  };
}

/** The day was mistyped (R8): hours and people stay, and what it decided was decided on the right day. */
export interface MeetingDayCorrected {
  readonly kind: 'MeetingDayCorrected';
  readonly body: {
    readonly meeting: number;
    readonly was: CivilDate;
    readonly on: CivilDate;
    /** By it every other moment of the meeting moves as far. */
    readonly openedAt: Instant;
    /** Where it decided: what the group had not got by then (R16). */
    readonly missingReturns?: readonly AgencyId[];
    readonly reason: DossierRow;
  };
}

export type MeetingEvent =
  | MeetingArranged
  | MeetingRearranged
  | MeetingCancelled
  | InvitationAnswered
  | MeetingOutsideWindow
  | MeetingDayRestored
  | MeetingOpened
  | MeetingOpeningUndone
  | AttendeeArrived
  | SeatTaken
  | AttendeeLeft
  | ConflictDeclared
  | MeetingClosed
  | MeetingDayCorrected;
