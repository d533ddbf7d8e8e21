// Which answers say nothing without words, for every door that an answer comes by. What stops the clock the rules decide.

import type { Answer } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { inBody, problem } from '../problems/problem';
import { returnProblems } from './returnProblems';

/** Those of which nothing follows without words. */
const NEEDS_WORDS: readonly Answer[] = ['full', 'partial'];

export const needsWords = (answer: Answer): boolean => NEEDS_WORDS.includes(answer);

interface Given {
  readonly answer: Answer;
  readonly how?: string;
  readonly content?: string;
}

/** It would stop a clock, and nobody would find a word of it: neither here, nor where the team was told that it lies. */
export const mustSaySomething = (
  agency: AgencyId,
  { answer, how = 'api', content }: Given,
  { byItself }: { readonly byItself: boolean },
): void => {
  if (content !== undefined || how !== 'api' || !needsWords(answer)) return;
  throw problem(
    returnProblems.answerWithNothingInIt,
    { agency, answer, byItself },
    inBody('/content', byItself ? 'is missing' : 'is missing, and "how" does not say that it came otherwise'),
  );
};
