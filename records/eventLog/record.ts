// Recording: events, notices, attached dossier rows, ended acts and projections in one transaction, in turn for each case, with
// the effect of once however often it is asked.

import type { Insertable } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { NO_PROJECTION, type Projection } from '../cases/project';
import { projectionOf, writingOf, type Part } from '../cases/writeProjections';
import type { Database } from '../connect';
import { attachRowsOf } from '../dossier/attach';
import { insertNotices } from '../notices/insertNotices';
import { noLongerUnderWay } from '../reservations/noLongerUnderWay';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { CaseEventTable } from '../tables/caseTables';
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

/** The events, and all that changes with them beside the log, in one statement. */
const insertRows = async (
  transaction: Database,
  reference: CaseReference,
  rows: readonly Insertable<CaseEventTable>[],
  { number, hash }: ChainHead,
  lists: readonly Part[],
): Promise<void> => {
  const commandIds = [...new Set(rows.map(({ command_id }) => command_id))];
  const beside = transaction
    .with('head', (part) =>
      part.updateTable('case_head').set({ number, hash }).where('reference', '=', reference),
    )
    .with('attached', (part) => attachRowsOf(part, reference, commandIds))
    .with('ended', (part) => noLongerUnderWay(part, commandIds));
  await lists
    .reduce<Pick<Database, 'with' | 'insertInto'>>(
      (all, list, n) => all.with(`list_${n}`, () => list),
      beside,
    )
    .insertInto('case_event')
    .values(rows)
    .execute();
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

/** As many cases as are acted upon within minutes. */
const KEPT = 300;

/** What stands in the lists, where that is known without asking. */
const standing = (head: ChainHead, before: Written | undefined): Projection | undefined => {
  if (head.number === 0) return NO_PROJECTION;
  return before?.head.hash === head.hash ? before.projection : undefined;
};

export const createRecorder = (
  database: Database,
  { casesSoFar, calendarOf, committed }: RecorderParts,
): EventLog['record'] => {
  const written = new LRUCache<CaseReference, Written>({ max: KEPT });

  const write = async (
    transaction: Database,
    reference: CaseReference,
    before: ChainHead,
    recorded: CaseSoFar,
    fresh: readonly CaseEvent[],
  ): Promise<Written & { readonly soFar: CaseSoFar }> => {
    const rows = rowsOf(reference, fresh, before.hash);
    const added = fresh.map((event, index) => ({ ...event, hash: rows[index]?.hash ?? '' }));
    const head = added.at(-1) ?? before;
    const soFar = followedBy(recorded, added);
    const projection = await projectionOf(transaction, calendarOf, soFar);
    const lists = projection && writingOf(reference, projection, standing(before, written.get(reference)));
    await insertRows(transaction, reference, rows, head, lists ?? []);
    return { head: { number: head.number, hash: head.hash }, projection, soFar };
  };

  return async (input) => {
    const { reference, events, notices } = input;
    if (!belongsTo(input))
      throw new RangeError(`${reference}: an event or a notice of another case was given with it`);
    if (events.length === 0 && notices.length === 0) return undefined;
    const { fresh, head, now } = await database.transaction().execute(async (transaction) => {
      const head = await lockHead(transaction, reference);
      const recorded = await casesSoFar.of(transaction, reference, head);
      const unknown = newAmong(reference, events, recorded.events);
      const now =
        unknown.length === 0 ? undefined : await write(transaction, reference, head, recorded, unknown);
      await insertNotices(transaction, notices);
      return { fresh: unknown, head: now?.head ?? head, now };
    });
    if (now !== undefined) {
      const { soFar, ...left } = now;
      casesSoFar.committed(reference, soFar);
      written.set(reference, left);
    }
    committed(fresh);
    return head;
  };
};
