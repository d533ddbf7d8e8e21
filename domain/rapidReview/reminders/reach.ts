// Whom a mail to an agency may go to: those asked whose address has not bounced and who are not excluded (R13). Where
// none of them is left it falls to the next one above.

import type { ContactLevel } from '../../policy/contactLevels';
import type { AgencyId, ContactId } from '../../timetable/facts';
import { agencyOn } from '../agenciesOfCase';
import { isUnreachable } from '../scoping/unreachable';
import type { AgencyOnCase, CaseWithReview } from '../state';
import type { ContactAbove } from '../scoping/state';

const FALLS_TO = ['deputy', 'senior'] as const;

/** Those first who are asked first. */
export const firstWritable = (
  asked: readonly ContactId[],
  above: readonly ContactAbove[],
  mayBeWritten: (contact: ContactId) => boolean,
): readonly ContactId[] => {
  const ofLevel = (level: ContactLevel): readonly ContactId[] =>
    above.filter((one) => one.level === level).map(({ contact }) => contact);
  const groups = [asked, ...FALLS_TO.map(ofLevel)].map((group) => group.filter(mayBeWritten));
  return groups.find((group) => group.length > 0) ?? [];
};

const mayBeWritten =
  (state: CaseWithReview, known: AgencyOnCase) =>
  (contact: ContactId): boolean =>
    !state.excludedContacts.includes(contact) && !isUnreachable(known, contact);

export const reachableContacts = (state: CaseWithReview, agency: AgencyId): readonly ContactId[] => {
  const known = agencyOn(state, agency);
  if (known?.request === undefined) return [];
  const { contacts, above = [] } = known.request;
  const asked = contacts.filter(({ bounced }) => !bounced).map(({ contact }) => contact);
  return firstWritable(asked, above, mayBeWritten(state, known));
};

/** The same, and those of the levels that a rung of the ladder escalates to. */
export const contactsFor = (
  state: CaseWithReview,
  agency: AgencyId,
  escalatesTo: readonly ContactLevel[] = [],
): readonly ContactId[] => {
  const known = agencyOn(state, agency);
  if (known === undefined) return [];
  const above = (known.request?.above ?? [])
    .filter(({ level }) => escalatesTo.includes(level))
    .map(({ contact }) => contact)
    .filter(mayBeWritten(state, known));
  return [...new Set([...reachableContacts(state, agency), ...above])];
};
