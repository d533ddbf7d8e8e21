// Which open cases have not followed the last change of the calendar, which have, and why some would not.

import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseEvent, EventOf } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../connect';
import type { CaseBrought, CaseToBring, Progress } from './calendarChanges';

type Body<K extends CaseEvent['kind']> = EventOf<K>['body'];

/**
 * Opened before the last change, and has not followed it; or opened since with an earlier list. By number, not by calendar:
 * where a change is taken back, a case may be on its way to it while the records still show the earlier calendar.
 */
const behind = (database: Database) =>
  database
    .selectFrom('case_list')
    .leftJoin('calendar_snapshot as has', 'has.version', 'case_list.calendar')
    .innerJoin(
      database.selectFrom('calendar_change').selectAll().orderBy('number', 'desc').limit(1).as('last'),
      (join) => join.onTrue(),
    )
    .where('case_list.status', '=', 'open')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('case_list.followed', '<', eb.ref('last.number')),
          eb('case_list.opened_at', '<=', eb.ref('last.at')),
        ]),
        eb.and([
          eb('case_list.calendar', '!=', eb.ref('last.snapshot')),
          eb(eb.fn.coalesce('has.facts', sql<number>`0`), '<', eb.ref('last.facts')),
        ]),
      ]),
    );

const behindWithRefusal = (database: Database) =>
  behind(database).leftJoin('calendar_refusal as refusal', (join) =>
    join.onRef('refusal.reference', '=', 'case_list.reference').onRef('refusal.change', '=', 'last.number'),
  );

const COLUMNS = ['case_list.reference', 'refusal.code', 'refusal.at', 'refusal.times'] as const;

interface Row {
  readonly reference: CaseReference;
  readonly code: string | null;
  readonly at: Instant | null;
  readonly times: number | null;
}

const caseToBring = ({ reference, code, at, times }: Row): CaseToBring => ({
  reference,
  ...(code === null || at === null || times === null ? {} : { refused: { code, at, times } }),
});

export const refusals = async (database: Database, limit: number): Promise<readonly CaseToBring[]> => {
  const found = await behindWithRefusal(database)
    .select(COLUMNS)
    .where('refusal.code', 'is not', null)
    .orderBy('case_list.reference')
    .limit(limit)
    .execute();
  return found.map(caseToBring);
};

export const forgetRefusals = async (database: Database): Promise<void> => {
  const its = behind(database)
    .select('case_list.reference')
    .where(sql<boolean>`case_list.reference = calendar_refusal.reference`);
  await database
    .deleteFrom('calendar_refusal')
    .where((eb) => eb.not(eb.exists(its)))
    .execute();
};

export const casesBehind = async (
  database: Database,
  after: CaseReference | undefined,
  limit: number,
): Promise<readonly CaseToBring[]> => {
  let rows = behindWithRefusal(database).select(COLUMNS);
  if (after !== undefined) rows = rows.where('case_list.reference', '>', after);
  return (await rows.orderBy('case_list.reference').limit(limit).execute()).map(caseToBring);
};

export const countBehind = async (database: Database): Promise<number> => {
  const { count } = await behind(database)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

const adoptions = (database: Database, change: number) =>
  database
    .selectFrom('case_event as adopted')
    .where('adopted.kind', '=', 'CalendarAdopted')
    .where(sql<number>`(adopted.body ->> 'change')::integer`, '=', change);

/** The move that one adoption brought, in the same act. */
const withMoves = (database: Database, change: number) =>
  adoptions(database, change).leftJoin('case_event as moved', (join) =>
    join
      .onRef('moved.reference', '=', 'adopted.reference')
      .onRef('moved.number', '=', sql<number>`adopted.number + 1`)
      .on('moved.kind', '=', 'DatesMoved'),
  );

export const progressOf = async (database: Database, change: number): Promise<Progress> => {
  const done = await withMoves(database, change)
    .select((eb) => [
      eb.fn.countAll<number>().as('brought'),
      eb.fn.count<number>('moved.number').as('moved'),
      sql<number>`coalesce(sum(json_array_length(moved.body -> 'moves')), 0)`.as('obligations'),
    ])
    .executeTakeFirstOrThrow();
  const left = await behindWithRefusal(database)
    .select((eb) => [
      eb.fn.countAll<number>().as('behind'),
      eb.fn.count<number>('refusal.reference').as('refused'),
    ])
    .executeTakeFirstOrThrow();
  return {
    brought: done.brought,
    moved: done.moved,
    obligationsMoved: done.obligations,
    behind: left.behind,
    refused: left.refused,
  };
};

export const casesBrought = async (
  database: Database,
  change: number,
  after: CaseReference | undefined,
  limit: number,
): Promise<readonly CaseBrought[]> => {
  let rows = withMoves(database, change).select([
    'adopted.reference',
    'adopted.number',
    'adopted.at',
    'adopted.body as adoption',
    'moved.body as moves',
  ]);
  if (after !== undefined) rows = rows.where('adopted.reference', '>', after);
  const found = await rows.orderBy('adopted.reference').limit(limit).execute();
  return found.map(({ reference, number, at, adoption, moves }) => ({
    reference,
    event: number,
    at,
    days: (adoption as Body<'CalendarAdopted'>).days,
    moves: moves === null ? [] : (moves as Body<'DatesMoved'>).moves,
  }));
};
