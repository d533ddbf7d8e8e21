// How exclusions and confirmations enter the state.

import { withAgency } from '../agenciesOfCase';
import { withoutWordOf } from '../meeting/reachable';
import type { CaseWithReview } from '../state';
import type { RemindersEvent } from './events';

export const evolveReminders = <C extends CaseWithReview>(state: C, event: RemindersEvent): C => {
  switch (event.kind) {
    case 'ContactExcluded': {
      const { contact } = event.body;
      return withoutWordOf({ ...state, excludedContacts: [...state.excludedContacts, contact] }, contact);
    }
    case 'ContactReadmitted':
      return {
        ...state,
        excludedContacts: state.excludedContacts.filter((contact) => contact !== event.body.contact),
      };
    case 'EscalationConfirmed':
      return withAgency(state, event.body.agency, (known) => ({ ...known, escalationConfirmed: true }));
  }
};
