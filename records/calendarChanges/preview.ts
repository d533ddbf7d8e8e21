// What a calendar would do to all open cases: asked of each shape once, added up by the database, and told case by case a
// page at a time. Nothing is changed.

import { sql } from 'kysely';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { daysChanged, eachDayOnce, type DayChanged } from '../../domain/calendar/daysChanged';
import type { Instant } from '../../domain/calendar/instant';
import { ifCovered, workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import {
  effectOnAgency,
  effectOnCase,
  touchesAgency,
  touchesCase,
  type EffectOnAgency,
  type EffectOnCase,
} from '../../domain/calendarChange/effects';
import type { Change } from '../../domain/calendarChange/moves';
import { foreseen, type Tally } from '../../domain/calendarChange/foreseen';
import type { AgencyShape, CaseShape } from '../../domain/calendarChange/shapes';
import type { CaseReference } from '../../domain/rapidReview/references';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { Database } from '../connect';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { ShapeId } from '../tables/caseTables';
import type { AgencyEffect, CalendarPreview, EffectOnOne } from './calendarChanges';

interface Counted<S> {
  readonly id: ShapeId;
  readonly times: number;
  readonly body: S;
}

const countedOf = async <S>(
  database: Database,
  table: 'case_list' | 'case_request',
): Promise<readonly Counted<S>[]> => {
  const counted = database
    .selectFrom(table)
    .select((eb) => ['shape', eb.fn.countAll<number>().as('times')])
    .where('shape', 'is not', null)
    .groupBy('shape');
  const rows = await database
    .selectFrom(counted.as('counted'))
    .innerJoin('case_shape', 'case_shape.id', 'counted.shape')
    .select(['case_shape.id', 'counted.times', sql`case_shape.body`.as('body')])
    .execute();
  return rows.map((row) => ({ ...row, body: row.body as S }));
};

type Effects<E> = ReadonlyMap<ShapeId, Tally<E>>;

interface Worked<E> {
  readonly effects: Effects<E>;
  /** Shapes of which a date lies beyond the calendar. */
  readonly beyond: readonly ShapeId[];
}

const moves = (effect: EffectOnCase | EffectOnAgency): boolean => effect.moves.length > 0;

const idsWhere = <E>(effects: Effects<E>, wanted: (effect: E) => boolean): readonly ShapeId[] =>
  [...effects].flatMap(([id, { effect }]) => (wanted(effect) ? [id] : []));

const inList = (column: string, ids: readonly ShapeId[]) =>
  sql<boolean>`${sql.ref(column)} = any(${sql.val(ids)}::text[])`;

/** Open cases to which something happens, by the ids of the shapes to which it does. */
const concerned = (database: Database, cases: readonly ShapeId[], agencies: readonly ShapeId[]) =>
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

interface OpenUnder {
  readonly calendar: string | null;
  readonly cases: number;
}

/** How many open cases count with each calendar. */
const openByCalendar = (database: Database): Promise<readonly OpenUnder[]> =>
  database
    .selectFrom('case_list')
    .select((eb) => ['calendar', eb.fn.countAll<number>().as('cases')])
    .where('status', '=', 'open')
    .groupBy('calendar')
    .execute();

const sum = (rows: readonly OpenUnder[]): number => rows.reduce((total, { cases }) => total + cases, 0);

/** The first day that anything is counted from, of the cases that count with another calendar: a shape holds no other moments. */
const countedSince = (
  shapes: readonly Counted<CaseShape | AgencyShape>[],
  target: CalendarSnapshot,
): CivilDate | undefined => {
  let first: Instant | undefined;
  for (const { body } of shapes) {
    if (body.calendar === target.version) continue;
    for (const at of Object.values(body.facts.timestamps)) if (first === undefined || at < first) first = at;
  }
  return first === undefined ? undefined : londonDayAt(first);
};

const daysBetween = (
  calendars: readonly WorkingCalendar[],
  target: CalendarSnapshot,
  since: CivilDate | undefined,
): readonly DayChanged[] => {
  if (since === undefined) return [];
  const days = calendars.flatMap(({ snapshot }) => daysChanged(snapshot, target, since));
  return eachDayOnce(days);
};

const calendarsOf = async (
  database: Database,
  calendarOf: CalendarOf,
  shapes: readonly Counted<CaseShape | AgencyShape>[],
): Promise<ReadonlyMap<string, WorkingCalendar>> => {
  const calendars = new Map<string, WorkingCalendar>();
  for (const version of new Set(shapes.map(({ body }) => body.calendar)))
    calendars.set(version, await calendarOf(database, version));
  return calendars;
};

interface EffectsFound {
  readonly cases: Worked<EffectOnCase>;
  readonly agencies: Worked<EffectOnAgency>;
}

/** Open cases that cannot follow: of one date too many the case refuses the whole calendar. */
const stuck = (database: Database, { cases, agencies }: EffectsFound) =>
  concerned(database, cases.beyond, agencies.beyond).select('reference');

const isAnyStuck = ({ cases, agencies }: EffectsFound): boolean =>
  cases.beyond.length + agencies.beyond.length > 0;

/** Counted among the cases alone that can follow. */
const followed = async <E>(
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

const casesThatMove = async (database: Database, found: EffectsFound): Promise<number> => {
  const { cases, agencies } = found;
  let rows = concerned(database, idsWhere(cases.effects, moves), idsWhere(agencies.effects, moves));
  if (isAnyStuck(found)) rows = rows.where('reference', 'not in', stuck(database, found));
  const { move } = await rows.select((eb) => eb.fn.countAll<number>().as('move')).executeTakeFirstOrThrow();
  return move;
};

const casesStuck = async (
  database: Database,
  found: EffectsFound,
  among: readonly CaseReference[],
): Promise<ReadonlySet<CaseReference>> => {
  if (!isAnyStuck(found)) return new Set();
  const rows = await stuck(database, found).where('reference', 'in', among).execute();
  return new Set(rows.map(({ reference }) => reference));
};

const countStuck = async (database: Database, found: EffectsFound): Promise<number> => {
  if (!isAnyStuck(found)) return 0;
  const { cases } = await database
    .selectFrom(stuck(database, found).as('stuck'))
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow();
  return cases;
};

const UNTOUCHED: EffectOnCase = { moves: [], teamWarnings: [], teamLines: [], team: [] };

/** By reference, in order: each looked up by its shape. */
const effectsOn = async (
  database: Database,
  references: readonly CaseReference[],
  found: EffectsFound,
): Promise<readonly EffectOnOne[]> => {
  const { cases, agencies } = found;
  const staying = await casesStuck(database, found, references);
  const list = await database
    .selectFrom('case_list')
    .select(['reference', 'shape'])
    .where('reference', 'in', references)
    .orderBy('reference')
    .execute();
  const requests = await database
    .selectFrom('case_request')
    .select(['reference', 'agency', 'shape'])
    .where('reference', 'in', references)
    .where(inList('case_request.shape', idsWhere(agencies.effects, touchesAgency)))
    .orderBy('position')
    .execute();
  const byCase = Map.groupBy(requests, ({ reference }) => reference);
  return list.map(({ reference, shape }): EffectOnOne => {
    if (staying.has(reference)) return { reference, ...UNTOUCHED, agencies: [], cannotFollow: true };
    const effect = shape === null ? undefined : cases.effects.get(shape)?.effect;
    const touched = (byCase.get(reference) ?? []).flatMap(({ agency, shape: of }): AgencyEffect[] => {
      const own = of === null ? undefined : agencies.effects.get(of)?.effect;
      return own === undefined ? [] : [{ agency, ...own }];
    });
    return { reference, ...(effect ?? UNTOUCHED), agencies: touched };
  });
};

export const previewOf = async (
  database: Database,
  calendarOf: CalendarOf,
  target: CalendarSnapshot,
  now: Instant,
): Promise<CalendarPreview> => {
  const [ofCases, ofAgencies, open] = await Promise.all([
    countedOf<CaseShape>(database, 'case_list'),
    countedOf<AgencyShape>(database, 'case_request'),
    openByCalendar(database),
  ]);
  const calendars = await calendarsOf(database, calendarOf, [...ofCases, ...ofAgencies]);
  const after = workingCalendar(target);
  const worked = <S extends { readonly calendar: string }, E>(
    shapes: readonly Counted<S>[],
    effectOn: (shape: S, change: Change) => E,
  ): Worked<E> => {
    const effects = new Map<ShapeId, Tally<E>>();
    const beyond: ShapeId[] = [];
    for (const { id, times, body } of shapes) {
      const before = calendars.get(body.calendar);
      if (before === undefined || body.calendar === target.version) continue;
      const effect = ifCovered(() => effectOn(body, { before, after, now }));
      if (effect === undefined) beyond.push(id);
      else effects.set(id, { times, effect });
    }
    return { effects, beyond };
  };
  const found = { cases: worked(ofCases, effectOnCase), agencies: worked(ofAgencies, effectOnAgency) };
  const toBring = open.filter(({ calendar }) => calendar !== null && calendar !== target.version);
  const since = countedSince([...ofCases, ...ofAgencies], target);

  return {
    foreseen: foreseen(
      {
        days: daysBetween([...calendars.values()], target, since),
        openCases: sum(open),
        casesToBring: sum(toBring),
        casesThatMove: await casesThatMove(database, found),
        cannotFollow: await countStuck(database, found),
      },
      await followed(database, 'case_list', found, found.cases),
      await followed(database, 'case_request', found, found.agencies),
    ),
    page: async (from, limit) => {
      let rows = concerned(
        database,
        [...idsWhere(found.cases.effects, touchesCase), ...found.cases.beyond],
        [...idsWhere(found.agencies.effects, touchesAgency), ...found.agencies.beyond],
      ).select('reference');
      if (from !== undefined) rows = rows.where('reference', '>', from);
      const page = await rows.orderBy('reference').limit(limit).execute();
      return page.length === 0
        ? []
        : effectsOn(
            database,
            page.map(({ reference }) => reference),
            found,
          );
    },
  };
};
