// The way of every write to a case: reserved, its texts put into the dossier, decided by the workflow, recorded here or waited
// for in the records, answered. The order is what makes a repeat safe wherever the first try stopped.

import type { FastifyRequest } from 'fastify';
import type { Receipt } from '../../contracts/messages';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { broughtCalendar } from '../../domain/rapidReview/calendarChange/broughtCalendar';
import type { CommandKind } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import { whatIsRecorded } from '../../platform/logging/whatIsRecorded';
import type { ChainHead } from '../../records/records';
import type { ApiDeps } from '../deps';
import { outageProblems } from '../problems/outageProblems';
import { problem, type Problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { requestProblems } from '../problems/requestProblems';
import { askedBy, writingTexts, type ActBody, type CaseWrite, type WritingTexts } from './caseWrite';
import type { ActCommand, GatewayAnswer } from './caseGateway';
import { problemOfRefusal } from './problemOfRefusal';
import { reserveWrite, type ReservedWrite } from './reserveWrite';
import { answerFromReceipt, answerFromRecords, type WriteAnswer } from './writeAnswer';
import { expectedVersionOf, idempotencyKeyOf, seenBy, type Seen } from './writeHeaders';

/** How long a write waits to be readable. */
export const RECORDED_WITHIN_MS = 2_000;

/** Answers how far the records hold it. Refused before anything is written: an unknown case must not leave a key and a text behind. */
const mustBeKnown = async (
  { records, cases }: ApiDeps,
  reference: CaseReference,
): Promise<number | undefined> => {
  const recorded = await records.events.version(reference);
  if (recorded > 0) return recorded;
  const known = await cases.knows(reference);
  if (known === 'no') throw problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' });
  if (known === 'temporalAway') throw problem(outageProblems.temporalAway, {});
  // Its opening is being recorded: it goes on with that.
  return undefined;
};

/** What refuses an act on a case for which nothing runs: there never was one, or it was terminated, before the case had ended or after. */
const notRunning = async ({ records }: ApiDeps, reference: CaseReference): Promise<Problem> => {
  const state = (await records.cases.stateOf(reference))?.state;
  if (state === undefined) return problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' });
  if (state.status !== 'ended') return problem(requestProblems.caseClosed, {});
  return problem(rejectionProblems.CaseHasEnded, { code: 'CaseHasEnded', ...state.ending });
};

/**
 * Recorded here where the case has left it to whoever asked; else the case does so itself, and is waited for. Answers where its
 * chain stands; nothing where it is not recorded.
 */
const recordedTo = async (
  { records: { events }, recordedWithinMs = RECORDED_WITHIN_MS }: ApiDeps,
  { log }: Pick<FastifyRequest, 'log'>,
  { reference, version, unrecorded = [] }: Receipt,
): Promise<ChainHead | undefined> => {
  if (unrecorded.length === 0) return events.waitForVersion(reference, version, recordedWithinMs);
  const head = await events.record({ reference, events: unrecorded, notices: [] });
  log.info(whatIsRecorded(unrecorded), 'events recorded');
  return head;
};

/** What the workflow said, made into the answer, or thrown as a problem. */
export const settle = async (
  deps: ApiDeps,
  { request, reference, reserved: { commandId, fresh } }: CaseWrite,
  command: CommandKind,
  answer: GatewayAnswer,
): Promise<WriteAnswer> => {
  const { records } = deps;
  if (answer.kind === 'temporalAway' || answer.kind === 'workerAway')
    request.log.warn({ err: answer.error, command, kind: answer.kind }, 'a command was not answered');
  switch (answer.kind) {
    case 'refused':
      throw await problemOfRefusal(deps, { request, reference }, answer.rejection, command);
    case 'temporalAway':
      throw problem(outageProblems.temporalAway, {});
    case 'workerAway':
      throw problem(outageProblems.workerAway, {});
    case 'notRunning':
      throw await notRunning(deps, reference);
    case 'accepted':
      break;
  }
  const { version } = answer.receipt;
  // Recording attaches the texts. Should that be long in coming, or were they written long ago, no sweep takes them first.
  const attached = (): Promise<void> => records.dossier.attach(reference, commandId);
  // It is taken, whatever happens to the database now: a failure here is no failure of the write.
  try {
    if (!fresh) await attached();
    const head = await recordedTo(deps, request, answer.receipt);
    const recordedAnswer = head && (await answerFromRecords(records, reference, commandId, head));
    if (recordedAnswer !== undefined) return recordedAnswer;
  } catch (error) {
    request.log.warn({ err: error, version }, 'accepted, but the records do not answer');
  }
  await attached().catch((error: unknown) => {
    request.log.warn({ err: error, version }, 'accepted, but its texts could not be attached yet');
  });
  return answerFromReceipt(records, answer.receipt, await deps.cases.timetable(reference));
};

/** What refuses a correction of which nobody has seen what it does; `asked` is what it would record. */
const notPreviewed = (seen: Seen | undefined, asked: string, fresh: boolean): Problem | undefined => {
  if (seen?.previewed === asked) return undefined;
  const at = (detail: string) => [{ in: 'header', pointer: '/if-match', detail }] as const;
  // Its first try may have been taken.
  if (!fresh) return problem(requestProblems.repeatWithoutVersion, {}, at('must be what it was at first'));
  return seen?.previewed === undefined
    ? problem(requestProblems.previewFirst, {}, at('must be the ETag of the preview'))
    : problem(requestProblems.previewOfAnother, {}, at('is of the preview of another correction'));
};

/** No event of it will be recorded. Where the case is not running nobody has refused it. */
const endOf = (answer: GatewayAnswer): 'ended' | 'givenUp' | undefined => {
  if (answer.kind === 'notRunning') return 'givenUp';
  const nothing =
    answer.kind === 'refused' || (answer.kind === 'accepted' && answer.receipt.events.length === 0);
  return nothing ? 'ended' : undefined;
};

/** Whoever asked is answered as they would be without it; the worker puts away what stays. */
const noLongerUnderWay = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  { commandId }: ReservedWrite,
  how: 'ended' | 'givenUp' = 'ended',
): Promise<void> => {
  try {
    // Of this try alone: `request.arrivedAt` is since when it made it under way, as first or again.
    await records.reservations[how](commandId, request.arrivedAt);
  } catch (error) {
    request.log.warn({ err: error }, 'an act that came to nothing stays marked as under way');
  }
};

