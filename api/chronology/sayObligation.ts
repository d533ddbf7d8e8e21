// An obligation as people call it, with the agency whose it is.

import type { ObligationName } from '../../domain/policy/policyProfile';
import type { ObligationKey } from '../../domain/timetable/facts';
import { refOf } from '../../domain/timetable/obligationKey';
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

/** What has the date, where it moves: not the appointment of a meeting, but the end of its window. */
export const DATE_WORDS: Readonly<Record<ObligationName, string>> = {
  ...OBLIGATION_WORDS,
  meeting: 'the last day for the Rapid Review meeting',
};

/** Without the agency. */
export const wordsIn = (words: Readonly<Record<ObligationName, string>>, key: string): string =>
  words[refOf(key).obligation];

const saying =
  (words: Readonly<Record<ObligationName, string>>) =>
  (key: ObligationKey, name: Name): string => {
    const { agency } = refOf(key);
    const said = wordsIn(words, key);
    return agency === undefined ? said : `${said} (${name(agency)})`;
  };

export const sayObligation = saying(OBLIGATION_WORDS);
export const sayLastDay = saying(DATE_WORDS);
