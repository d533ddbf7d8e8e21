// A mail of the story in a line: to whom by role, and its subject as it stands in the mailbox.

import { SEAT_WORDS } from '../../api/problems/reviewTerms';
import { sayList } from '../../domain/timetable/explanation';
import type { Recipient } from '../../domain/rapidReview/notices';
import { messageIdOf } from '../../platform/mail/mailTransport';
import type { NoticeRow, Records } from '../../records/records';
import type { RunningMailbox } from '../mailbox/startMailbox';
import type { Cast } from './cast';

const OTHERS = {
  team: 'the team',
  panel: 'the national Panel',
  referrer: 'whoever referred',
  onCall: 'those on call',
} as const satisfies Partial<Record<Recipient['role'], string>>;

const toWhom = async (
  { to, accepted }: NoticeRow,
  { agencies }: Records,
  { name }: Cast,
): Promise<string> => {
  if (to.role === 'partner') return `the partner in the seat of ${SEAT_WORDS[to.seat]}`;
  if (to.role !== 'agency') return OTHERS[to.role];
  const reached = to.contacts.filter((contact) => accepted.includes(contact));
  const people = await agencies.addressesOf(to.agency, reached);
  const roles = [...new Set([...people.values()].flatMap(({ role }) => role ?? []))];
  return `${name(to.agency)}${roles.length === 0 ? '' : ` (${sayList(roles)})`}`;
};

export interface Posted {
  readonly records: Records;
  readonly mailbox: RunningMailbox;
  readonly mailDomain: string;
  readonly cast: Cast;
}

export const sayMail = async (row: NoticeRow, posted: Posted): Promise<string> => {
  const { records, mailbox, mailDomain, cast } = posted;
  const id = messageIdOf(row.key, mailDomain);
  const mail = (await mailbox.mails()).find(({ messageId }) => messageId === id);
  const subject = mail === undefined ? 'not in the mailbox' : `"${mail.subject}"`;
  return `Mail to ${await toWhom(row, records, cast)}: ${subject}`;
};
