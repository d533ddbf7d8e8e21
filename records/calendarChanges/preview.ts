// What a calendar would do to all open cases: asked of each shape once, added up by the database, and told case by case a
// page at a time. Nothing is changed.

import { sql } from 'kysely';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { daysChanged, type DayChanged } from '../../domain/calendar/daysChanged';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import {
  effectOnAgency,
  effectOnCase,
  type Change,
  type EffectOnAgency,
  type EffectOnCase,
} from '../../domain/calendarChange/effects';
import { foreseen, type Tally } from '../../domain/calendarChange/foreseen';
import type { AgencyShape, CaseShape } from '../../domain/calendarChange/shapes';
import type { CaseReference } from '../../domain/rapidReview/references';
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

const moves = (effect: EffectOnCase | EffectOnAgency): boolean => effect.moves.length > 0;
/** A meeting may leave its window, and a reminder come at another time, though no date moves. */
const anything = (effect: EffectOnCase): boolean => moves(effect) || effect.meetingLeaves !== undefined;
const anythingToAgency = (effect: EffectOnAgency): boolean => moves(effect) || effect.reminders.length > 0;

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
  readonly since: CivilDate | null;
}

/** How many open cases count with each calendar, and the earliest receipt among them. */
const openByCalendar = (database: Database): Promise<readonly OpenUnder[]> =>
  database
    .selectFrom('case_list')
    .select((eb) => ['calendar', eb.fn.countAll<number>().as('cases'), eb.fn.min('received_on').as('since')])
    .where('status', '=', 'open')
    .groupBy('calendar')
    .execute();

const sum = (rows: readonly OpenUnder[]): number => rows.reduce((total, { cases }) => total + cases, 0);

/** Each day once, in order of date. */
const daysBetween = (
  calendars: readonly WorkingCalendar[],
  target: CalendarSnapshot,
  since: CivilDate | undefined,
): readonly DayChanged[] => {
  if (since === undefined) return [];
  const days = calendars.flatMap(({ snapshot }) => daysChanged(snapshot, target, since));
  return [...new Map(days.map((day) => [`${day.date} ${day.change}`, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
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
  readonly cases: Effects<EffectOnCase>;
  readonly agencies: Effects<EffectOnAgency>;
}

/** By reference, in order: each looked up by its shape. */
const effectsOn = async (
  database: Database,
  references: readonly CaseReference[],
  { cases, agencies }: EffectsFound,
): Promise<readonly EffectOnOne[]> => {
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
    .where(inList('case_request.shape', idsWhere(agencies, anythingToAgency)))
    .orderBy('position')
    .execute();
  const byCase = Map.groupBy(requests, ({ reference }) => reference);
  return list.map(({ reference, shape }) => {
    const effect = shape === null ? undefined : cases.get(shape)?.effect;
    const touched = (byCase.get(reference) ?? []).flatMap(({ agency, shape: of }): AgencyEffect[] => {
      const found = of === null ? undefined : agencies.get(of)?.effect;
      return found === undefined ? [] : [{ agency, ...found }];
    });
    return { reference, ...(effect ?? { moves: [] }), agencies: touched };
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
  const effectsOf = <S extends { readonly calendar: string }, E>(
    shapes: readonly Counted<S>[],
    effectOn: (shape: S, change: Change) => E,
  ): Effects<E> =>
    new Map(
      shapes.flatMap(({ id, times, body }) => {
        const before = calendars.get(body.calendar);
        return before === undefined || body.calendar === target.version
          ? []
          : [[id, { times, effect: effectOn(body, { before, after, now }) }] as const];
      }),
    );
  const found = { cases: effectsOf(ofCases, effectOnCase), agencies: effectsOf(ofAgencies, effectOnAgency) };
  const { move } = await concerned(database, idsWhere(found.cases, moves), idsWhere(found.agencies, moves))
    .select((eb) => eb.fn.countAll<number>().as('move'))
    .executeTakeFirstOrThrow();
  const toBring = open.filter(({ calendar }) => calendar !== null && calendar !== target.version);
  const since = toBring.flatMap((row) => (row.since === null ? [] : [row.since])).sort()[0];

  return {
    foreseen: foreseen(
      {
        days: daysBetween([...calendars.values()], target, since),
        openCases: sum(open),
        casesToBring: sum(toBring),
        casesThatMove: move,
      },
      [...found.cases.values()],
      [...found.agencies.values()],
    ),
    page: async (from, limit) => {
      let rows = concerned(
        database,
        idsWhere(found.cases, anything),
        idsWhere(found.agencies, anythingToAgency),
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
