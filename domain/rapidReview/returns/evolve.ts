// How answers, agreed dates and secured records enter the state.

import type { AgencyId } from '../../timetable/facts';
import { agencyOn, withAgency } from '../agenciesOfCase';
import type { CaseEvent } from '../events';
import type { AgencyReturn, Running } from '../state';
import type { ReturnsEvent } from './events';

const withReturn = <C extends Running>(
  state: C,
  { agency, number }: { readonly agency: AgencyId; readonly number: number },
  change: Partial<AgencyReturn>,
): C =>
  withAgency(state, agency, (known) => ({
    ...known,
    returns: known.returns.map((one) => (one.number === number ? { ...one, ...change } : one)),
  }));

export const evolveReturns = <C extends Running>(state: C, event: CaseEvent & ReturnsEvent): C => {
  switch (event.kind) {
    case 'ReturnReceived': {
      const { agency, number, answer, on } = event.body;
      return withAgency(state, agency, (known) => ({
        ...known,
        returns: [...known.returns, { number, answer, on }],
      }));
    }
    case 'ReturnCorrected':
      return withReturn(state, event.body, { on: event.body.on });
    case 'ReturnAccepted':
      return withReturn(state, event.body, { judged: 'accepted' });
    case 'ReturnSentBack':
      return withReturn(state, event.body, { judged: 'sentBack' });
    case 'ReturnDateAgreed': {
      const { agency, due, afterMiss } = event.body;
      return withAgency(state, agency, (known) => ({
        ...known,
        agreed: { due, ...(afterMiss === undefined ? {} : { afterMiss }) },
      }));
    }
    case 'RecordsSecured':
    case 'RecordsSecuredCorrected':
      return withAgency(state, event.body.agency, (known) => ({
        ...known,
        recordsSecuredOn: event.body.on,
      }));
    case 'AgencyProposed': {
      const { by, agency } = event.body;
      // On the case already: there is nothing left to propose.
      if (agency !== undefined && agencyOn(state, agency) !== undefined) return state;
      const proposed = { proposal: event.number, by, at: event.at };
      return {
        ...state,
        proposals: [...state.proposals, agency === undefined ? proposed : { ...proposed, agency }],
      };
    }
    case 'ProposalDeclined':
      return {
        ...state,
        proposals: state.proposals.filter(({ proposal }) => proposal !== event.body.proposal),
      };
    case 'LatenessExplained':
      return state;
  }
};
