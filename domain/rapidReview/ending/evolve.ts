// How the end of a case, and its taking up again, change what the case is.

import type { CaseEvent } from '../events';
import type { EndedCase, OpenCase } from '../state';
import type { CaseEnded } from './events';

/** What mail has failed, and what the team has not heard of, the ended case keeps: the team hears of it still. */
export const endedAs = (state: OpenCase, { body }: CaseEvent & CaseEnded): EndedCase => {
  const { cause, on, into } = body;
  return { ...state, status: 'ended', ending: { cause, on, ...(into === undefined ? {} : { into }) } };
};

/** R21: the original anchors are back. What passed meanwhile is found by the clock. */
export const takenUpAgain = ({ ending: _ending, ...state }: EndedCase): OpenCase => ({
  ...state,
  status: 'open',
});
