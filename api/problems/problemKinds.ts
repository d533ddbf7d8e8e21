// All kinds of problems that there are, by the tables they stand in: what the API can ever answer but success.

import { changeProblems } from '../calendarChanges/changeProblems';
import { diaryProblems } from '../diary/diaryProblems';
import { localDaysProblems } from '../localDays/localDaysProblems';
import { meetingProblems } from '../meetings/meetingProblems';
import { accountProblems } from '../permissions/accountProblems';
import { returnProblems } from '../returns/returnProblems';
import { textProblems } from '../texts/textProblems';
import { agencyProblems } from './agencyProblems';
import { holidayProblems } from './holidayProblems';
import { otherCaseProblems } from './otherCaseProblems';
import { outageProblems } from './outageProblems';
import { exampleSentence, type ProblemKind } from './problem';
import { rejectionProblems } from './rejectionProblems';
import { requestProblems } from './requestProblems';
import { takingBackProblems } from './takingBackProblems';

/** One kind, whatever its facts: its sentence is that of its example. */
export interface KnownProblem {
  /** The name that code knows it by: of a refusal, the code that the rules give. */
  readonly code: string;
  readonly slug: string;
  readonly status: number;
  readonly title: string;
  /** The sentence as it is said of the example. */
  readonly sentence: string;
  /** Whether the request may have been carried out all the same. */
  readonly maybeDone: boolean;
}

const known = (table: Readonly<Record<string, ProblemKind<unknown>>>): readonly KnownProblem[] =>
  Object.entries(table)
    .map(([code, kind]) => ({
      code,
      slug: kind.slug,
      status: kind.status,
      title: kind.title,
      sentence: exampleSentence(kind),
      maybeDone: kind.maybeDone === true,
    }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));

export const knownProblems = {
  rejections: known(rejectionProblems),
  holidays: known(holidayProblems),
  diary: known(diaryProblems),
  localDays: known(localDaysProblems),
  calendarChanges: known(changeProblems),
  returns: known(returnProblems),
  texts: known(textProblems),
  requests: known({
    ...requestProblems,
    ...otherCaseProblems,
    ...takingBackProblems,
    ...agencyProblems,
    ...meetingProblems,
    ...accountProblems,
  }),
  outages: known(outageProblems),
} as const;

/** Every one, by its type. */
export const problemKinds: readonly KnownProblem[] = Object.values(knownProblems)
  .flat()
  .sort((a, b) => (a.slug < b.slug ? -1 : 1));
