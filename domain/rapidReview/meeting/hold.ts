// Whether a meeting may be opened and closed, and who may be recorded as there, in which seat, until when (R14). One person
// fills one seat, a seat is filled by one person at a time; nothing recorded later may take a decision its quorum.

import { earliestOf, type Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { maySit, type AgencyKind } from '../../policy/agencyKinds';
import type { Seat } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import type { AgencyId } from '../../timetable/facts';
import type { EventBody } from '../events';
import { accept, isRejection, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase } from '../state';
import type {
  CloseMeeting,
  OpenMeeting,
  RecordArrival,
  RecordDeparture,
  TakeSeat,
  WhoAttends,
} from './commands';
import { decisionOfMeeting } from '../decision/state';
import { attendeesOf } from './attendees';
import { afterItsDay } from './dayOver';
import { meetingNotBegun } from './notBegun';
import { momentsOfStay, outOfOrder } from './outOfOrder';
import { isKeptOff, quorumAt, unfilledAt } from './quorum';
import type { RecordedMoment } from './rejections';
import { standingMeeting, type AttendeeId, type Meeting, type OpenedMeeting, type Presence } from './state';

/** What was declared before that is of another meeting, and stays with it (R14). */
export const lastClosed = ({ meetings }: OpenCase): Instant =>
  Math.max(...meetings.map(({ closedAt }) => closedAt ?? 0)) as Instant;

export const openMeeting = (
  state: OpenCase,
  { at }: OpenMeeting,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const standing = meetingNotBegun(state);
  if (isRejection(standing)) return refuse(standing);
  if (at > now) return refuse({ code: 'MomentInFuture', at, now });
  const on = londonDateOf(calendar, standing.startsAt);
  const given = londonDateOf(calendar, at);
  if (given !== on) return refuse({ code: 'MeetingOnAnotherDay', on, given });
  const early = outOfOrder(at, [{ what: 'meetingBefore', recorded: lastClosed(state) }]);
  if (early !== undefined) return refuse(early);
  return accept({ kind: 'MeetingOpened', body: { meeting: standing.number, at } });
};

export const underWay = (
  state: OpenCase,
  at: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): OpenedMeeting | Rejection => {
  const standing = standingMeeting(state);
  if (standing?.stage !== 'open' || standing.openedAt === undefined) return { code: 'MeetingNotUnderWay' };
  if (at > now) return { code: 'MomentInFuture', at, now };
  if (at < standing.openedAt) return { code: 'MomentBeforeMeeting', at, openedAt: standing.openedAt };
  const late = afterItsDay(standing, calendar, at);
  if (late !== undefined) return late;
  return { ...standing, openedAt: standing.openedAt };
};

/** Until when somebody fills their seat; for ever as far as it is known. */
const seatUntil = ({ leftAt, conflictAt, seat }: Presence): number =>
  Math.min(leftAt ?? Infinity, conflictAt ?? Infinity, seat?.until ?? Infinity);

/** Whoever takes a seat fills it no longer than until somebody else is recorded in it. */
const untilTheNext = (
  { presences }: Meeting,
  seat: Seat | undefined,
  at: Instant,
): { readonly seatUntil?: Instant } => {
  const next = earliestOf(
    presences.flatMap((one) =>
      one.seat !== undefined && one.seat.name === seat && one.seat.from > at ? [one.seat.from] : [],
    ),
  );
  return next === undefined ? {} : { seatUntil: next };
};

/** An interest in the case does not end with the meeting in which it was declared. */
const hasInterest = ({ meetings }: OpenCase, attendee: AttendeeId): boolean =>
  meetings.some(({ presences }) =>
    presences.some((presence) => presence.attendee === attendee && presence.conflictAt !== undefined),
  );

interface Seating {
  readonly attendee: AttendeeId;
  readonly agency: AgencyId;
  readonly agencyKind: AgencyKind;
  readonly seat: Seat;
  readonly at: Instant;
}

const refusedSeat = (
  state: OpenCase,
  { presences }: Meeting,
  { attendee, agency, agencyKind: kind, seat, at }: Seating,
): Rejection | undefined => {
  if (!maySit(kind, seat)) return { code: 'SeatNotForAgency', agency, kind, seat };
  const own = presences.filter((presence) => presence.attendee === attendee);
  const other = own.find((presence) => presence.seat !== undefined && presence.seat.name !== seat);
  if (other?.seat !== undefined) return { code: 'OnePersonOneSeat', attendee, seat: other.seat.name };
  if (hasInterest(state, attendee)) return { code: 'ConflictedFillsNoSeat', attendee };
  if (isKeptOff(state, attendee)) return { code: 'ExcludedFillsNoSeat', attendee };
  const holder = presences.find(
    (one) => one.seat?.name === seat && seatUntil(one) > at && one.seat.from <= at,
  );
  return holder === undefined ? undefined : { code: 'SeatAlreadyFilled', seat, by: holder.attendee };
};

/** People in no register are numbered through the case. */
const attendeeOf = (state: OpenCase, who: WhoAttends): AttendeeId | Rejection => {
  if ('contact' in who) return who.contact;
  if ('person' in who) return who.person;
  const known = new Set(state.meetings.flatMap(attendeesOf));
  if ('attendee' in who) {
    return known.has(who.attendee) ? who.attendee : { code: 'NoSuchAttendee', attendee: who.attendee };
  }
  return `A-${[...known].filter((attendee) => attendee.startsWith('A-')).length + 1}`;
};

const refusedStay = ({ presences }: Meeting, attendee: AttendeeId, at: Instant): Rejection | undefined => {
  const last = presences.findLast((presence) => presence.attendee === attendee);
  if (last === undefined) return undefined;
  if (last.leftAt === undefined) return { code: 'AttendeeAlreadyPresent', attendee };
  return outOfOrder(at, [{ what: 'departure', attendee, recorded: last.leftAt }]);
};

export const recordArrival = (
  state: OpenCase,
  command: RecordArrival,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { who, agency, agencyKind, seat, remote, at } = command;
  const meeting = underWay(state, at, calendar, now);
  if (isRejection(meeting)) return refuse(meeting);
  const attendee = attendeeOf(state, who);
  if (typeof attendee !== 'string') return refuse(attendee);
  const wrong =
    (seat === undefined
      ? undefined
      : refusedSeat(state, meeting, { attendee, agency, agencyKind, seat, at })) ??
    refusedStay(meeting, attendee, at);
  if (wrong !== undefined) {
    // Where they fill this very seat themselves, it says more that they are there already, or until when they were.
    const same = wrong.code === 'SeatAlreadyFilled' && wrong.by === attendee;
    return refuse((same ? refusedStay(meeting, attendee, at) : undefined) ?? wrong);
  }
  const invited = meeting.invitees.some((invitee) => invitee.agency === agency);
  return accept({
    kind: 'AttendeeArrived',
    body: {
      meeting: meeting.number,
      attendee,
      agency,
      remote,
      at,
      ...(seat === undefined ? {} : { seat }),
      ...untilTheNext(meeting, seat, at),
      ...(invited ? {} : { uninvited: true }),
      ...('named' in who ? { note: who.named } : {}),
    },
  });
};

/** The stay that is not over, at a moment that does not come before its beginning. */
const presenceOf = (meeting: Meeting, attendee: AttendeeId, at: Instant): Presence | Rejection => {
  const last = meeting.presences.findLast((presence) => presence.attendee === attendee);
  if (last === undefined || last.leftAt !== undefined) return { code: 'AttendeeNotPresent', attendee };
  return outOfOrder(at, momentsOfStay(last)) ?? last;
};

/** The meeting with that stay otherwise. */
const withStay = (meeting: Meeting, stay: Presence, change: Partial<Presence>): Meeting => ({
  ...meeting,
  presences: meeting.presences.map((one) => (one === stay ? { ...one, ...change } : one)),
});

/** An act of somebody who is there, in the meeting that is under way. */
const ofSomebodyPresent = (
  state: OpenCase,
  { attendee, at }: Pick<RecordDeparture, 'attendee' | 'at'>,
  calendar: WorkingCalendar,
  now: Instant,
  decide: (meeting: Meeting, presence: Presence) => EventBody | Rejection,
): Decided<EventBody> => {
  const meeting = underWay(state, at, calendar, now);
  if (isRejection(meeting)) return refuse(meeting);
  const presence = presenceOf(meeting, attendee, at);
  if (isRejection(presence)) return refuse(presence);
  const decided = decide(meeting, presence);
  return isRejection(decided) ? refuse(decided) : accept(decided);
};

export const takeSeat = (
  state: OpenCase,
  command: TakeSeat,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> =>
  ofSomebodyPresent(state, command, calendar, now, (meeting, { agency, seat: own }) => {
    const { attendee, agencyKind, seat, at } = command;
    const wrong = refusedSeat(state, meeting, { attendee, agency, agencyKind, seat, at });
    if (wrong !== undefined) return wrong;
    // One stay fills a seat once: whoever comes back to it has left.
    if (own !== undefined) return { code: 'SeatAlreadyFilled', seat, by: attendee };
    return {
      kind: 'SeatTaken',
      body: { meeting: meeting.number, attendee, seat, at, ...untilTheNext(meeting, seat, at) },
    };
  });

/** Whether the decision of this meeting would lack its quorum, were these who was there, and how. */
export const decisionUndone = (state: OpenCase, after: Meeting): Rejection | undefined => {
  const decision = decisionOfMeeting(state, after.number);
  if (decision === undefined) return undefined;
  const quorum = quorumAt(after, profileOf(state.profile).seats, decision.decidedAt);
  const [seat] = unfilledAt(quorum);
  return seat === undefined ? undefined : { code: 'WouldUndoDecision', seat, decidedAt: decision.decidedAt };
};

export const recordDeparture = (
  state: OpenCase,
  command: RecordDeparture,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> =>
  ofSomebodyPresent(state, command, calendar, now, (meeting, presence) => {
    const { attendee, at } = command;
    return (
      decisionUndone(state, withStay(meeting, presence, { leftAt: at })) ?? {
        kind: 'AttendeeLeft',
        body: { meeting: meeting.number, attendee, at },
      }
    );
  });

/** Everything recorded of the meeting since it was opened. */
const momentsOf = (state: OpenCase, meeting: Meeting): readonly RecordedMoment[] => {
  const decidedAt = decisionOfMeeting(state, meeting.number)?.decidedAt;
  return [
    ...meeting.presences.flatMap(momentsOfStay),
    ...(decidedAt === undefined ? [] : [{ what: 'decision', recorded: decidedAt } as const]),
  ];
};

export const closeMeeting = (
  state: OpenCase,
  { at, minutes }: CloseMeeting,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const meeting = underWay(state, at, calendar, now);
  if (isRejection(meeting)) return refuse(meeting);
  const early = outOfOrder(at, momentsOf(state, meeting));
  if (early !== undefined) return refuse(early);
  return accept({
    kind: 'MeetingClosed',
    body: {
      meeting: meeting.number,
      at,
      decided: decisionOfMeeting(state, meeting.number) !== undefined,
      unfilled: unfilledAt(quorumAt(meeting, profileOf(state.profile).seats, at)),
      note: minutes,
    },
  });
};
