// Which mailboxes in the settings the mail transport would never send to, or send from. An alert that waits there fails, and that
// can be told by no mail: so it is said before anything starts. The rule is the transport's own.
import { addressIn, isSendable } from '../mail/address';
import type { SettingName } from './settingsTable';

/** How a list of mailboxes is written. */
export const mailboxesOf = (list: string): readonly string[] => list.split(/, ?/);

const WHAT_IS_SENT_TO = 'someone@domain in plain ASCII is, without "mailto:" before it or a dot after it';

/** The addresses that each of them holds, in the order in which they are complained of. */
const ADDRESSES_IN = {
  MAIL_FROM: (from) => [addressIn(from)],
  TEAM_MAILBOX: (mailbox) => [mailbox],
  PANEL_MAILBOX: (mailbox) => [mailbox],
  ON_CALL_MAILBOXES: mailboxesOf,
} as const satisfies Partial<Record<SettingName, (given: string) => readonly string[]>>;

export const mailboxProblems = (given: Readonly<Partial<Record<string, string>>>): string[] =>
  Object.entries(ADDRESSES_IN)
    .filter(([name, addressesIn]) => {
      const text = given[name];
      return text !== undefined && !addressesIn(text).every(isSendable);
    })
    .map(([name]) => `${name} holds an address that is never mailed: ${WHAT_IS_SENT_TO}.`);
