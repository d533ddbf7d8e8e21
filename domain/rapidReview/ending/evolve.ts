// How the end of a case, and its taking up again, change what the case is.

import { withAgency } from '../agenciesOfCase';
import { knowsItsDates } from '../clock/datesKnown';
import type { CaseEvent, EventOf } from '../events';
import { heardAsSettled } from '../panel/outcomeHeard';
import { reachableContacts } from '../reminders/reach';
import type { AgencyOnCase, EndedCase, OpenCase } from '../state';

/** An answer that turned out to be a mistake after an earlier end: its agency heard so when the case went on. */
const heard = (known: AgencyOnCase): AgencyOnCase => ({
  ...known,
  returns: known.returns.map(({ mistakenAfterEnd: _heard, ...answer }) => answer),
});

/** The ended case keeps which mail has failed and what the team has not heard of: it still hears of that (`clock/lastBriefing.ts`). */
export const endedAs = (state: OpenCase, { at, body }: EventOf<'CaseEnded'>): EndedCase => {
  const { cause, on, into } = body;
  return {
    ...state,
    status: 'ended',
    ending: { cause, on, ...(into === undefined ? {} : { into }) },
    agencies: state.agencies.map(heard),
    endedAt: at,
  };
};

/**
 * R21: the original anchors are back. What passed meanwhile is found by the clock. After a withdrawal each agency that can be mailed hears
 * that the case goes on, and its dates with it; after a settlement only who had heard with it what was decided: of the end itself none had.
 */
export const takenUpAgain = (
  { ending: _ending, endedAt: _endedAt, ...ended }: EndedCase,
  { kind, number }: Pick<CaseEvent, 'kind' | 'number'>,
): OpenCase => {
  const state: OpenCase = { ...ended, status: 'open' };
  const hear =
    kind === 'WithdrawalUndone'
      ? state.agencies.filter(({ agency }) => reachableContacts(state, agency).length > 0)
      : heardAsSettled(state);
  return hear.reduce(
    (so, known) =>
      knowsItsDates(
        withAgency(so, known.agency, () => known),
        known.agency,
        number,
      ),
    state,
  );
};
