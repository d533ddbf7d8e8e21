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

/** Rows of a table as one parameter: a case has dozens of obligations with ten columns each. */
const given = (table: Kept['table'] | 'case_shape', rows: readonly unknown[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;

/** Every column but those of the key, from the row that was given. */
const others = (row: object | undefined, key: readonly string[]): readonly string[] =>
  Object.keys(row ?? {}).filter((column) => !key.includes(column));

interface Kept {
  readonly table: 'case_obligation' | 'case_request' | 'case_meeting';
  /** Beside the reference. */
  readonly key?: 'key' | 'agency';
  readonly rows: readonly object[];
}

/** Inserted or corrected where they differ: most acts change a row or two of dozens. */
const upserted = ({ table, key, rows }: Kept): RawBuilder<unknown> => {
  const columns = key === undefined ? ['reference'] : ['reference', key];
  const set = others(rows[0], columns).map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
  );
  return sql`
    insert into ${sql.table(table)} select * from ${given(table, rows)}
    on conflict (${sql.join(columns.map((column) => sql.ref(column)))}) do update set ${sql.join(set)}
    where ${sql.table(table)}.* is distinct from excluded.*`;
};

/** Rows that the case has no longer. */
const outlived = (reference: CaseReference, { table, key, rows }: Kept): RawBuilder<unknown> => {
  const still =
    key === undefined
      ? sql``
      : sql` and ${sql.ref(key)} not in (select ${sql.ref(key)} from ${given(table, rows)})`;
  return sql`delete from ${sql.table(table)} where reference = ${reference}${still}`;
};

/** What the database makes of it in one statement, whose parts do not see each other: no row is in two of them. */
const write = async (
  database: Database,
  reference: CaseReference,
  { list, obligations, requests, meetings, shapes }: Projection,
): Promise<void> => {
  const kept: readonly Kept[] = [
    { table: 'case_obligation', key: 'key', rows: obligations },
    { table: 'case_request', key: 'agency', rows: requests },
    { table: 'case_meeting', rows: meetings },
  ];
  const parts = kept.flatMap((each) => [
    ...(each.rows.length === 0 ? [] : [upserted(each)]),
    ...(each.key === undefined && each.rows.length > 0 ? [] : [outlived(reference, each)]),
  ]);
  const shaped = sql`insert into case_shape select * from ${given('case_shape', shapes)} on conflict (id) do nothing`;
  const named = [...(shapes.length === 0 ? [] : [shaped]), ...parts].map(
    (part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`,
  );
  const columns = Object.keys(list);
  const values = Object.values(list) as readonly unknown[];
  const set = others(list, ['reference']).map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
  );
  await sql`
    with ${sql.join(named)}
    insert into case_list (${sql.join(columns.map((column) => sql.ref(column)))}) values (${sql.join(values)})
    on conflict (reference) do update set ${sql.join(set)}`.execute(database);
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
