// Whom a mail to an agency may go to: those asked whose address has not bounced and who are not excluded (R13). Where
// none of them is left it falls to the next one above.

import type { ContactLevel } from '../../policy/contactLevels';
import type { AgencyId, ContactId } from '../../timetable/facts';
import { agencyOn } from '../agenciesOfCase';
import type { ContactAbove, Running } from '../state';

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

export const reachableContacts = (state: Running, agency: AgencyId): readonly ContactId[] => {
  const request = agencyOn(state, agency)?.request;
  if (request === undefined) return [];
  const asked = request.contacts.filter(({ bounced }) => !bounced).map(({ contact }) => contact);
  return firstWritable(asked, request.above ?? [], (contact) => !state.excludedContacts.includes(contact));
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
