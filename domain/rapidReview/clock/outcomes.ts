// Met, missed, reinstated, restated: the one place where a recorded outcome follows from facts, dates and the
// moment (R5 to R8). Used when time passes, and after every act.

import { earlierFirst, type CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf, londonInstant } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { calendarAt } from '../../timetable/calendarsOfCase';
import { dueAsAgreed, dueDates, type Counting, type Due } from '../../timetable/dueDates';
import type { AgreedDate, ObligationKey, Outcome } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyOn, saidToHoldNothing, stoppingReturn } from '../agenciesOfCase';
import { panelHasSince } from '../panel/state';
import type { OpenCase, CaseWithReview } from '../state';
import { restsOn, type Corrected } from './corrected';
import { dateOn } from './dateOfDoing';
import type { ClockEvent } from './events';

const earlier = (...dates: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  dates.filter((date) => date !== undefined).sort()[0];

/** The London date on which the obligation was done, by the facts. */
export const doneOn = (state: CaseWithReview, calendar: WorkingCalendar, due: Due): CivilDate | undefined => {
  const known = due.agency === undefined ? undefined : agencyOn(state, due.agency);
  switch (due.obligation) {
    case 'notification': {
      const sent = state.timestamps.notificationSent;
      return sent === undefined ? undefined : londonDateOf(calendar, sent);
    }
    case 'scopingDispatch':
      return known?.sent?.on;
    case 'agencyReturn':
      return known === undefined ? undefined : stoppingReturn(known)?.on;
    case 'recordsSecured':
      return known === undefined ? undefined : earlier(known.recordsSecuredOn, saidToHoldNothing(known));
    case 'meeting':
      return state.decisions[0]?.on;
    case 'completeLocal':
    case 'completePanel':
      // R18: decision and report were sent; the gate lets neither go without the other.
      return panelHasSince(state.panel.dispatches);
    case 'reconsideration':
      return state.panel.reconsideredOn;
  }
};

interface Moment {
  readonly state: CaseWithReview;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  /** Of the date that is judged. */
  readonly late: boolean;
  readonly corrected: Corrected | undefined;
}

export const first = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  moment: Moment,
): ClockEvent[] => {
  const key = keyOf(due);
  const by = done === undefined ? date : dateOn(moment, due, date, done);
  const missed: ClockEvent = { kind: 'ObligationMissed', body: { key, due: by, noticed: moment.now } };
  if (done === undefined) return moment.late ? [missed] : [];
  const met: ClockEvent = { kind: 'ObligationMet', body: { key, due: by, on: done } };
  return done <= by ? [met] : [missed, met];
};

const settled = (date: CivilDate, done: CivilDate, was: Outcome, now: Instant): Outcome => {
  if (done <= date) return { kind: 'met', due: date, on: done };
  const told =
    was.kind === 'missed'
      ? { noticed: was.noticed, ...(was.told === true ? { told: was.told } : {}) }
      : { noticed: now };
  return { kind: 'missed', due: date, on: done, ...told };
};

const differs = (a: Outcome, b: Outcome): boolean => a.kind !== b.kind || a.due !== b.due || a.on !== b.on;

const restated = (key: ObligationKey, was: Outcome, is: Outcome): ClockEvent[] =>
  differs(was, is) ? [{ kind: 'OutcomeRestated', body: { key, was, now: is } }] : [];

/**
 * The date that the agreement replaced, where it had been missed by the moment of agreeing: counted by the calendar of that moment, from the
 * day of asking as it is known now. A miss that an earlier extension had left stays.
 */
const missedAsAgreed = (
  { at: recordedAt, on, before }: AgreedDate,
  ordinary: Counting,
  moment: Moment,
): CivilDate | undefined => {
  if (recordedAt === undefined) return undefined;
  const at = on === undefined ? recordedAt : londonInstant(moment.calendar, on, 0);
  const left = before?.afterMiss === true ? missedAsAgreed(before, ordinary, moment) : undefined;
  if (left !== undefined) return left;
  const then = calendarAt(moment.state, moment.calendar, at);
  const date = dueAsAgreed(before, ordinary, then);
  return firstLateInstant(then, date) <= at ? date : undefined;
};

/**
 * An extension after a miss leaves the miss: late is counted from the date that was missed, which is answered. Unless that was the
 * date of a day that was never right (R8): by the right one nothing was missed when the extension was agreed.
 */
