// Sends one mail over SMTP and tells, contact by contact, what the server made of it. It decides nothing about the
// mail: whether it goes again is for the caller. No address is ever in an outcome or an error.

import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { isThisMachine } from '../settings/thisMachine';
import { bareAddress, isSendable, nameIn } from './address';
import type { MailContact } from './mailContact';
import { iCalendarOf, methodOf, type MeetingEntry } from './meetingEntry';
import { openLines, type Patience, PATIENCE } from './smtpConversation';

export interface OutgoingMail {
  /** The notice's key: the same key gives the same Message-ID, so that a repeat is known for one. */
  readonly key: string;
  readonly to: readonly { readonly contact: MailContact; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An earlier attempt may have arrived. */
  readonly repeated: boolean;
  /** To be seen at once: not to be sorted away with what machines send in numbers. */
  readonly urgent?: boolean;
  /** For the diary of whoever gets it. */
  readonly entry?: MeetingEntry;
}

export interface MailOutcome {
  /**
   * `held`: what is said of each contact is certain. `away`: no server to speak to; nothing was sent. `lost`: the
   * connection broke after the mail was handed over and before the answer, so the mail may have been accepted; its
   * contacts are among `postponed`.
   */
  readonly line: 'held' | 'away' | 'lost';
  readonly accepted: readonly MailContact[];
  /** Refused for good. */
  readonly refused: readonly MailContact[];
  /** To be tried again. */
  readonly postponed: readonly MailContact[];
  /** The first thing that went wrong: `550 5.1.1`, `ECONNREFUSED`. */
  readonly code?: string;
}

export interface MailTransport {
  /** Never throws for what a mail server does or fails to do. */
  readonly send: (mail: OutgoingMail) => Promise<MailOutcome>;
  /** Breaks off what is under way and leaves nothing open. */
  readonly close: () => void;
}

export interface MailTransportSettings {
  readonly smtpUrl: string;
  /** `Rapid Review team <team@partnership.example>`. */
  readonly from: string;
  /** The domain of Message-IDs. */
  readonly domain: string;
  /** Where answers go, if not to the sender. */
  readonly replyTo?: string;
  readonly patience?: Partial<Patience>;
}

const idOf = (key: string, domain: string): string =>
  `${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}`;

export const messageIdOf = (key: string, domain: string): string => `<${idOf(key, domain)}>`;

export const createMailTransport = (settings: MailTransportSettings): MailTransport => {
  const server = parseConnectionUrl(settings.smtpUrl);
  const patience = { ...PATIENCE, ...settings.patience };
  // On the machine itself nothing can be overheard, and a development mailbox has a certificate that nobody signed.
  // Elsewhere a password never goes over an open line, whatever the server claims to offer.
  const onThisMachine = isThisMachine(server.host ?? '');
  const encryption = { ignoreTLS: onThisMachine, requireTLS: !onThisMachine && server.auth !== undefined };
  const lines = openLines({ ...encryption, ...server }, patience);
  const sender = bareAddress(settings.from);

  // Whether somebody comes goes where any answer to the mail goes.
  const organizer = { name: nameIn(settings.from), address: settings.replyTo ?? sender };
  const iCalendarIn = (entry: MeetingEntry, to: OutgoingMail['to']) => ({
    method: methodOf(entry),
    filename: 'meeting.ics',
    content: iCalendarOf(entry, idOf(entry.of, settings.domain), {
      organizer,
      sender,
      invited: [...new Set(to.map(({ address }) => address))],
    }),
  });

  const compose = (mail: OutgoingMail): Promise<Buffer> => {
    const { key, to, subject, text, html, repeated, urgent, entry } = mail;
    return new MailComposer({
      from: settings.from,
      ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
      to: to.map(({ address }) => ({ name: '', address })),
      subject,
      text,
      html,
      ...(entry === undefined ? {} : { icalEvent: iCalendarIn(entry, to) }),
      messageId: messageIdOf(key, settings.domain),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
        ...(urgent === true ? { Importance: 'high', 'X-Priority': '1' } : {}),
        // What is answered person by person is not sorted away either.
        ...(urgent === true || entry !== undefined ? {} : { Precedence: 'bulk' }),
        ...(repeated ? { 'X-Possible-Repeat': 'yes' } : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  };

  const send = async (mail: OutgoingMail): Promise<MailOutcome> => {
    const sendable = mail.to.filter(({ address }) => isSendable(address));
    const malformed = mail.to.filter(({ address }) => !isSendable(address)).map(({ contact }) => contact);
    if (sendable.length === 0) {
      return { line: 'held', accepted: [], refused: malformed, postponed: [], code: 'EADDRESS' };
    }
    // Two contacts may share an address: it is asked for once, and answers for both.
    const addresses = [...new Set(sendable.map(({ address }) => address))];
    const said = await lines.converse(
      { from: sender, to: addresses },
      await compose({ ...mail, to: sendable }),
    );
    const answered = (answer: 'accepted' | 'refused' | 'postponed'): readonly MailContact[] =>
      sendable
        .filter(({ address }) => (said.answers.get(address) ?? 'postponed') === answer)
        .map(({ contact }) => contact);
    const code = said.code ?? (malformed.length > 0 ? 'EADDRESS' : undefined);
    return {
      line: said.line,
      accepted: answered('accepted'),
      refused: [...malformed, ...answered('refused')],
      postponed: answered('postponed'),
      ...(code === undefined ? {} : { code }),
    };
  };

  return { send, close: lines.close };
};
