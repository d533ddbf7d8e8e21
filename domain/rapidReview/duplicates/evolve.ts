// How possible duplicates enter the state.

import type { Running } from '../state';
import type { DuplicatesEvent } from './events';
import type { DuplicateNoted } from './state';

const settled = <C extends Running>(
  state: C,
  of: DuplicateNoted['of'],
  as: NonNullable<DuplicateNoted['settled']>,
): C => ({
  ...state,
  duplicates: state.duplicates.map((known) => (known.of === of ? { ...known, settled: as } : known)),
});

export const evolveDuplicates = <C extends Running>(state: C, event: DuplicatesEvent): C => {
  switch (event.kind) {
    case 'DuplicateNoted':
      return { ...state, duplicates: [...state.duplicates, { of: event.body.of }] };
    case 'DuplicateSettled':
      return settled(state, event.body.of, event.body.as);
    case 'CaseAbsorbed': {
      const { of, receivedAt, was } = event.body;
      const merged = settled(state, of, 'absorbed');
      return receivedAt < was
        ? { ...merged, timestamps: { ...merged.timestamps, referralReceived: receivedAt } }
        : merged;
    }
  }
};
