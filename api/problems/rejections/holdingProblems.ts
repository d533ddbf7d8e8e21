// Refusals of acts while the meeting is held, as problems: who came and went, and who fills which seat (R14).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { MeetingRejection, RecordedMoment } from '../../../domain/rapidReview/meeting/rejections';
import { AGENCY_KIND_WORDS, SEAT_WORDS, saySeats } from '../reviewTerms';
import { sayApart, sayInstant } from '../saying';
import type { arrangingProblems } from './arrangingProblems';
import { AGENCY, CONTACT, day, moment } from './exampleFacts';
import { INVITED } from './meetingFields';
import { momentField } from './momentField';
import type { RefusalsOf } from './refused';

type Holding = Exclude<MeetingRejection, { readonly code: keyof typeof arrangingProblems }>;

const RECORDED: Readonly<Record<RecordedMoment['what'], string>> = {
  arrival: 'the arrival of',
  seat: 'the seat taken by',
  conflict: 'the conflict of interest of',
  departure: 'the departure of',
  decision: 'the decision',
  meetingBefore: 'the end of the meeting before',
  receipt: 'the receipt of the referral',
};

/** An older worker says only that something is recorded. */
const sayRecorded = ({ what, attendee }: Partial<RecordedMoment>): string =>
  what === undefined
    ? 'something'
    : [RECORDED[what], ...(attendee === undefined ? [] : [attendee])].join(' ');

