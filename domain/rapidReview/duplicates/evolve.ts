// How possible duplicates enter the state.

import type { CaseWithReview } from '../state';
import type { DuplicatesEvent } from './events';
import { ownReceipt, receiptsWith } from './receipts';
import type { DuplicateNoted, ReceiptOfMerged } from './state';

const settled = <C extends CaseWithReview>(
  state: C,
  of: DuplicateNoted['of'],
  as: NonNullable<DuplicateNoted['settled']>,
): C => ({
  ...state,
  duplicates: state.duplicates.map((known) => (known.of === of ? { ...known, settled: as } : known)),
});

/** What comes with another may never have been noted here. */
const absorbed = <C extends CaseWithReview>(state: C, of: DuplicateNoted['of']): C =>
  state.duplicates.some((known) => known.of === of)
    ? settled(state, of, 'absorbed')
    : { ...state, duplicates: [...state.duplicates, { of, settled: 'absorbed' }] };

/** What the other brings that stays with it here. */
const bringing = <C extends CaseWithReview>(
  state: C,
  of: DuplicateNoted['of'],
  brought: Pick<DuplicateNoted, 'agencies' | 'notTaken'>,
): C => ({
  ...state,
  duplicates: state.duplicates.map((known) => (known.of === of ? { ...known, ...brought } : known)),
});

/** R22: what came with the other has a receipt of its own. */
const withReceipts = <C extends CaseWithReview>(state: C, receipts: readonly ReceiptOfMerged[] = []): C => ({
  ...state,
  duplicates: state.duplicates.map((known) => {
    const receivedAt = receipts.find(({ of }) => of === known.of)?.receivedAt;
    return receivedAt === undefined ? known : { ...known, receivedAt };
  }),
});

/** Of those who were on this case by mistake: that they were on the other, too, may mean that they were not. */
const spokenFor = <C extends CaseWithReview>(state: C, agencies: DuplicateNoted['agencies'] = []): C => {
  const { agenciesRemoved } = state;
  if (agenciesRemoved === undefined) return state;
  const onOther = new Set(agencies.map(({ agency }) => agency));
  return {
    ...state,
    agenciesRemoved: agenciesRemoved.map((one) =>
      onOther.has(one.agency) ? { ...one, onMerged: true as const } : one,
    ),
  };
};

export const evolveDuplicates = <C extends CaseWithReview>(state: C, event: DuplicatesEvent): C => {
  switch (event.kind) {
    case 'DuplicateNoted':
      return { ...state, duplicates: [...state.duplicates, { of: event.body.of }] };
    case 'DuplicateSettled':
      return settled(state, event.body.of, event.body.as);
    case 'CaseAbsorbed': {
      const { of, withAbsorbed = [], receipts, agencies, notTaken } = event.body;
      const brought = {
        ...(agencies === undefined ? {} : { agencies }),
        ...(notTaken === undefined ? {} : { notTaken }),
      };
      const merged = spokenFor(
        bringing([of, ...withAbsorbed].reduce(absorbed, state), of, brought),
        agencies,
      );
      return { ...merged, ...receiptsWith(withReceipts(merged, receipts), of, ownReceipt(event.body)) };
    }
  }
};
