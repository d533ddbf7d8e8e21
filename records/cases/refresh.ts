// Writing the projections of one case, whole, so that no row outlives what it was worked out from.

import { sql, type AliasedExpression, type Selectable } from 'kysely';
import type { CaseReference, RapidReview } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { Tables } from '../schema';
import type { CalendarOf } from '../snapshots/calendarCache';
import { project, type Projection } from './project';

/** Rows of a table as one parameter: a case has dozens of obligations with ten columns each. */
const given = <T extends 'case_obligation' | 'case_request' | 'case_meeting'>(
  table: T,
  rows: readonly unknown[],
): AliasedExpression<Selectable<Tables[T]>, 'given'> =>
  sql<
    Selectable<Tables[T]>
  >`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.as('given');

const clear = (database: Database, reference: CaseReference): Promise<unknown> =>
  database
    .with('obligations', (part) => part.deleteFrom('case_obligation').where('reference', '=', reference))
    .with('meetings', (part) => part.deleteFrom('case_meeting').where('reference', '=', reference))
    .deleteFrom('case_request')
    .where('reference', '=', reference)
    .execute();

const write = (database: Database, { list, obligations, requests, meetings }: Projection): Promise<unknown> =>
  database
    .with('obligations', (part) =>
      part
        .insertInto('case_obligation')
        .expression((eb) => eb.selectFrom(given('case_obligation', obligations)).selectAll()),
    )
    .with('requests', (part) =>
      part
        .insertInto('case_request')
        .expression((eb) => eb.selectFrom(given('case_request', requests)).selectAll()),
    )
    .with('meetings', (part) =>
      part
        .insertInto('case_meeting')
        .expression((eb) => eb.selectFrom(given('case_meeting', meetings)).selectAll()),
    )
    .insertInto('case_list')
    .values(list)
    .onConflict((conflict) => conflict.column('reference').doUpdateSet(list))
    .execute();

/** Within the transaction that holds the case. */
export const refreshProjections = async (
  transaction: Database,
  calendarOf: CalendarOf,
  state: RapidReview,
): Promise<void> => {
  if (state.status === 'none') return;
  const projection = project(state, await calendarOf(transaction, state.calendar));
  await clear(transaction, state.reference);
  await write(transaction, projection);
};
