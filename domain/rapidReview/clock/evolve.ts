// How misses, outcomes, reminders and briefings enter the state.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import { isAgencysOwn, refOf } from '../../timetable/obligationKey';
import { withAgency } from '../agenciesOfCase';
import type { Envelope } from '../events';
import { standingMeeting } from '../meeting/state';
import { withHeardOfDay } from '../meeting/toldOfDay';
import { RECONSIDERATION, toldOneOvertaken, toldOvertaken } from '../panel/reconsidered';
import { holds } from '../rulesVersion';
import { teamHeard } from '../safety/evolve';
import type { AgencyOnCase, RungPassed, CaseWithReview } from '../state';
import type {
  AgencyToldOfDates,
  BriefingItem,
  ClockEvent,
  DatesMoved,
  MailToldOtherDates,
  NoticeFailed,
  RungRef,
  TeamBriefed,
} from './events';
import { countedAsOf } from './datesKnown';
import { stillBelieved } from './heardOfMisses';
import { keyOfDatesMoved } from './noticeKeys';
import { failureToldAtOnce, isToTeam, missToldAtOnce } from './toldAtOnce';

type Numbered = Pick<Envelope, 'number' | 'at'>;

/** Of what was done late: restated without another day of doing, it was recorded when it was. */
const recordedAt = (
  { on, was }: { readonly on: CivilDate | undefined; readonly was: Outcome | undefined },
  at: Instant,
): { readonly recorded?: Instant } => {
  if (on === undefined) return {};
  const known = was?.kind === 'missed' && was.on === on ? was.recorded : undefined;
  return { recorded: known ?? at };
};

export const withOutcome = <C extends CaseWithReview>(
  state: C,
  key: ObligationKey,
  outcome: Outcome | undefined,
): C => {
  const { [key]: _before, ...rest } = state.outcomes;
  return { ...state, outcomes: outcome === undefined ? rest : { ...rest, [key]: outcome } };
};

const withRungs = <C extends CaseWithReview>(
  state: C,
  passed: readonly RungRef[],
  outcome: RungPassed['outcome'],
): C => ({
  ...state,
  rungs: passed.reduce(
    (rungs, { key, rung, due }) => ({ ...rungs, [key]: { ...rungs[key], [rung]: { outcome, due } } }),
    state.rungs,
  ),
});

type ItemOfMiss = Extract<BriefingItem, { about: 'missed' }>;

const toldPresent = <C extends CaseWithReview>(state: C, { key, due }: ItemOfMiss): C => {
  const outcome = state.outcomes[key];
  return outcome?.kind === 'missed' && outcome.due === due
    ? withOutcome(state, key, { ...outcome, told: true })
    : state;
};

const toldByDay = <C extends CaseWithReview>(state: C, item: ItemOfMiss): C => {
  const { key, due } = item;
  const known = toldPresent(state, item);
  // Two disagreements may be answered, or missed, by the same day.
  return key === RECONSIDERATION ? toldOvertaken(known, due) : known;
};

/** Each line is about one miss: where two were due by the same day, only one of them may be news. */
const told = <C extends CaseWithReview>(state: C, item: ItemOfMiss): C => {
  if (!holds(state, 'missOfSameDayAsOneThatIsNoneIsNoNews')) return toldByDay(state, item);
  const overtaken = item.key === RECONSIDERATION ? toldOneOvertaken(state, item) : undefined;
  return overtaken ?? toldPresent(state, item);
};

/**
 * The outcome as it now is, and what the team knows of it. It is to hear that a miss it had heard of was taken back; if the
 * date is missed again before it did, it need not hear of either.
 */
const withRestated = <C extends CaseWithReview>(
  state: C,
  key: ObligationKey,
  outcome: Outcome | undefined,
  { number, at }: Numbered,
): C => {
  const was = state.outcomes[key];
  if (outcome?.kind === 'missed') {
    const known = missToldAtOnce(key) || stillBelieved(state, key);
    return withOutcome(state, key, {
      ...outcome,
      ...recordedAt({ on: outcome.on, was }, at),
      ...(known ? { told: true } : {}),
    });
  }
  const now = withOutcome(state, key, outcome);
  if (was?.kind !== 'missed' || was.told !== true) return now;
  const others = state.missesTakenBack.filter((taken) => taken.key !== key || taken.ofNone === true);
  return { ...now, missesTakenBack: [...others, { key, was: was.due, event: number, at }] };
};

/** What the agency was told last stays the date it is told anew from, however often it moves before that. */
const withMoves = <C extends CaseWithReview>(state: C, { moves, toTell }: DatesMoved['body']): C => {
  if (toTell === undefined) return state;
  const untoldMoves = moves
    .filter(({ key }) => isAgencysOwn(key))
    .reduce((untold, { key, was, due }) => {
      const { [key]: before, ...rest } = untold;
      const told = before?.named ?? before?.was ?? was;
      // Back where it was: there is nothing to tell.
      if (told === due) return rest;
      // From a date that a mail has named since, only what came after that has moved it.
      const still = before?.named === undefined ? before : undefined;
      const since = still?.since ?? countedAsOf(state, refOf(key));
      return { ...rest, [key]: { was: told, because: [...(still?.because ?? []), toTell], since } };
    }, state.untoldMoves);
  return { ...state, untoldMoves };
};

