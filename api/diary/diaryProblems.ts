// Every refusal of an act on the sub-group's diary as a problem: its status and its sentence. What is wrong with a start
// itself is the same problem as with a meeting's. The rules themselves are in `domain/subGroupDiary`.

import { parseInstant, type Instant } from '../../domain/calendar/instant';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { DiaryRejection } from '../../domain/subGroupDiary/acts';
import { inBody, problem, type FieldError, type Problem, type ProblemKind } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { sayInstant } from '../problems/saying';

type Own = Exclude<DiaryRejection, { readonly code: keyof typeof rejectionProblems }>;
type OfCode<C extends Own['code']> = Extract<Own, { readonly code: C }>;

const DATE = 'SG-0004' as DiaryDateId;
const START = parseInstant('2026-04-14T10:00:00+01:00') as Instant;

export const diaryProblems = {
  UnknownDiaryDate: {
    slug: 'unknown-diary-date',
    status: 404,
    title: 'There is no such date in the diary',
    says: ({ date }) => `The diary of the sub-group has no ${date}. Check it: ids look like SG-0004.`,
    example: { code: 'UnknownDiaryDate', date: DATE },
  },
  DiaryDateOver: {
    slug: 'diary-date-over',
    status: 409,
    title: 'The date is over',
    says: ({ date, startsAt }) =>
      `${date} began on ${sayInstant(startsAt)}: it can no longer be moved or cancelled. Add another date.`,
    example: { code: 'DiaryDateOver', date: DATE, startsAt: START },
  },
  DiaryDateCancelled: {
    slug: 'diary-date-cancelled',
    status: 409,
    title: 'The date is cancelled',
    says: ({ date }) => `${date} was cancelled, and that stands. Use or add another date.`,
    example: { code: 'DiaryDateCancelled', date: DATE },
  },
  DiaryDateUnchanged: {
    slug: 'diary-date-unchanged',
    status: 409,
    title: 'The date is as it was',
    says: ({ date, startsAt }) =>
      `${date} begins on ${sayInstant(startsAt)} already. Give the moment to which it is moved.`,
    example: { code: 'DiaryDateUnchanged', date: DATE, startsAt: START },
  },
  DiaryDateMovedOn: {
    slug: 'diary-date-moved-on',
    status: 412,
    title: 'The date has changed since you read it',
    says: ({ date, expected, actual }) =>
      `You read version ${expected} of ${date}, and it is at version ${actual} now. Read it again and decide on what it says.`,
    example: { code: 'DiaryDateMovedOn', date: DATE, expected: 1, actual: 2 },
  },
  DiaryDateTaken: {
    slug: 'diary-date-taken',
    status: 409,
    title: 'The sub-group meets then already',
    says: ({ date, startsAt }) =>
      `${date} begins on ${sayInstant(startsAt)} already. Use that one, or give another moment.`,
    example: { code: 'DiaryDateTaken', date: DATE, startsAt: START },
  },
  /** One that a meeting shall use, by the body of the request. */
  DateNotInDiary: {
    slug: 'date-not-in-diary',
    status: 422,
    title: 'The date is not in the diary',
    says: ({ date }) =>
      `The diary of the sub-group has no ${date}. Use one of its dates (GET /sub-group-dates), or give the start itself.`,
    example: { date: DATE },
  },
} as const satisfies { readonly [C in Own['code']]: ProblemKind<OfCode<C>> } & {
  readonly DateNotInDiary: ProblemKind<{ readonly date: DiaryDateId }>;
};

const atStart = (detail: string): readonly FieldError[] => inBody('/startsAt', detail);

export const problemOfDiary = (rejection: DiaryRejection): Problem => {
  switch (rejection.code) {
    case 'MeetingInPast':
      return problem(rejectionProblems.MeetingInPast, rejection, atStart('must lie ahead'));
    case 'MeetingOnDayOff':
      return problem(rejectionProblems.MeetingOnDayOff, rejection, atStart('is not on a working day'));
    case 'MeetingAtNight':
      return problem(rejectionProblems.MeetingAtNight, rejection, atStart('is at night in London'));
    case 'DiaryDateTaken':
      return problem(diaryProblems.DiaryDateTaken, rejection, atStart('is taken already'));
    case 'DiaryDateUnchanged':
      return problem(diaryProblems.DiaryDateUnchanged, rejection, atStart('is its start already'));
    case 'DiaryDateMovedOn':
      return problem(diaryProblems.DiaryDateMovedOn, rejection, [
        { in: 'header', pointer: '/if-match', detail: 'is not the version of the date' },
      ]);
    case 'UnknownDiaryDate':
      return problem(diaryProblems.UnknownDiaryDate, rejection);
    case 'DiaryDateOver':
      return problem(diaryProblems.DiaryDateOver, rejection);
    case 'DiaryDateCancelled':
      return problem(diaryProblems.DiaryDateCancelled, rejection);
  }
};
