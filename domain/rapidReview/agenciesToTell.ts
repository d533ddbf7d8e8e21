// Whom an outcome or an end is told: every agency that was asked, each partner, everybody who referred. Not who was asked by mistake. A
// mail for which nobody is left comes to nothing, and the team hears of it.

import type { AgencyId } from '../timetable/facts';
import { saysAskedByMistake } from './agenciesOfCase';
import { absorbedBy } from './duplicates/state';
import type { Draft, Recipient } from './noticeBodies';
import { reachableContacts } from './reminders/reach';
import type { AgencyOnCase, CaseReference, CaseWithReview } from './state';

/** Somebody of it is mailed, or the team hears that nobody can be. */
export const isTold = (state: CaseWithReview, onCase: AgencyOnCase): boolean =>
  (reachableContacts(state, onCase.agency).length > 0 || onCase.request !== undefined) &&
  !saysAskedByMistake(onCase);

export const toAgencies = (
  state: CaseWithReview,
  draft: (agency: AgencyId) => Pick<Draft, 'key' | 'body'>,
): readonly Draft[] =>
  state.agencies.flatMap((onCase) => {
    const { agency } = onCase;
    const contacts = reachableContacts(state, agency);
    if (!isTold(state, onCase)) return [];
    const { key, body } = draft(agency);
    // Under a key of its own, so that the right one is free for whoever can be mailed later.
    const own = contacts.length === 0 ? `${key}/nobody` : key;
    return [{ key: own, body, to: { role: 'agency', agency, contacts } }];
  });

/** R22: merged cases keep every referrer. */
export const toReferrers = (
  state: CaseWithReview,
  draft: (of: CaseReference) => Pick<Draft, 'key' | 'body'>,
): readonly Draft[] =>
  [state.reference, ...absorbedBy(state)].map((of) => {
    const to: Recipient = { role: 'referrer', of };
    return { ...draft(of), to };
  });
