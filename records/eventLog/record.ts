// Recording: events, notices, attached dossier rows, ended acts and projections together or not at all, in turn for each case, with
// the effect of once however often it is asked. It counts on what this process remembers of the case, and begins again from the
// log where that is not so any more.

import { LRUCache } from 'lru-cache';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { NO_PROJECTION, type Projection } from '../cases/project';
import { projectionOf, writingOf } from '../cases/writeProjections';
import type { Database } from '../connect';
import { insertNotices } from '../notices/insertNotices';
import type { CalendarOf } from '../snapshots/calendarCache';
import { appendToChain, holdHead } from './appendToChain';
import { followedBy, headOf, type CaseSoFar, type CasesSoFar } from './casesSoFar';
import type { EventLog, EventsToRecord, OnCommit, RecordedEvent } from './eventLog';
import { rowsOf } from './eventRows';
import { chainStart, hashOf, type ChainHead } from './hashChain';
import { HeadDiffers, HistoryDiverged, RecordsBehind } from './refusals';

/** The events not recorded yet. Those known are compared by their hash, envelope and all. */
const newAmong = (
  reference: CaseReference,
  events: readonly CaseEvent[],
  recorded: readonly RecordedEvent[],
): readonly CaseEvent[] => {
  let next = recorded.length;
  return events.filter((event) => {
    const known = recorded[event.number - 1];
    if (known === undefined) {
      if (event.number !== next + 1) throw new RecordsBehind(reference, next, event.number);
      next = event.number;
      return true;
    }
    const before = event.number === 1 ? chainStart(reference) : (recorded[event.number - 2]?.hash ?? '');
    if (hashOf(before, event) !== known.hash) throw new HistoryDiverged(reference, event.number);
    return false;
  });
};

const belongsTo = ({ reference, events, notices }: EventsToRecord): boolean =>
  notices.every((notice) => notice.reference === reference) &&
  events.every((event) => event.kind !== 'CaseOpened' || event.body.reference === reference);

export interface RecorderParts {
  readonly casesSoFar: CasesSoFar;
  readonly calendarOf: CalendarOf;
  readonly committed: OnCommit;
}

/** What this process has written last of a case: it stands as long as no other process has recorded an event after it. */
interface Written {
  readonly head: ChainHead;
  readonly projection: Projection | undefined;
}

/**
 * So many rows in all, a few hundred bytes each: those of every open case of a great partnership. A change of the calendar goes
 * to all of them in turn, and where one is not known any more, every row of it is written again.
 */
const KEPT_ROWS = 60_000;

const rowsIn = (projection: Projection | undefined): number => {
  const { list, obligations, requests, meetings, shapes } = projection ?? NO_PROJECTION;
  return 1 + list.length + obligations.length + requests.length + meetings.length + shapes.length;
};

/** What stands in the lists, where that is known without asking. */
const standing = (head: ChainHead, before: Written | undefined): Projection | undefined => {
  if (head.number === 0) return NO_PROJECTION;
  return before?.head.hash === head.hash ? before.projection : undefined;
};

/** Whether the events go on where a case ends that is remembered: only the log itself can say whether it does still. */
const goesOn = ({ events }: CaseSoFar, [first]: readonly CaseEvent[]): boolean =>
  first?.number === events.length + 1;

export const createRecorder = (
  database: Database,
  { casesSoFar, calendarOf, committed }: RecorderParts,
): EventLog['record'] => {
  const written = new LRUCache<CaseReference, Written>({
    maxSize: KEPT_ROWS,
    sizeCalculation: ({ projection }) => rowsIn(projection),
  });

  /** Nothing where the chain has gone on, or is another than was read. */
  const write = async (
    { reference, notices, mayHaveGoneAt }: EventsToRecord,
    recorded: CaseSoFar,
    fresh: readonly CaseEvent[],
  ): Promise<ChainHead | undefined> => {
    const before = headOf(reference, recorded);
    const rows = rowsOf(reference, fresh, before.hash);
    const added = fresh.map((event, index) => ({ ...event, hash: rows[index]?.hash ?? '' }));
    const soFar = followedBy(recorded, added);
    const after = headOf(reference, soFar);
    const projection = await projectionOf(database, calendarOf, soFar);
    const { parts: lists, removes } =
      projection === undefined
        ? { parts: [], removes: false }
        : writingOf(reference, projection, standing(before, written.get(reference)));
    const addition = { before, after, rows, lists };
    const done = await (removes || notices.length > 0
      ? database.transaction().execute(async (transaction) => {
          await holdHead(transaction, reference);
          const appended = await appendToChain(transaction, reference, addition);
          if (appended) await insertNotices(transaction, notices, mayHaveGoneAt);
          return appended;
        })
      : appendToChain(database, reference, addition));
    if (!done) return undefined;
    casesSoFar.committed(reference, soFar);
    written.set(reference, { head: after, projection });
    return after;
  };

  return async (input) => {
    const { reference, events, notices } = input;
    if (!belongsTo(input))
      throw new RangeError(`${reference}: an event or a notice of another case was given with it`);
    if (events.length === 0 && notices.length === 0) return undefined;
    const remembered = casesSoFar.remembered(reference);
    let recorded = goesOn(remembered, events) ? remembered : await casesSoFar.of(database, reference);
    for (;;) {
      const fresh = newAmong(reference, events, recorded.events);
      if (fresh.length === 0) {
        await insertNotices(database, notices, input.mayHaveGoneAt);
        return headOf(reference, recorded);
      }
      const head = await write(input, recorded, fresh);
      if (head !== undefined) {
        committed(fresh);
        return head;
      }
      const now = await casesSoFar.of(database, reference);
      if (headOf(reference, now).hash === headOf(reference, recorded).hash) throw new HeadDiffers(reference);
      recorded = now;
    }
  };
};