const underWayAgain = async (
  { records }: ApiDeps,
  { arrivedAt }: FastifyRequest,
  reference: CaseReference,
  reserved: ReservedWrite,
): Promise<ReservedWrite> => ({
  ...reserved,
  firstAskedAt: await records.reservations.again(reserved.commandId, reference, arrivedAt),
});

const calendarBeside = async (
  { records }: ApiDeps,
  command: ActCommand,
): Promise<CalendarSnapshot | undefined> => {
  const version = broughtCalendar(command);
  return version === undefined ? undefined : records.snapshots.byVersion(version);
};

interface ActAsked {
  /** Of a form, which brings it within itself; absent, that of the header. */
  readonly key?: string;
  /** What the preview is asked about, where the act must have been previewed. */
  readonly previewed?: string;
}

/** One act on a known case. `prepare` makes the command, after its texts are in the dossier. */
export const actOnCase = async (
  deps: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
  { key = idempotencyKeyOf(request), previewed }: ActAsked,
  prepare: (write: WritingTexts) => ActBody | Promise<ActBody>,
): Promise<WriteAnswer> => {
  const seen = previewed === undefined ? undefined : seenBy(request);
  const expectedVersion = previewed === undefined ? expectedVersionOf(request) : seen?.version;
  const recordedUpTo = await mustBeKnown(deps, reference);
  const first = await reserveWrite(deps.records, request, { key, actsOn: reference });
  const before = first.fresh ? undefined : await answerFromRecords(deps.records, reference, first.commandId);
  if (before !== undefined) return before;
  const reserved = first.fresh ? first : await underWayAgain(deps, request, reference, first);
  const caseWrite = { request, reference, reserved };
  const commanded = async (): Promise<ActCommand> => {
    // Only now: a repeat whose first try was taken is answered as that was, whatever it says of the version.
    const unseen = previewed === undefined ? undefined : notPreviewed(seen, previewed, reserved.fresh);
    if (unseen !== undefined) throw unseen;
    const body = await prepare(writingTexts(deps, caseWrite));
    return { ...body, asked: askedBy(caseWrite, expectedVersion) };
  };
  const command = await commanded().catch(async (error: unknown) => {
    // The first try of a repeat may have been decided all the same.
    if (reserved.fresh) await noLongerUnderWay(deps, request, reserved);
    throw error;
  });
  const answer = await deps.cases.act(reference, command, recordedUpTo, await calendarBeside(deps, command));
  const end = endOf(answer);
  if (end !== undefined) await noLongerUnderWay(deps, request, reserved, end);
  const settled = await settle(deps, caseWrite, command.kind, answer);
  // Its first try may have been recorded just before it was under way again.
  if (!reserved.fresh && settled.recorded) await noLongerUnderWay(deps, request, reserved);
  return settled;
};
