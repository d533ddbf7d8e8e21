// What must hold of the mails afterwards: every notice that was recorded went, each once, but for one whose earlier
// attempt had no known end, and whose every copy after that says so.

import { expect } from '@jest/globals';
import type { StoredMail } from '../../../cli/mailbox/mailStore';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { messageIdOf } from '../../../platform/mail/mailTransport';
import { isNotNeeded } from '../../../records/notices/notSent';
import type { NoticeRow } from '../../../records/records';
import type { RealEngine } from '../realEngine';

const SAYS_SO = 'You may have received this already';

const saysThatItMayBeTheSecond = ({ text, html, headers }: StoredMail): boolean =>
  text.includes(SAYS_SO) &&
  html.includes(SAYS_SO) &&
  headers.some(({ name, value }) => name === 'x-possible-repeat' && value === 'yes');

const expectOnce = (notice: NoticeRow, mails: readonly StoredMail[]): void => {
  const { key, outcome, unknownAttempts } = notice;
  // Nobody needs it by now: its request is void, its meeting moved, its concern acknowledged. Nothing else may keep a
  // mail of this story from going.
  if (!isNotNeeded(notice, 'ended')) {
    expect([key, outcome]).toEqual([key, 'accepted']);
    expect([key, mails.length]).not.toEqual([key, 0]);
  }
  for (const copy of mails.slice(1)) expect([key, saysThatItMayBeTheSecond(copy)]).toEqual([key, true]);
  expect(mails.length).toBeLessThanOrEqual(1 + unknownAttempts);
  if (unknownAttempts === 0) expect(mails.some(saysThatItMayBeTheSecond)).toBe(false);
};

export interface MailCount {
  readonly notices: number;
  readonly mails: number;
  readonly unknownAttempts: number;
}

export const expectMails = async (
  { records, mailbox, settings }: RealEngine,
  references: readonly CaseReference[],
): Promise<MailCount> => {
  const notices = (await Promise.all(references.map((one) => records.notices.ofCase(one)))).flat();
  const mails = (await mailbox.mails()).toReversed();
  const idOf = ({ key }: NoticeRow): string => messageIdOf(key, settings.mailDomain);
  const known = new Set(notices.map(idOf));
  expect(mails.filter(({ messageId }) => !known.has(messageId))).toEqual([]);
  expect(known.size).toBe(notices.length);
  for (const notice of notices) {
    expectOnce(
      notice,
      mails.filter(({ messageId }) => messageId === idOf(notice)),
    );
  }
  const unknownAttempts = notices.reduce((sum, notice) => sum + notice.unknownAttempts, 0);
  return { notices: notices.length, mails: mails.length, unknownAttempts };
};
