// Whether the partners have answered the disagreement of the national Panel (R19), and by what: the group decided again, or they
// confirmed the decision in writing. And what is remembered of a late answer that another disagreement overtakes (R6).

import type { Outcome } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { decisionInForce, type Decision } from '../decision/state';
import { holds } from '../rulesVersion';
import type { Running } from '../state';
import type { Reply } from './state';

export const RECONSIDERATION = keyOf({ obligation: 'reconsideration' });

/** After a disagreement of the Panel the partners confirm or decide again. */
export const reconsiders = ({
  panelDisagreedOn,
  panel,
}: Pick<Running, 'panelDisagreedOn' | 'panel'>): boolean =>
  panelDisagreedOn !== undefined && panel.reconsideredOn === undefined;

/** The one that the partners answer, or have answered. */
export const lastDisagreement = ({ panel }: Pick<Running, 'panel'>): Reply | undefined =>
  panel.replies.findLast(({ reply }) => reply === 'disagrees');

/** The last decision is the answer, and not what the Panel disagreed with. */
export const answersPanel = (
  state: Pick<Running, 'decisions' | 'panel'>,
  decided: Decision | undefined,
): boolean => {
  const { panel } = state;
  const { event: disagreed = 0 } = lastDisagreement(state) ?? {};
  return (
    decided !== undefined &&
    decided === decisionInForce(state) &&
    decided.on === panel.reconsideredOn &&
    !panel.dispatches.some(({ decision, event = 0 }) => decision === decided.number && event < disagreed)
  );
};

type Missed = Extract<Outcome, { kind: 'missed' }>;

/** The partners had answered the one before, late: the next is another reconsideration, and that the first was missed stays so (R6). */
export const missesOvertaken = (state: Pick<Running, 'panel' | 'rulesVersion'>): readonly Missed[] =>
  holds(state, 'missOvertakenIsTold')
    ? state.panel.replies.flatMap(({ before }) =>
        before?.outcome?.kind === 'missed' ? [before.outcome] : [],
      )
    : [];

/** The team has heard of the one of that day. */
export const toldOvertaken = <C extends Running>(state: C, due: Missed['due']): C => ({
  ...state,
  panel: {
    ...state.panel,
    replies: state.panel.replies.map((reply) => {
      const { before } = reply;
      return before?.outcome?.kind === 'missed' && before.outcome.due === due
        ? { ...reply, before: { ...before, outcome: { ...before.outcome, told: true } } }
        : reply;
    }),
  },
});
