// One meeting as the API shows it: what stands of it from the state, why and how it came to be so from the events, and the
// texts for those who may read them.

import type { CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import { ifCovered } from '../../domain/calendar/workingCalendar';
import { decisionOfMeeting } from '../../domain/rapidReview/decision/state';
import { ofKinds, type EventOf } from '../../domain/rapidReview/events';
import { departsOn } from '../../domain/rapidReview/meeting/correctDay';
import type { Meeting, Presence } from '../../domain/rapidReview/meeting/state';
import { amissOn, awaitedMeeting, papersDay, windowNow } from '../../domain/rapidReview/meeting/window';
import type { DossierRow } from '../../domain/rapidReview/state';
import { seatsUncovered } from '../../domain/rapidReview/warnings';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { FoldedCase, FoldedReview } from '../../records/records';
import { momentUnder } from '../fields/momentUnder';
import { sayInstant } from '../problems/saying';
import { inOrder } from '../texts/inOrder';
import { textUnder, type TextReader } from '../texts/textReader';
import type { AttendanceView, MeetingView } from './meetingsSchema';
import type { Naming } from './quorumView';

const OF_MEETINGS = [
  'MeetingArranged',
  'MeetingRearranged',
  'MeetingCancelled',
  'MeetingClosed',
  'ConflictDeclared',
  'MeetingDayCorrected',
] as const;
type MeetingEvents = readonly EventOf<(typeof OF_MEETINGS)[number]>[];

const eventsOf = ({ events }: FoldedCase, { number }: Meeting): MeetingEvents =>
  events.filter(ofKinds(OF_MEETINGS)).filter(({ body }) => body.meeting === number);

const attendanceView = async (
  presence: Presence,
  events: MeetingEvents,
  naming: Naming,
  read: TextReader,
): Promise<AttendanceView> => {
  const { attendee, agency, remote, uninvited, arrivedAt, leftAt, seat, conflictAt } = presence;
  // Its moment may have been put right with the day of the meeting.
  const declared =
    conflictAt === undefined
      ? undefined
      : events
          .filter((event) => event.kind === 'ConflictDeclared')
          .findLast(({ body }) => body.attendee === attendee);
  return {
    attendee,
    ...naming.attendee(attendee),
    agency,
    agencyName: naming.agency(agency),
    remote,
    ...(uninvited === undefined ? {} : { uninvited }),
    arrivedAt: formatInstant(arrivedAt),
    ...momentUnder('leftAt', leftAt),
    ...(seat === undefined ? {} : { seat: seat.name, seatFrom: formatInstant(seat.from) }),
    ...momentUnder('seatUntil', seat?.until),
    ...momentUnder('conflictAt', conflictAt),
    ...(await textUnder('conflict', declared?.body.note, read)),
  };
};

/** Why it stands as it does, or was cancelled: the last word, but for why its day was corrected. */
const reasonIn = (events: MeetingEvents): DossierRow | undefined => {
  const last = events.findLast(
    ({ kind }) => kind !== 'MeetingClosed' && kind !== 'ConflictDeclared' && kind !== 'MeetingDayCorrected',
  );
  return last !== undefined && 'reason' in last.body ? last.body.reason : undefined;
};

const correctionIn = (events: MeetingEvents) =>
  events.findLast((event) => event.kind === 'MeetingDayCorrected');

/** Of the day that it was given; one that was put right is judged as it is. */
const departureIn = (
  { state, calendar }: FoldedReview,
  events: MeetingEvents,
): Pick<MeetingView, 'departure'> => {
  const corrected = correctionIn(events);
  if (corrected !== undefined) {
    const { meeting, on } = corrected.body;
    const departure = ifCovered(() => departsOn(state, calendar, meeting, on));
    return departure === undefined ? {} : { departure };
  }
  const placed = events.findLast(({ kind }) => kind === 'MeetingArranged' || kind === 'MeetingRearranged');
  return placed !== undefined && 'departure' in placed.body ? { departure: placed.body.departure } : {};
};

const dayCorrectedIn = async (
  events: MeetingEvents,
  read: TextReader,
): Promise<Pick<MeetingView, 'dayCorrected'>> => {
  const corrected = correctionIn(events);
  if (corrected === undefined) return {};
  const { was, reason } = corrected.body;
  return { dayCorrected: { was, reason: await read.text(reason) } };
};

/** As it stands now, whatever held when it was arranged. */
const liesIn = (
  { state, calendar }: FoldedReview,
  { number }: Meeting,
  on: CivilDate,
): Pick<MeetingView, 'lies'> => {
  if (awaitedMeeting(state)?.number !== number) return {};
  const window = ifCovered(() => windowNow(state, calendar));
  return window === undefined ? {} : { lies: amissOn(window, calendar, on)?.way ?? 'inside' };
};

/** What was recorded by mistake has none. */
const minutesIn = ({ stage }: Meeting, events: MeetingEvents): DossierRow | undefined =>
  stage === 'held' ? events.findLast((event) => event.kind === 'MeetingClosed')?.body.note : undefined;

export const meetingView = async (
  folded: FoldedReview,
  meeting: Meeting,
  naming: Naming,
  read: TextReader,
): Promise<MeetingView> => {
  const { state, calendar } = folded;
  const { number, stage, startsAt, change, diary, invitees, tookPlace, presences } = meeting;
  const events = eventsOf(folded, meeting);
  const on = londonDayAt(startsAt);
  // Of one that took place before it was arranged here none went from here.
  const papersOn = tookPlace === true ? undefined : ifCovered(() => papersDay(state, calendar, on));
  const attendance = await inOrder(presences, (presence) => attendanceView(presence, events, naming, read));
  return {
    number,
    stage,
    startsAt: formatInstant(startsAt),
    on,
    inWords: sayInstant(startsAt),
    rearranged: change,
    ...(tookPlace === undefined ? {} : { recordedAfterwards: tookPlace }),
    ...(diary === undefined ? {} : { diary: { ...diary } }),
    ...departureIn(folded, events),
    ...liesIn(folded, meeting, on),
    ...(papersOn === undefined ? {} : { papersOn }),
    ...(await textUnder('reason', reasonIn(events), read)),
    ...(await dayCorrectedIn(events, read)),
    invitees: invitees.map(({ contacts, notAsked = [], ...invitee }) => ({
      ...invitee,
      name: naming.agency(invitee.agency),
      contacts: contacts.filter((contact) => !notAsked.includes(contact)),
    })),
    seatsUncovered: [...seatsUncovered(state, meeting)],
    ...momentUnder('openedAt', meeting.openedAt),
    ...momentUnder('closedAt', meeting.closedAt),
    decided: decisionOfMeeting(state, number) !== undefined,
    attendance,
    ...(await textUnder('minutes', minutesIn(meeting, events), read)),
  };
};
