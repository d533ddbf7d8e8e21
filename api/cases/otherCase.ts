// Whether another case that a request names is one that there is, and for a further episode one that has ended (R21).

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Of a case that there is. Throws the problem. */
export const otherCaseIsNotOpen = async (
  { cases }: Records,
  of: CaseReference,
  pointer: string,
): Promise<void> => {
  if ((await cases.stateOf(of))?.state.status !== 'open') return;
  throw problem(requestProblems.episodeOfOpenCase, { of }, [
    { in: 'body', pointer, detail: 'is the reference of a case that has not ended' },
  ]);
};

/** `pointer` is the field that names it. Throws the problem. */
export const otherCaseIsKnown = async (
  { events }: Records,
  of: CaseReference,
  pointer: string,
): Promise<void> => {
  if ((await events.version(of)) > 0) return;
  throw problem(requestProblems.unknownOtherCase, { reference: of }, [
    { in: 'body', pointer, detail: 'is the reference of no case' },
  ]);
};
