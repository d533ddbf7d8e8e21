// Recording: events, notices, attached dossier rows, ended acts and projections in one transaction, in turn for each case, with
// the effect of once however often it is asked.

import { LRUCache } from 'lru-cache';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { NO_PROJECTION, type Projection } from '../cases/project';
import { refreshProjections } from '../cases/refresh';
import type { Database } from '../connect';
import { attachRowsOf } from '../dossier/attach';
import { insertNotices } from '../notices/insertNotices';
import { noLongerUnderWay } from '../reservations/noLongerUnderWay';
import type { CalendarOf } from '../snapshots/calendarCache';
import { followedBy, type CaseSoFar, type CasesSoFar } from './casesSoFar';
import type { EventLog, EventsToRecord, OnCommit, RecordedEvent } from './eventLog';
import { rowsOf } from './eventRows';
import { chainStart, hashOf, type ChainHead } from './hashChain';
import { HistoryDiverged, RecordsBehind } from './refusals';

/** Locks the case until the transaction ends, and answers where its chain stands: in one statement. */
const lockHead = async (database: Database, reference: CaseReference): Promise<ChainHead> =>
  database
    .insertInto('case_head')
    .values({ reference, number: 0, hash: chainStart(reference) })
    .onConflict((conflict) =>
      conflict.column('reference').doUpdateSet((eb) => ({ reference: eb.ref('excluded.reference') })),
    )
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow();

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

const insertEvents = async (
  transaction: Database,
  reference: CaseReference,
  events: readonly CaseEvent[],
  head: ChainHead,
): Promise<readonly RecordedEvent[]> => {
  const rows = rowsOf(reference, events, head.hash);
  const { number, hash } = rows.at(-1) ?? head;
  const commandIds = [...new Set(events.map(({ commandId }) => commandId))];
  await transaction
    .with('head', (part) =>
      part.updateTable('case_head').set({ number, hash }).where('reference', '=', reference),
    )
    .with('attached', (part) => attachRowsOf(part, reference, commandIds))
    .with('ended', (part) => noLongerUnderWay(part, commandIds))
    .insertInto('case_event')
    .values(rows)
    .execute();
  return events.map((event, index) => ({ ...event, hash: rows[index]?.hash ?? '' }));
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
  readonly hash: string;
  readonly projection: Projection | undefined;
}

interface Recorded extends Written {
  readonly soFar: CaseSoFar;
}

/** As many cases as are acted upon within minutes. */
const KEPT = 300;

/** What stands in the lists, where that is known without asking. */
const standing = (head: ChainHead, before: Written | undefined): Projection | undefined => {
  if (head.number === 0) return NO_PROJECTION;
  return before?.hash === head.hash ? before.projection : undefined;
};

export const createRecorder = (
  database: Database,
  { casesSoFar, calendarOf, committed }: RecorderParts,
): EventLog['record'] => {
  const written = new LRUCache<CaseReference, Written>({ max: KEPT });
  return async (input) => {
    const { reference, events, notices } = input;
    if (!belongsTo(input))
      throw new RangeError(`${reference}: an event or a notice of another case was given with it`);
    if (events.length === 0 && notices.length === 0) return;
    const { fresh, now } = await database.transaction().execute(async (transaction) => {
      const head = await lockHead(transaction, reference);
      const recorded = await casesSoFar.of(transaction, reference, head);
      const unknown = newAmong(reference, events, recorded.events);
      let last: Recorded | undefined;
      if (unknown.length > 0) {
        const added = await insertEvents(transaction, reference, unknown, head);
        const soFar = followedBy(recorded, added);
        const before = standing(head, written.get(reference));
        const projection = await refreshProjections(transaction, calendarOf, soFar, before);
        last = { hash: added.at(-1)?.hash ?? head.hash, projection, soFar };
      }
      await insertNotices(transaction, notices);
      return { fresh: unknown, now: last };
    });
    if (now !== undefined) {
      const { soFar, ...left } = now;
      casesSoFar.committed(reference, soFar);
      written.set(reference, left);
    }
    committed(fresh);
  };
};
