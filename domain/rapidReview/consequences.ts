// What an act changes beside what it says: dates that moved, a window that is gone or that the meeting has left, outcomes
// to be restated; and a meeting that lies right again. Pure comparisons of before and after; when they are asked is `decide.ts`.

import type { Instant } from '../calendar/instant';
import { londonDateOf, londonDateToSay } from '../calendar/londonTime';
import type { TimestampName } from '../policy/policyProfile';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { calendarAt } from '../timetable/calendarsOfCase';
import { dueDates, type Due } from '../timetable/dueDates';
import type { AgencyId } from '../timetable/facts';
import { isAgencysOwn, keyOf } from '../timetable/obligationKey';
import { agencyOn } from './agenciesOfCase';
import { bringsCalendar } from './calendarChange/broughtCalendar';
import type { Corrected } from './clock/corrected';
import type { Command } from './commands';
import type { CaseEvent, EventBody } from './events';
import type { MeetingDayRestored, MeetingOutsideWindow } from './meeting/events';
import {
  amissOn,
  awaitedMeeting,
  dayRestored,
  isNewlyAmiss,
  isWindowTold,
  windowLeftNothing,
  windowNow,
} from './meeting/window';
import { carriesReview, type AgencyOnCase, type Counted, type OpenCase } from './state';

/**
 * The dates of a request that was void and stands again, since its mail had not come back after all: the agency has known them all along, by
 * the calendar of when the request became void. They are what its present dates have moved from.
 */
const whileVoid = ({ state: before }: Counted, { state, calendar }: Counted<OpenCase>): readonly Due[] => {
  const agencies = before.status === 'open' ? before.agencies : [];
  return agencies.flatMap(({ agency, request, voided }) => {
    if (request !== undefined || voided === undefined) return [];
    if (agencyOn(state, agency)?.request?.round !== voided.request.round) return [];
    const then = calendarAt(state, calendar, voided.at);
    return dueDates(state, then).filter((due) => due.agency === agency && isAgencysOwn(keyOf(due)));
  });
};

/** The dates of obligations that stayed open and moved because of the act (R7). */
export const movedDates = (
  earlier: Counted,
  now: Counted<OpenCase>,
  toTell: number | undefined,
): readonly EventBody[] => {
  const { state: before, calendar: earlierCalendar } = earlier;
  const { state: after, calendar } = now;
  if (!carriesReview(before)) return [];
  const known = [...dueDates(before, earlierCalendar), ...whileVoid(earlier, now)];
  const was = new Map(known.map((due) => [keyOf(due), due]));
  const moves = dueDates(after, calendar).flatMap((due) => {
    const last = was.get(keyOf(due))?.due;
    const done = [before, after].some(({ outcomes }) => outcomes[keyOf(due)]?.on !== undefined);
    return due.due === undefined || last === undefined || last === due.due || done
      ? []
      : [{ key: keyOf(due), was: last, due: due.due }];
  });
  if (moves.length === 0) return [];
  return [{ kind: 'DatesMoved', body: { ...(toTell === undefined ? {} : { toTell }), moves } }];
};

/** The headline has come so close that the meeting window is left no day, while there is still one to hold it on. */
export const windowGone = (
  { state: before, calendar: earlier }: Counted,
  after: Counted<OpenCase>,
  now: Instant,
): readonly EventBody[] => {
  const { state, calendar } = after;
  const then = carriesReview(before) ? { state: before, calendar: earlier } : undefined;
  const body = windowLeftNothing(then, after);
  return body !== undefined && isWindowTold(state.decisions.length > 0, body, calendar, now)
    ? [{ kind: 'MeetingWindowLeavesNothing', body }]
    : [];
};

