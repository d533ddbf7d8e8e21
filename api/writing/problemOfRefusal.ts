// What the rules refused, made into a problem, with what the records know besides. Where the write rests on an earlier version
// of the case it says what has been recorded since, to whoever may read it, so that nobody has to go and look for what is new.
// An agency that is not on the case may be in no register either: then adding it to the case would be refused next.

import type { FastifyRequest } from 'fastify';
import type { CommandKind } from '../../domain/rapidReview/commands';
import type { Rejection } from '../../domain/rapidReview/rejections';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { namesInCase, readCase } from '../cases/readCase';
import { sayEvent } from '../chronology/sayEvent';
import type { ApiDeps } from '../deps';
import { onlyAgency } from '../permissions/guard';
import { doesNotCover } from '../problems/covered';
import { problem, withDetail, type FieldError, type Problem } from '../problems/problem';
import { problemOfRejection, rejectionProblems } from '../problems/rejectionProblems';
import { sayMovedOn } from '../problems/rejections/referralProblems';
import { requestProblems } from '../problems/requestProblems';
import type { CaseWrite } from './caseWrite';
import { saidBesides } from './saidBesides';

type MovedOn = Extract<Rejection, { readonly code: 'VersionMovedOn' }>;

/** The newest, by which somebody sees where the case is now; beyond these it is quicker to read it. */
const MOST = 5;

const since = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
  { expected }: MovedOn,
): Promise<string> => {
  if (onlyAgency(request, 'readCases').limited) return '';
  try {
    const folded = await readCase(records, reference);
    const events = folded.events.filter(({ number }) => number > expected);
    const name = await namesInCase(records, folded);
    const said = events.slice(-MOST).map((event) => sayEvent(event, name));
    if (said.length === 0) return '';
    const before = events.length - said.length;
    return ` Since then${before > 0 ? `, after ${before} more` : ''}: ${said.join(' ')}`;
  } catch (error) {
    // The refusal stands without it.
    request.log.warn({ err: error }, 'what has changed since cannot be said');
    return '';
  }
};

/** Asked only now, so that an act that is taken costs nothing more. Nothing where the register has it, or does not answer. */
const notInRegister = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  agency: AgencyId,
  named: readonly FieldError[],
): Promise<Problem | undefined> => {
  try {
    if ((await records.agencies.byId(agency)) !== undefined) return undefined;
  } catch (error) {
    // The refusal stands without it.
    request.log.warn({ err: error }, 'whether the agency is in the register cannot be said');
    return undefined;
  }
  const detail = 'is not in the register';
  const errors: readonly FieldError[] =
    named.length === 0
      ? [{ in: 'path', pointer: '/agency', detail }]
      : named.map((field) => ({ ...field, detail: 'names an agency that is not in the register' }));
  return problem(requestProblems.agencyNotInRegister, { agencies: [agency] }, errors);
};

/** The problem that answers what the rules refused. */
export const problemOfRefusal = async (
  deps: ApiDeps,
  { request, reference }: Pick<CaseWrite, 'request' | 'reference'>,
  rejection: Rejection,
  command: CommandKind,
): Promise<Problem> => {
  const plain = problemOfRejection(rejection, command, request.body);
  if (rejection.code === 'AgencyNotOnCase')
    return (await notInRegister(deps, request, rejection.agency, plain.errors)) ?? plain;
  if (rejection.code === 'CalendarDoesNotCover') return doesNotCover(rejection, request.body);
  if (rejection.code !== 'VersionMovedOn') {
    const said = await saidBesides(deps, { request, reference }, rejection, command);
    return said === undefined ? plain : withDetail(plain, said);
  }
  const news = await since(deps, request, reference, rejection);
  const next = request.routeOptions.config.previewed === true ? 'Preview the correction' : 'Read it';
  const says = (): string => sayMovedOn(rejection, news, next);
  return problem({ ...rejectionProblems.VersionMovedOn, says }, rejection, plain.errors);
};
