// Whether the partners have answered the disagreement of the national Panel (R19), and by what: the group decided again, or they
// confirmed the decision in writing. And what is remembered of a late answer that another disagreement overtakes (R6).

import type { Outcome } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { decisionInForce, type Decision } from '../decision/state';
import type { CaseWithReview } from '../state';
import type { Reply } from './state';

export const RECONSIDERATION = keyOf({ obligation: 'reconsideration' });

/** After a disagreement of the Panel the partners confirm or decide again. */
export const reconsiders = ({
  panelDisagreedOn,
  panel,
}: Pick<CaseWithReview, 'panelDisagreedOn' | 'panel'>): boolean =>
  panelDisagreedOn !== undefined && panel.reconsideredOn === undefined;

/** The one that the partners answer, or have answered. */
export const lastDisagreement = ({ panel }: Pick<CaseWithReview, 'panel'>): Reply | undefined =>
  panel.replies.findLast(({ reply }) => reply === 'disagrees');

type Answering = Pick<CaseWithReview, 'decisions' | 'panel'>;

/** The last decision itself, or one whose place it takes: what was recorded anew is still the same decision. */
const isSaidBy = ({ decisions }: Answering, reconsideredBy: number | undefined): boolean =>
  decisions
    .slice(decisions.findLastIndex(({ recordedAnew }) => recordedAnew !== true))
    .some(({ event }) => event === reconsideredBy);

/** The last decision is the answer, and not what the Panel disagreed with. */
export const answersPanel = (state: Answering, decided: Decision | undefined): boolean =>
  decided === decisionInForce(state) && isSaidBy(state, state.panel.reconsideredBy);

type Missed = Extract<Outcome, { kind: 'missed' }>;

/** The partners had answered the one before, late: the next is another reconsideration, and that the first was missed stays so (R6). */
export const missesOvertaken = ({ panel: { replies } }: Pick<CaseWithReview, 'panel'>): readonly Missed[] =>
  replies.flatMap(({ before }) => (before?.outcome?.kind === 'missed' ? [before.outcome] : []));

const toldOf = <C extends CaseWithReview>(state: C, isIt: (reply: Reply, outcome: Missed) => boolean): C => ({
  ...state,
  panel: {
    ...state.panel,
    replies: state.panel.replies.map((reply) => {
      const { before } = reply;
      return before?.outcome?.kind === 'missed' && isIt(reply, before.outcome)
        ? { ...reply, before: { ...before, outcome: { ...before.outcome, told: true } } }
        : reply;
    }),
  },
});

/** The team has heard of those of that day. */
export const toldOvertaken = <C extends CaseWithReview>(state: C, due: Missed['due']): C =>
  toldOf(state, (_reply, outcome) => outcome.due === due);

/** The team has heard of one that was done on that day; nothing where there is none, or it knows of each. */
export const toldOneOvertaken = <C extends CaseWithReview>(
  state: C,
  { due, on }: Pick<Missed, 'due' | 'on'>,
): C | undefined => {
  const one = state.panel.replies.find(
    ({ before: { outcome } = {} }) =>
      outcome?.kind === 'missed' && outcome.due === due && outcome.on === on && outcome.told === undefined,
  );
  return one === undefined ? undefined : toldOf(state, (reply) => reply === one);
};
