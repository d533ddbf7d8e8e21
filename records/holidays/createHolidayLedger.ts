// The ledger of bank holidays over PostgreSQL, put together from its parts: every addition in its turn, judged on the
// facts as they then are.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { FactDraft, Ledger } from '../../domain/holidayLedger/ledger';
import { faultOf, newDays } from '../../domain/holidayLedger/reading';
import { standing } from '../../domain/holidayLedger/standing';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedLists } from '../../platform/holidays/shippedLists';
import { snapshotOf } from '../../platform/holidays/snapshot';
import type { Database } from '../connect';
import { takeTurn } from '../counter';
import { recordInTurn } from '../recordInTurn';
import type { Snapshots } from '../snapshots/snapshots';
import { factOfCommand, factRows, insertFact, lastFactNumber, LEDGER_TURN, textsOf } from './factRows';
import type { FactToRecord, HolidayLedger, ReadingRow, ReadingToTake } from './holidayLedger';
import { insertReading, lastTaken, readingRows } from './readingRows';

/** Recorded by no person: read from a list. */
const ENGINE = 'engine';

const take = async (
  transaction: Database,
  ring: KeyRing,
  { name, reading, at }: ReadingToTake,
  drafts: readonly FactDraft[],
  recordedAt: Instant,
): Promise<ReadingRow> => {
  for (const draft of drafts) await insertFact(transaction, ring, { draft, by: ENGINE, at: recordedAt });
  return insertReading(transaction, {
    source: reading.source.kind,
    name,
    readAt: at,
    outcome: 'taken',
    days: reading.days,
    added: drafts.map(({ date }) => date),
  });
};

export const createHolidayLedger = (
  database: Database,
  ring: KeyRing,
  snapshots: Pick<Snapshots, 'put'>,
): HolidayLedger => {
  let shippedTaken: CivilDate | undefined;
  let made: { readonly facts: number; readonly snapshot: CalendarSnapshot } | undefined;

  const inTurn = <T>(work: (transaction: Database, ledger: Ledger) => Promise<T>): Promise<T> =>
    database.transaction().execute(async (transaction) => {
      await takeTurn(transaction, LEDGER_TURN);
      return work(transaction, await factRows(transaction));
    });

  /** Once a process and day: the library is asked for one more year when the official list nears its end. */
  const takeShippedLists = async (at: Instant): Promise<void> => {
    const today = londonDayAt(at);
    if (shippedTaken === today) return;
    await inTurn(async (transaction) => {
      for (const { name, reading, readAt, knownSince } of shippedLists(today, at)) {
        const source = reading.source.kind;
        const last = await lastTaken(transaction, source);
        const drafts = newDays(await factRows(transaction), reading, knownSince);
        // The feed may have been read since this version was made: it knows more.
        const overtaken = source === 'govUk' && last !== undefined && last.readAt >= readAt;
        if (overtaken || (last?.name === name && drafts.length === 0)) continue;
        await take(transaction, ring, { name, reading, at: readAt }, drafts, at);
      }
    });
    shippedTaken = today;
  };

  return {
    facts: () => factRows(database),
    textsOf: (numbers) => textsOf(database, ring, numbers),
    record: (commandId, judge) =>
      recordInTurn(
        database,
        {
          turn: LEDGER_TURN,
          known: factRows,
          changeUnder: factOfCommand,
          insert: (transaction, under, fact: FactToRecord) =>
            insertFact(transaction, ring, { ...fact, ...under }),
        },
        { commandId },
        judge,
      ),
    takeReading: (reading) =>
      inTurn(async (transaction, ledger) => {
        const today = londonDayAt(reading.at);
        const fault = faultOf(ledger, reading.reading, today);
        if (fault === undefined) {
          const drafts = newDays(ledger, reading.reading, () => today);
          return take(transaction, ring, reading, drafts, reading.at);
        }
        return insertReading(transaction, {
          source: reading.reading.source.kind,
          name: reading.name,
          readAt: reading.at,
          outcome: 'refused',
          fault,
          days: reading.reading.days,
          added: [],
        });
      }),
    noteFailure: ({ name, source, at, fault }) =>
      inTurn((transaction) =>
        insertReading(transaction, {
          source,
          name,
          readAt: at,
          outcome: 'refused',
          fault,
          days: [],
          added: [],
        }),
      ),
    takeShippedLists,
    readings: (limit) => readingRows(database, limit),
    lastTaken: (source) => lastTaken(database, source),
    snapshot: async (at) => {
      await takeShippedLists(at);
      const facts = await lastFactNumber(database);
      if (made?.facts === facts) return made.snapshot;
      const snapshot = snapshotOf(standing(await factRows(database)));
      await snapshots.put(snapshot, facts);
      made = { facts, snapshot };
      return snapshot;
    },
  };
};