/** The day of the meeting that is arranged, as it lies to its window; nothing once there is a decision. */
const arrangedDay = ({ state, calendar }: Counted) => {
  const meeting = state.status === 'open' ? awaitedMeeting(state) : undefined;
  if (state.status !== 'open' || meeting === undefined) return undefined;
  const { number, startsAt } = meeting;
  const [on, window] = [londonDateOf(calendar, startsAt), windowNow(state, calendar)];
  return { meeting: number, startsAt, on, window, amiss: amissOn(window, calendar, on) };
};

/**
 * R3, R7: the window moved away from the meeting or back to it, or the diary moved the meeting out of it or into it, or its day
 * has become a day off or is one no longer. Whoever moved it themselves, with a reason, knows.
 */
export const meetingDayChanged = (
  before: Counted,
  after: Counted<OpenCase>,
  byDiary: boolean,
): MeetingOutsideWindow | MeetingDayRestored | undefined => {
  const [then, now] = [arrangedDay(before), arrangedDay(after)];
  const same = then?.startsAt === now?.startsAt;
  if (now === undefined || (!same && !byDiary)) return undefined;
  const { meeting, on, window, amiss } = now;
  if (amiss !== undefined && isNewlyAmiss(same ? then?.amiss : undefined, amiss))
    return { kind: 'MeetingOutsideWindow', body: { meeting, on, ...amiss } };
  const restored = dayRestored(then?.amiss, window, after.calendar, on);
  return restored === undefined
    ? undefined
    : { kind: 'MeetingDayRestored', body: { meeting, on, ...restored } };
};

/** The same as it is recorded. */
export const meetingDayEvents = (
  before: Counted,
  after: Counted<OpenCase>,
  byDiary: boolean,
): readonly EventBody[] => {
  const changed = meetingDayChanged(before, after, byDiary);
  return changed === undefined ? [] : [changed];
};

/** R22: an agency that a referral named is known since another day, also where the receipt that counts is the same. */
const namedOtherwise = (before: OpenCase, after: OpenCase, calendar: WorkingCalendar): boolean => {
  const since = ({ timestamps: { referralReceived } }: OpenCase, known?: AgencyOnCase) => {
    const at = known?.identified === 'withReferral' ? referralReceived : known?.identified;
    return at === undefined ? undefined : londonDateToSay(calendar, at);
  };
  return before.agencies.some(
    (known) => since(before, known) !== since(after, agencyOn(after, known.agency)),
  );
};

/** R8: a moment that stays on its day has moved no date. */
const movedTo = (
  timestamp: TimestampName,
  { state: before }: Counted,
  { state: after, calendar }: Counted,
): Corrected | undefined => {
  if (before.status !== 'open' || after.status !== 'open') return { fact: 'moment', timestamp };
  const [was, is] = [before.timestamps[timestamp], after.timestamps[timestamp]];
  if (timestamp === 'referralReceived' && namedOtherwise(before, after, calendar))
    return { fact: 'moment', timestamp };
  const onDay =
    was !== undefined && is !== undefined && londonDateToSay(calendar, was) === londonDateToSay(calendar, is);
  return onDay ? undefined : { fact: 'moment', timestamp };
};

/** The moment from which the calendar holds that the act has gone over to. */
const changeFollowed = (
  { state: before }: Counted,
  { state: after, calendar }: Counted,
): Corrected | undefined => {
  if (after.status !== 'open') return undefined;
  const known = 'calendarsFollowed' in before ? before.calendarsFollowed : undefined;
  const last = after.calendarsFollowed === known ? undefined : after.calendarsFollowed?.at(-1);
  return last === undefined
    ? undefined
    : { fact: 'calendar', since: londonDateOf(calendar, last.at), accepted: last.at };
};

type PutsRight<K extends Command['kind']> = (
  command: Extract<Command, { readonly kind: K }>,
  before: Counted,
  after: Counted,
) => Corrected | undefined;

const ofAgency =
  (fact: Extract<Corrected, { readonly agency: AgencyId }>['fact']) =>
  ({ agency }: { readonly agency: AgencyId }): Corrected => ({ fact, agency });

