// An obligation as people call it, with the agency whose it is.

import { OBLIGATIONS, type ObligationName } from '../../domain/policy/policyProfile';
import type { ObligationKey } from '../../domain/timetable/facts';
import type { Name } from './sayings';

export const OBLIGATION_WORDS: Readonly<Record<ObligationName, string>> = {
  notification: 'the notification to the national Panel',
  scopingDispatch: 'sending the scoping request',
  agencyReturn: 'the scoping return',
  recordsSecured: 'securing the records',
  meeting: 'the Rapid Review meeting',
  completeLocal: 'the completion (15 working days from the referral)',
  completePanel: "the completion by the Panel's count",
  reconsideration: "the partners' answer to the Panel's disagreement",
};

export const sayObligation = (key: ObligationKey, name: Name): string => {
  const [obligation = '', agency] = key.split(':');
  const known = OBLIGATIONS.find((one) => one === obligation);
  const words = known === undefined ? obligation : OBLIGATION_WORDS[known];
  return agency === undefined ? words : `${words} (${name(agency)})`;
};
