// What happened to a recorded case, in order, each with the workflow's instant at which it was decided: commands
// asked, mail reports heard, and the moments at which a timer woke it.

import type { Instant } from '../../domain/calendar/instant';
import type { Command } from '../../domain/rapidReview/commands';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { MailReport } from '../../domain/rapidReview/mailReport';

export type Act =
  | { readonly kind: 'asked'; readonly at: Instant; readonly command: Command }
  | { readonly kind: 'heard'; readonly at: Instant; readonly reports: readonly MailReport[] }
  | { readonly kind: 'woke'; readonly at: Instant };

/** What lies beside a committed history, in `<story>.events.json`. */
export interface CommittedStory {
  readonly story: string;
  /** What it is about, in a sentence. */
  readonly about: string;
  /** The files of its runs: more than one where it continued as new. */
  readonly runs: readonly string[];
  /** Version of the calendar snapshot; the snapshot itself is in the history, with the opening. */
  readonly calendar: string;
  /** As far as time had gone when the recording ended. */
  readonly until: Instant;
  readonly acts: readonly Act[];
  readonly events: readonly CaseEvent[];
}
