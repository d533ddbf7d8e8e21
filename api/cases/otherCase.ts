// Whether another case that a request names is one that there is.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

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
