// The dates of the sub-group's diary as the API shows them, each with the cases that use it and whether they follow.

import { formatInstant } from '../../domain/calendar/instant';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { CaseBehind, CaseUsingDate, Records, StandingDate } from '../../records/records';
import { namesOfPeople } from '../chronology/namesOfPeople';
import { problem } from '../problems/problem';
import { sayInstant } from '../problems/saying';
import { diaryProblems } from './diaryProblems';
import type { DiaryDateView, DiaryListItem } from './diarySchemas';

interface Uses {
  readonly using: readonly CaseUsingDate[];
  readonly behind: readonly CaseBehind[];
}

/** Asked in this order: a case that catches up in between is shown as one that follows, never as one that is lost. */
const usesOf = async ({ diary }: Records): Promise<Uses> => {
  const using = await diary.casesUsing();
  return { using, behind: await diary.casesBehind() };
};

const dateView = (date: StandingDate, { using, behind }: Uses): DiaryListItem => {
  const of = ({ date: used }: CaseUsingDate): boolean => used === date.id;
  const late = new Set(behind.filter(of).map(({ reference }) => reference));
  const cases = new Set([...date.usedBy, ...using.filter(of).map(({ reference }) => reference), ...late]);
  return {
    id: date.id,
    version: date.version,
    startsAt: formatInstant(date.startsAt),
    on: londonDayAt(date.startsAt),
    inWords: sayInstant(date.startsAt),
    cancelled: date.cancelled,
    cases: [...cases].sort().map((reference) => ({ reference, followed: !late.has(reference) })),
  };
};

export const diaryView = async (records: Records): Promise<DiaryListItem[]> => {
  const dates = await records.diary.dates();
  const uses = await usesOf(records);
  return dates.map((date) => dateView(date, uses));
};

/** Throws the problem that there is none. */
export const diaryDateView = async (records: Records, id: DiaryDateId): Promise<DiaryDateView> => {
  const date = (await records.diary.dates()).find((one) => one.id === id);
  if (date === undefined)
    throw problem(diaryProblems.UnknownDiaryDate, { code: 'UnknownDiaryDate', date: id });
  const history = await records.diary.historyOf(id);
  const names = await namesOfPeople(
    records,
    history.map(({ by }) => by),
  );
  const changes = history.map(({ version, change, startsAt, at, by }) => ({
    version,
    change,
    startsAt: formatInstant(startsAt),
    at: formatInstant(at),
    by,
    who: names.get(by) ?? by,
  }));
  return { ...dateView(date, await usesOf(records)), changes };
};
