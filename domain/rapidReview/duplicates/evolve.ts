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

/** What comes with another may never have been noted here. */
const absorbed = <C extends Running>(state: C, of: DuplicateNoted['of']): C =>
  state.duplicates.some((known) => known.of === of)
    ? settled(state, of, 'absorbed')
    : { ...state, duplicates: [...state.duplicates, { of, settled: 'absorbed' }] };

const withAgencies = <C extends Running>(
  state: C,
  of: DuplicateNoted['of'],
  agencies: DuplicateNoted['agencies'],
): C =>
  agencies === undefined
    ? state
    : {
        ...state,
        duplicates: state.duplicates.map((known) => (known.of === of ? { ...known, agencies } : known)),
      };

export const evolveDuplicates = <C extends Running>(state: C, event: DuplicatesEvent): C => {
  switch (event.kind) {
    case 'DuplicateNoted':
      return { ...state, duplicates: [...state.duplicates, { of: event.body.of }] };
    case 'DuplicateSettled':
      return settled(state, event.body.of, event.body.as);
    case 'CaseAbsorbed': {
      const { of, receivedAt, was, withAbsorbed = [], agencies } = event.body;
      const merged = withAgencies([of, ...withAbsorbed].reduce(absorbed, state), of, agencies);
      return receivedAt < was
        ? { ...merged, timestamps: { ...merged.timestamps, referralReceived: receivedAt } }
        : merged;
    }
  }
};
