// Refusals of acts on the meeting before it is held, and around it, as problems: when it can be and who is invited.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { MeetingRejection } from '../../../domain/rapidReview/meeting/rejections';
import { sayInstant } from '../saying';
import { AGENCY, day, moment } from './exampleFacts';
import { AT_START, INVITED } from './meetingFields';
import type { RefusalsOf } from './refused';

/** `07:00`, of minutes after midnight. */
const sayClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

type InPast = Extract<MeetingRejection, { readonly code: 'MeetingInPast' }>;

/** What there is to do where it took place then. */
const sayTookPlace = ({ mayBeHeld, arranged }: InPast): string => {
  if (arranged === 'thatDay')
    return ' If it took place then, open it with that moment in "at" (POST /cases/{reference}/meeting/opening): its day is right.';
  if (mayBeHeld !== true) return '';
  return arranged === 'anotherDay'
    ? ' If it took place then, cancel it, which tells whoever is invited unless its own day is over (POST /cases/{reference}/meeting/cancellation), and record the one that took place, with "held": true (POST /cases/{reference}/meeting).'
    : ' A meeting that took place then, and was not arranged here, is recorded with "held": true.';
};

type Arranging = Extract<
  MeetingRejection,
  {
    readonly code:
      | 'MeetingInPast'
      | 'MeetingOnDayOff'
      | 'MeetingAtNight'
      | 'MeetingOutsideWindowNeedsReason'
      | 'MeetingAlreadyArranged'
      | 'MeetingChangesNothing'
      | 'NoMeetingArranged'
      | 'MeetingUnderWay'
      | 'MeetingTookPlace'
      | 'MeetingNotAfterLast'
      | 'NotInvited';
  }
>;

