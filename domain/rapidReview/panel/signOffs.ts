// The seats as signed off for which the national Panel has the decision in force, by a sign-off that was recorded by mistake (R17): so it
// believes until it hears otherwise, or the sign-off is given.

import type { Seat } from '../../policy/policyProfile';
import type { Running } from '../state';
import { decisionInForce } from './gate';
import { sentBefore } from './sentBefore';

export const signOffsPanelHas = (state: Running): readonly Seat[] => {
  const decision = decisionInForce(state);
  return (decision?.signOffsTakenBack ?? []).flatMap(({ seat, ...noMore }) => {
    const dispatch = sentBefore(state.panel, noMore);
    return dispatch?.decision === decision?.number &&
      dispatch?.without.every((missing) => missing.seat !== seat) === true &&
      decision?.signOffs.some((signed) => signed.seat === seat) === false
      ? [seat]
      : [];
  });
};
