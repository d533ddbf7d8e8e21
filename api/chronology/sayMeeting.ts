// What was established about meetings, in words: arranged, held, who came and went.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { DayAmiss, DayRestored, Departure } from '../../domain/rapidReview/meeting/dayToWindow';
import type { MeetingEvent } from '../../domain/rapidReview/meeting/events';
import { sayList } from '../../domain/timetable/explanation';
import { SEAT_WORDS, saySeats } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import type { Name, Sayings } from './sayings';

const sayDeparture = ({ way, opens, closes }: Departure): string =>
  way === 'late' || opens === undefined
    ? `after its window, which closes on ${sayDate(closes)}`
    : `before its window, which opens on ${sayDate(opens)}`;

const sayAmiss = ({ way, ...window }: DayAmiss): string =>
  way === 'dayOff' ? 'on a day that is no longer a working day' : sayDeparture({ way, ...window });

export const sayAmissMeeting = ({ on, ...amiss }: { readonly on: CivilDate } & DayAmiss): string =>
  `the meeting on ${sayDate(on)} lies ${sayAmiss(amiss)}`;

const sayRestored = ({ way, ...window }: DayRestored): string =>
  way === 'inside'
    ? `inside its window, which closes on ${sayDate(window.closes)}`
    : `on a working day again, ${sayDeparture({ way, ...window })}`;

export const sayRestoredMeeting = ({ on, ...restored }: { readonly on: CivilDate } & DayRestored): string =>
  `the meeting on ${sayDate(on)} lies ${sayRestored(restored)}`;

const departing = (departure: Departure | undefined): string =>
  departure === undefined ? '' : `, ${sayDeparture(departure)}`;

type Rearranged = Extract<MeetingEvent, { readonly kind: 'MeetingRearranged' }>['body'];

const CANCELLED_WITH = {
  byPerson: '',
  diary: ", with its date in the sub-group's diary",
  caseEnded: ', because the case ended',
  needless:
    ", because its date in the sub-group's diary was moved and nothing was to be decided at it any more",
} as const;

/** Who is told of a meeting that stays where it is. */
const sayInvitations = (
  { invitees, stillInvited, uninvited = [] }: Pick<Rearranged, 'invitees' | 'stillInvited' | 'uninvited'>,
  name: Name,
): string => {
  if (stillInvited === undefined) return 'with others invited';
  const asked = invitees.filter(({ agency }) => !stillInvited.includes(agency));
  const said = [
    ...(asked.length === 0
      ? []
      : [`with an invitation to ${sayList(asked.map(({ agency }) => name(agency)))}`]),
    ...(uninvited.length === 0
      ? []
      : [`without ${sayList(uninvited.map(({ agency }) => name(agency)))}, who had been invited`]),
  ];
  return said.length === 0 ? "by the sub-group's diary" : said.join(', and ');
};

/** Somebody else had been recorded in it from then on. */
const sayUntil = (seatUntil: Instant | undefined): string =>
  seatUntil === undefined ? '' : ` until ${sayInstant(seatUntil)}`;

export const sayMeeting: Sayings<MeetingEvent> = {
  MeetingArranged: ({ meeting, startsAt, held, departure }) =>
    held === true
      ? `Meeting ${meeting} had been arranged elsewhere, for ${sayInstant(startsAt)}${departing(departure)}.`
      : `Meeting ${meeting} was arranged for ${sayInstant(startsAt)}${departing(departure)}.`,
  MeetingRearranged: ({ meeting, was, startsAt, departure, cause, ...invitations }, name) =>
    was === startsAt
      ? `Meeting ${meeting} stays on ${sayInstant(startsAt)}, ${sayInvitations(invitations, name)}.`
      : `Meeting ${meeting} was moved from ${sayInstant(was)} to ${sayInstant(startsAt)}${cause === 'diary' ? ", with its date in the sub-group's diary" : ''}${departing(departure)}.`,
  MeetingCancelled: ({ meeting, startsAt, cause }) =>
    `Meeting ${meeting}, arranged for ${sayInstant(startsAt)}, was cancelled${CANCELLED_WITH[cause]}.`,
  InvitationAnswered: ({ meeting, agency, reply }, name) =>
    `${name(agency)} ${reply} the invitation to meeting ${meeting}.`,
  MeetingOutsideWindow: ({ meeting, on, ...departure }) =>
    `Meeting ${meeting} on ${sayDate(on)} now lies ${sayAmiss(departure)}.`,
  MeetingDayRestored: ({ meeting, on, ...restored }) =>
    `Meeting ${meeting} on ${sayDate(on)} now lies ${sayRestored(restored)}.`,
  MeetingOpened: ({ meeting, at }) => `Meeting ${meeting} was opened on ${sayInstant(at)}.`,
  MeetingOpeningUndone: ({ meeting }) =>
    `Recorded by mistake: what was recorded at meeting ${meeting}, from its opening on, with the duties evidenced at it. It is arranged as it was.`,
  AttendeeArrived: ({ attendee, agency, seat, seatUntil, remote, uninvited, at }, name) =>
    [
      `${name(attendee)} of ${name(agency)} came on ${sayInstant(at)}`,
      ...(remote ? ['remotely'] : []),
      ...(seat === undefined ? [] : [`in the seat of ${SEAT_WORDS[seat]}${sayUntil(seatUntil)}`]),
      ...(uninvited === true ? ['though not invited'] : []),
    ].join(', ') + '.',
  SeatTaken: ({ attendee, seat, at, seatUntil }, name) =>
    `${name(attendee)} took the seat of ${SEAT_WORDS[seat]} on ${sayInstant(at)}${sayUntil(seatUntil)}.`,
  AttendeeLeft: ({ attendee, at }, name) => `${name(attendee)} left on ${sayInstant(at)}.`,
  ConflictDeclared: ({ attendee, at }, name) =>
    `${name(attendee)} declared a conflict of interest on ${sayInstant(at)}, and fills no seat from then on.`,
  MeetingClosed: ({ meeting, at, decided, unfilled }) =>
    `Meeting ${meeting} was closed on ${sayInstant(at)}, ${decided ? 'with' : 'without'} a decision${
      unfilled.length === 0 ? '' : `; at its close nobody filled the seat of ${saySeats(unfilled, 'or')}`
    }.`,
  MeetingDayCorrected: ({ meeting, was, on, missingReturns = [] }, name) =>
    [
      `Corrected: meeting ${meeting} was held on ${sayDate(on)}, at the hours as recorded, not on ${sayDate(was)}.`,
      ...(missingReturns.length === 0
        ? []
        : [`Not answered by that day: ${sayList(missingReturns.map(name))}.`]),
    ].join(' '),
};
