// By what the partners have answered the disagreement of the national Panel (R19): the group decided again, or they confirmed the decision
// in writing. That they have, `meeting/window.ts` says.

import type { Decision } from '../decision/state';
import type { Running } from '../state';
import type { Reply } from './state';

/** The one that the partners answer, or have answered. */
export const lastDisagreement = ({ panel }: Pick<Running, 'panel'>): Reply | undefined =>
  panel.replies.findLast(({ reply }) => reply === 'disagrees');

/** The last decision is the answer, and not what the Panel disagreed with. */
export const answersPanel = (
  state: Pick<Running, 'decisions' | 'panel'>,
  decided: Decision | undefined,
): boolean => {
  const { decisions, panel } = state;
  const { event: disagreed = 0 } = lastDisagreement(state) ?? {};
  return (
    decided !== undefined &&
    decided === decisions.at(-1) &&
    decided.on === panel.reconsideredOn &&
    !panel.dispatches.some(({ decision, event = 0 }) => decision === decided.number && event < disagreed)
  );
};
