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
  type EffectOnCase,
} from '../../domain/calendarChange/effects';
import type { Change } from '../../domain/calendarChange/moves';
import { foreseen, type Foreseen, type Tally } from '../../domain/calendarChange/foreseen';
import type { AgencyShape, CaseShape } from '../../domain/calendarChange/shapes';
import type { CaseReference } from '../../domain/rapidReview/references';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { atOneMoment, type Database } from '../connect';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { ShapeId } from '../tables/caseTables';
import type { AgencyEffect, CalendarPreview, EffectOnOne } from './calendarChanges';
import { casesStuck, casesThatMove, countStuck, followed } from './cannotFollow';
import { concerned, idsWhere, inList, type EffectsFound, type Worked } from './effectsFound';

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

/** What the calendar does to each shape that open cases and their requests have now, and the numbers of it all. */
const workedOut = async (
  moment: Database,
  calendarOf: CalendarOf,
  target: CalendarSnapshot,
  now: Instant,
): Promise<{ readonly found: EffectsFound; readonly foreseen: Foreseen }> => {
  const ofCases = await countedOf<CaseShape>(moment, 'case_list');
  const ofAgencies = await countedOf<AgencyShape>(moment, 'case_request');
  const open = await openByCalendar(moment);
  const calendars = await calendarsOf(moment, calendarOf, [...ofCases, ...ofAgencies]);
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
  const numbers = {
    days: daysBetween([...calendars.values()], target, since),
    openCases: sum(open),
    casesToBring: sum(toBring),
    casesThatMove: await casesThatMove(moment, found),
    cannotFollow: await countStuck(moment, found),
  };
  const ownDates = await followed(moment, 'case_list', found, found.cases);
  const agencyDates = await followed(moment, 'case_request', found, found.agencies);
  return { found, foreseen: foreseen(numbers, ownDates, agencyDates) };
};

const pageOf = async (
  moment: Database,
  found: EffectsFound,
  from: CaseReference | undefined,
  limit: number,
): Promise<readonly EffectOnOne[]> => {
  const { cases, agencies } = found;
  let rows = concerned(
    moment,
    [...idsWhere(cases.effects, touchesCase), ...cases.beyond],
    [...idsWhere(agencies.effects, touchesAgency), ...agencies.beyond],
  ).select('reference');
  if (from !== undefined) rows = rows.where('reference', '>', from);
  const page = await rows.orderBy('reference').limit(limit).execute();
  if (page.length === 0) return [];
  return effectsOn(
    moment,
    page.map(({ reference }) => reference),
    found,
  );
};

/** The numbers are of one moment, and so is each page: cases go on meanwhile, and would be in one number and not in another. */
export const previewOf = async (
  database: Database,
  calendarOf: CalendarOf,
  target: CalendarSnapshot,
  now: Instant,
): Promise<CalendarPreview> => {
  const asked = await atOneMoment(database, (moment) => workedOut(moment, calendarOf, target, now));
  return {
    foreseen: asked.foreseen,
    page: (from, limit) => atOneMoment(database, (moment) => pageOf(moment, asked.found, from, limit)),
  };
};
