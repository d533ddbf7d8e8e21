// How misses, outcomes, reminders and briefings enter the state.

import type { Instant } from '../../calendar/instant';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import { withAgency } from '../agenciesOfCase';
import type { RungPassed, Running } from '../state';
import type { ClockEvent, RungRef } from './events';

const withOutcome = <C extends Running>(state: C, key: ObligationKey, outcome: Outcome | undefined): C => {
  const { [key]: _before, ...rest } = state.outcomes;
  return { ...state, outcomes: outcome === undefined ? rest : { ...rest, [key]: outcome } };
};

const withRungs = <C extends Running>(
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

const told = <C extends Running>(state: C, key: ObligationKey): C => {
  const outcome = state.outcomes[key];
  return outcome?.kind === 'missed' ? withOutcome(state, key, { ...outcome, told: true }) : state;
};

export const evolveClock = <C extends Running>(state: C, event: ClockEvent & { readonly at: Instant }): C => {
  switch (event.kind) {
    case 'ObligationMissed': {
      const { key, due, noticed } = event.body;
      return withOutcome(state, key, { kind: 'missed', due, noticed });
    }
    case 'ObligationMet': {
      const { key, due, on } = event.body;
      const before = state.outcomes[key];
      return withOutcome(
        state,
        key,
        before?.kind === 'missed' ? { ...before, on } : { kind: 'met', due, on },
      );
    }
    case 'ObligationReinstated':
      return withOutcome(state, event.body.key, undefined);
    case 'OutcomeRestated':
      return withOutcome(state, event.body.key, event.body.now);
    case 'DatesMoved':
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
      const missed = items.flatMap((item) => (item.about === 'missed' ? [item.key] : []));
      return missed.reduce(told, {
        ...state,
        untoldFailures: state.untoldFailures.filter(({ notice }) => !failed.includes(notice)),
        toldTopics: [...state.toldTopics, ...topics],
      });
    }
    case 'NoticeFailed': {
      const { notice, agency, to } = event.body;
      // A failed mail to the team cannot be told by another mail to the team: the case's notices show it.
      const toTeam = agency === undefined && to === undefined;
      const untold = { notice, at: event.at, ...(agency === undefined ? {} : { agency }) };
      return {
        ...state,
        failedNotices: [...state.failedNotices, notice],
        untoldFailures: toTeam ? state.untoldFailures : [...state.untoldFailures, untold],
      };
    }
  }
};
