// Whether an act would be refused, asked before something outside the case is changed for it: the very rules, on the case
// as it is recorded. The workflow still decides; what has happened in between it alone knows.

import type { FastifyRequest } from 'fastify';
import { decide } from '../../domain/rapidReview/decide';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiDeps } from '../deps';
import { askedBy, type ActBody } from './caseWriter';
import { problemOfRefusal } from './problemOfRefusal';
import type { ReservedWrite } from './reserveWrite';
import { expectedVersionOf } from './writeHeaders';

/** Throws the problem that would refuse it. Silent where the records do not know the case yet. */
export const dryRun = async (
  deps: ApiDeps,
  request: FastifyRequest,
  reserved: ReservedWrite,
  reference: CaseReference,
  act: ActBody,
): Promise<void> => {
  const folded = await deps.records.cases.stateOf(reference);
  if (folded === undefined) return;
  const expectedVersion = expectedVersionOf(request);
  const asked = {
    ...askedBy(request, reserved),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
  const decision = decide(folded.state, { ...act, asked }, folded.calendar, deps.now());
  if (!decision.ok) throw await problemOfRefusal(deps, request, reference, decision.rejection, act.kind);
};
