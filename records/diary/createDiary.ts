// The sub-group's diary over PostgreSQL: every change in its turn, judged on the dates as they then are.

import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { DiaryDraft } from '../../domain/subGroupDiary/acts';
import type { Database } from '../connect';
import { COUNTERS, fourDigits, nextNumber } from '../counter';
import { recordInTurn } from '../recordInTurn';
import type { RegisterAct } from '../registerAct';
import type { DiaryChange, SubGroupDiary } from './diary';
import { casesBehind, casesUsing, changeOf, changesOf, diaryDates } from './diaryRows';

const changeUnder = async (transaction: Database, commandId: string): Promise<DiaryChange | undefined> => {
  const row = await transaction
    .selectFrom('diary_change')
    .selectAll()
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row === undefined ? undefined : changeOf(row);
};

const insertChange = async (
  transaction: Database,
  { commandId, by, at }: RegisterAct,
  draft: DiaryDraft,
): Promise<DiaryChange> => {
  const date =
    draft.date ?? (`SG-${fourDigits(await nextNumber(transaction, COUNTERS.diary))}` as DiaryDateId);
  const before = await changesOf(transaction, date);
  const using = await casesUsing(transaction, date);
  const row = await transaction
    .insertInto('diary_change')
    .values({
      date,
      version: before.length + 1,
      change: draft.change,
      starts_at: draft.startsAt,
      used_by: using.map(({ reference }) => reference),
      by,
      at,
      command_id: commandId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return changeOf(row);
};

export const createDiary = (database: Database): SubGroupDiary => ({
  dates: () => diaryDates(database),
  historyOf: (date) => changesOf(database, date),
  record: (act, judge) =>
    recordInTurn(
      database,
      { turn: 'diary', known: diaryDates, changeUnder, insert: insertChange },
      act,
      judge,
    ),
  casesUsing: () => casesUsing(database),
  casesBehind: (asked = {}) => casesBehind(database, asked),
});
