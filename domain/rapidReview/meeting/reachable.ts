// Whom of those invited we may write to: nobody who is kept off the case (R13).

import type { ContactId } from '../../timetable/facts';
import type { Running } from '../state';
import type { Invitee } from './state';

/** Nobody to write to: the team sees the invitee without contacts, and rings. */
export const reachable = (
  { excludedContacts }: Pick<Running, 'excludedContacts'>,
  { contacts }: Pick<Invitee, 'contacts'>,
): readonly ContactId[] => contacts.filter((contact) => !excludedContacts.includes(contact));
