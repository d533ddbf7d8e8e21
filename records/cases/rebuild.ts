// Dropping and rebuilding the projections from the events, case by case, while writes go on; and their canonical
// text, by which two states of them are compared.

import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { eventRowsOf, recordedOf } from '../eventLog/eventRows';
import { canonicalText } from '../eventLog/hashChain';
import type { CalendarOf } from '../snapshots/calendarCache';
import { refreshProjections } from './refresh';

const PROJECTIONS = ['case_list', 'case_obligation', 'case_request', 'case_meeting'] as const;

const dropProjections = async (database: Database, reference: CaseReference): Promise<void> => {
  for (const table of PROJECTIONS)
    await database.deleteFrom(table).where('reference', '=', reference).execute();
};

/** Rows of cases that have no event: they rest on nothing. */
const dropStrays = async (database: Database): Promise<void> => {
  for (const table of PROJECTIONS) {
    await database
      .deleteFrom(table)
      .where('reference', 'not in', database.selectFrom('case_event').select('reference'))
      .execute();
  }
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

const rebuildCase = (database: Database, calendarOf: CalendarOf, reference: CaseReference): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    // Recording waits for the same row, so no event slips in between reading and writing.
    await transaction
      .selectFrom('case_head')
      .select('number')
      .where('reference', '=', reference)
      .forUpdate()
      .executeTakeFirst();
    const events = (await eventRowsOf(transaction, reference)).map(recordedOf);
    await dropProjections(transaction, reference);
    await refreshProjections(transaction, calendarOf, events);
  });

export const rebuildAll = async (
  database: Database,
  calendarOf: CalendarOf,
  progress?: (done: number, of: number) => void,
): Promise<number> => {
  await dropStrays(database);
  const cases = await database
    .selectFrom('case_event')
    .select('reference')
    .distinct()
    .orderBy('reference')
    .execute();
  for (const [index, { reference }] of cases.entries()) {
    await rebuildCase(database, calendarOf, reference);
    progress?.(index + 1, cases.length);
  }
  await dropUnusedShapes(database);
  return cases.length;
};

/** One line a row, in the order of its key. */
export const dumpProjections = async (database: Database): Promise<string> => {
  const list = await database.selectFrom('case_list').selectAll().orderBy('reference').execute();
  const obligations = await database
    .selectFrom('case_obligation')
    .selectAll()
    .orderBy('reference')
    .orderBy('key')
    .execute();
  const requests = await database
    .selectFrom('case_request')
    .selectAll()
    .orderBy('reference')
    .orderBy('agency')
    .execute();
  const meetings = await database.selectFrom('case_meeting').selectAll().orderBy('reference').execute();
  return [
    ...list.map((row) => `case_list ${canonicalText(row)}\n`),
    ...obligations.map((row) => `case_obligation ${canonicalText(row)}\n`),
    ...requests.map((row) => `case_request ${canonicalText(row)}\n`),
    ...meetings.map((row) => `case_meeting ${canonicalText(row)}\n`),
  ].join('');
};
