// Cases as far as this process has read and folded them, so that who comes again reads and folds only what came since. It is a
// shortening and no second truth: an entry counts only as long as the log goes on from its last event, hash and all.

import { LRUCache } from 'lru-cache';
import { fold } from '../../domain/rapidReview/evolve';
import { noCase, type CaseReference, type RapidReview } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { RecordedEvent } from './eventLog';
import { eventRowsOf, recordedOf } from './eventRows';

export interface CaseSoFar {
  /** All of them, in order. */
  readonly events: readonly RecordedEvent[];
  readonly state: RapidReview;
}

/** The connection is the caller's; what its own transaction has not committed must not be read by it. */
export type CasesSoFar = (database: Database, reference: CaseReference) => Promise<CaseSoFar>;

/** So many events in all, a kilobyte or two each: some tens of megabytes, whether in a few long cases or many short ones. */
const KEPT_EVENTS = 30_000;

const NOTHING: CaseSoFar = { events: [], state: noCase };

export const followedBy = ({ events, state }: CaseSoFar, more: readonly RecordedEvent[]): CaseSoFar => ({
  events: [...events, ...more],
  state: fold(more, state),
});

/** Read from the first event. */
export const wholeCase: CasesSoFar = async (database, reference) =>
  followedBy(NOTHING, (await eventRowsOf(database, reference)).map(recordedOf));

export const createCasesSoFar = (): CasesSoFar => {
  const kept = new LRUCache<CaseReference, CaseSoFar>({
    ...{ maxSize: KEPT_EVENTS, sizeCalculation: ({ events }) => events.length },
  });
  return async (database, reference) => {
    const before = kept.get(reference) ?? NOTHING;
    const last = before.events.at(-1);
    // With the last one that is known: it shows whether the log is still the one that was read.
    const rows = await eventRowsOf(database, reference, last?.number);
    const goesOn = last === undefined || rows[0]?.hash === last.hash;
    if (goesOn && last !== undefined && rows.length === 1) return before;
    const now = goesOn
      ? followedBy(before, rows.slice(last === undefined ? 0 : 1).map(recordedOf))
      : await wholeCase(database, reference);
    if (now.events.length === 0) kept.delete(reference);
    else kept.set(reference, now);
    return now;
  };
};
