// A hundred thousand open cases in the records: a thousand that differ, recorded as the engine records them, and each of
// them a hundred times over under other references, as the previews read them.

import { sql } from 'kysely';
import { londonDateOf } from '../../domain/calendar/londonTime';
import type { Instant } from '../../domain/calendar/instant';
import { addWorkingDays, workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../../records/connect';
import { PROJECTIONS } from '../../records/cases/projectionTables';
import type { Records } from '../../records/records';
import { say } from '../comparisonLibraries';
import { whole } from '../rounds';
import { inventedLife } from './inventedLife';

const DIFFERENT = 1000;

/** The whole table again under the years after 3000, so many times. */
const copyTable = async (database: Database, table: string, year: number, times: number): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and column_name <> 'reference' and table_schema = current_schema()
    order by ordinal_position`.execute(database);
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (reference, ${columns})
    select 'RR-' || (3000 + copy) || substr(reference, 8), ${columns}
    from ${sql.table(table)}, generate_series(1, ${times}::integer) as copy
    where reference like ${`RR-${year}-%`}`.execute(database);
};

export const settleTown = async (
  records: Records,
  database: Database,
  cases: number,
  now: Instant,
  year = 2026,
): Promise<WorkingCalendar> => {
  const snapshot = await records.holidays.snapshot(now);
  const calendar = workingCalendar(snapshot);
  say(`- Recording ${DIFFERENT} invented cases`);
  for (let number = 1; number <= DIFFERENT; number += 1) {
    const reference = `RR-${year}-${String(number).padStart(4, '0')}` as CaseReference;
    const events = inventedLife(number, reference, calendar, now);
    await records.events.record({ reference, events, notices: [] });
    if (number % 250 === 0) say(`  ${number}`);
  }
  const copies = cases / DIFFERENT - 1;
  say(`- Copying them to ${whole(cases)}`);
  for (const table of PROJECTIONS) await copyTable(database, table, year, copies);
  await sql`analyze`.execute(database);
  return calendar;
};

/** A working day of the week after next: the one that is proclaimed. */
export const dayToProclaim = (calendar: WorkingCalendar, now: Instant): CivilDate =>
  addWorkingDays(calendar, londonDateOf(calendar, now), 6);
