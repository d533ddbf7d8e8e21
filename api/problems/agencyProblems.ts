// What can be wrong with the contacts that a change of the agency register names.

import type { ContactId } from '../../domain/timetable/facts';
import { kind } from './problem';

export const agencyProblems = {
  unknownContact: kind<{ contact: ContactId }>({
    slug: 'unknown-contact',
    status: 422,
    title: 'The agency has no such contact',
    says: ({ contact }) => `The agency has no contact ${contact}. Leave the id out to add a new one.`,
    example: { contact: 'AG-0003-C9' as ContactId },
  }),
  contactTwice: kind<{ contact: ContactId }>({
    slug: 'contact-named-twice',
    status: 422,
    title: 'A contact is named twice',
    says: ({ contact }) =>
      `The contact ${contact} is named more than once. Name it once, with all that is to be changed of it.`,
    example: { contact: 'AG-0003-C1' as ContactId },
  }),
  contactWithoutAddress: kind({
    slug: 'contact-without-address',
    status: 422,
    title: 'A new contact has no address',
    says: () => 'A contact without an id is a new one, and needs an e-mail address.',
  }),
} as const;
