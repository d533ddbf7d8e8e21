// Whether another case that a request names is one that there is, and for a further episode one that has ended and was received before it
// (R21).

import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { inBody, problem } from '../problems/problem';
import { otherCaseProblems } from '../problems/otherCaseProblems';

/** Of a case that there is; where it was merged, of the one that goes on for it. Throws the problem. */
export const mayBeEpisode = async (
  { cases }: Records,
  of: CaseReference,
  receivedAt: Instant,
): Promise<void> => {
  let goesOn = of;
  let state = (await cases.stateOf(of))?.state;
  while (state?.status === 'ended' && state.ending.into !== undefined) {
    goesOn = state.ending.into;
    state = (await cases.stateOf(goesOn))?.state;
  }
  if (state?.status === 'open')
    throw problem(
      otherCaseProblems.episodeOfOpenCase,
      { of, goesOn },
      inBody('/episodeOf', 'is the reference of a case that has not ended'),
    );
  const first = state?.timestamps.referralReceived;
  if (first !== undefined && receivedAt < first)
    throw problem(
      otherCaseProblems.episodeBeforeCase,
      { of: goesOn, receivedAt, first },
      inBody('/receivedAt', 'lies before the case of which it is an episode'),
    );
};

/** `pointer` is the field that names it. Throws the problem. */
export const otherCaseIsKnown = async (
  { events }: Records,
  of: CaseReference,
  pointer: string,
): Promise<void> => {
  if ((await events.version(of)) > 0) return;
  throw problem(
    otherCaseProblems.unknownOtherCase,
    { reference: of },
    inBody(pointer, 'is the reference of no case'),
  );
};
