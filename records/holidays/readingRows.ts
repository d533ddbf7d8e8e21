// Readings of the lists over PostgreSQL. A daily reading that lists the same days as the one before names that one
// and does not store them again.

import { sql } from 'kysely';
import type { Database } from '../connect';
import { nextNumber } from '../counter';
import type { ReadingRow } from './holidayLedger';

const COUNTER = 'holiday-reading';

const query = (database: Database) =>
  database
    .selectFrom('holiday_reading as reading')
    .leftJoin('holiday_reading as same', 'same.number', 'reading.same_as')
    .select([
      'reading.number',
      'reading.source',
      'reading.name',
      'reading.read_at as readAt',
      'reading.outcome',
      'reading.fault',
      'reading.days',
      'same.days as sameDays',
      sql<number>`coalesce(reading.same_as, reading.number)`.as('days_in'),
      'reading.added',
    ])
    .orderBy('reading.number', 'desc');

type Found = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

const readingOf = ({
  number,
  source,
  name,
  readAt,
  outcome,
  fault,
  days,
  sameDays,
  added,
}: Found): ReadingRow => ({
  number,
  source,
  name,
  readAt,
  outcome,
  ...(fault === null ? {} : { fault }),
  days: days ?? sameDays ?? [],
  added,
});

export const readingRows = async (database: Database, limit: number): Promise<readonly ReadingRow[]> =>
  (await query(database).limit(limit).execute()).map(readingOf);

const lastTakenRow = (database: Database, source: ReadingRow['source']): Promise<Found | undefined> =>
  query(database)
    .where('reading.source', '=', source)
    .where('reading.outcome', '=', 'taken')
    .limit(1)
    .executeTakeFirst();

export const lastTaken = async (
  database: Database,
  source: ReadingRow['source'],
): Promise<ReadingRow | undefined> => {
  const found = await lastTakenRow(database, source);
  return found === undefined ? undefined : readingOf(found);
};

/** Within the turn of the ledger. */
export const insertReading = async (
  transaction: Database,
  reading: Omit<ReadingRow, 'number'>,
): Promise<ReadingRow> => {
  const { source, name, readAt, outcome, fault, days, added } = reading;
  const number = await nextNumber(transaction, COUNTER);
  const last = outcome === 'taken' ? await lastTakenRow(transaction, source) : undefined;
  const written = JSON.stringify(days.map(({ date, title }) => ({ date, title })));
  const same = last !== undefined && JSON.stringify(readingOf(last).days) === written;
  await transaction
    .insertInto('holiday_reading')
    .values({
      number,
      source,
      name,
      read_at: readAt,
      outcome,
      fault: fault === undefined ? null : JSON.stringify(fault),
      days: same ? null : written,
      same_as: same ? last.days_in : null,
      added: [...added],
    })
    .execute();
  return { ...reading, number };
};
