// Whom a mail is for, as a code that may be kept and logged. The address is found when the mail is made, and not kept.

import type { ContactId } from '../../domain/timetable/facts';

/** A contact of an agency, the partnership's own team, the national Panel, who referred, or one of those on call. */
export type MailContact = ContactId | 'team' | 'panel' | 'referrer' | `onCall-${number}`;

const OF_NO_AGENCY = /^(?:team|panel|referrer|onCall-\d+)$/;

export const isOfAgency = (contact: MailContact): contact is ContactId => !OF_NO_AGENCY.test(contact);
