// The changes of the sub-group's diary as rows, and the dates that stand by them.

import type { Selectable } from 'kysely';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { Database } from '../connect';
import type { DiaryChangeTable } from '../tables/diaryTables';
import type { BehindAsked, CaseBehind, CaseUsingDate, DiaryChange, StandingDate } from './diary';

export const changeOf = (row: Selectable<DiaryChangeTable>): DiaryChange => ({
  date: row.date,
  version: row.version,
  change: row.change,
  startsAt: row.starts_at,
  usedBy: row.used_by,
  by: row.by,
  at: row.at,
});

const standing = (database: Database) =>
  database
    .selectFrom('diary_change')
    .distinctOn('date')
    .selectAll()
    .orderBy('date')
    .orderBy('version', 'desc');

export const diaryDates = async (database: Database): Promise<readonly StandingDate[]> => {
  const rows = await database
    .selectFrom(standing(database).as('standing'))
    .selectAll()
    .orderBy('starts_at')
    .orderBy('date')
    .execute();
  return rows.map(({ date, version, starts_at, change, used_by }) => ({
    id: date,
    version,
    startsAt: starts_at,
    usedBy: used_by,
    cancelled: change === 'cancelled',
  }));
};

export const changesOf = async (database: Database, date: DiaryDateId): Promise<readonly DiaryChange[]> => {
  const rows = await database
    .selectFrom('diary_change')
    .selectAll()
    .where('date', '=', date)
    .orderBy('version')
    .execute();
  return rows.map(changeOf);
};

export const casesUsing = async (
  database: Database,
  date?: DiaryDateId,
): Promise<readonly CaseUsingDate[]> => {
  const rows = database
    .selectFrom('case_meeting')
    .where('diary_date', 'is not', null)
    .select((eb) => [
      'reference',
      eb.ref('diary_date').$notNull().as('date'),
      eb.ref('diary_version').$notNull().as('version'),
    ])
    .orderBy('reference');
  return (date === undefined ? rows : rows.where('diary_date', '=', date)).execute();
};

/** A meeting that has begun is where it is, whatever the diary says now. */
const behind = (database: Database) =>
  database
    .selectFrom('case_meeting')
    .innerJoin(standing(database).as('newest'), 'newest.date', 'case_meeting.diary_date')
    .where('case_meeting.stage', '=', 'arranged')
    .whereRef('case_meeting.diary_version', '<', 'newest.version');

export const countBehind = async (database: Database): Promise<number> => {
  const { count } = await behind(database)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

export const casesBehind = async (
  database: Database,
  { date, reference, limit }: BehindAsked,
): Promise<readonly CaseBehind[]> => {
  let asked = behind(database);
  if (date !== undefined) asked = asked.where('case_meeting.diary_date', '=', date);
  if (reference !== undefined) asked = asked.where('case_meeting.reference', '=', reference);
  if (limit !== undefined) asked = asked.limit(limit);
  const rows = await asked
    .innerJoin('case_list', 'case_list.reference', 'case_meeting.reference')
    .selectAll('newest')
    .select(['case_meeting.reference', 'case_meeting.diary_version', 'case_list.version as asOf'])
    .orderBy('case_meeting.reference')
    .execute();
  return rows.map((row) => ({
    reference: row.reference,
    date: row.date,
    version: row.diary_version ?? 0,
    asOf: row.asOf,
    newest: changeOf(row),
  }));
};
