// Writing the projections of one case, whole, so that no row outlives what it was worked out from.

import { sql, type AliasedExpression, type Selectable } from 'kysely';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import { firstDates } from '../../domain/rapidReview/firstDates';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { Tables } from '../schema';
import type { CalendarOf } from '../snapshots/calendarCache';
import { project, type Projection } from './project';

/** Rows of a table as one parameter: a case has dozens of obligations with ten columns each. */
const given = <T extends 'case_obligation' | 'case_request' | 'case_meeting' | 'case_shape'>(
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

const write = (
  database: Database,
  { list, obligations, requests, meetings, shapes }: Projection,
): Promise<unknown> =>
  database
    .with('shapes', (part) =>
      part
        .insertInto('case_shape')
        .expression((eb) => eb.selectFrom(given('case_shape', shapes)).selectAll())
        .onConflict((conflict) => conflict.column('id').doNothing()),
    )
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
  events: readonly CaseEvent[],
): Promise<void> => {
  const state = fold(events);
  if (state.status === 'none') return;
  const calendar = await calendarOf(transaction, state.calendar);
  const openedAt = events[0]?.at ?? state.lastEventAt;
  const projection = project(state, calendar, { firstDue: firstDates(events), openedAt });
  await clear(transaction, state.reference);
  await write(transaction, projection);
};
