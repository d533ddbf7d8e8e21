// A meeting of the case as far as it is established: arranged or not, who is invited, who was there when, in which
// seat. Whether it was quorate is worked out (`quorum.ts`), never kept.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Duty } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId, ContactId } from '../../timetable/facts';
import type { ActorId } from '../asked';
import type { DayAmiss } from './dayToWindow';

/** A date in the sub-group's diary, such as `SG-0004`. */
export type DiaryDateId = string & { readonly __brand: 'DiaryDateId' };

/** The diary's date that a meeting uses, as it stood: a later version of it has effect on the meeting (C5). */
export interface DiaryRef {
  readonly date: DiaryDateId;
  readonly version: number;
}

export const INVITATION_REPLIES = ['accepted', 'declined'] as const;
export type InvitationReply = (typeof INVITATION_REPLIES)[number];

/** One organisation that is invited, with the contacts who get the invitation. */
export interface Invitee {
  readonly agency: AgencyId;
  readonly contacts: readonly ContactId[];
  /** Whose seat they are asked to fill. */
  readonly seat?: Seat;
  readonly reply?: InvitationReply;
}

/** With the change of the meeting that brought the invitation: an older one no longer holds. */
export interface Invited extends Invitee {
  readonly change: number;
  /** Kept off the case when it went (R13): it did not ask them, even once they are let back on. */
  readonly notAsked?: readonly ContactId[];
}

/** A person in the room: a contact of an agency, somebody from the identity register, or a name in the dossier. */
export type AttendeeId = (ContactId | ActorId | string) & { readonly __attendee?: never };

/** One stay of one person, from an arrival to the departure. */
export interface Presence {
  readonly attendee: AttendeeId;
  readonly agency: AgencyId;
  readonly remote: boolean;
  /** Their organisation was not invited: allowed, and marked. */
  readonly uninvited?: true;
  readonly arrivedAt: Instant;
  readonly leftAt?: Instant;
  /** The seat they fill, from that moment on until they leave, declare a conflict or somebody else takes it. */
  readonly seat?: { readonly name: Seat; readonly from: Instant; readonly until?: Instant };
  /** They declared an interest in the case: from then on they fill no seat (local default). */
  readonly conflictAt?: Instant;
}

/** What the team was last told is amiss with the day of a meeting. */
export interface ToldAmiss {
  readonly on: CivilDate;
  readonly way: DayAmiss['way'];
  /** Number of the event that told it. */
  readonly event: number;
}

export interface Meeting {
  /** 1 for the first of the case. */
  readonly number: number;
  /** How often it was rearranged. */
  readonly change: number;
  /** The change that put it where it is: after it others may have been invited. */
  readonly placedBy: number;
  readonly startsAt: Instant;
  readonly diary?: DiaryRef;
  /** Absent where it was told of nothing, or has heard that it is no longer so. */
  readonly toldAmiss?: ToldAmiss;
  readonly invitees: readonly Invited[];
  /** It had taken place before it was arranged here: nobody was asked to come. */
  readonly tookPlace?: true;
  /** When it was arranged or last rearranged. */
  readonly arrangedAt: Instant;
  /** `held`: closed without being the last word; what was decided is in the decisions. */
  readonly stage: 'arranged' | 'cancelled' | 'open' | 'held';
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly presences: readonly Presence[];
  /** Those evidenced before it was opened. */
  readonly dutiesBefore?: readonly Duty[];
  /** Who was recorded at it by mistake: whoever is in no register keeps their number. */
  readonly attendeesBefore?: readonly AttendeeId[];
}

export type OpenedMeeting = Meeting & Required<Pick<Meeting, 'openedAt'>>;

/** The meeting that stands: arranged or under way. */
export const standingMeeting = ({
  meetings,
}: {
  readonly meetings: readonly Meeting[];
}): Meeting | undefined => meetings.findLast(({ stage }) => stage === 'arranged' || stage === 'open');
