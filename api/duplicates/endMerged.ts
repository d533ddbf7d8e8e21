// The second half of a merge: the other case ends, once this one has absorbed it. Both halves hang on one reservation, so
// that a repeat does what a process that died in between has left undone, and nothing twice.

import type { FastifyRequest } from 'fastify';
import { decide } from '../../domain/rapidReview/decide';
import { hasAbsorbed } from '../../domain/rapidReview/duplicates/state';
import type { Rejection } from '../../domain/rapidReview/rejections';
import { carriesReview, type CaseReference } from '../../domain/rapidReview/state';
import type { ApiDeps } from '../deps';
import { Problem, problem, withPartDone } from '../problems/problem';
import { problemOfRejection } from '../problems/rejectionProblems';
import { otherCaseProblems } from '../problems/otherCaseProblems';
import { askedBy, onlyTried, writingTexts } from '../writing/caseWrite';
import { settle } from '../writing/caseWriter';
import { reserveWrite } from '../writing/reserveWrite';

export interface Merge {
  /** The case that goes on. */
  readonly into: CaseReference;
  readonly of: CaseReference;
  readonly reason: string;
}

const endedBefore = async ({ records }: ApiDeps, of: CaseReference): Promise<boolean> =>
  (await records.cases.stateOf(of))?.state.status === 'ended';

/** The first half of a merge: a repeat of it is admitted whatever has become of the other, and so is answered as it was. */
const absorbedBefore = async ({ records }: ApiDeps, { of, into }: Pick<Merge, 'of' | 'into'>) => {
  const state = (await records.cases.stateOf(into))?.state;
  return state !== undefined && carriesReview(state) && hasAbsorbed(state, of);
};

const AT_PANEL: ReadonlySet<Rejection['code']> = new Set(['PanelHasDecision', 'PanelAlreadyInformed']);

/** Asked before this case absorbs anything: the other must be able to end with it, or have done so before. */
export const mustBeMergeable = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { of, into }: Pick<Merge, 'of' | 'into'>,
): Promise<void> => {
  const folded = await deps.records.cases.stateOf(of);
  if (folded === undefined) return;
  if (await absorbedBefore(deps, { of, into })) return;
  const { state, calendar } = folded;
  if (state.status === 'ended' && state.ending.into === into) return;
  if (state.status !== 'open') throw problem(otherCaseProblems.otherCaseNotOpen, { of });
  // Whatever its rules say of the ending: nothing is left to be merged.
  if (hasAbsorbed(state, into))
    throw problemOfRejection({ code: 'MergedTheOtherWay', into, goesOn: of }, 'endAsMerged');
  const tried = onlyTried({ request, reference: of });
  const asked = askedBy(tried);
  const reason = await tried.write('reason', 'reason', '');
  const decision = decide(state, { kind: 'endAsMerged', into, reason, asked }, calendar, deps.now());
  if (decision.ok) return;
  const { rejection } = decision;
  // Said as the other's, of which this case knows nothing.
  throw AT_PANEL.has(rejection.code)
    ? problem(otherCaseProblems.otherCaseWithPanel, { of, into })
    : problemOfRejection(rejection, 'endAsMerged');
};

export const endMerged = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { into, of, reason }: Merge,
): Promise<void> => {
  if (await endedBefore(deps, of)) return;
  const reserved = await reserveWrite(deps.records, request);
  const half = { ...reserved, commandId: `${reserved.commandId}-merged` };
  const write = { request, reference: of, reserved: half };
  const row = await writingTexts(deps, write).write('reason', 'reason', reason);
  const answer = await deps.cases.act(of, {
    kind: 'endAsMerged',
    into,
    reason: row,
    asked: askedBy(write),
  });
  // It has ended otherwise meanwhile: then there is nothing left to end.
  if (answer.kind === 'refused' && answer.rejection.code === 'CaseHasEnded') return;
  await settle(deps, write, 'endAsMerged', answer).catch((error: unknown) => {
    throw error instanceof Problem
      ? withPartDone(error, `${into} has recorded the merging all the same; nothing was changed in ${of}.`)
      : error;
  });
};
