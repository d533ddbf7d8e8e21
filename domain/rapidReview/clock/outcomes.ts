// Met, missed, reinstated, restated: the one place where a recorded outcome follows from facts, dates and the
// moment (R5 to R8). Used when time passes, and after every act.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { TimestampName } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import { dueDates, reach, type Due } from '../../timetable/dueDates';
import { keyOf, type AgencyId, type ObligationKey, type Outcome } from '../../timetable/facts';
import { agencyOn, stoppingReturn } from '../agenciesOfCase';
import { panelHasSince } from '../panel/state';
import type { AgencyOnCase, OpenCase, RapidReview } from '../state';
import type { ClockEvent } from './events';
import { remembersMisses } from './heardOfMisses';

/** Nil, not known and wrong organisation say that there are no records to secure. */
const nothingToSecure = (known: AgencyOnCase): CivilDate | undefined => {
  const answered = stoppingReturn(known);
  return answered === undefined || answered.answer === 'full' ? undefined : answered.on;
};

const earlier = (...dates: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  dates.filter((date) => date !== undefined).sort()[0];

/** The London date on which the obligation was done, by the facts. */
const doneOn = (state: OpenCase, calendar: WorkingCalendar, due: Due): CivilDate | undefined => {
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
      return known === undefined ? undefined : earlier(known.recordsSecuredOn, nothingToSecure(known));
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

/**
 * What was just put right: a moment of R3, what an agency did (its answer, its records), the day on which it was asked, the day on
 * which decision and report went to the Panel, or that of its reply.
 */
export type Corrected =
  | { readonly timestamp: TimestampName }
  | { readonly agency: AgencyId }
  | { readonly request: AgencyId }
  | { readonly panel: 'dispatch' | 'reply' };

/** What is put right, and the case before that. */
export interface Correction {
  readonly corrected: Corrected;
  readonly before: RapidReview;
}

/** When it was done was wrong, and not the date it was met under (R7). */
const isOfDoing = (corrected: Corrected): boolean =>
  'agency' in corrected || ('panel' in corrected && corrected.panel === 'dispatch');

/** What cases opened before restate otherwise, and their histories must replay (docs/adr/0006). */
const SINCE_RULES_VERSION = 6;
const EARLIER_SINCE_RULES_VERSION = 8;
const BY_ITS_CALENDAR_SINCE_RULES_VERSION = 10;

/** C5: the meeting's window may be closed by the headline date. */
const closedBy = ({ profile }: OpenCase, { rule }: Due, timestamp: TimestampName): boolean => {
  const { completeLocal, completePanel } = profileOf(profile).obligations;
  return (
    rule.closesBeforeHeadlineWorkingDays !== undefined &&
    [completeLocal, completePanel].some(({ anchor }) => anchor === timestamp)
  );
};

/** R8: a corrected fact restates only the outcomes that rest on it. */
const restsOn = (state: OpenCase, due: Due, corrected: Corrected): boolean => {
  if ('request' in corrected) return due.agency === corrected.request;
  if ('agency' in corrected) return due.agency === corrected.agency && due.rule.anchor === 'requestSent';
  if ('panel' in corrected)
    return corrected.panel === 'reply'
      ? due.rule.anchor === 'panelDisagreed'
      : due.obligation === 'completeLocal' || due.obligation === 'completePanel';
  const { timestamp } = corrected;
  return (
    due.rule.anchor === timestamp ||
    (due.obligation === 'notification' && timestamp === 'notificationSent') ||
    (state.rulesVersion >= SINCE_RULES_VERSION && closedBy(state, due, timestamp))
  );
};

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

const restated = (key: ObligationKey, was: Outcome, is: Outcome): ClockEvent[] =>
  differs(was, is) ? [{ kind: 'OutcomeRestated', body: { key, was, now: is } }] : [];

/**
 * Word came of a later doing first, and of the earlier one only now: a mail of which nobody knew that it had gone, an answer that
 * lay in a tray. Whoever did it in time did so in whatever order it was heard (R8).
 */
const doneBefore = (
  done: CivilDate | undefined,
  was: Outcome,
  { rulesVersion }: OpenCase,
): done is CivilDate =>
  done !== undefined &&
  was.kind === 'missed' &&
  was.on !== undefined &&
  done < was.on &&
  rulesVersion >= EARLIER_SINCE_RULES_VERSION;

interface Moment {
  readonly state: OpenCase;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  /** Of the date that is judged. */
  readonly late: boolean;
  readonly corrected: Corrected | undefined;
  /** Whether what is put right has moved the date itself, as the calendar is now. */
  readonly moved: boolean;
  /** A miss that stands outlives an answer that is sent back. */
  readonly missOutlives: boolean;
}

/**
 * An extension after a miss leaves the miss: late is counted from the date that was missed. Unless that was the date of a
 * day that was never right (R8): by the right one nothing was missed when the extension was agreed.
 */
const missStands = (due: Due, was: Outcome, { state, calendar, corrected }: Moment): boolean => {
  if (due.missStands !== true) return false;
  const asked = corrected !== undefined && 'request' in corrected && corrected.request === due.agency;
  if (!asked || due.ordinary === undefined || was.kind === 'met') return true;
  const missedThen = firstLateInstant(calendar, reach(calendar, due.ordinary)) <= was.noticed;
  return missedThen || state.rulesVersion < SINCE_RULES_VERSION;
};

/**
 * What was done keeps the date it was met under while the correction moves that date nowhere (R7), also where the calendar has
 * changed since. Unless it was done after that change, as is known now: then it was open as the calendar changed, and had the new
 * date (R8). On the very day whichever is later, so that nobody carries a false breach.
 */
const byItsCalendar = (
  date: CivilDate,
  done: CivilDate,
  was: Outcome,
  { state, calendar }: Moment,
): CivilDate => {
  if (state.calendarSince === undefined) return was.due;
  const since = londonDateOf(calendar, state.calendarSince);
  if (done < since) return was.due;
  return done > since || date > was.due ? date : was.due;
};

const judgedBy = (date: CivilDate, done: CivilDate, was: Outcome, moment: Moment): CivilDate => {
  const { state, corrected, moved } = moment;
  if (state.rulesVersion >= BY_ITS_CALENDAR_SINCE_RULES_VERSION)
    return moved ? date : byItsCalendar(date, done, was, moment);
  const keepsDate =
    corrected !== undefined && isOfDoing(corrected) && state.rulesVersion >= SINCE_RULES_VERSION;
  return keepsDate ? was.due : date;
};

/** The answer that came late is none: it is missed as it was, and everybody has heard of it. */
const isTheSameMiss = (date: CivilDate, was: Outcome, { state, late }: Moment): boolean =>
  late && was.due === date && state.rulesVersion >= BY_ITS_CALENDAR_SINCE_RULES_VERSION;

const again = (
  due: Due,
  date: CivilDate,
  done: CivilDate | undefined,
  was: Outcome,
  moment: Moment,
): ClockEvent[] => {
  const { state, now, late, corrected, missOutlives } = moment;
  const key = keyOf(due);
  const stands = missStands(due, was, moment);
  if (was.on !== undefined) {
    // Done: it keeps the date it was met under (R7), unless a fact it rests on was wrong (R8).
    if (corrected === undefined || !restsOn(state, due, corrected))
      return doneBefore(done, was, state) ? restated(key, was, settled(was.due, done, was, now)) : [];
    // An answer that was sent back does not count any more: open again, or late after all.
    if (done === undefined) {
      // An extension after a miss leaves the miss, whatever came in between.
      if (was.kind === 'missed' && ((stands && missOutlives) || isTheSameMiss(date, was, moment))) {
        const { on: _done, ...missed } = was;
        return [{ kind: 'OutcomeRestated', body: { key, was, now: missed } }];
      }
      const is: Outcome = { kind: 'missed', due: date, noticed: now };
      return [{ kind: 'OutcomeRestated', body: { key, was, ...(late ? { now: is } : {}) } }];
    }
    const by = stands ? was.due : judgedBy(date, done, was, moment);
    return restated(key, was, settled(by, done, was, now));
  }
  const by = stands ? was.due : date;
  if (done !== undefined) {
    return done <= by
      ? [{ kind: 'OutcomeRestated', body: { key, was, now: { kind: 'met', due: by, on: done } } }]
      : [{ kind: 'ObligationMet', body: { key, due: by, on: done } }];
  }
  if (by === was.due) return [];
  return late
    ? [{ kind: 'OutcomeRestated', body: { key, was, now: { ...was, due: date } } }]
    : [{ kind: 'ObligationReinstated', body: { key, was: was.due, due: date } }];
};

/** By the calendar as it is now: what it has moved itself, no correction has. */
const datesBefore = (
  correction: Correction | undefined,
  calendar: WorkingCalendar,
): ReadonlyMap<ObligationKey, CivilDate | undefined> | undefined =>
  correction?.before.status === 'open'
    ? new Map(dueDates(correction.before, calendar).map((due) => [keyOf(due), due.due]))
    : undefined;

/**
 * The events that bring every recorded outcome into line with the facts at `now`, misses in order of their due
 * day. Names the correction when a fact was just put right. Throws `BeyondCalendar`.
 */
export const outcomeEvents = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
  correction?: Correction,
): readonly ClockEvent[] => {
  const moment = {
    state,
    calendar,
    now,
    corrected: correction?.corrected,
    missOutlives: remembersMisses(state),
  };
  const before = datesBefore(correction, calendar);
  return dueDates(state, calendar)
    .flatMap((due) => (due.due === undefined ? [] : [{ due, date: due.due }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap(({ due, date }) => {
      const was = state.outcomes[keyOf(due)];
      const done = doneOn(state, calendar, due);
      const late = firstLateInstant(calendar, date) <= now;
      return was === undefined
        ? first(due, date, done, now, late)
        : again(due, date, done, was, { ...moment, late, moved: before?.get(keyOf(due)) !== date });
    });
};
