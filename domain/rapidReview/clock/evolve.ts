// How misses, outcomes, reminders and briefings enter the state.

import type { Instant } from '../../calendar/instant';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import type { OpenCase, RungPassed } from '../state';
import type { ClockEvent, RungRef } from './events';

const withOutcome = (state: OpenCase, key: ObligationKey, outcome: Outcome | undefined): OpenCase => {
  const { [key]: _before, ...rest } = state.outcomes;
  return { ...state, outcomes: outcome === undefined ? rest : { ...rest, [key]: outcome } };
};

const withRungs = (
  state: OpenCase,
  passed: readonly RungRef[],
  outcome: RungPassed['outcome'],
): OpenCase => ({
  ...state,
  rungs: passed.reduce(
    (rungs, { key, rung, due }) => ({ ...rungs, [key]: { ...rungs[key], [rung]: { outcome, due } } }),
    state.rungs,
  ),
});

const told = (state: OpenCase, key: ObligationKey): OpenCase => {
  const outcome = state.outcomes[key];
  return outcome?.kind === 'missed' ? withOutcome(state, key, { ...outcome, told: true }) : state;
};

export const evolveClock = (state: OpenCase, event: ClockEvent & { readonly at: Instant }): OpenCase => {
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
        {
          ...state,
          agencies: state.agencies.map((known) =>
            known.agency === event.body.agency ? { ...known, reminders: event.body.number } : known,
          ),
        },
        event.body.rungs,
        'sent',
      );
    case 'RungsSkipped':
      return withRungs(state, event.body.rungs, 'skipped');
    case 'TeamBriefed': {
      const { items } = event.body;
      const failed = items.flatMap((item) => (item.about === 'mailFailed' ? [item.notice] : []));
      const missed = items.flatMap((item) => (item.about === 'missed' ? [item.key] : []));
      return missed.reduce(told, {
        ...state,
        untoldFailures: state.untoldFailures.filter(({ notice }) => !failed.includes(notice)),
      });
    }
    case 'NoticeFailed': {
      const { notice, agency } = event.body;
      return {
        ...state,
        failedNotices: [...state.failedNotices, notice],
        // A failed mail to the team cannot be told by another mail to the team: the case's notices show it.
        untoldFailures:
          agency === undefined
            ? state.untoldFailures
            : [...state.untoldFailures, { notice, agency, at: event.at }],
      };
    }
  }
};