const toldOfMoves = <C extends CaseWithReview>(
  state: C,
  { body, number, at }: AgencyToldOfDates & Numbered,
): C => {
  const { agency, moves, noContact } = body;
  const told = new Set<string>(moves.map(({ key }) => key));
  const untoldMoves = Object.fromEntries(Object.entries(state.untoldMoves).filter(([key]) => !told.has(key)));
  const failure = { notice: keyOfDatesMoved(agency, number), agency, at };
  return {
    ...withAgency(state, agency, (known) => ({ ...known, datesToldAsOf: number })),
    untoldMoves,
    untoldFailures: noContact === undefined ? state.untoldFailures : [...state.untoldFailures, failure],
  };
};

const heardOf = (
  { mailsTold }: AgencyOnCase,
  notice: string,
  asOf: number,
): Pick<AgencyOnCase, 'mailsTold'> => {
  const before = mailsTold?.asOf === asOf ? mailsTold.notices : [];
  return { mailsTold: { asOf, notices: [...before, notice] } };
};

/** A date that holds was named without the reason, which is still to be told; any other is the one that it is told anew from. */
const toldByMail = <C extends CaseWithReview>(
  state: C,
  { body, number }: MailToldOtherDates & Numbered,
): C => {
  const { agency, notice, asOf, dates } = body;
  const untoldMoves = dates.reduce<CaseWithReview['untoldMoves']>((untold, { key, told, due }) => {
    const before = untold[key];
    if (told !== due) return { ...untold, [key]: { was: told, because: [number], since: asOf } };
    return before === undefined ? untold : { ...untold, [key]: { ...before, named: told } };
  }, state.untoldMoves);
  return {
    ...withAgency(state, agency, (known) => ({
      ...known,
      datesToldAsOf: asOf,
      ...heardOf(known, notice, asOf),
    })),
    untoldMoves,
  };
};

/** It stands in the mail only while the meeting does. */
const heardOfDay = <C extends CaseWithReview>(state: C, items: readonly BriefingItem[], event: number): C => {
  const item = items.find((one) => one.about === 'meetingDayRestored');
  if (item === undefined) return state;
  const standing = standingMeeting(state);
  return {
    ...state,
    meetings: state.meetings.map((meeting) =>
      meeting === standing ? withHeardOfDay(meeting, item, event) : meeting,
    ),
  };
};

/** Whether a 09:00 mail is still to tell it; of a concern the team hears at once. */
const isUntold = (state: CaseWithReview, failed: NoticeFailed['body']): boolean =>
  !isToTeam(failed) && failed.concern === undefined && !failureToldAtOnce(state, failed);

const warnedOf = (
  state: CaseWithReview,
  { on, items }: TeamBriefed['body'],
): Pick<CaseWithReview, 'warned'> => {
  const { warned = {} } = state;
  const atRisk = items.filter((item) => item.about === 'atRisk');
  if (atRisk.length === 0) return {};
  return {
    warned: atRisk.reduce(
      (known, { key, due }) => ({ ...known, [key]: { ...known[key], [due]: on } }),
      warned,
    ),
  };
};

export const evolveClock = <C extends CaseWithReview>(state: C, event: ClockEvent & Numbered): C => {
  switch (event.kind) {
    case 'ObligationMissed': {
      const { key, due, noticed } = event.body;
      return withRestated(state, key, { kind: 'missed', due, noticed }, event);
    }
    case 'ObligationMet': {
      const { key, due, on } = event.body;
      const before = state.outcomes[key];
      return withOutcome(
        state,
        key,
        before?.kind === 'missed'
          ? { ...before, on, ...recordedAt({ on, was: before }, event.at) }
          : { kind: 'met', due, on },
      );
    }
    case 'ObligationReinstated':
      return withRestated(state, event.body.key, undefined, event);
    case 'OutcomeRestated':
      return withRestated(state, event.body.key, event.body.now, event);
    case 'DatesMoved':
      return withMoves(state, event.body);
    case 'AgencyToldOfDates':
      return toldOfMoves(state, event);
    case 'MailToldOtherDates':
      return toldByMail(state, event);
    case 'MeetingWindowLeavesNothing':
    case 'BriefingSkipped':
      return state;
    case 'AgencyReminded':
      return withRungs(
        withAgency(state, event.body.agency, (known) => ({
          ...known,
          reminders: event.body.number,
          remindedOn: event.body.on,
        })),
        event.body.rungs,
        'sent',
      );
    case 'RungsSkipped':
      return withRungs(state, event.body.rungs, 'skipped');
    case 'TeamBriefed': {
      const { items, topics = [] } = event.body;
      const failed = items.flatMap((item) => (item.about === 'mailFailed' ? [item.notice] : []));
      const missed = items.filter((item) => item.about === 'missed');
      return missed.reduce(told, {
        ...heardOfDay(state, items, event.number),
        untoldFailures: state.untoldFailures.filter(({ notice }) => !failed.includes(notice)),
        toldTopics: [...state.toldTopics, ...topics],
        ...warnedOf(state, event.body),
      });
    }
    case 'NoticeFailed': {
      const { notice, agency, concern } = event.body;
      const untold = { notice, at: event.at, ...(agency === undefined ? {} : { agency }) };
      return {
        ...(concern === undefined ? state : teamHeard(state, concern)),
        failedNotices: [...state.failedNotices, notice],
        untoldFailures: isUntold(state, event.body)
          ? [...state.untoldFailures, untold]
          : state.untoldFailures,
      };
    }
  }
};
