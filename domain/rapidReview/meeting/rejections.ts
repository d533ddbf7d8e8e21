// Why an act on the meeting is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { AgencyKind } from '../../policy/agencyKinds';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { AttendeeId } from './state';

/** What is recorded of which moment; `attendee`: of whom, where it is of one person. */
export interface RecordedMoment {
  readonly what: 'arrival' | 'seat' | 'conflict' | 'departure' | 'decision' | 'meetingBefore' | 'receipt';
  readonly attendee?: AttendeeId;
  readonly recorded: Instant;
}

export type MeetingRejection =
  /** It is recorded as held: there is nothing to move. */
  | { readonly code: 'MeetingTookPlace'; readonly startsAt: Instant }
  /** Meetings are recorded in the order in which they were held. */
  | { readonly code: 'MeetingNotAfterLast'; readonly on: CivilDate; readonly last: CivilDate }
  /** One that took place then could be recorded as held; `arranged`: one is arranged already, for that day or for another. */
  | {
      readonly code: 'MeetingInPast';
      readonly startsAt: Instant;
      readonly now: Instant;
      readonly mayBeHeld?: true;
      readonly arranged?: 'thatDay' | 'anotherDay';
    }
  /** `next` is the working day that would do. */
  | {
      readonly code: 'MeetingOnDayOff';
      readonly on: CivilDate;
      readonly why: string;
      readonly next: CivilDate;
    }
  /** Minutes after midnight in London. `held`: it is said to have taken place then. */
  | {
      readonly code: 'MeetingAtNight';
      readonly startsAt: Instant;
      readonly from: number;
      readonly until: number;
      readonly held?: true;
    }
  | {
      readonly code: 'MeetingOutsideWindowNeedsReason';
      readonly on: CivilDate;
      readonly opens?: CivilDate;
      readonly closes: CivilDate;
      readonly held?: true;
    }
  /** `held`: another is said to have taken place; `tookPlace`: the one that stands is recorded so. */
  | {
      readonly code: 'MeetingAlreadyArranged';
      readonly startsAt: Instant;
      readonly held?: true;
      readonly tookPlace?: true;
    }
  | { readonly code: 'MeetingChangesNothing'; readonly startsAt: Instant }
  | { readonly code: 'NoMeetingArranged' }
  | { readonly code: 'MeetingUnderWay' }
  | { readonly code: 'MeetingNotUnderWay' }
  | { readonly code: 'NothingRecordedOfMeeting' }
  /** What was decided in it rests on what is recorded. */
  | { readonly code: 'MeetingDecided'; readonly on: CivilDate }
  | { readonly code: 'MeetingOnAnotherDay'; readonly on: CivilDate; readonly given: CivilDate }
  | { readonly code: 'NotInvited'; readonly agency: AgencyId }
  /** `asRecorded`: nobody gives it, it is the hour that is recorded, on the day that is given. */
  | {
      readonly code: 'MomentInFuture';
      readonly at: Instant;
      readonly now: Instant;
      readonly asRecorded?: true;
    }
  /** Nobody has closed it, and its day is over. */
  | { readonly code: 'MomentAfterMeetingDay'; readonly at: Instant; readonly on: CivilDate }
  | { readonly code: 'MomentBeforeMeeting'; readonly at: Instant; readonly openedAt: Instant }
  /** Something of that person, or of the meeting, is recorded later than this already. `asRecorded`: as above. */
  | ({ readonly code: 'MomentOutOfOrder'; readonly at: Instant; readonly asRecorded?: true } & RecordedMoment)
  | {
      readonly code: 'SeatNotForAgency';
      readonly agency: AgencyId;
      readonly kind: AgencyKind;
      readonly seat: Seat;
    }
  | { readonly code: 'SeatAlreadyFilled'; readonly seat: Seat; readonly by: AttendeeId }
  | { readonly code: 'OnePersonOneSeat'; readonly attendee: AttendeeId; readonly seat: Seat }
  | { readonly code: 'AttendeeAlreadyPresent'; readonly attendee: AttendeeId }
  | { readonly code: 'AttendeeNotPresent'; readonly attendee: AttendeeId }
  | { readonly code: 'NoSuchAttendee'; readonly attendee: AttendeeId }
  | { readonly code: 'ConflictedFillsNoSeat'; readonly attendee: AttendeeId }
  /** Kept off the case: that they came is recorded, but no partner decides through them. */
  | { readonly code: 'ExcludedFillsNoSeat'; readonly attendee: AttendeeId }
  | { readonly code: 'ConflictAlreadyDeclared'; readonly attendee: AttendeeId }
  /** Or nobody has closed it. */
  | { readonly code: 'NoSuchMeetingHeld'; readonly meeting: number }
  | { readonly code: 'MeetingDayCorrectionChangesNothing'; readonly on: CivilDate }
  /** The Panel has disagreed with what it answered. */
  | { readonly code: 'MeetingBuiltUpon'; readonly meeting: number }
  | { readonly code: 'MeetingNotBeforeNext'; readonly closedAt: Instant; readonly next: Instant }
  /** The decision of that moment would have lacked its quorum. */
  | { readonly code: 'WouldUndoDecision'; readonly seat: Seat; readonly decidedAt: Instant };
