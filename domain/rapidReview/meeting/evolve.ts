// How meetings, replies and attendance enter the state.

import type { Instant } from '../../calendar/instant';
import { newsAgain } from '../clock/newsAgain';
import type { CaseEvent, EventOf } from '../events';
import type { CaseWithReview } from '../state';
import type { MeetingEvent } from './events';
import { attendeesOf } from './attendees';
import { withNotAsked } from './reachable';
import { withConflict } from './conflict';
import { heldOn } from './correctDay';
import type { AttendeeId, Meeting, Presence } from './state';
import { topicOfNotClosed } from './topicOfNotClosed';
import { withToldAmiss } from './toldOfDay';

const withMeeting = <C extends CaseWithReview>(
  state: C,
  number: number,
  change: (meeting: Meeting) => Meeting,
): C => ({
  ...state,
  meetings: state.meetings.map((meeting) => (meeting.number === number ? change(meeting) : meeting)),
});

/** The last stay of the person: the one that is not over. */
const withPresence = <C extends CaseWithReview>(
  state: C,
  { meeting, attendee }: { readonly meeting: number; readonly attendee: AttendeeId },
  change: (presence: Presence) => Presence,
): C =>
  withMeeting(state, meeting, (known) => {
    const last = known.presences.findLastIndex((presence) => presence.attendee === attendee);
    return {
      ...known,
      presences: known.presences.map((presence, index) => (index === last ? change(presence) : presence)),
    };
  });

const arranged = (event: EventOf<'MeetingArranged'>): Meeting => {
  const { meeting, startsAt, diary, invitees, held: tookPlace } = event.body;
  return {
    number: meeting,
    change: 0,
    placedBy: 0,
    startsAt,
    invitees: invitees.map((invitee) => ({ ...invitee, change: 0 })),
    ...(diary === undefined ? {} : { diary }),
    ...(tookPlace === undefined ? {} : { tookPlace }),
    arrangedAt: event.at,
    stage: 'arranged',
    presences: [],
  };
};

const neverOpened = ({
  openedAt: _opened,
  closedAt: _closed,
  dutiesBefore: _duties,
  ...known
}: Meeting): Meeting => ({ ...known, stage: 'arranged', presences: [], attendeesBefore: attendeesOf(known) });

/** What was evidenced at it falls with it, and what the team heard of it may be so again. */
const undone = <C extends CaseWithReview>(state: C, number: number): C => {
  const { duties } = state;
  const { dutiesBefore = duties } = state.meetings.find((meeting) => meeting.number === number) ?? {};
  const untold = newsAgain({ ...state, duties: dutiesBefore }, topicOfNotClosed(number));
  return withMeeting(untold, number, neverOpened);
};

const held = (
  name: NonNullable<Presence['seat']>['name'],
  from: Instant,
  until: Instant | undefined,
): Presence['seat'] & object => ({ name, from, ...(until === undefined ? {} : { until }) });

export const evolveMeeting = <C extends CaseWithReview>(state: C, event: CaseEvent & MeetingEvent): C => {
  switch (event.kind) {
    case 'MeetingArranged':
      return { ...state, meetings: [...state.meetings, arranged(event)] };
    case 'MeetingRearranged': {
      const { meeting, change, was, startsAt, diary, invitees, stillInvited = [], cause } = event.body;
      // Whoever moves it themselves has seen how it lies.
      const seen = cause === 'byPerson' && was !== startsAt;
      return withMeeting(state, meeting, ({ diary: _before, toldAmiss, ...known }) => ({
        ...known,
        ...(toldAmiss === undefined || seen ? {} : { toldAmiss }),
        change,
        startsAt,
        arrangedAt: event.at,
        placedBy: was === startsAt ? known.placedBy : change,
        invitees: invitees.map(
          (invitee) =>
            known.invitees.find(({ agency }) => agency === invitee.agency && stillInvited.includes(agency)) ??
            withNotAsked(state, { ...invitee, change }),
        ),
        ...(diary === undefined ? {} : { diary }),
      }));
    }
    case 'MeetingCancelled':
      return withMeeting(state, event.body.meeting, (known) => ({ ...known, stage: 'cancelled' }));
    case 'InvitationAnswered': {
      const { meeting, agency, reply } = event.body;
      return withMeeting(state, meeting, (known) => ({
        ...known,
        invitees: known.invitees.map((one) => (one.agency === agency ? { ...one, reply } : one)),
      }));
    }
    case 'MeetingOutsideWindow': {
      const { body, number } = event;
      return withMeeting(state, body.meeting, (known) => withToldAmiss(known, body, number));
    }
    case 'MeetingDayRestored':
      return state;
    case 'MeetingOpened':
      return withMeeting(state, event.body.meeting, (known) => ({
        ...known,
        stage: 'open',
        openedAt: event.body.at,
        dutiesBefore: state.duties,
      }));
    case 'MeetingOpeningUndone':
      return undone(state, event.body.meeting);
    case 'MeetingDayCorrected':
      return heldOn(state, event);
    case 'AttendeeArrived': {
      const { meeting, attendee, agency, seat, remote, uninvited, at, seatUntil } = event.body;
      const presence: Presence = {
        attendee,
        agency,
        remote,
        arrivedAt: at,
        ...(uninvited === undefined ? {} : { uninvited }),
        ...(seat === undefined ? {} : { seat: held(seat, at, seatUntil) }),
      };
      return withMeeting(state, meeting, (known) => ({
        ...known,
        presences: [...known.presences, presence],
      }));
    }
    case 'SeatTaken': {
      const { seat, at, seatUntil } = event.body;
      return withPresence(state, event.body, (presence) => ({
        ...presence,
        seat: held(seat, at, seatUntil),
      }));
    }
    case 'AttendeeLeft':
      return withPresence(state, event.body, (presence) => ({ ...presence, leftAt: event.body.at }));
    case 'ConflictDeclared':
      return { ...state, meetings: withConflict(state.meetings, event.body) };
    case 'MeetingClosed':
      return withMeeting(state, event.body.meeting, (known) => ({
        ...known,
        stage: 'held',
        closedAt: event.body.at,
        presences: known.presences.map((presence) =>
          presence.leftAt === undefined ? { ...presence, leftAt: event.body.at } : presence,
        ),
      }));
  }
};
