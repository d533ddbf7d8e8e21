// Who recorded each receipt, where cases were merged into one; and since when an agency is known that a referral named, where
// that is another: the receipt of another of the cases that are one now, or that one of them had found it (R22). For the explanation of dates.

import type { Instant } from '../../calendar/instant';
import type { Due } from '../../timetable/dueDates';
import type { AgencyId } from '../../timetable/facts';
import type { AnchorRecord } from '../../timetable/sayExplanation';
import type { CaseEvent } from '../events';
import type { CaseReference } from '../references';
import type { CaseWithReview } from '../state';
import { ownReceipt } from './receipts';

/**
 * The facts that dates are counted from, by the name of the anchor, with the agency where it is an agency's own. The last counts: a further
 * disagreement lies upon the one before, and gives way to it where it was recorded by mistake.
 */
export type Anchors = Map<string, readonly AnchorRecord[]>;

const receiptKey = (of: CaseReference | undefined): string => `receipt of ${of ?? 'its own'}`;
const foundKey = (agency: AgencyId): string => `found elsewhere:${agency}`;

/** Each receipt by itself, whichever counts; and each moment at which a case that is merged had found an agency. */
export const noteSinceWhen = (anchors: Anchors, event: CaseEvent): void => {
  const record = { event: event.number, recordedBy: event.actor, recordedAt: event.at };
  const receipt = (of: CaseReference | undefined, at: Instant, corrected: Pick<AnchorRecord, 'corrected'>) =>
    anchors.set(receiptKey(of), [{ ...record, at, ...corrected }]);
  if (event.kind === 'CaseOpened') receipt(undefined, event.body.receivedAt, {});
  if (event.kind === 'CaseAbsorbed') {
    const { receipts = [], agencies = [] } = event.body;
    for (const { of, receivedAt } of receipts) receipt(of, receivedAt, {});
    receipt(event.body.of, ownReceipt(event.body), {});
    for (const { agency, found: at } of agencies) {
      const key = foundKey(agency);
      if (at !== undefined) anchors.set(key, [...(anchors.get(key) ?? []), { ...record, at }]);
    }
  }
  if (event.kind === 'TimestampCorrected' && event.body.timestamp === 'referralReceived') {
    const { of, at } = event.body;
    if (at !== undefined) receipt(of, at, { corrected: true });
  }
};

type Receiving = Pick<CaseWithReview, 'duplicates'>;

const receiptsIn = (anchors: Anchors, { duplicates }: Receiving): readonly AnchorRecord[] =>
  [undefined, ...duplicates.map(({ of }) => of)].flatMap((of) => anchors.get(receiptKey(of)) ?? []);

/** Each by its own record, the one that counts last. */
export const receiptsKnown = (
  anchors: Anchors,
  state: Receiving & Pick<CaseWithReview, 'timestamps'>,
): readonly AnchorRecord[] => {
  const receipts = receiptsIn(anchors, state);
  return [...receipts, ...receipts.filter(({ at }) => at === state.timestamps.referralReceived)];
};

/** Nothing where it is counted from the receipt that counts, from what this case itself knows of the agency, or from a date that was agreed. */
export const sinceWhenKnown = (
  anchors: Anchors,
  state: CaseWithReview,
  { counting, ordinary, agency }: Due,
): AnchorRecord | undefined => {
  const known = state.agencies.find((one) => one.agency === agency);
  // A date that was agreed is not counted from its own either.
  if (known?.named === undefined || ordinary === undefined || counting?.anchor === 'agreed') return undefined;
  const since =
    known.named === 'foundThere' ? anchors.get(foundKey(known.agency)) : receiptsIn(anchors, state);
  return since?.find(({ at }) => at === known.identified);
};
