// Writing the projections of one case, as if whole: no row outlives what it was worked out from, and none is touched that is
// what it should be.

import { sql, type RawBuilder } from 'kysely';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import { firstDates } from '../../domain/rapidReview/firstDates';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { CalendarOf } from '../snapshots/calendarCache';
import { project, type Projection } from './project';
import { PROJECTION_KEYS, type ProjectionTable } from './projectionTables';

interface Kept {
  readonly table: ProjectionTable;
  readonly rows: readonly object[];
}

const columns = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));

/** Rows of a table as one parameter: a case has dozens of obligations with ten columns each. */
const given = (table: ProjectionTable | 'case_shape', rows: readonly unknown[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;

/** Inserted or corrected where they differ: most acts change a row or two of dozens. */
const upserted = ({ table, rows }: Kept): RawBuilder<unknown> => {
  const key: readonly string[] = PROJECTION_KEYS[table];
  const others = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  const set = others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`
    insert into ${sql.table(table)} select * from ${given(table, rows)}
    on conflict (${columns(key)}) do update set ${sql.join(set)}
    where ${sql.table(table)}.* is distinct from excluded.*`;
};

/** Rows that the case has no longer. */
const outlived = (reference: CaseReference, { table, rows }: Kept): RawBuilder<unknown> => {
  const key = columns(PROJECTION_KEYS[table]);
  return sql`
    delete from ${sql.table(table)}
    where reference = ${reference} and (${key}) not in (select ${key} from ${given(table, rows)})`;
};

/** In one statement, whose parts do not see each other: no row is in two of them. */
const write = async (
  database: Database,
  reference: CaseReference,
  { list, obligations, requests, meetings, shapes }: Projection,
): Promise<void> => {
  const kept: readonly Kept[] = [
    { table: 'case_list', rows: [list] },
    { table: 'case_obligation', rows: obligations },
    { table: 'case_request', rows: requests },
    { table: 'case_meeting', rows: meetings },
  ];
  const parts = [
    sql`insert into case_shape select * from ${given('case_shape', shapes)} on conflict (id) do nothing`,
    ...kept.filter(({ rows }) => rows.length > 0).map(upserted),
    ...kept.map((each) => outlived(reference, each)),
  ];
  const named = parts.map((part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`);
  await sql`with ${sql.join(named)} select 1`.execute(database);
};

/** Within the transaction that holds the case. */
export const refreshProjections = async (
  transaction: Database,
  calendarOf: CalendarOf,
  events: readonly CaseEvent[],
): Promise<void> => {
  const state = fold(events);
  if (state.status === 'none') return;
  const calendar = await calendarOf(transaction, state.calendar);
  const openedAt = events[0]?.at ?? state.lastEventAt;
  const projection = project(state, calendar, { firstDue: firstDates(events), openedAt });
  await write(transaction, state.reference, projection);
};
