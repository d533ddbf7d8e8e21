// How exclusions and confirmations enter the state.

import { withAgency } from '../agenciesOfCase';
import type { Running } from '../state';
import type { RemindersEvent } from './events';

export const evolveReminders = <C extends Running>(state: C, event: RemindersEvent): C => {
  switch (event.kind) {
    case 'ContactExcluded':
      return { ...state, excludedContacts: [...state.excludedContacts, event.body.contact] };
    case 'ContactReadmitted':
      return {
        ...state,
        excludedContacts: state.excludedContacts.filter((contact) => contact !== event.body.contact),
      };
    case 'EscalationConfirmed':
      return withAgency(state, event.body.agency, (known) => ({ ...known, escalationConfirmed: true }));
  }
};
