// Met, missed, reinstated, restated: the one place where a recorded outcome follows from facts, dates and the
// moment (R5 to R8). Used when time passes, and after every act.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { TimestampName } from '../../policy/policyProfile';
import { dueDates, type Due } from '../../timetable/dueDates';
import { keyOf, type Outcome } from '../../timetable/facts';
import type { OpenCase } from '../state';
import type { ClockEvent } from './events';

/** The London date on which the obligation was done, by the facts. */
const doneOn = (state: OpenCase, calendar: WorkingCalendar, due: Due): CivilDate | undefined => {
  switch (due.obligation) {
    case 'notification': {
      const sent = state.timestamps.notificationSent;
      return sent === undefined ? undefined : londonDateOf(calendar, sent);
    }
    case 'scopingDispatch':
      return state.agencies.find(({ agency }) => agency === due.agency)?.sent?.on;
    case 'agencyReturn':
    case 'recordsSecured':
    case 'meeting':
    case 'completeLocal':
    case 'completePanel':
      // Their answers come with the slices that record them.
      return undefined;
  }
};

/** R8: a corrected fact restates only the outcomes that rest on it. */
const restsOn = (due: Due, corrected: TimestampName): boolean =>
  due.rule.anchor === corrected || (due.obligation === 'notification' && corrected === 'notificationSent');

const first = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  now: Instant,
  late: boolean,
): ClockEvent[] => {
  const key = keyOf(due);
  if (done !== undefined && done <= date)
    return [{ kind: 'ObligationMet', body: { key, due: date, on: done } }];
  const missed: ClockEvent = { kind: 'ObligationMissed', body: { key, due: date, noticed: now } };
  if (done !== undefined) return [missed, { kind: 'ObligationMet', body: { key, due: date, on: done } }];
  return late ? [missed] : [];
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

const again = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Outcome,
  now: Instant,
  late: boolean,
  corrected: TimestampName | undefined,
): ClockEvent[] => {
  const key = keyOf(due);
  if (was.on !== undefined) {
    // Done: it keeps the date it was met under (R7), unless a fact it rests on was wrong (R8).
    if (done === undefined || corrected === undefined || !restsOn(due, corrected)) return [];
    const is = settled(date, done, was, now);
    return differs(was, is) ? [{ kind: 'OutcomeRestated', body: { key, was, now: is } }] : [];
  }
  if (done !== undefined) {
    return done <= date
      ? [{ kind: 'OutcomeRestated', body: { key, was, now: { kind: 'met', due: date, on: done } } }]
      : [{ kind: 'ObligationMet', body: { key, due: date, on: done } }];
  }
  if (date === was.due) return [];
  return late
    ? [{ kind: 'OutcomeRestated', body: { key, was, now: { ...was, due: date } } }]
    : [{ kind: 'ObligationReinstated', body: { key, was: was.due, due: date } }];
};

/**
 * The events that bring every recorded outcome into line with the facts at `now`, misses in order of their due
 * day. Names `corrected` when a timestamp was just corrected. Throws `BeyondCalendar`.
 */
export const outcomeEvents = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
  corrected?: TimestampName,
): readonly ClockEvent[] =>
  dueDates(state, calendar)
    .flatMap((due) => (due.due === undefined ? [] : [{ due, date: due.due }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap(({ due, date }) => {
      const was = state.outcomes[keyOf(due)];
      const done = doneOn(state, calendar, due);
      const late = firstLateInstant(calendar, date) <= now;
      return was === undefined
        ? first(due, date, done, now, late)
        : again(due, date, done, was, now, late, corrected);
    });
