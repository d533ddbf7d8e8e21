// What an agency is asked for, in its own terms, in the order in which it falls due.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { ObligationName } from '../../../domain/policy/policyProfile';
import { refOf } from '../../../domain/timetable/obligationKey';
import type { Owed } from '../../../domain/timetable/owed';
import { countOf } from './countOf';
import type { MailFacts } from './mailFacts';
import { sayObligation } from './obligationNames';

export interface Ask {
  readonly obligation: ObligationName;
  /** `return the scoping template` */
  readonly doing: string;
  /** `the scoping template` */
  readonly thing: string;
  /** `Friday 10 April 2026` */
  readonly by: string;
  /** `5 working days after …`, or nothing. */
  readonly count: string;
  /** A date agreed after the miss may still be ahead: then it is no reproach. */
  readonly missed: boolean;
}

const WORDS: Readonly<Partial<Record<ObligationName, { readonly doing: string; readonly thing: string }>>> = {
  agencyReturn: { doing: 'return the scoping template', thing: 'the scoping template' },
  recordsSecured: { doing: 'secure your records and tell us', thing: 'word that your records are secured' },
};

/** Of what it has answered in part it knows that we have had it. */
const REST = { doing: 'return the rest of the scoping template', thing: 'the rest of the scoping template' };

const wordsOf = (
  obligation: ObligationName,
  { answered }: MailFacts,
): { readonly doing: string; readonly thing: string } | undefined =>
  obligation === 'agencyReturn' && answered === 'inPart' ? REST : WORDS[obligation];

export const asksOf = (owes: readonly Owed[], facts: MailFacts): readonly Ask[] =>
  owes
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map((owed) => {
      const { obligation } = refOf(owed.key);
      const thing = sayObligation(owed.key, facts);
      return {
        obligation,
        ...(wordsOf(obligation, facts) ?? { doing: `complete: ${thing}`, thing }),
        by: sayDate(owed.due),
        count: countOf(owed, 'agency'),
        missed: owed.missed && owed.due < facts.today,
      };
    });
