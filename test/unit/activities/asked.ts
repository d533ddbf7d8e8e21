// Where most of the tests begin: a referral received on Monday 30 March 2026, and scoping requests asked for.

import type { MailOutcome } from '../../../platform/mail/mailTransport';
import { AGENCY, CONTACT, REASON, REFERENCE, Story } from '../rapidReview/story';
import { Office } from './office';

export const [A1, A2, A3] = [AGENCY(1), AGENCY(2), AGENCY(3)];
export const mailbox = (contact: string): string => `${contact.toLowerCase()}@agency.example`;
export const KEY = (agency: string, sending = '1.1'): string =>
  `${REFERENCE}/scopingRequest/${agency}/${sending}`;
const AGENCIES = [A1, A2, A3];

/** Received on Monday 30 March 2026; scoping requests asked for on Wednesday 1 April at 11:00. */
export const asked = (agencies = [A1], contacts = 1): Office =>
  new Office(
    new Story()
      .opened('2026-03-30 16:20', { agencies: AGENCIES })
      .at('2026-04-01 11:00')
      .send(agencies, contacts),
  ).only('scopingRequest');

/** Contacts of the first agency. */
export const excluded = (office: Office, ...contacts: readonly number[]): Office => {
  for (const n of contacts)
    office.story.act({ kind: 'excludeContact', agency: A1, contact: CONTACT(A1, n), reason: REASON });
  return office.catchUp();
};

export const sentTo = ({ sent }: Office): unknown => sent.map(({ to }) => to);

export const lost = ({
  to,
}: {
  to: readonly { contact: MailOutcome['postponed'][number] }[];
}): MailOutcome => ({
  line: 'lost',
  accepted: [],
  refused: [],
  postponed: to.map(({ contact }) => contact),
  code: 'ECONNECTION',
});
export const away = (mail: Parameters<typeof lost>[0]): MailOutcome => ({
  ...lost(mail),
  line: 'away',
  code: 'ECONNREFUSED',
});
