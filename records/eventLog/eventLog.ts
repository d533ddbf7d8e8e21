// What the event log promises: append-only, complete, each event chained to the one before by its hash. The
// errors by which it refuses are in `refusals.ts`.

import type { Instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Notice } from '../../domain/rapidReview/notices';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ChainHead } from './hashChain';

export type { ChainHead } from './hashChain';

/** SHA-256 over the hash before and the canonical JSON of the event, in hexadecimal. */
export type RecordedEvent = CaseEvent & { readonly hash: string };

export interface EventsToRecord {
  readonly reference: CaseReference;
  /** In order, without a gap among themselves. */
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
  /** Each of the notices may have gone before it is entered: an attempt from that time, without a known end, is entered with it. */
  readonly mayHaveGoneAt?: Instant;
}

/** Hears of events right after they are committed, of each once; of what was recorded before, it hears nothing. */
export type OnCommit = (events: readonly CaseEvent[]) => void;

export interface EventLog {
  /**
   * Commits in one transaction: the events, the notices (known keys are passed over), the dossier rows written
   * under the events' commands (they are attached), that their acts are under way no longer, and the projections of the case. Calling it again with the
   * same is without effect, also at the same moment.
   *
   * Answers where the chain of the case stands then; nothing where there was nothing to record.
   *
   * Throws `HistoryDiverged` when a number is recorded already with another content, `RecordsBehind` when
   * events before the first one given are not there, `HeadDiffers` when the log does not end where its chain does,
   * `CalendarNotRecorded` when the snapshot that the case counts with was not `put`. Then nothing is changed.
   */
  record(input: EventsToRecord): Promise<ChainHead | undefined>;
  ofCase(reference: CaseReference): Promise<readonly RecordedEvent[]>;
  /** Number of the last recorded event; 0 when there is none. */
  version(reference: CaseReference): Promise<number>;
  /** Where its chain stands once it has that version; nothing where it has not within the time. */
  waitForVersion(
    reference: CaseReference,
    version: number,
    milliseconds: number,
  ): Promise<ChainHead | undefined>;
}
