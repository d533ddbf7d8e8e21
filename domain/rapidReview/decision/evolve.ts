// How evidence, decisions and signatures enter the state.

import type { CaseEvent } from '../events';
import type { Running } from '../state';
import type { DecisionEvent } from './events';
import type { Decision } from './state';

const decided = ({ body }: Extract<DecisionEvent, { kind: 'DecisionTaken' }>): Decision => {
  const { decision, meeting, at, on, outcome, learningReview, missingReturns } = body;
  return {
    ...{ number: decision, meeting, decidedAt: at, on, outcome, missingReturns, signOffs: [] },
    ...(learningReview === undefined ? {} : { learningReview }),
  };
};

/** After a disagreement, a further decision or a confirmation is the reconsideration (R19). */
const reconsidered = <C extends Running>(state: C, on: C['panelDisagreedOn']): C =>
  state.panelDisagreedOn === undefined || on === undefined
    ? state
    : { ...state, panel: { ...state.panel, reconsideredOn: on } };

export const evolveDecision = <C extends Running>(state: C, event: CaseEvent & DecisionEvent): C => {
  switch (event.kind) {
    case 'DutyEvidenced':
      return state.duties.includes(event.body.duty)
        ? state
        : { ...state, duties: [...state.duties, event.body.duty] };
    case 'DecisionTaken':
      return reconsidered({ ...state, decisions: [...state.decisions, decided(event)] }, event.body.on);
    case 'DecisionConfirmed':
      return reconsidered(state, event.body.on);
    case 'DecisionSignedOff': {
      const { decision, seat, on, onBehalf } = event.body;
      return {
        ...state,
        decisions: state.decisions.map((known) =>
          known.number === decision
            ? { ...known, signOffs: [...known.signOffs, { seat, on, by: event.actor, onBehalf }] }
            : known,
        ),
      };
    }
  }
};
