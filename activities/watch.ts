// What the activities tell those who count: mails by what came of them, readings of the official list. Names and codes, of
// nobody in particular. Nothing depends on it.

import type { NoticeKind } from '../domain/rapidReview/notices';

export type Template = NoticeKind | 'calendarBriefing';

/** Of one attempt; `unknown`: the connection broke, `lapsed`: none is made any more. */
export const MAIL_OUTCOMES = ['accepted', 'refused', 'postponed', 'unknown', 'lapsed', 'failed'] as const;
export type MailOutcomeName = (typeof MAIL_OUTCOMES)[number];

/** `unread`: it could not be got, or was no list. */
export const READING_OUTCOMES = ['taken', 'refused', 'unread'] as const;
export type ReadingOutcome = (typeof READING_OUTCOMES)[number];

export interface Watch {
  mailAttempted(template: Template, outcome: MailOutcomeName): void;
  listRead(outcome: ReadingOutcome): void;
}