export const arrangingProblems = {
  MeetingInPast: {
    slug: 'meeting-in-past',
    status: 422,
    title: 'The meeting lies in the past',
    says: (refused) =>
      `The meeting would begin on ${sayInstant(refused.startsAt)}, but it is ${sayInstant(refused.now)} in London already. Arrange it for a time that is still ahead.${sayTookPlace(refused)}`,
    field: () => [AT_START, 'must lie ahead'],
    example: {
      code: 'MeetingInPast',
      startsAt: moment('2026-04-08T10:00:00+01:00'),
      now: moment('2026-04-09T09:30:00+01:00'),
    },
  },
  MeetingTookPlace: {
    slug: 'meeting-took-place',
    status: 409,
    title: 'The meeting is recorded as held',
    says: ({ startsAt }) =>
      `The meeting is recorded as held on ${sayInstant(startsAt)}, and what was held is not moved. If it was not, cancel it, which tells nobody, and arrange the one that is right.`,
    example: { code: 'MeetingTookPlace', startsAt: moment('2026-04-14T10:00:00+01:00') },
  },
  MeetingNotAfterLast: {
    slug: 'meeting-not-after-last',
    status: 422,
    title: 'A later meeting is recorded already',
    says: ({ on, last }) =>
      `The meeting would have been held on ${sayDate(on)}, and one of ${sayDate(last)} is recorded already. ${on === last ? 'Meetings of this case are recorded in the order in which they were held, one a day: give a day after that.' : 'Meetings are recorded in the order in which they were held: give a moment after it.'}`,
    field: () => [AT_START, 'must lie after the meeting that was held last'],
    example: { code: 'MeetingNotAfterLast', on: day('2026-04-13'), last: day('2026-04-14') },
  },
  MeetingOnDayOff: {
    slug: 'meeting-on-day-off',
    status: 422,
    title: 'The meeting is on a day off',
    says: ({ on, why, next }) =>
      `${sayDate(on)} is not a working day (${why}). The next one is ${sayDate(next)}.`,
    field: () => [AT_START, 'is not on a working day'],
    example: {
      code: 'MeetingOnDayOff',
      on: day('2026-04-11'),
      why: 'Saturday',
      next: day('2026-04-13'),
    },
  },
  MeetingAtNight: {
    slug: 'meeting-at-night',
    status: 422,
    title: 'The meeting begins at night',
    says: ({ startsAt, from, until, held }) =>
      held === true
        ? `The meeting would have begun on ${sayInstant(startsAt)} in London. One begins from ${sayClock(from)} to ${sayClock(until)}; check the hour and the zone.`
        : `The meeting would begin on ${sayInstant(startsAt)} in London. It can begin from ${sayClock(from)} to ${sayClock(until)}; check the hour and the zone.`,
    field: () => [AT_START, 'is at night in London'],
    example: {
      code: 'MeetingAtNight',
      startsAt: moment('2026-04-14T23:00:00+01:00'),
      from: 420,
      until: 1200,
    },
  },
  MeetingOutsideWindowNeedsReason: {
    slug: 'meeting-outside-window',
    status: 422,
    title: 'A meeting outside its window needs a reason',
    says: ({ on, opens, closes, held }) => {
      const [window, within] =
        opens === undefined
          ? [`which closes on ${sayDate(closes)}`, 'by then']
          : [`from ${sayDate(opens)} to ${sayDate(closes)}`, 'within'];
      const right =
        held === true
          ? `Say in reason why it was not held ${within}`
          : `Arrange it ${within}, or say in reason why not`;
      return `${sayDate(on)} lies outside the window of the meeting, ${window}. ${right}: that is recorded as a departure.`;
    },
    field: () => ['/reason', 'is needed outside the window'],
    example: {
      code: 'MeetingOutsideWindowNeedsReason',
      on: day('2026-04-22'),
      opens: day('2026-04-10'),
      closes: day('2026-04-20'),
    },
  },
  MeetingAlreadyArranged: {
    slug: 'meeting-already-arranged',
    status: 409,
    title: 'A meeting is arranged already',
    says: ({ startsAt, held, tookPlace }) => {
      if (tookPlace === true)
        return `The meeting of ${sayInstant(startsAt)} is recorded as held already, and nobody has opened it here. Record when it was opened and closed, and who came; if it was not held, cancel it first.`;
      const right =
        held === true
          ? 'If that is the one that was held, open it with a moment of its day; if another was, cancel it first.'
          : 'Rearrange it, or cancel it first.';
      return `A meeting is arranged for ${sayInstant(startsAt)} already. ${right}`;
    },
    example: { code: 'MeetingAlreadyArranged', startsAt: moment('2026-04-14T10:00:00+01:00') },
  },
  MeetingChangesNothing: {
    slug: 'meeting-changes-nothing',
    status: 409,
    title: 'The meeting is as it was',
    says: ({ startsAt }) =>
      `The meeting is arranged for ${sayInstant(startsAt)} already, and everybody whom you named is invited as you say. Give another time, or others to invite.`,
    field: () => [[...AT_START, ...INVITED], 'is as it was'],
    example: { code: 'MeetingChangesNothing', startsAt: moment('2026-04-14T10:00:00+01:00') },
  },
  NoMeetingArranged: {
    slug: 'no-meeting-arranged',
    status: 409,
    title: 'No meeting is arranged',
    says: () => 'No meeting of this case is arranged at the moment. Arrange one first.',
    example: { code: 'NoMeetingArranged' },
  },
  MeetingUnderWay: {
    slug: 'meeting-under-way',
    status: 409,
    title: 'The meeting is open',
    says: () =>
      'The meeting has been opened and is not closed. Close it first; or, where it was opened by mistake or at another hour, take that back (POST /cases/{reference}/meeting/opening/undoing).',
    example: { code: 'MeetingUnderWay' },
  },
  NotInvited: {
    slug: 'not-invited',
    status: 409,
    title: 'The agency was not invited',
    says: ({ agency }) =>
      `${agency} was not invited to this meeting, so it cannot have accepted or declined. Check which agency it was, or invite it by rearranging the meeting.`,
    example: { code: 'NotInvited', agency: AGENCY },
  },
} as const satisfies RefusalsOf<Arranging>;
