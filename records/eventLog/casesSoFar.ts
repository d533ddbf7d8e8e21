// Cases as far as this process has read and folded them, so that who comes again reads and folds only what came since. It is a
// shortening and no second truth: an entry counts only as long as the log goes on from its last event, hash and all.

import { LRUCache } from 'lru-cache';
import { fold } from '../../domain/rapidReview/evolve';
import { noCase, type CaseReference, type RapidReview } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { RecordedEvent } from './eventLog';
import { eventRowsOf, recordedOf } from './eventRows';
import { chainStart, type ChainHead } from './hashChain';

export interface CaseSoFar {
  /** All of them, in order. */
  readonly events: readonly RecordedEvent[];
  readonly state: RapidReview;
}

export interface CasesSoFar {
  /** As it was met last, which may be long ago; without an event where it was not met. Asks nobody. */
  remembered(reference: CaseReference): CaseSoFar;
  /** Whoever has just recorded says where its chain stands: what is known up to there is not read again. */
  of(database: Database, reference: CaseReference, head?: ChainHead): Promise<CaseSoFar>;
  /** What this process has just committed it need not read and fold again. */
  committed(reference: CaseReference, now: CaseSoFar): void;
}

/** So many events in all, a kilobyte or two each: some tens of megabytes, whether in a few long cases or many short ones. */
const KEPT_EVENTS = 30_000;

const NOTHING: CaseSoFar = { events: [], state: noCase };

/** Where its chain ends. */
export const headOf = (reference: CaseReference, { events }: CaseSoFar): ChainHead => {
  const { number, hash } = events.at(-1) ?? { number: 0, hash: chainStart(reference) };
  return { number, hash };
};

export const followedBy = ({ events, state }: CaseSoFar, more: readonly RecordedEvent[]): CaseSoFar => ({
  events: [...events, ...more],
  state: fold(more, state),
});

/** Read from the first event. */
export const wholeCase = async (database: Database, reference: CaseReference): Promise<CaseSoFar> =>
  followedBy(NOTHING, (await eventRowsOf(database, reference)).map(recordedOf));

export const createCasesSoFar = (): CasesSoFar => {
  const kept = new LRUCache<CaseReference, CaseSoFar>({
    maxSize: KEPT_EVENTS,
    sizeCalculation: ({ events }) => events.length,
  });
  /** Nothing where it is not known, or the log is not the one that was read: its last event is read again, and shows it. */
  const goneOn: (...asked: Parameters<CasesSoFar['of']>) => Promise<CaseSoFar | undefined> = async (
    database,
    reference,
    head,
  ) => {
    const before = kept.get(reference);
    const last = before?.events.at(-1);
    if (before === undefined || last === undefined) return undefined;
    if (head?.number === last.number && head.hash === last.hash) return before;
    const [known, ...since] = await eventRowsOf(database, reference, last.number);
    if (known?.hash !== last.hash) return undefined;
    return since.length === 0 ? before : followedBy(before, since.map(recordedOf));
  };
  const keep = (reference: CaseReference, now: CaseSoFar): void => {
    if (now.events.length === 0) kept.delete(reference);
    else kept.set(reference, now);
  };
  return {
    remembered: (reference) => kept.get(reference) ?? NOTHING,
    of: async (database, reference, head) => {
      const now = (await goneOn(database, reference, head)) ?? (await wholeCase(database, reference));
      keep(reference, now);
      return now;
    },
    committed: keep,
  };
};
