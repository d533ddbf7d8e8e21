// What became of one mail, as the ledger of notices tells it. What that establishes is in the slices, put together in
// `mailReports.ts`.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { ContactId, ObligationKey } from '../timetable/facts';
import type { Recipient } from './noticeBodies';

/** The dates of its own that a mail told an agency, as they were when it was put into words. */
export interface DatesTold {
  /** Number of the last event of the case that they rest on. */
  readonly asOf: number;
  readonly dates: readonly { readonly key: ObligationKey; readonly due: CivilDate }[];
}

/** `open`: some address is still to be tried. */
export const NOTICE_OUTCOMES = ['open', 'accepted', 'refused', 'lapsed'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

export interface MailReport {
  readonly key: string;
  readonly to: Recipient;
  /** The first acceptance by the mail server. */
  readonly acceptedAt?: Instant;
  /** Contacts whose address the mail server refused for good. */
  readonly refused: readonly ContactId[];
  /** By the mail of the first acceptance; absent where it tells none. */
  readonly told?: DatesTold;
  readonly outcome: NoticeOutcome;
}
