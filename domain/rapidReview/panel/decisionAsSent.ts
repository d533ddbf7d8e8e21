// What the national Panel was sent with the decision in force and a correction shows not to be so: its day (R8), and the seats that had not
// signed by then (R17). So it believes until it hears otherwise.

import type { CivilDate } from '../../calendar/civilDate';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { Seat } from '../../policy/policyProfile';
import { decisionInForce, type Decision } from '../decision/state';
import type { CaseEvent } from '../events';
import type { CaseWithReview } from '../state';
import { noMoreBy, sentBefore } from './sentBefore';
import type { NoMore, Panel } from './state';

/** Nothing has been ordered to go since it was known. */
const isSinceDispatch = ({ dispatches }: Panel, { event }: NoMore): boolean =>
  event > (dispatches.at(-1)?.event ?? 0);

/**
 * What the Panel may have been told of them is not so any more. Where that was known before, and nothing has gone to it since, it may have
 * heard of it already.
 */
export const withAmiss = (
  decision: Decision,
  seats: readonly Seat[],
  panel: Panel,
  event: Pick<CaseEvent, 'number'>,
): Decision => {
  const before = decision.signOffsAmiss ?? [];
  const amiss = seats
    .filter((seat) => !before.some((one) => one.seat === seat && isSinceDispatch(panel, one)))
    .map((seat) => ({ seat, ...noMoreBy(panel, event) }));
  if (amiss.length === 0) return decision;
  const others = before.filter((one) => !amiss.some(({ seat }) => seat === one.seat));
  return { ...decision, signOffsAmiss: [...others, ...amiss] };
};

/** Who had signed by the day on which it was thought to have gone, and had not by the right one. */
export const signedBetween = (
  { signOffs }: Decision,
  { was, on }: { readonly was: CivilDate; readonly on: CivilDate },
): readonly Seat[] => signOffs.filter((one) => one.on > on && one.on <= was).map(({ seat }) => seat);

/** Its day is put right: `was`, the one that the Panel may have been sent. */
export const withDayPutRight = (
  decision: Decision,
  panel: Panel,
  event: Pick<CaseEvent, 'number'>,
): Decision => {
  const { dayPutRight: before, on } = decision;
  const was = before !== undefined && isSinceDispatch(panel, before) ? before.was : on;
  return { ...decision, dayPutRight: { ...noMoreBy(panel, event), was } };
};

/** The day of the decision, where it was sent another. */
export const dayPanelHasNot = (state: CaseWithReview, calendar: WorkingCalendar): CivilDate | undefined => {
  const decision = decisionInForce(state);
  if (decision?.dayPutRight === undefined || decision.dayPutRight.was === decision.on) return undefined;
  const dispatch = sentBefore(state, decision.dayPutRight, calendar);
  return dispatch?.decision === decision.number ? decision.on : undefined;
};

export const signOffsPanelHas = (state: CaseWithReview, calendar: WorkingCalendar): readonly Seat[] => {
  const decision = decisionInForce(state);
  return (decision?.signOffsAmiss ?? []).flatMap(({ seat, ...noMore }) => {
    const dispatch = sentBefore(state, noMore, calendar);
    if (dispatch === undefined || dispatch.decision !== decision?.number) return [];
    const isStated = dispatch.without.some((missing) => missing.seat === seat);
    const signed = decision.signOffs.find((one) => one.seat === seat);
    return isStated || (signed !== undefined && signed.on <= dispatch.day) ? [] : [seat];
  });
};
