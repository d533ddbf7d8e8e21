// What may be asked about the meeting: arranged, rearranged, cancelled, held; who came and went (R14, C5 to C7).

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { AgencyKind } from '../../policy/agencyKinds';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId, ContactId } from '../../timetable/facts';
import type { ActorId } from '../asked';
import type { DossierRow } from '../references';
import type { AttendeeId, DiaryDateId, DiaryRef, InvitationReply } from './state';

/** An organisation to invite, with the kind that the register gives for it. */
export interface ToInvite {
  readonly agency: AgencyId;
  readonly agencyKind: AgencyKind;
  readonly contacts: readonly ContactId[];
  readonly seat?: Seat;
}

export interface ArrangeMeeting {
  readonly kind: 'arrangeMeeting';
  readonly startsAt: Instant;
  /** The sub-group's date that it uses. */
  readonly diary?: DiaryRef;
  readonly invitees: readonly ToInvite[];
  /** It took place before anybody arranged it here: nobody is asked to come. */
  readonly held?: true;
  /** Demanded outside the window: a recorded departure. */
  readonly reason?: DossierRow;
}

export interface RearrangeMeeting {
  readonly kind: 'rearrangeMeeting';
  /** Left out, it stays where it is. */
  readonly startsAt?: Instant;
  readonly diary?: DiaryRef;
  /** In place of all who were invited before; left out, they stay. */
  readonly invitees?: readonly ToInvite[];
  /** Beside those who were invited before. */
  readonly alsoInvite?: readonly ToInvite[];
  readonly reason: DossierRow;
}

export interface CancelMeeting {
  readonly kind: 'cancelMeeting';
  readonly reason: DossierRow;
}

export interface RecordInvitationReply {
  readonly kind: 'recordInvitationReply';
  readonly agency: AgencyId;
  readonly reply: InvitationReply;
}

/** The sub-group's diary has changed: a meeting that uses the date follows it. Without effect on any other. */
export interface FollowDiary {
  readonly kind: 'followDiary';
  readonly date: DiaryDateId;
  readonly version: number;
  /** Absent where the date is cancelled. */
  readonly startsAt?: Instant;
}

export interface OpenMeeting {
  readonly kind: 'openMeeting';
  readonly at: Instant;
}

/** What was recorded at the meeting was not so: it is to be recorded anew, or was never held. */
export interface UndoOpening {
  readonly kind: 'undoOpening';
  readonly reason: DossierRow;
}

export type WhoAttends =
  | { readonly contact: ContactId }
  | { readonly person: ActorId }
  /** Somebody who is in no register: the name is in the dossier. */
  | { readonly named: DossierRow }
  /** Somebody of this case known by a code already, who is back. */
  | { readonly attendee: AttendeeId };

export interface RecordArrival {
  readonly kind: 'recordArrival';
  readonly who: WhoAttends;
  readonly agency: AgencyId;
  readonly agencyKind: AgencyKind;
  readonly seat?: Seat;
  readonly remote: boolean;
  readonly at: Instant;
}

/** Somebody present takes a seat that nobody fills. */
export interface TakeSeat {
  readonly kind: 'takeSeat';
  readonly attendee: AttendeeId;
  readonly agencyKind: AgencyKind;
  readonly seat: Seat;
  readonly at: Instant;
}

export interface RecordDeparture {
  readonly kind: 'recordDeparture';
  readonly attendee: AttendeeId;
  readonly at: Instant;
}

/** An interest in the case: whoever declares one fills no seat from then on. */
export interface DeclareConflict {
  readonly kind: 'declareConflict';
  readonly attendee: AttendeeId;
  readonly at: Instant;
  readonly note: DossierRow;
}

/** Everybody leaves; what was said is in the minutes. */
export interface CloseMeeting {
  readonly kind: 'closeMeeting';
  readonly at: Instant;
  readonly minutes: DossierRow;
}

/** It was held on another day (R8); its hours are right. */
export interface CorrectMeetingDay {
  readonly kind: 'correctMeetingDay';
  readonly meeting: number;
  readonly on: CivilDate;
  readonly reason: DossierRow;
}

export type MeetingCommand =
  | ArrangeMeeting
  | RearrangeMeeting
  | CancelMeeting
  | RecordInvitationReply
  | FollowDiary
  | OpenMeeting
  | UndoOpening
  | RecordArrival
  | TakeSeat
  | RecordDeparture
  | DeclareConflict
  | CloseMeeting
  | CorrectMeetingDay;
