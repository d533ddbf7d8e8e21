// What the notice ledger promises: every notice called for, each attempt to send it, committed before the mail
// goes, and what became of it. What the case knows already is told from its events, not kept a second time.

import type { Instant } from '../../domain/calendar/instant';
import type { DatesTold, MailReport, NoticeOutcome } from '../../domain/rapidReview/mailReport';
import type { Notice } from '../../domain/rapidReview/notices';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { MailContact } from '../../platform/mail/mailContact';

export type NoticeRow = Notice & {
  readonly attempts: number;
  /** Attempts that began and never ended: the mail may have gone. */
  readonly unknownAttempts: number;
  /** Whose mail the server accepted. */
  readonly accepted: readonly MailContact[];
  /** Whose address the mail server refused for good. */
  readonly refused: readonly MailContact[];
  /** The first acceptance. */
  readonly acceptedAt?: Instant;
  /** Of its agency's own dates, by that mail. */
  readonly told?: DatesTold;
  readonly outcome: NoticeOutcome;
  readonly lastError?: string;
};

export interface NoticeAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  /** An earlier attempt began and never ended: this mail may be the second, and says so. */
  readonly outcomeUnknown: boolean;
}

export interface NoticeResult {
  /** From `begin`; absent for a notice that lapses without an attempt. */
  readonly attempt?: number;
  readonly at: Instant;
  /** Added to those accepted before. */
  readonly accepted: readonly MailContact[];
  /** Added to those refused before. */
  readonly refused: readonly MailContact[];
  /** What the mail told its agency, where it was accepted; of several the first stays. */
  readonly told?: DatesTold;
  readonly outcome: NoticeOutcome;
  /** SMTP code and class only, such as `450 4.2.1` or `ECONNREFUSED`. Anything longer is cut off. */
  readonly error?: string;
}

export type CaseLocked<T> = { readonly held: true; readonly value: T } | { readonly held: false };

export interface NoticeLedger {
  /**
   * Does the work while nobody else, in any process, does such work for the case; `held: false` at once where
   * somebody does. A process that dies holds it no longer.
   */
  withCaseLock<T>(reference: CaseReference, work: () => Promise<T>): Promise<CaseLocked<T>>;
  /** Not finished, in the order of the events that called for them. */
  waiting(reference: CaseReference): Promise<readonly NoticeRow[]>;
  /** Committed before the mail goes. `finished` when another attempt has finished it meanwhile: send nothing. */
  begin(key: string, at: Instant): Promise<NoticeAttempt | 'finished'>;
  /** An attempt that has ended, or a notice that is finished, is left as it is: the first word stands. */
  end(key: string, result: NoticeResult): Promise<void>;
  /** Every notice of which the case, as far as it is recorded, would learn something (`domain`: `reported`). */
  reports(reference: CaseReference): Promise<readonly MailReport[]>;
  ofCase(reference: CaseReference): Promise<readonly NoticeRow[]>;
}
