// Whether a meeting was quorate at a moment, as the API shows it: who fills each seat, and where nobody does, why, in words
// (R14). It counts nothing itself: `domain/rapidReview/meeting/quorum.ts` does.

import { decisionOfMeeting } from '../../domain/rapidReview/decision/state';
import { meetingDayOver } from '../../domain/rapidReview/meeting/dayOver';
import type { Meeting } from '../../domain/rapidReview/meeting/state';
import { capital } from '../chronology/sayings';
import { Type, type Static } from 'typebox';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { profileOf } from '../../domain/policy/profiles';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { nobodyKeptOff, quorumAt, unfilledAt, type SeatAt } from '../../domain/rapidReview/meeting/quorum';
import type { Seat } from '../../domain/policy/policyProfile';
import { carriesReview, type AnyCase } from '../../domain/rapidReview/state';
import type { FoldedCase } from '../../records/records';
import type { NameAgency } from '../agencies/namesOfAgencies';
import {
  AgencyIdField,
  InstantField,
  ReferenceField,
  SeatField,
  strict,
  VersionField,
} from '../fields/fields';
import { SEAT_WORDS, saySeats } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { NameFields, type NameAttendee } from './attendeeNames';

const SeatSchema = Type.Object(
  {
    seat: SeatField,
    filledBy: Type.Optional(Type.String({ description: 'The code of whoever fills it.' })),
    ...NameFields,
    agency: Type.Optional(AgencyIdField),
    why: Type.Optional(
      Type.Enum(['nobody', 'left', 'conflict', 'keptOff', 'noMeeting'], {
        description:
          'Nobody ever filled it; whoever did has left; whoever did has declared a conflict; no meeting was under way.',
      }),
    ),
    inWords: Type.String(),
  },
  strict,
);

export const QuorumSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    at: InstantField,
    meeting: Type.Optional(Type.Integer({ description: 'The meeting under way at that moment.' })),
    quorate: Type.Boolean(),
    seats: Type.Array(SeatSchema),
    inWords: Type.String(),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 34,
        at: '2026-04-14T09:20:00.000Z',
        meeting: 1,
        quorate: false,
        seats: [
          {
            seat: 'localAuthority',
            filledBy: 'AG-0001-C1',
            name: 'Alex Merrow',
            agency: 'AG-0001',
            inWords: 'The local authority: Alex Merrow, Example City Council.',
          },
          { seat: 'police', why: 'nobody', inWords: 'The police: nobody has filled this seat.' },
          {
            seat: 'integratedCareBoard',
            why: 'left',
            inWords: 'The integrated care board: whoever filled this seat has left.',
          },
        ],
        inWords:
          'On Tuesday 14 April 2026 at 10:20 the meeting was not quorate: nobody filled the seats of the police and the integrated care board.',
      },
    ],
  },
);
export type QuorumView = Static<typeof QuorumSchema>;

type Why = NonNullable<QuorumView['seats'][number]['why']>;

const WHY: Readonly<Record<Why, string>> = {
  nobody: 'nobody has filled this seat',
  left: 'whoever filled this seat has left',
  conflict: 'whoever filled this seat has declared a conflict of interest',
  keptOff: 'whoever filled this seat is kept off the case',
  noMeeting: 'no meeting was under way',
};

export interface Naming {
  readonly agency: NameAgency;
  readonly attendee: NameAttendee;
}

const emptySeat = (seat: Seat, why: Why): QuorumView['seats'][number] => ({
  seat,
  why,
  inWords: `${capital(SEAT_WORDS[seat])}: ${WHY[why]}.`,
});

const seatView = ({ seat, filledBy, agency, why }: SeatAt, naming: Naming): QuorumView['seats'][number] => {
  const words = capital(SEAT_WORDS[seat]);
  if (filledBy === undefined) return emptySeat(seat, why ?? 'nobody');
  const name = naming.attendee(filledBy);
  const who = [name.name ?? filledBy, ...(agency === undefined ? [] : [naming.agency(agency)])].join(', ');
  return {
    seat,
    filledBy,
    inWords: `${words}: ${who}.`,
    ...name,
    ...(agency === undefined ? {} : { agency }),
  };
};

/** The last that had been opened by then. */
export const meetingAt = (state: AnyCase, at: Instant): Meeting | undefined =>
  state.status === 'recordedOnly'
    ? undefined
    : state.meetings.findLast(({ openedAt }) => openedAt !== undefined && openedAt <= at);

const isUnderWay = (meeting: Meeting, calendar: WorkingCalendar, at: Instant): boolean =>
  meeting.closedAt === undefined
    ? meetingDayOver(meeting, calendar, at) === undefined
    : at <= meeting.closedAt;

/** Whoever asks for now, or for a moment beside it, means a meeting: which one there was, and when. */
const sayWhenThereWas = (state: AnyCase, at: Instant): string => {
  if (state.status === 'recordedOnly') return '';
  const opened = meetingAt(state, at) ?? state.meetings.find(({ openedAt }) => openedAt !== undefined);
  if (opened?.openedAt !== undefined) {
    const until =
      opened.closedAt === undefined ? ', and nobody has closed it' : ` until ${sayInstant(opened.closedAt)}`;
    return ` Meeting ${opened.number} was under way from ${sayInstant(opened.openedAt)}${until}: ask for a moment of it, such as at=${formatInstant(opened.openedAt)}.`;
  }
  const recorded = state.meetings.findLast(({ stage }) => stage === 'arranged');
  return recorded?.tookPlace === true
    ? ` Meeting ${recorded.number}, of ${sayInstant(recorded.startsAt)}, is recorded as held: record when it was opened, and who came, and ask for a moment of it.`
    : '';
};

const notUnderWay = (state: AnyCase, at: Instant): Omit<QuorumView, 'reference' | 'version' | 'at'> => ({
  quorate: false,
  seats: profileOf(state.profile).seats.map((seat) => emptySeat(seat, 'noMeeting')),
  inWords: `No meeting of this case was under way on ${sayInstant(at)}.${sayWhenThereWas(state, at)}`,
});

export const quorumView = (
  { state, calendar }: Pick<FoldedCase, 'state' | 'calendar'>,
  at: Instant,
  naming: Naming,
): QuorumView => {
  const found = meetingAt(state, at);
  const of = { reference: state.reference, version: state.version, at: formatInstant(at) };
  if (found === undefined || !isUnderWay(found, calendar, at)) return { ...of, ...notUnderWay(state, at) };
  // What was decided was decided by those who sat then.
  const undecided = carriesReview(state) && decisionOfMeeting(state, found.number) === undefined;
  const whoCounts = undecided ? nobodyKeptOff(state) : undefined;
  const quorum = quorumAt(found, profileOf(state.profile).seats, at, whoCounts);
  const unfilled = unfilledAt(quorum);
  const judged = quorum.quorate
    ? 'was quorate: every seat was filled'
    : `was not quorate: nobody filled the ${unfilled.length === 1 ? 'seat' : 'seats'} of ${saySeats(unfilled)}`;
  return {
    ...of,
    meeting: found.number,
    quorate: quorum.quorate,
    seats: quorum.seats.map((seat) => seatView(seat, naming)),
    inWords: `On ${sayInstant(at)} the meeting ${judged}.`,
  };
};
