// What a calendar would do to each shape that open cases and their requests have, and which cases those are. Not what is said of
// them.

import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { EffectOnAgency, EffectOnCase } from '../../domain/calendarChange/effects';
import type { Tally } from '../../domain/calendarChange/foreseen';
import type { Database } from '../connect';
import type { ShapeId } from '../tables/caseTables';
import type { Tables } from '../schema';

type Effects<E> = ReadonlyMap<ShapeId, Tally<E>>;

export interface Worked<E> {
  readonly effects: Effects<E>;
  /** Shapes of which a date lies beyond the calendar. */
  readonly beyond: readonly ShapeId[];
}

export interface EffectsFound {
  readonly cases: Worked<EffectOnCase>;
  readonly agencies: Worked<EffectOnAgency>;
}

export const idsWhere = <E>(effects: Effects<E>, wanted: (effect: E) => boolean): readonly ShapeId[] =>
  [...effects].flatMap(([id, { effect }]) => (wanted(effect) ? [id] : []));

export const inList = (column: string, ids: readonly ShapeId[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(${sql.val(ids)}::text[])`;

/** Open cases to which something happens, by the ids of the shapes to which it does. */
export const concerned = (
  database: Database,
  cases: readonly ShapeId[],
  agencies: readonly ShapeId[],
): SelectQueryBuilder<Tables, 'case_list', object> =>
  database
    .selectFrom('case_list')
    .where('status', '=', 'open')
    .where((eb) =>
      eb.or([
        inList('case_list.shape', cases),
        eb.exists(
          eb
            .selectFrom('case_request')
            .select('agency')
            .whereRef('case_request.reference', '=', 'case_list.reference')
            .where(inList('case_request.shape', agencies)),
        ),
      ]),
    );
