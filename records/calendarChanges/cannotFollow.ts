// Open cases that cannot follow a calendar, since a date of theirs lies beyond it: which and how many they are, and what is
// counted without them (R9).

import type { EffectOnAgency, EffectOnCase } from '../../domain/calendarChange/effects';
import type { Tally } from '../../domain/calendarChange/foreseen';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../connect';
import { concerned, idsWhere, type EffectsFound, type Worked } from './effectsFound';

/** Open cases that cannot follow: of one date too many the case refuses the whole calendar. */
const stuck = (database: Database, { cases, agencies }: EffectsFound) =>
  concerned(database, cases.beyond, agencies.beyond).select('reference');

const isAnyStuck = ({ cases, agencies }: EffectsFound): boolean =>
  cases.beyond.length + agencies.beyond.length > 0;

export const casesStuck = async (
  database: Database,
  found: EffectsFound,
  among: readonly CaseReference[],
): Promise<ReadonlySet<CaseReference>> => {
  if (!isAnyStuck(found)) return new Set();
  const rows = await stuck(database, found).where('reference', 'in', among).execute();
  return new Set(rows.map(({ reference }) => reference));
};

export const countStuck = async (database: Database, found: EffectsFound): Promise<number> => {
  if (!isAnyStuck(found)) return 0;
  const { cases } = await database
    .selectFrom(stuck(database, found).as('stuck'))
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow();
  return cases;
};

/** Counted among the cases alone that can follow. */
export const followed = async <E>(
  database: Database,
  table: 'case_list' | 'case_request',
  found: EffectsFound,
  { effects }: Worked<E>,
): Promise<readonly Tally<E>[]> => {
  if (!isAnyStuck(found)) return [...effects.values()];
  const rows = await database
    .selectFrom(table)
    .select((eb) => ['shape', eb.fn.countAll<number>().as('times')])
    .where('shape', 'is not', null)
    .where('reference', 'in', stuck(database, found))
    .groupBy('shape')
    .execute();
  const staying = new Map(rows.map(({ shape, times }) => [shape, times]));
  return [...effects].map(([id, { times, effect }]) => ({ times: times - (staying.get(id) ?? 0), effect }));
};

const moves = (effect: EffectOnCase | EffectOnAgency): boolean => effect.moves.length > 0;

/** How many of those that can follow have a date that moves. */
export const casesThatMove = async (database: Database, found: EffectsFound): Promise<number> => {
  const { cases, agencies } = found;
  let rows = concerned(database, idsWhere(cases.effects, moves), idsWhere(agencies.effects, moves));
  if (isAnyStuck(found)) rows = rows.where('reference', 'not in', stuck(database, found));
  const { move } = await rows.select((eb) => eb.fn.countAll<number>().as('move')).executeTakeFirstOrThrow();
  return move;
};
