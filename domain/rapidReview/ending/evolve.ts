// How the end of a case, and its taking up again, change what the case is.

import { knowsItsDates } from '../clock/datesKnown';
import type { CaseEvent } from '../events';
import { reachableContacts } from '../reminders/reach';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, EndedCase, OpenCase } from '../state';
import type { CaseEnded } from './events';

/** What turned out to be a mistake after an earlier end its agency has heard as the case went on. */
const heard = (known: AgencyOnCase): AgencyOnCase => ({
  ...known,
  returns: known.returns.map(({ mistakenAfterEnd: _heard, ...answer }) => answer),
});

/** What mail has failed, and what the team has not heard of, the ended case keeps: the team hears of it still (`clock/lastBriefing.ts`). */
export const endedAs = (state: OpenCase, { at, body }: CaseEvent & CaseEnded): EndedCase => {
  const { cause, on, into } = body;
  return {
    ...state,
    status: 'ended',
    ending: { cause, on, ...(into === undefined ? {} : { into }) },
    agencies: state.agencies.map(heard),
    ...(holds(state, 'teamHearsAfterEndWhatItHadNot') ? { endedAt: at } : {}),
  };
};

/**
 * R21: the original anchors are back. What passed meanwhile is found by the clock. After a withdrawal each agency that can be mailed hears
 * that the case goes on, and its dates with it; of a settlement none had heard.
 */
export const takenUpAgain = (
  { ending: _ending, endedAt: _endedAt, ...ended }: EndedCase,
  { kind, number }: Pick<CaseEvent, 'kind' | 'number'>,
): OpenCase => {
  const state: OpenCase = { ...ended, status: 'open' };
  return kind === 'WithdrawalUndone'
    ? state.agencies
        .filter(({ agency }) => reachableContacts(state, agency).length > 0)
        .reduce((known, { agency }) => knowsItsDates(known, agency, number), state)
    : state;
};
