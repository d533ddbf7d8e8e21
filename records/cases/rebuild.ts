// Dropping and rebuilding the projections from the events, case by case, while writes go on; and finding the cases whose
// projections are not what a rebuild would give.

import { sql, type RawBuilder } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { holdHead } from '../eventLog/appendToChain';
import { wholeCase } from '../eventLog/casesSoFar';
import type { CalendarOf } from '../snapshots/calendarCache';
import { dumpOf } from './dump';
import { PROJECTIONS, type ProjectionTable } from './projectionTables';
import { referencesInRecords } from './referencesInRecords';
import { projectionOf, writingOf } from './writeProjections';

const dropProjections = async (database: Database, reference: CaseReference): Promise<void> => {
  for (const table of PROJECTIONS)
    await database.deleteFrom(table).where('reference', '=', reference).execute();
};

/**
 * Of rows of cases that have no event: they rest on nothing. By `not exists`, which is one pass over both: for `not in`, PostgreSQL reads a
 * log that does not fit its working memory anew for each row.
 */
export const isStray = (table: ProjectionTable): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from case_event where case_event.reference = ${sql.ref(`${table}.reference`)})`;

export const dropStrays = async (database: Database): Promise<void> => {
  for (const table of PROJECTIONS) await database.deleteFrom(table).where(isStray(table)).execute();
};

/** Bodies that no row names any more. */
const dropUnusedShapes = (database: Database): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    // Whoever is recording now, and counts on a body that is there, is waited for.
    await sql`lock table case_shape in exclusive mode`.execute(transaction);
    await sql`
      delete from case_shape where not exists (
        select 1 from case_list where case_list.shape = case_shape.id
        union all
        select 1 from case_request where case_request.shape = case_shape.id
      )`.execute(transaction);
  });

/** Within a transaction that holds the case: recording waits for the same, so no event slips in between reading and writing. */
const rebuildCase = async (
  transaction: Database,
  calendarOf: CalendarOf,
  reference: CaseReference,
): Promise<void> => {
  const whole = await wholeCase(transaction, reference);
  await dropProjections(transaction, reference);
  const projection = await projectionOf(transaction, calendarOf, whole);
  if (projection === undefined) return;
  const { parts } = writingOf(reference, projection);
  const named = parts.map((part, n) => sql`${sql.ref(`part_${n}`)} as ${part}`);
  // A row without columns: the case is held.
  await sql`with head as (select), ${sql.join(named)} select`.execute(transaction);
};

export const rebuildAll = async (
  database: Database,
  calendarOf: CalendarOf,
  progress?: (done: number, of: number) => void,
  spared: ReadonlySet<CaseReference> = new Set(),
): Promise<number> => {
  const cases = (await referencesInRecords(database)).filter((reference) => !spared.has(reference));
  for (const [index, reference] of cases.entries()) {
    await database.transaction().execute(async (transaction) => {
      await holdHead(transaction, reference);
      await rebuildCase(transaction, calendarOf, reference);
    });
    progress?.(index + 1, cases.length);
  }
  await dropUnusedShapes(database);
  return cases.length;
};

/** Nothing stays of it: the transaction is taken back. */
const isStale = async (
  database: Database,
  calendarOf: CalendarOf,
  reference: CaseReference,
): Promise<boolean> => {
  const transaction = await database.startTransaction().execute();
  try {
    // Held from before it is read: what is recorded meanwhile would look stale.
    await holdHead(transaction, reference);
    const before = await dumpOf(transaction, reference);
    await rebuildCase(transaction, calendarOf, reference);
    return (await dumpOf(transaction, reference)) !== before;
  } finally {
    await transaction.rollback().execute();
  }
};

export const straysOf = async (database: Database): Promise<readonly CaseReference[]> => {
  const strays = new Set<CaseReference>();
  for (const table of PROJECTIONS) {
    const rows = await database
      .selectFrom(table)
      .select('reference')
      .distinct()
      .where(isStray(table))
      .execute();
    for (const { reference } of rows) strays.add(reference);
  }
  return [...strays];
};

/** The cases whose projections differ by a byte from what their events give. Changes nothing. */
export const staleProjections = async (
  database: Database,
  calendarOf: CalendarOf,
  progress?: (done: number, of: number) => void,
): Promise<{ readonly cases: number; readonly stale: readonly CaseReference[] }> => {
  const stale = [...(await straysOf(database))];
  const cases = await referencesInRecords(database);
  for (const [index, reference] of cases.entries()) {
    if (await isStale(database, calendarOf, reference)) stale.push(reference);
    progress?.(index + 1, cases.length);
  }
  return { cases: cases.length, stale: stale.sort() };
};
