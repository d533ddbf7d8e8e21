// How safety concerns enter the state of any case, whatever its step.

import type { ActorId } from '../asked';
import type { CaseEvent } from '../events';
import type { AnyCase } from '../state';
import type { SafetyEvent } from './events';
import type { SafetyConcern } from './state';

type WithConcerns = Pick<AnyCase, 'concerns'>;

const withConcern = <C extends WithConcerns>(
  state: C,
  number: number,
  change: Partial<SafetyConcern>,
): C => ({
  ...state,
  concerns: state.concerns.map((one) => (one.number === number ? { ...one, ...change } : one)),
});

export const isOfSafety = (event: CaseEvent): event is CaseEvent & SafetyEvent =>
  event.kind === 'SafetyConcernRaised' ||
  event.kind === 'SafetyAlertRepeated' ||
  event.kind === 'SafetyConcernAcknowledged' ||
  event.kind === 'SafetyActionRecorded';

/** R23: the team has heard that an alert of that concern reached nobody. */
export const teamHeard = <C extends WithConcerns>(state: C, concern: number): C =>
  withConcern(state, concern, { teamHeard: true });

export const evolveSafety = <C extends AnyCase>(state: C, event: CaseEvent & SafetyEvent): C => {
  switch (event.kind) {
    case 'SafetyConcernRaised':
      return {
        ...state,
        concerns: [...state.concerns, { number: event.body.number, alertedAt: event.at, alerts: 1 }],
      };
    case 'SafetyAlertRepeated':
      return withConcern(state, event.body.number, { alertedAt: event.at, alerts: event.body.alert });
    case 'SafetyConcernAcknowledged':
      return withConcern(state, event.body.number, { acknowledgedBy: event.actor as ActorId });
    // The alerts go on until somebody acknowledges by name, whatever is done.
    case 'SafetyActionRecorded':
      return state;
  }
};
