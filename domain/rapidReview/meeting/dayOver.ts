// When the day of a meeting is over: of one that nobody opened, and of one that nobody closed. How its day lies to the window is
// `window.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { carriesReview, type OpenCase, type RapidReview } from '../state';
import type { MeetingRejection } from './rejections';
import { standingMeeting, type Meeting } from './state';

/** Once its day is over a meeting that nobody opened is taken for not held, until it is opened with a moment of that day. */
export const notHeldFrom = (
  { stage, startsAt }: Pick<Meeting, 'stage' | 'startsAt'>,
  calendar: WorkingCalendar,
): Instant | undefined =>
  stage === 'arranged' ? firstLateInstant(calendar, londonDateOf(calendar, startsAt)) : undefined;

/** Nobody sits through the night: a meeting that nobody has closed ends with the London day on which it was opened. */
const dayOfOpenMeeting = (
  { openedAt, closedAt }: Pick<Meeting, 'openedAt' | 'closedAt'>,
  calendar: WorkingCalendar,
): { readonly on: CivilDate; readonly overFrom: Instant } | undefined => {
  if (openedAt === undefined || closedAt !== undefined) return undefined;
  const on = londonDateOf(calendar, openedAt);
  return { on, overFrom: firstLateInstant(calendar, on) };
};

/** The meeting that stands, where it was opened and nobody has closed it. */
export const meetingLeftOpen = (
  state: OpenCase,
  calendar: WorkingCalendar,
): { readonly meeting: number; readonly on: CivilDate; readonly overFrom: Instant } | undefined => {
  const meeting = standingMeeting(state);
  const day = meeting && dayOfOpenMeeting(meeting, calendar);
  return day && { meeting: meeting.number, ...day };
};

export const meetingDayOver = (
  meeting: Pick<Meeting, 'openedAt' | 'closedAt'>,
  calendar: WorkingCalendar,
  at: Instant,
): { readonly on: CivilDate } | undefined => {
  const day = dayOfOpenMeeting(meeting, calendar);
  return day === undefined || at < day.overFrom ? undefined : { on: day.on };
};

/** What is recorded of a meeting was on its day. */
export const afterItsDay = (
  meeting: Pick<Meeting, 'openedAt' | 'closedAt'>,
  calendar: WorkingCalendar,
  at: Instant,
): Extract<MeetingRejection, { readonly code: 'MomentAfterMeetingDay' }> | undefined => {
  const over = meetingDayOver(meeting, calendar, at);
  return over === undefined ? undefined : { code: 'MomentAfterMeetingDay', at, ...over };
};

/** The day of the meeting that stands, where it is over by then and nobody has opened the meeting. */
export const notHeld = (
  state: RapidReview,
  calendar: WorkingCalendar,
  at: Instant,
): { readonly notHeldOn?: CivilDate } => {
  if (!carriesReview(state)) return {};
  const meeting = standingMeeting(state);
  const from = meeting === undefined ? undefined : notHeldFrom(meeting, calendar);
  return meeting === undefined || from === undefined || at < from
    ? {}
    : { notHeldOn: londonDateOf(calendar, meeting.startsAt) };
};
