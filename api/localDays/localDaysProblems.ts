// Every refusal of an act on the register of local days as a problem: its status and its sentence. The rules themselves are in
// `domain/localDays`.

import { civilDate, sayDate } from '../../domain/calendar/civilDate';
import type { LocalDaysRejection } from '../../domain/localDays/acts';
import type { LocalDaysId } from '../../domain/localDays/localDays';
import { sayList } from '../../domain/timetable/explanation';
import { LOCAL_DAYS_WORDS } from '../../domain/timetable/sayExplanation';
import { inBody, problem, type Problem, type ProblemKind } from '../problems/problem';

type OfCode<C extends LocalDaysRejection['code']> = Extract<LocalDaysRejection, { readonly code: C }>;

const ID = 'LD-0001' as LocalDaysId;
const [FIRST, LAST] = [civilDate('2026-12-24'), civilDate('2027-01-01')];

export const localDaysProblems = {
  LastDayBeforeFirst: {
    slug: 'last-day-before-first',
    status: 422,
    title: 'The last day is before the first',
    says: ({ firstDay, lastDay }) =>
      `The last day, ${sayDate(lastDay)}, is before the first, ${sayDate(firstDay)}. Give the later one as the last; of a single day both are the same.`,
    example: { code: 'LastDayBeforeFirst', firstDay: LAST, lastDay: FIRST },
  },
  LocalDaysTooLong: {
    slug: 'local-days-too-long',
    status: 422,
    title: 'The days are longer than a year',
    says: ({ firstDay, lastDay, atMost }) =>
      `From ${sayDate(firstDay)} to ${sayDate(lastDay)} is longer than a year. Check the year of both: the last day is ${sayDate(atMost)} at the latest.`,
    example: {
      code: 'LocalDaysTooLong',
      firstDay: FIRST,
      lastDay: civilDate('2028-01-01'),
      atMost: civilDate('2027-12-23'),
    },
  },
  LocalDaysOnWeekend: {
    slug: 'local-days-on-weekend',
    status: 422,
    title: 'The days are not working days anyway',
    says: ({ firstDay, lastDay }) =>
      `${firstDay === lastDay ? `${sayDate(firstDay)} is not a working day` : `${sayDate(firstDay)} and ${sayDate(lastDay)} are not working days`} anyway: no date of a case lies there, so nothing would ever name them. If they are part of a longer closure, add it whole; otherwise check the year.`,
    example: {
      code: 'LocalDaysOnWeekend',
      firstDay: civilDate('2026-12-05'),
      lastDay: civilDate('2026-12-06'),
    },
  },
  LocalDaysOnDaysOff: {
    slug: 'local-days-on-days-off',
    status: 422,
    title: 'The days are not working days anyway',
    says: ({ firstDay, lastDay, holidays }) =>
      `${firstDay === lastDay ? `${sayDate(firstDay)} is not a working day` : `None of the days from ${sayDate(firstDay)} to ${sayDate(lastDay)} is a working day`} anyway (${sayList(holidays)}): no date of a case falls due there, so nothing would name them. If they are part of a longer closure, add it whole; otherwise check the day.`,
    example: {
      code: 'LocalDaysOnDaysOff',
      holidays: ['Good Friday', 'Easter Monday'],
      firstDay: civilDate('2026-04-03'),
      lastDay: civilDate('2026-04-06'),
    },
  },
  LocalDaysStandAlready: {
    slug: 'local-days-stand-already',
    status: 409,
    title: 'The days stand already',
    says: ({ standing: { id, kind, title, firstDay, lastDay, agency } }) =>
      `${id} stands already: the ${LOCAL_DAYS_WORDS[kind]} "${title}" of ${agency === undefined ? 'everybody' : 'that agency'}, ${sayDate(firstDay)} to ${sayDate(lastDay)}. There is nothing to add. To give them another title, take ${id} back and add them again.`,
    example: {
      code: 'LocalDaysStandAlready',
      standing: {
        id: ID,
        version: 1,
        takenBack: false,
        kind: 'closure',
        title: 'Christmas shut-down',
        firstDay: FIRST,
        lastDay: LAST,
      },
    },
  },
  UnknownLocalDays: {
    slug: 'unknown-local-days',
    status: 404,
    title: 'There are no such days',
    says: ({ id }) => `No closure and no school holidays are ${id}. Check it: ids look like LD-0001.`,
    example: { code: 'UnknownLocalDays', id: ID },
  },
  LocalDaysTakenBack: {
    slug: 'local-days-taken-back',
    status: 409,
    title: 'The days are taken back',
    says: ({ id }) => `${id} was taken back, and that stands. If it was right after all, add the days again.`,
    example: { code: 'LocalDaysTakenBack', id: ID },
  },
  LocalDaysMovedOn: {
    slug: 'local-days-moved-on',
    status: 412,
    title: 'The days have changed since you read them',
    says: ({ id, expected, actual }) =>
      `You read version ${expected} of ${id}, and it is at version ${actual} now. Read it again and decide on what it says.`,
    example: { code: 'LocalDaysMovedOn', id: ID, expected: 1, actual: 2 },
  },
} as const satisfies { readonly [C in LocalDaysRejection['code']]: ProblemKind<OfCode<C>> };

export const problemOfLocalDays = (rejection: LocalDaysRejection): Problem => {
  switch (rejection.code) {
    case 'LastDayBeforeFirst':
      return problem(
        localDaysProblems.LastDayBeforeFirst,
        rejection,
        inBody('/lastDay', 'must not be before the first day'),
      );
    case 'LocalDaysTooLong':
      return problem(
        localDaysProblems.LocalDaysTooLong,
        rejection,
        inBody('/lastDay', `must be ${sayDate(rejection.atMost)} at the latest`),
      );
    case 'LocalDaysOnWeekend':
      return problem(
        localDaysProblems.LocalDaysOnWeekend,
        rejection,
        inBody('/firstDay', 'begins days that are a weekend alone'),
      );
    case 'LocalDaysOnDaysOff':
      return problem(
        localDaysProblems.LocalDaysOnDaysOff,
        rejection,
        inBody('/firstDay', 'begins days of which none is a working day'),
      );
    case 'LocalDaysStandAlready':
      return problem(
        localDaysProblems.LocalDaysStandAlready,
        rejection,
        inBody('/firstDay', 'begins days that stand already'),
      );
    case 'LocalDaysMovedOn':
      return problem(localDaysProblems.LocalDaysMovedOn, rejection, [
        { in: 'header', pointer: '/if-match', detail: 'is not the version of the days' },
      ]);
    case 'UnknownLocalDays':
      return problem(localDaysProblems.UnknownLocalDays, rejection);
    case 'LocalDaysTakenBack':
      return problem(localDaysProblems.LocalDaysTakenBack, rejection);
  }
};
