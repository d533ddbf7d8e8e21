// A date as the team is told it: what, by when, how it was counted. The count is told only where it still leads to
// the date that the notice names; a date that has moved since is left to the case itself to explain.

import { sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { refOf } from '../../../domain/timetable/obligationKey';
import { countOf } from './countOf';
import type { MailFacts } from './mailFacts';
import { sayObligation, sayObligationOfAll } from './obligationNames';

export interface TeamDate {
  readonly key: ObligationKey;
  readonly what: string;
  readonly by: string;
  /** `15 working days after …`, or nothing. */
  readonly count: string;
}

export const teamDate = (key: ObligationKey, due: CivilDate, facts: MailFacts): TeamDate => {
  const counted = facts.dates.find((date) => date.key === key && date.due === due);
  return {
    key,
    what: sayObligation(key, facts),
    by: sayDate(due),
    count: counted === undefined ? '' : countOf(counted, 'team'),
  };
};

export interface OfOneDay {
  /** How many obligations: of several agencies, each of which has one. What is told twice in the same words is one. */
  readonly number: number;
}

/** What several agencies owe by one day, or are owed, in one line where nothing else of it differs. */
export const ofOneDay = <D extends TeamDate>(
  dates: readonly D[],
  facts: MailFacts,
): readonly (D & OfOneDay)[] => {
  const alike = Map.groupBy(dates, ({ key, what: _, ...rest }) =>
    JSON.stringify([rest, refOf(key).agency === undefined ? key : refOf(key).obligation]),
  );
  return [...alike.values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const keys = [...new Set(found.map(({ key }) => key))];
    const number = keys.length;
    return [{ ...first, number, what: number > 1 ? sayObligationOfAll(keys, facts) : first.what }];
  });
};
