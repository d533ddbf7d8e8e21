// What is missing before decision and report may go to the Panel (R15, R17, R18), and what of it the chair may go
// without. Decision, evidence and report are never waived.

import type { CivilDate } from '../../calendar/civilDate';
import { profileOf } from '../../policy/profiles';
import type { Asked } from '../asked';
import { decisionInForce, dutiesMissing } from '../decision/state';
import type { DossierRow } from '../references';
import type { Rejection } from '../rejections';
import type { CaseWithReview } from '../state';
import type { Missing, Report } from './state';

export interface Gate {
  readonly never: readonly Missing[];
  readonly chairMay: readonly Missing[];
}

export const reportInForce = ({ reports }: CaseWithReview): Report | undefined => reports.at(-1);

/** As of a day, where one is given: what was signed after it was missing then. */
export const gate = (state: CaseWithReview, asOf?: CivilDate): Gate => {
  const decision = decisionInForce(state);
  const signOffs = decision?.signOffs.filter(({ on }) => asOf === undefined || on <= asOf) ?? [];
  const signed = signOffs.map(({ seat }) => seat);
  const without = profileOf(state.profile).seats.filter((seat) => !signed.includes(seat));
  return {
    never: [
      ...(decision === undefined ? [{ item: 'decision' } as const] : []),
      ...(dutiesMissing(state).some((duty) => duty !== 'decision')
        ? [{ item: 'dutiesEvidenced' } as const]
        : []),
      ...(state.reports.length === 0 ? [{ item: 'report' } as const] : []),
    ],
    chairMay: [
      ...without.map((seat) => ({ item: 'signOff', seat }) as const),
      ...(state.panel.referenceRecorded ? [] : [{ item: 'notificationReference' } as const]),
    ],
  };
};

const CHAIRS: readonly Asked['authority'][] = ['meetingChair', 'independentChair'];

/** `on`: the day on which it went another way; absent, it goes now. */
interface Passing {
  readonly on: CivilDate | undefined;
  readonly proceedReason: DossierRow | undefined;
}

/** What it goes without, by the chair's word (R17); or why it does not go. */
export const passGate = (
  state: CaseWithReview,
  { on, proceedReason }: Passing,
  { authority }: Asked,
): readonly Missing[] | Rejection => {
  const { never, chairMay } = gate(state, on);
  const went = on === undefined ? {} : { went: on };
  if (never.length > 0 || (chairMay.length > 0 && proceedReason === undefined))
    return { code: 'PanelGateShut', never, chairMay, ...went };
  if (chairMay.length > 0 && !CHAIRS.includes(authority))
    return { code: 'OnlyChairMayProceed', without: chairMay, ...went };
  return chairMay;
};
