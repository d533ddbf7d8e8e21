// A date as the team is told it: what, by when, how it was counted. The count is told only where it still leads to
// the date that the notice names; a date that has moved since is left to the case itself to explain.

import { sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { countOf } from './countOf';
import type { MailFacts } from './mailFacts';
import { sayObligation } from './obligationNames';

export interface TeamDate {
  readonly what: string;
  readonly by: string;
  /** `15 working days after …`, or nothing. */
  readonly count: string;
}

export const teamDate = (key: ObligationKey, due: CivilDate, facts: MailFacts): TeamDate => {
  const counted = facts.dates.find((date) => date.key === key && date.due === due);
  return {
    what: sayObligation(key, facts),
    by: sayDate(due),
    count: counted === undefined ? '' : countOf(counted, 'team'),
  };
};
