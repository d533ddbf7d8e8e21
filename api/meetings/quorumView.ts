// Whether a meeting was quorate at a moment, as the API shows it: who fills each seat, and where nobody does, why, in words
// (R14). It counts nothing itself: `domain/rapidReview/meeting/quorum.ts` does.

import { capital } from '../chronology/sayings';
import { Type, type Static } from 'typebox';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { profileOf } from '../../domain/policy/profiles';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { quorumAt, unfilledAt, type SeatAt } from '../../domain/rapidReview/meeting/quorum';
import type { Meeting } from '../../domain/rapidReview/meeting/state';
import { meetingDayOver } from '../../domain/rapidReview/meeting/window';
import type { AnyCase } from '../../domain/rapidReview/state';
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

const Seat = Type.Object(
  {
    seat: SeatField,
    filledBy: Type.Optional(Type.String({ description: 'The code of whoever fills it.' })),
    ...NameFields,
    agency: Type.Optional(AgencyIdField),
    why: Type.Optional(
      Type.Enum(['nobody', 'left', 'conflict'], {
        description: 'Nobody ever filled it; whoever did has left; whoever did has declared a conflict.',
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
    seats: Type.Array(Seat),
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

const WHY: Readonly<Record<NonNullable<SeatAt['why']>, string>> = {
  nobody: 'nobody has filled this seat',
  left: 'whoever filled this seat has left',
  conflict: 'whoever filled this seat has declared a conflict of interest',
};

export interface Naming {
  readonly agency: NameAgency;
  readonly attendee: NameAttendee;
}

const seatView = ({ seat, filledBy, agency, why }: SeatAt, naming: Naming): QuorumView['seats'][number] => {
  const words = capital(SEAT_WORDS[seat]);
  if (filledBy === undefined)
    return { seat, why: why ?? 'nobody', inWords: `${words}: ${WHY[why ?? 'nobody']}.` };
  const name = naming.attendee(filledBy);
  const who = [name.name ?? filledBy, ...(agency === undefined ? [] : [naming.agency(agency)])].join(', ');
  return {
    ...{ seat, filledBy, inWords: `${words}: ${who}.` },
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

const NOT_HELD: Pick<Meeting, 'presences'> = { presences: [] };

export const quorumView = (
  { state, calendar }: Pick<FoldedCase, 'state' | 'calendar'>,
  at: Instant,
  naming: Naming,
): QuorumView => {
  const found = meetingAt(state, at);
  const meeting = found !== undefined && isUnderWay(found, calendar, at) ? found : undefined;
  const quorum = quorumAt(meeting ?? NOT_HELD, profileOf(state.profile).seats, at);
  const unfilled = unfilledAt(quorum);
  const moment = sayInstant(at);
  const judged = quorum.quorate
    ? 'was quorate: every seat was filled'
    : `was not quorate: nobody filled the ${unfilled.length === 1 ? 'seat' : 'seats'} of ${saySeats(unfilled)}`;
  return {
    reference: state.reference,
    version: state.version,
    at: formatInstant(at),
    ...(meeting === undefined ? {} : { meeting: meeting.number }),
    quorate: quorum.quorate,
    seats: quorum.seats.map((seat) => seatView(seat, naming)),
    inWords:
      meeting === undefined
        ? `No meeting of this case was under way on ${moment}.`
        : `On ${moment} the meeting ${judged}.`,
  };
};
