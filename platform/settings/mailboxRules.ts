// Which mailboxes in the settings the mail transport would never send to, or send from. An alert that waits there fails, and that
// can be told by no mail: so it is said before anything starts. The rule is the transport's own.
import { addressIn, isSendable } from '../mail/address';

interface Checked {
  readonly MAIL_FROM?: string;
  readonly TEAM_MAILBOX?: string;
  readonly PANEL_MAILBOX?: string;
  readonly ON_CALL_MAILBOXES?: string;
}

/** How a list of mailboxes is written. */
export const mailboxesOf = (list: string): readonly string[] => list.split(/, ?/);

const WHAT_IS_SENT_TO = 'someone@domain in plain ASCII is, without "mailto:" before it or a dot after it';

export function mailboxProblems({
  MAIL_FROM,
  TEAM_MAILBOX,
  PANEL_MAILBOX,
  ON_CALL_MAILBOXES,
}: Checked): string[] {
  const given: readonly (readonly [name: string, addresses: readonly string[]])[] = [
    ['MAIL_FROM', MAIL_FROM === undefined ? [] : [addressIn(MAIL_FROM)]],
    ['TEAM_MAILBOX', TEAM_MAILBOX === undefined ? [] : [TEAM_MAILBOX]],
    ['PANEL_MAILBOX', PANEL_MAILBOX === undefined ? [] : [PANEL_MAILBOX]],
    ['ON_CALL_MAILBOXES', ON_CALL_MAILBOXES === undefined ? [] : mailboxesOf(ON_CALL_MAILBOXES)],
  ];
  return given
    .filter(([, addresses]) => !addresses.every(isSendable))
    .map(([name]) => `${name} holds an address that is never mailed: ${WHAT_IS_SENT_TO}.`);
}
