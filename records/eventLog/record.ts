// Recording: events, notices, attached dossier rows and projections in one transaction, in turn for each case, with
// the effect of once however often it is asked.

import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { refreshProjections } from '../cases/refresh';
import type { Database } from '../connect';
import { attachRowsOf } from '../dossier/attach';
import { insertNotices } from '../notices/insertNotices';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { EventsToRecord, RecordedEvent } from './eventLog';
import { eventRowsOf, recordedOf, rowsOf } from './eventRows';
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
): Promise<void> => {
  const rows = rowsOf(reference, events, head.hash);
  const { number, hash } = rows.at(-1) ?? head;
  await transaction
    .with('head', (part) =>
      part.updateTable('case_head').set({ number, hash }).where('reference', '=', reference),
    )
    .with('attached', (part) =>
      attachRowsOf(
        part,
        reference,
        events.map(({ commandId }) => commandId),
      ),
    )
    .insertInto('case_event')
    .values(rows)
    .execute();
};

const belongsTo = ({ reference, events, notices }: EventsToRecord): boolean =>
  notices.every((notice) => notice.reference === reference) &&
  events.every((event) => event.kind !== 'CaseOpened' || event.body.reference === reference);

/** Answers those that were not recorded before. */
export const recordEvents = async (
  database: Database,
  calendarOf: CalendarOf,
  input: EventsToRecord,
): Promise<readonly CaseEvent[]> => {
  const { reference, events, notices } = input;
  if (!belongsTo(input))
    throw new RangeError(`${reference}: an event or a notice of another case was given with it`);
  if (events.length === 0 && notices.length === 0) return [];
  return database.transaction().execute(async (transaction) => {
    const head = await lockHead(transaction, reference);
    const recorded = (await eventRowsOf(transaction, reference)).map(recordedOf);
    const fresh = newAmong(reference, events, recorded);
    if (fresh.length > 0) {
      await insertEvents(transaction, reference, fresh, head);
      await refreshProjections(transaction, calendarOf, [...recorded, ...fresh]);
    }
    await insertNotices(transaction, notices);
    return fresh;
  });
};
