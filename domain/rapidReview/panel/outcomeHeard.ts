// Which agencies have heard what was decided, and which are asked only once all others have: they hear it as the case is settled (R18, R22).
// How each is told, `notices.ts` says.

import { isTold } from '../agenciesToTell';
import type { Decision } from '../decision/state';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, CaseWithReview } from '../state';

/**
 * What that dispatch tells everybody, now that it has gone; nothing where they know. Told once for each decision: a further dispatch of the
 * same one is between us and the Panel. So is one of an older decision whose mail hung until a newer one had gone another way.
 */
export const decisionToldBy = (
  { decisions, panel: { dispatches } }: CaseWithReview,
  dispatch: number,
): Decision | undefined => {
  const decision = dispatches.find((one) => one.number === dispatch)?.decision ?? 0;
  const known = dispatches.some(
    (one) => one.number !== dispatch && one.sent !== undefined && one.decision >= decision,
  );
  return known ? undefined : decisions.find(({ number }) => number === decision);
};

const hearing =
  (state: CaseWithReview, { number }: Decision) =>
  (known: AgencyOnCase): AgencyOnCase => {
    const { outcomeHeard: before } = known;
    const replaces =
      before !== undefined && before !== number && holds(state, 'outcomeIsToldAsEachHasHeardIt');
    return { ...known, outcomeHeard: number, ...(replaces ? { outcomeHeardBefore: before } : {}) };
  };

export const withOutcomeHeard = <C extends CaseWithReview>(state: C, dispatch: number): C => {
  const decision = decisionToldBy(state, dispatch);
  if (decision === undefined) return state;
  const hears = hearing(state, decision);
  return { ...state, agencies: state.agencies.map((known) => (isTold(state, known) ? hears(known) : known)) };
};

/** The number of the last decision that was told; 0 where none was. */
export const lastTold = ({ panel: { dispatches } }: Pick<CaseWithReview, 'panel'>): number =>
  Math.max(0, ...dispatches.map(({ sent, decision }) => (sent === undefined ? 0 : decision)));

/** The last that was told, and who has not heard it. */
export const outcomeNotHeard = (
  state: CaseWithReview,
): { readonly decision: Decision; readonly agencies: readonly AgencyOnCase[] } | undefined => {
  const told = lastTold(state);
  const decision = state.decisions.find(({ number }) => number === told);
  return decision === undefined
    ? undefined
    : { decision, agencies: state.agencies.filter(({ outcomeHeard = 0 }) => outcomeHeard < told) };
};

/** Of a case that was settled: who heard it only with that, and has heard it now. */
export const heardAsSettled = (state: CaseWithReview): readonly AgencyOnCase[] => {
  const left = outcomeNotHeard(state);
  if (left === undefined || !holds(state, 'outcomeIsToldAsEachHasHeardIt')) return [];
  return left.agencies.filter((known) => isTold(state, known)).map(hearing(state, left.decision));
};
