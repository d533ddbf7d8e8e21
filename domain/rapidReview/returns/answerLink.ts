// What the link rests on by which an agency answers without an account: the request that it was asked with, and who at the agency was
// kept off the case as the link was made (R13). Whoever holds it answers for the agency and sees its dates, and nothing else (R24).

import type { AgencyId, ContactId } from '../../timetable/facts';
import { agencyOfContact, agencyOn, excludedAt } from '../agenciesOfCase';
import type { CaseEvent } from '../events';
import type { AgencyOnCase, CaseWithReview } from '../state';

const linkText = (
  { reference }: CaseWithReview,
  { agency, round }: Pick<AgencyOnCase, 'agency'> & { readonly round: number },
  excluded: readonly ContactId[],
): string => [reference, agency, round, ...excluded.toSorted()].join('/');

/**
 * Another one once the request is made anew, or somebody at the agency is excluded or readmitted. Nothing where the agency was not
 * asked.
 */
export const answerLinkRestsOn = (state: CaseWithReview, agency: AgencyId): string | undefined => {
  const request = agencyOn(state, agency)?.request;
  if (request === undefined) return undefined;
  return linkText(state, { agency, round: request.round }, excludedAt(state, agency));
};

/** Who at the agency was kept off the case, after each event that changed it; nobody at first. */
const keptOffInTurn = (events: readonly CaseEvent[], agency: AgencyId): readonly (readonly ContactId[])[] => {
  let keptOff: readonly ContactId[] = [];
  const inTurn = [keptOff];
  for (const event of events) {
    if (event.kind !== 'ContactExcluded' && event.kind !== 'ContactReadmitted') continue;
    const { contact } = event.body;
    if (agencyOfContact(contact) !== agency) continue;
    const others = keptOff.filter((one) => one !== contact);
    keptOff = event.kind === 'ContactExcluded' ? [...others, contact] : others;
    inTurn.push(keptOff);
  }
  return inTurn;
};

/**
 * What any link rests on that is still valid: of the request that stands, and made while everybody was kept off who is now, so that it
 * went to none of them. Whoever was asked in somebody's place stays asked, though that one is let back. `events` are all of the case.
 */
export const validAnswerLinksRestOn = (
  state: CaseWithReview,
  agency: AgencyId,
  events: readonly CaseEvent[],
): readonly string[] => {
  const request = agencyOn(state, agency)?.request;
  if (request === undefined) return [];
  const now = excludedAt(state, agency);
  const texts = keptOffInTurn(events, agency)
    .filter((keptOff) => now.every((contact) => keptOff.includes(contact)))
    .map((keptOff) => linkText(state, { agency, round: request.round }, keptOff));
  return [...new Set(texts)];
};