/**
 * R3: the request counts from another day: its first mail came back, and so another way counts; or that mail does after all, since it was
 * answered.
 */
const askedAnotherDay = (agency: AgencyId, before: Counted, after: Counted): Corrected | undefined => {
  const [was, is] = [before, after].map(({ state }) =>
    state.status === 'open' ? agencyOn(state, agency)?.sent?.on : undefined,
  );
  return was === undefined || is === undefined || was === is ? undefined : { fact: 'asking', agency };
};

/** R3: the request was void, and stands again. */
const askedAfterAll = (agency: AgencyId, before: Counted, after: Counted): Corrected | undefined => {
  const [was, is] = [before, after].map(({ state }) =>
    state.status === 'open' ? agencyOn(state, agency) : undefined,
  );
  return was?.request === undefined && is?.request !== undefined ? { fact: 'asking', agency } : undefined;
};

const PUTS_RIGHT: { readonly [K in Command['kind']]?: PutsRight<K> } = {
  correctTimestamp: ({ timestamp }, before, after) => movedTo(timestamp, before, after),
  // R22: the earliest receipt counts, as if it had been recorded so from the first.
  absorbCase: (_, before, after) => movedTo('referralReceived', before, after),
  recordReturn: ({ agency }, before, after) => askedAnotherDay(agency, before, after),
  correctReturn: (command, before, after) =>
    askedAnotherDay(command.agency, before, after) ?? { fact: 'doing', agency: command.agency },
  sendBackReturn: ofAgency('doing'),
  correctRecordsSecured: ofAgency('doing'),
  removeAgency: ofAgency('doing'),
  correctRequestSent: ofAgency('asking'),
  recordBounce: ({ agency }, before, after) => askedAnotherDay(agency, before, after),
  correctBounce: ({ agency }, before, after) =>
    askedAfterAll(agency, before, after) ?? askedAnotherDay(agency, before, after),
  correctIdentified: ofAgency('finding'),
  agreeReturnDate: ({ agency, on }) => (on === undefined ? undefined : { fact: 'agreement', agency }),
  correctMeetingDay: () => ({ fact: 'meetingDay' }),
  correctPanelInformed: () => ({ fact: 'dispatch' }),
  correctPanelReply: () => ({ fact: 'reply' }),
  correctConfirmation: () => ({ fact: 'confirmation' }),
};

/** What the act puts right, so that outcomes that rest on it are restated (R8). */
export const correctedBy = (command: Command, before: Counted, after: Counted): Corrected | undefined =>
  bringsCalendar(command)
    ? changeFollowed(before, after)
    : (PUTS_RIGHT[command.kind] as PutsRight<Command['kind']> | undefined)?.(command, before, after);

/** R3: the last address that was left has refused the mail, too, so that the request counts from another way, and a later day. */
export const correctedByMail = (
  { state: before }: Counted,
  { state: after }: Counted,
): Corrected | undefined => {
  if (before.status !== 'open' || after.status !== 'open') return undefined;
  const later = after.agencies.find(({ agency, sent }) => {
    const was = agencyOn(before, agency)?.sent?.on;
    return was !== undefined && sent !== undefined && sent.on > was;
  });
  return later === undefined ? undefined : { fact: 'asking', agency: later.agency };
};

const TO_TELL: readonly CaseEvent['kind'][] = [
  'CalendarAdopted',
  'RequestSentCorrected',
  'RequestBounceCorrected',
];

/**
 * The event of the act after which the agencies concerned hear of their new dates: none of them had a part in it. Of a case that is
 * taken up again they hear all their dates.
 */
export const eventToTellOf = (events: readonly CaseEvent[]): number | undefined =>
  events.some(({ kind }) => kind === 'WithdrawalUndone')
    ? undefined
    : events.findLast(({ kind }) => TO_TELL.includes(kind))?.number;