export const holdingProblems = {
  MeetingNotUnderWay: {
    slug: 'meeting-not-under-way',
    status: 409,
    title: 'No meeting is under way',
    says: () =>
      'No meeting of this case is under way. One that is arranged is opened first, after its day with a moment of that day in "at"; one that was closed takes nothing more.',
    example: { code: 'MeetingNotUnderWay' },
  },
  NothingRecordedOfMeeting: {
    slug: 'nothing-recorded-of-meeting',
    status: 409,
    title: 'Nothing is recorded of a meeting',
    says: () =>
      'Nobody has opened the last meeting of this case, so nothing is recorded of it that could be taken back. One that is arranged is rearranged or cancelled, one that is recorded as held is cancelled. Where the meeting before it is meant, cancel this one first.',
    example: { code: 'NothingRecordedOfMeeting' },
  },
  MeetingDecided: {
    slug: 'meeting-decided',
    status: 409,
    title: 'The meeting has decided',
    says: ({ on }) =>
      `The meeting decided on ${sayDate(on)}, by the seats that are recorded as filled, so that is not taken back. Who is still to come or to leave is recorded while the meeting is open; a decision that was recorded wrong is recorded again (POST /cases/{reference}/decision, with insteadOf), and a mistyped day of the meeting is corrected (POST /cases/{reference}/meetings/<number>/corrections).`,
    example: { code: 'MeetingDecided', on: day('2026-04-14') },
  },
  NoSuchMeetingHeld: {
    slug: 'no-such-meeting-held',
    status: 404,
    title: 'No such meeting was held',
    says: ({ meeting }) =>
      `No meeting ${meeting} of this case was held and closed, so it has no day to correct. One that is under way is closed first; one that is arranged is rearranged. GET /cases/{reference}/meetings shows them.`,
    example: { code: 'NoSuchMeetingHeld', meeting: 2 },
  },
  MeetingDayCorrectionChangesNothing: {
    slug: 'meeting-day-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ on }) =>
      `The meeting is recorded for ${sayDate(on)} already. Give the day on which it was held.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'MeetingDayCorrectionChangesNothing', on: day('2026-04-14') },
  },
  MeetingBuiltUpon: {
    slug: 'meeting-built-upon',
    status: 409,
    title: 'The Panel has disagreed with what the meeting answered',
    says: ({ meeting }) =>
      `Meeting ${meeting} answered the national Panel, which has disagreed again since: its day stands as it was recorded. Say in the report, and to the Panel, which day is right.`,
    example: { code: 'MeetingBuiltUpon', meeting: 2 },
  },
  MeetingNotBeforeNext: {
    slug: 'meeting-not-before-next',
    status: 422,
    title: 'The next meeting had begun by then',
    says: ({ closedAt, next }) => {
      const [ended, began] = sayApart(closedAt, next);
      return `On that day the meeting would have ended on ${ended}, but the next one began on ${began}. Check both days.`;
    },
    field: () => ['/on', 'is a day on which the next meeting had begun'],
    example: {
      code: 'MeetingNotBeforeNext',
      closedAt: moment('2026-04-14T12:00:00+01:00'),
      next: moment('2026-04-14T10:00:00+01:00'),
    },
  },
  MeetingOnAnotherDay: {
    slug: 'meeting-on-another-day',
    status: 422,
    title: 'The meeting is arranged for another day',
    says: ({ on, given }) =>
      `The meeting is arranged for ${sayDate(on)}, and cannot be opened on ${sayDate(given)}. If it was held on its day, give the moment of that day in "at"; else rearrange the meeting first.`,
    field: () => ['/at', 'is on another day than the meeting'],
    example: { code: 'MeetingOnAnotherDay', on: day('2026-04-14'), given: day('2026-04-15') },
  },
  MomentInFuture: {
    slug: 'moment-in-future',
    status: 422,
    title: 'The moment lies in the future',
    says: ({ at, now, asRecorded }) =>
      asRecorded === true
        ? `By the hours that are recorded the meeting would have ended on ${sayInstant(at)}, but it is only ${sayInstant(now)} in London: on that day they are still ahead. Hours stay as they are, the day alone is put right. Check the day.`
        : `The moment given is ${sayInstant(at)}, but it is only ${sayInstant(now)} in London. Only what has happened is recorded.`,
    field: ({ asRecorded }, command) => [
      momentField(command, '/at'),
      asRecorded === true ? 'is a day whose recorded hours are still ahead' : 'must not lie in the future',
    ],
    example: {
      code: 'MomentInFuture',
      at: moment('2026-04-14T11:30:00+01:00'),
      now: moment('2026-04-14T11:05:00+01:00'),
    },
  },
  MomentAfterMeetingDay: {
    slug: 'moment-after-meeting-day',
    status: 422,
    title: 'The day of the meeting is over',
    says: ({ at, on }) =>
      `The meeting was opened on ${sayDate(on)} and nobody has closed it: it ended with that day, and the moment given is ${sayInstant(at)}. Say in "at" when on that day it was.`,
    field: () => ['/at', 'must lie on the day of the meeting'],
    example: {
      code: 'MomentAfterMeetingDay',
      at: moment('2026-04-15T09:10:00+01:00'),
      on: day('2026-04-14'),
    },
  },
  MomentBeforeMeeting: {
    slug: 'moment-before-meeting',
    status: 422,
    title: 'The moment lies before the meeting',
    says: ({ at, openedAt }) =>
      `The moment given is ${sayInstant(at)}, but the meeting was not opened until ${sayInstant(openedAt)}. Whoever was there before came at its opening.`,
    field: () => ['/at', 'lies before the meeting was opened'],
    example: {
      code: 'MomentBeforeMeeting',
      at: moment('2026-04-14T09:50:00+01:00'),
      openedAt: moment('2026-04-14T10:00:00+01:00'),
    },
  },
  MomentOutOfOrder: {
    slug: 'moment-out-of-order',
    status: 422,
    title: 'Something later is recorded already',
    says: (refused) => {
      const { at, recorded, asRecorded } = refused;
      const [given, before] = sayApart(at, recorded);
      const later = `${sayRecorded(refused)} is recorded for ${before}`;
      return asRecorded === true
        ? `By the hours that are recorded the meeting would have begun on ${given}, but ${later}. Hours stay as they are, the day alone is put right. Check the day.`
        : `The moment given is ${given}, but ${later} already. Give a moment from then on; what came before stays as it is.`;
    },
    field: (_, command) => [momentField(command, '/at'), 'lies before what is recorded already'],
    example: {
      code: 'MomentOutOfOrder',
      at: moment('2026-04-14T10:20:00+01:00'),
      what: 'departure',
      attendee: CONTACT,
      recorded: moment('2026-04-14T10:35:00+01:00'),
    },
  },
  SeatNotForAgency: {
    slug: 'seat-not-for-agency',
    status: 422,
    title: 'The agency cannot fill this seat',
    says: ({ agency, kind, seat }) =>
      `${agency} is ${AGENCY_KIND_WORDS[kind]}, and cannot fill the seat of ${SEAT_WORDS[seat]}. Name somebody of ${SEAT_WORDS[seat]} for it; ${agency} takes part without that seat.`,
    field: (_, command) =>
      command === 'arrangeMeeting' || command === 'rearrangeMeeting'
        ? [INVITED, 'names a seat for an agency that cannot fill it']
        : ['/seat', 'is not for an agency of this kind'],
    example: {
      code: 'SeatNotForAgency',
      agency: AGENCY,
      kind: 'nhsProvider',
      seat: 'integratedCareBoard',
    },
  },
  SeatAlreadyFilled: {
    slug: 'seat-already-filled',
    status: 409,
    title: 'The seat is filled already',
    says: ({ seat, by }) =>
      `${by} fills the seat of ${SEAT_WORDS[seat]} already, and one person fills it at a time. Record the arrival without a seat, or first that ${by} has left. Whoever filled it before ${by} came may be recorded still: until then.`,
    field: () => ['/seat', 'is filled already'],
    example: { code: 'SeatAlreadyFilled', seat: 'police', by: CONTACT },
  },
  OnePersonOneSeat: {
    slug: 'one-person-one-seat',
    status: 409,
    title: 'One person fills one seat',
    says: ({ attendee, seat }) =>
      `${attendee} fills the seat of ${SEAT_WORDS[seat]} already, and one person fills one seat. Somebody else must fill the other.`,
    field: () => ['/seat', 'is a second one for the same person'],
    example: { code: 'OnePersonOneSeat', attendee: CONTACT, seat: 'police' },
  },
  AttendeeAlreadyPresent: {
    slug: 'attendee-already-present',
    status: 409,
    title: 'This person is there already',
    says: ({ attendee }) =>
      `${attendee} has arrived already, and has not left. To change the seat, let them take one; to note a second arrival, record the departure first.`,
    example: { code: 'AttendeeAlreadyPresent', attendee: CONTACT },
  },
  AttendeeNotPresent: {
    slug: 'attendee-not-present',
    status: 409,
    title: 'This person is not there',
    says: ({ attendee }) => `${attendee} is not in the meeting at that moment. Record the arrival first.`,
    example: { code: 'AttendeeNotPresent', attendee: CONTACT },
  },
  NoSuchAttendee: {
    slug: 'no-such-attendee',
    status: 404,
    title: 'Nobody with that code was there',
    says: ({ attendee }) =>
      `Nobody with the code ${attendee} has come to a meeting of this case. Those who have are listed with the meeting.`,
    example: { code: 'NoSuchAttendee', attendee: 'AG-0003-C9' },
  },
  ConflictedFillsNoSeat: {
    slug: 'conflicted-fills-no-seat',
    status: 422,
    title: 'Whoever declared a conflict fills no seat',
    says: ({ attendee }) =>
      `${attendee} has declared a conflict of interest, and fills no seat from then on. Somebody else must fill it.`,
    field: () => ['/seat', 'is for somebody without a conflict of interest'],
    example: { code: 'ConflictedFillsNoSeat', attendee: CONTACT },
  },
  ExcludedFillsNoSeat: {
    slug: 'excluded-fills-no-seat',
    status: 422,
    title: 'Whoever is kept off the case fills no seat',
    says: ({ attendee }) =>
      `${attendee} is kept off this case, and fills no seat. Somebody else must fill it; that they came can be recorded without a seat.`,
    field: () => ['/seat', 'is for somebody who is not kept off the case'],
    example: { code: 'ExcludedFillsNoSeat', attendee: CONTACT },
  },
  ConflictAlreadyDeclared: {
    slug: 'conflict-already-declared',
    status: 409,
    title: 'The conflict is declared already',
    says: ({ attendee }) =>
      `${attendee} has declared a conflict of interest already; that stands. If it was recorded by mistake, take back what was recorded at the last meeting, where it has decided nothing (POST /cases/{reference}/meeting/opening/undoing).`,
    example: { code: 'ConflictAlreadyDeclared', attendee: CONTACT },
  },
  WouldUndoDecision: {
    slug: 'would-undo-decision',
    status: 409,
    title: 'This would undo the decision',
    says: ({ seat, decidedAt }) =>
      `A decision was taken on ${sayInstant(decidedAt)}; with this, nobody would have filled the seat of ${saySeats([seat])} at that moment. If it was taken at another moment, send it again with that and "insteadOf" (POST /cases/{reference}/decision), and then record this. If not, it lacked its quorum: record this as after it, and in the minutes when it was; let somebody else fill the seat, and the group decide again in this meeting, with "insteadOf".`,
    field: () => ['/at', 'lies before the decision'],
    example: {
      code: 'WouldUndoDecision',
      seat: 'police',
      decidedAt: moment('2026-04-14T11:40:00+01:00'),
    },
  },
} as const satisfies RefusalsOf<Holding>;
