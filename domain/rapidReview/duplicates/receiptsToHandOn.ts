// The receipts that a case hands on where it is merged itself (R22): its own, and that of each case that was merged into it. By its log, in
// the order in which they came. Which of them counts is `receipts.ts`.

import type { Instant } from '../../calendar/instant';
import type { CaseEvent } from '../events';
import type { CaseReference } from '../references';
import { ownReceipt } from './receipts';
import type { ReceiptOfMerged } from './state';

/** By case, its own the first. */
type Receipts = Map<CaseReference, Instant>;

/** Of one that came with another, and of which none was told, that of the other stands for it. */
const noteReceipts = (receipts: Receipts, own: CaseReference, event: CaseEvent): void => {
  if (event.kind === 'CaseAbsorbed') {
    const { of, withAbsorbed = [], receipts: each = [] } = event.body;
    for (const one of [of, ...withAbsorbed])
      receipts.set(one, each.find((known) => known.of === one)?.receivedAt ?? ownReceipt(event.body));
  }
  if (event.kind === 'TimestampCorrected' && event.body.timestamp === 'referralReceived') {
    const { at, of = own } = event.body;
    if (at !== undefined) receipts.set(of, at);
  }
};

/** Nothing where none was merged into it: its own is the one that counts. */
export const receiptsToHandOn = (
  own: CaseReference,
  events: readonly CaseEvent[],
): readonly ReceiptOfMerged[] => {
  const receipts: Receipts = new Map();
  for (const event of events) {
    if (event.kind === 'CaseOpened') receipts.set(own, event.body.receivedAt);
    noteReceipts(receipts, own, event);
  }
  return receipts.size < 2 ? [] : [...receipts].map(([of, receivedAt]) => ({ of, receivedAt }));
};
