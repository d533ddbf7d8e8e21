// What became of one mail, as the ledger of notices tells it. What that establishes is in the slices, put together in
// `mailReports.ts`.

import type { Instant } from '../calendar/instant';
import type { ContactId } from '../timetable/facts';
import type { Recipient } from './noticeBodies';

export interface MailReport {
  readonly key: string;
  readonly to: Recipient;
  /** The first acceptance by the mail server. */
  readonly acceptedAt?: Instant;
  /** Contacts whose address the mail server refused for good. */
  readonly refused: readonly ContactId[];
  /** `open`: some address is still to be tried. */
  readonly outcome: 'open' | 'accepted' | 'refused' | 'lapsed';
}
