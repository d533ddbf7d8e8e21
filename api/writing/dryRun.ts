// What an act would establish, or that it would be refused, asked before anything is changed for it: the very rules, on the case
// as it is recorded. The workflow still decides; what has happened in between it alone knows.

import type { Instant } from '../../domain/calendar/instant';
import { decide } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { identityOf } from '../permissions/guard';
import { askedBy, onlyTried, type ActBody, type CaseWrite, type WritingTexts } from './caseWrite';
import { problemOfRefusal } from './problemOfRefusal';
import { expectedVersionOf } from './writeHeaders';

/** What it would establish at `now`, after what time has brought. Throws the problem that would refuse it. */
export const triedOut = async (
  deps: ApiDeps,
  { request, reserved }: Pick<CaseWrite, 'request' | 'reserved'>,
  { state, calendar }: FoldedCase,
  act: ActBody,
  now: Instant,
): Promise<readonly CaseEvent[]> => {
  const { reference } = state;
  const asked = askedBy({ request, reserved }, expectedVersionOf(request));
  const decision = decide(state, { ...act, asked }, calendar, now);
  if (!decision.ok) throw await problemOfRefusal(deps, { request, reference }, decision.rejection, act.kind);
  return decision.events;
};

/** Throws the problem that would refuse it. Silent where the records do not know the case yet. */
export const dryRun = async (deps: ApiDeps, write: CaseWrite, act: ActBody): Promise<void> => {
  const folded = await deps.records.cases.stateOf(write.reference);
  if (folded !== undefined) await triedOut(deps, write, folded, act, deps.now());
};

/**
 * Throws the problem that would refuse it before its key is reserved and its texts are written, so that nothing of it is kept, however
 * often it is sent. What was taken under the key goes on, and is answered as it was, whatever the rules would say by now.
 */
export const mustBeTakeable = async (
  deps: ApiDeps,
  of: Omit<CaseWrite, 'reserved'>,
  key: string,
  prepare: (write: WritingTexts) => ActBody | Promise<ActBody>,
): Promise<void> => {
  const { actor: caller } = identityOf(of.request);
  if (await deps.records.reservations.knows({ caller, key })) return;
  const tried = onlyTried(of);
  await dryRun(deps, tried, await prepare(tried));
};
