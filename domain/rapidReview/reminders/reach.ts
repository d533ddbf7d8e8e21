// Whom a mail to an agency may go to: those asked whose address has not bounced and who are not excluded (R13). Where
// none of them is left it falls to the next one above.

import type { ContactLevel } from '../../policy/contactLevels';
import type { AgencyId, ContactId } from '../../timetable/facts';
import { agencyOn } from '../agenciesOfCase';
import type { Running } from '../state';

const FALLS_TO = ['deputy', 'senior'] as const;

export const reachableContacts = (state: Running, agency: AgencyId): readonly ContactId[] => {
  const request = agencyOn(state, agency)?.request;
  if (request === undefined) return [];
  const mayBeWritten = (contact: ContactId): boolean => !state.excludedContacts.includes(contact);
  const asked = request.contacts
    .filter(({ bounced }) => !bounced)
    .map(({ contact }) => contact)
    .filter(mayBeWritten);
  if (asked.length > 0) return asked;
  for (const level of FALLS_TO) {
    const next = (request.above ?? [])
      .filter((one) => one.level === level)
      .map(({ contact }) => contact)
      .filter(mayBeWritten);
    if (next.length > 0) return next;
  }
  return [];
};

/** The same, and those of the levels that a rung of the ladder escalates to. */
export const contactsFor = (
  state: Running,
  agency: AgencyId,
  escalatesTo: readonly ContactLevel[] = [],
): readonly ContactId[] => {
  const above = (agencyOn(state, agency)?.request?.above ?? [])
    .filter(({ level, contact }) => escalatesTo.includes(level) && !state.excludedContacts.includes(contact))
    .map(({ contact }) => contact);
  return [...new Set([...reachableContacts(state, agency), ...above])];
};