const missThatStands = ({ agency, ordinary, missStands }: Due, moment: Moment): CivilDate | undefined => {
  const agreed = agency === undefined ? undefined : agencyOn(moment.state, agency)?.agreed;
  return missStands !== true || agreed === undefined || ordinary === undefined
    ? undefined
    : missedAsAgreed(agreed, ordinary, moment);
};

/** What is missed without having been done: as everybody has heard of it, by whatever date that is now. */
export const undone = (was: Outcome & { readonly kind: 'missed' }, due: CivilDate = was.due): Outcome => {
  const { on: _done, recorded: _then, ...missed } = was;
  return { ...missed, due };
};

type Done = Outcome & { readonly on: CivilDate };

const isDone = (was: Outcome): was is Done => was.on !== undefined;

const judgedAnew = (due: Due, date: CivilDate, done: CivilDate, was: Done, moment: Moment): ClockEvent[] => {
  const by = missThatStands(due, moment) ?? dateOn(moment, due, date, done);
  return restated(keyOf(due), was, settled(by, done, was, moment.now));
};

/**
 * Nothing it rests on was put right: it keeps the date it was met under (R7). But word may have come of a later doing first, and of the
 * earlier one only now: a mail of which nobody knew that it had gone, an answer that lay in a tray. Whoever did it in time did so in
 * whatever order it was heard (R8).
 */
const heardOfSooner = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Done,
  moment: Moment,
): ClockEvent[] => {
  if (done === undefined || done >= was.on) return [];
  if (was.kind === 'met') return restated(keyOf(due), was, { ...was, on: done });
  return judgedAnew(due, date, done, was, moment);
};

/** An answer that was sent back does not count any more: open again, or late after all. An extension after a miss leaves the miss. */
const notDoneAnyMore = (due: Due, date: CivilDate, was: Done, moment: Moment): ClockEvent[] => {
  const { now, late } = moment;
  const key = keyOf(due);
  const by = missThatStands(due, moment) ?? (late ? date : undefined);
  if (was.kind === 'missed' && by !== undefined) return restated(key, was, undone(was, by));
  const is: Outcome = { kind: 'missed', due: date, noticed: now };
  return [{ kind: 'OutcomeRestated', body: { key, was, ...(late ? { now: is } : {}) } }];
};

const onceDone = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Done,
  moment: Moment,
): ClockEvent[] => {
  const { state, corrected } = moment;
  if (corrected === undefined || !restsOn(state, due, corrected, was))
    return heardOfSooner(due, date, done, was, moment);
  return done === undefined
    ? notDoneAnyMore(due, date, was, moment)
    : judgedAnew(due, date, done, was, moment);
};

const whileUndone = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Outcome,
  moment: Moment,
): ClockEvent[] => {
  const key = keyOf(due);
  const standing = missThatStands(due, moment);
  if (done !== undefined) {
    const by = standing ?? dateOn(moment, due, date, done);
    return done > by && by === was.due
      ? [{ kind: 'ObligationMet', body: { key, due: by, on: done } }]
      : restated(key, was, settled(by, done, was, moment.now));
  }
  const by = standing ?? date;
  if (by === was.due) return [];
  return standing !== undefined || moment.late
    ? [{ kind: 'OutcomeRestated', body: { key, was, now: { ...was, due: by } } }]
    : [{ kind: 'ObligationReinstated', body: { key, was: was.due, due: by } }];
};

export const again = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Outcome,
  moment: Moment,
): ClockEvent[] =>
  isDone(was) ? onceDone(due, date, done, was, moment) : whileUndone(due, date, done, was, moment);

/**
 * The events that bring every recorded outcome into line with the facts at `now`, misses in order of their due
 * day. Names `corrected` when a fact was just put right. Throws `BeyondCalendar`.
 */
export const outcomeEvents = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
  corrected?: Corrected,
): readonly ClockEvent[] =>
  dueDates(state, calendar)
    .flatMap((due) => (due.due === undefined ? [] : [{ due, date: due.due }]))
    .sort(earlierFirst)
    .flatMap(({ due, date }) => {
      const was = state.outcomes[keyOf(due)];
      const done = doneOn(state, calendar, due);
      const late = firstLateInstant(calendar, date) <= now;
      const moment = { state, calendar, now, late, corrected };
      if (was !== undefined) return again(due, date, done, was, moment);
      const left = missThatStands(due, moment);
      return first(due, left ?? date, done, { ...moment, late: late || left !== undefined });
    });
