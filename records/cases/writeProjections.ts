// Writing the projections of one case, as if whole: no row outlives what it was worked out from, and none is touched that is
// what it should be. What stood before is the caller's word, where it has one.

import { sql, type RawBuilder } from 'kysely';
import { firstDates } from '../../domain/rapidReview/firstDates';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { CaseSoFar } from '../eventLog/casesSoFar';
import type { CalendarOf } from '../snapshots/calendarCache';
import { calendarsCountedWith } from '../snapshots/calendarsCountedWith';
import { project, type Projection } from './project';
import { PROJECTION_KEYS, type ProjectionTable } from './projectionTables';

type NoRow = Record<string, never>;
/** A part of a statement, in parentheses. */
export type Part = RawBuilder<NoRow>;

/** What the parts rest on: the statement has a part `head`, and changes nothing where that has no row. */
export const HELD = sql<boolean>`exists (select from head)`;

type ShapedRow = Partial<Projection['list'][number] | Projection['requests'][number]>;

/** The rows of a case in a table: those that it has, and of them those to be written. */
interface Kept {
  readonly table: ProjectionTable;
  readonly rows: readonly object[];
  readonly differing: readonly object[];
  /** Whether it may have rows there that it has no longer. */
  readonly outlived: boolean;
}

const columns = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));

/** Rows of a table as one parameter: a case has dozens of obligations with ten columns each. */
const given = (table: ProjectionTable | 'case_shape', rows: readonly unknown[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;

/** Inserted or corrected where they differ: most acts change a row or two of dozens. */
const upserted = ({ table, differing }: Kept): RawBuilder<unknown> => {
  const key: readonly string[] = PROJECTION_KEYS[table];
  const others = Object.keys(differing[0] ?? {}).filter((column) => !key.includes(column));
  const set = others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`
    insert into ${sql.table(table)} select * from ${given(table, differing)} where ${HELD}
    on conflict (${columns(key)}) do update set ${sql.join(set)}
    where ${sql.table(table)}.* is distinct from excluded.*`;
};

/** Rows that the case has no longer. */
const outlived = (reference: CaseReference, { table, rows }: Kept): RawBuilder<unknown> => {
  const key = columns(PROJECTION_KEYS[table]);
  return sql`
    delete from ${sql.table(table)}
    where ${HELD} and reference = ${reference} and (${key}) not in (select ${key} from ${given(table, rows)})`;
};

/** `before` is what stands in the table; where it is not known, every row may differ. */
const keptIn = (
  table: ProjectionTable,
  rows: readonly object[],
  before: readonly object[] | undefined,
): Kept => {
  if (before === undefined) return { table, rows, differing: rows, outlived: true };
  const key: readonly string[] = PROJECTION_KEYS[table];
  const keyOf = (row: object): string =>
    JSON.stringify(key.map((column) => (row as Record<string, unknown>)[column]));
  const written = new Set(before.map((row) => JSON.stringify(row)));
  const keys = new Set(rows.map(keyOf));
  return {
    table,
    rows,
    differing: rows.filter((row) => !written.has(JSON.stringify(row))),
    outlived: before.some((row) => !keys.has(keyOf(row))),
  };
};

export interface Writing {
  readonly parts: readonly Part[];
  /** Rows go: a statement that waits for somebody else must have begun after them, or it does not see what they wrote. */
  readonly removes: boolean;
}

/**
 * What a statement does to make them stand, with whatever else it does. Its parts do not see each other: no row is in two of
 * them. `before` is what was written last, where the caller knows that it still stands.
 */
export const writingOf = (
  reference: CaseReference,
  { list, obligations, requests, meetings, shapes }: Projection,
  before?: Projection,
): Writing => {
  const kept: readonly Kept[] = [
    keptIn('case_list', list, before?.list),
    keptIn('case_obligation', obligations, before?.obligations),
    keptIn('case_request', requests, before?.requests),
    keptIn('case_meeting', meetings, before?.meetings),
  ];
  // Whatever was written before: a body that no row named may be gone by now.
  const ofRows = new Set(kept.flatMap(({ differing }) => differing.map((row) => (row as ShapedRow).shape)));
  const newShapes = shapes.filter(({ id }) => ofRows.has(id));
  const parts = [
    ...(newShapes.length === 0
      ? []
      : [
          sql`
            insert into case_shape select * from ${given('case_shape', newShapes)} where ${HELD}
            on conflict (id) do nothing`,
        ]),
    ...kept.filter(({ differing }) => differing.length > 0).map(upserted),
    ...kept.filter((each) => each.outlived).map((each) => outlived(reference, each)),
  ];
  return { parts: parts.map((part) => sql<NoRow>`(${part})`), removes: kept.some((each) => each.outlived) };
};

/** What the lists should show of a case; nothing where there is none. */
export const projectionOf = async (
  database: Database,
  calendarOf: CalendarOf,
  { events, state }: CaseSoFar,
): Promise<Projection | undefined> => {
  if (state.status === 'none') return undefined;
  const known = await calendarsCountedWith(database, calendarOf, events);
  const openedAt = events[0]?.at ?? state.lastEventAt;
  return project(state, known(state.calendar), { firstDue: firstDates(events, known), openedAt });
};
