// Whether another case that a request names is one that there is, and for a further episode one that has ended (R21).

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Of a case that there is; where it was merged, of the one that goes on for it. Throws the problem. */
export const otherCaseIsNotOpen = async (
  { cases }: Records,
  of: CaseReference,
  pointer: string,
): Promise<void> => {
  let goesOn = of;
  let state = (await cases.stateOf(of))?.state;
  while (state?.status === 'ended' && state.ending.into !== undefined) {
    goesOn = state.ending.into;
    state = (await cases.stateOf(goesOn))?.state;
  }
  if (state?.status !== 'open') return;
  throw problem(requestProblems.episodeOfOpenCase, { of, goesOn }, [
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
