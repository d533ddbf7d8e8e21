// Whom an outcome or an end is told: every agency that was asked and can be mailed, each partner, everybody who referred.

import type { AgencyId } from '../timetable/facts';
import { absorbedBy } from './duplicates/state';
import type { Draft, Recipient } from './noticeBodies';
import { reachableContacts } from './reminders/reach';
import type { CaseReference, Running } from './state';

export const toAgencies = (
  state: Running,
  draft: (agency: AgencyId) => Pick<Draft, 'key' | 'body'>,
): readonly Draft[] =>
  state.agencies.flatMap(({ agency }) => {
    const contacts = reachableContacts(state, agency);
    return contacts.length === 0 ? [] : [{ ...draft(agency), to: { role: 'agency', agency, contacts } }];
  });

/** R22: merged cases keep every referrer. */
export const toReferrers = (
  state: Running,
  draft: (of: CaseReference) => Pick<Draft, 'key' | 'body'>,
): readonly Draft[] =>
  [state.reference, ...absorbedBy(state)].map((of) => {
    const to: Recipient = { role: 'referrer', of };
    return { ...draft(of), to };
  });
