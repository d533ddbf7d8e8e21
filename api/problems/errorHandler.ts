// The one place where whatever was thrown becomes an answer. What is not expected becomes a 500 without a word about
// the inside; the log has its type and where it arose.

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage, type Partnership } from '../answers/pageFrame';
import { problemPage } from '../answers/problemPage';
import { UnknownKey } from '../../platform/encryption/keyRing';
import { CaseKeyDestroyed } from '../../records/dossier/refusals';
import { keyErrors } from '../writing/writeHeaders';
import { textProblems } from '../texts/textProblems';
import { recordsAreAway } from './away';
import { fieldErrors, isUnknownField } from './fieldErrors';
import { outageProblems } from './outageProblems';
import { problem, Problem, typeOfProblem, type Nothing, type ProblemKind } from './problem';
import { rejectionProblems } from './rejectionProblems';
import { requestProblems } from './requestProblems';

declare module 'fastify' {
  interface FastifyRequest {
    /** The type of the problem that it was answered with. */
    problemGiven: string | undefined;
  }
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** A case that cannot exist is an unknown case, not a malformed request: the address names nothing. */
const unknownPlace = (errors: Problem['errors']): Problem => {
  if (errors.some(({ pointer }) => pointer === '/reference'))
    return problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' }, errors);
  if (errors.some(({ pointer }) => pointer === '/agency'))
    return problem(requestProblems.unknownAgency, {}, errors);
  return problem(requestProblems.noSuchPage, {}, errors);
};

const invalid = (error: FastifyError, request: FastifyRequest): Problem => {
  const part = error.validationContext ?? 'body';
  const found = error.validation ?? [];
  const ofPart = fieldErrors(found, part, request.arrivedAt);
  if (part === 'params') return unknownPlace(ofPart);
  const { alsoWrong } = request.routeOptions.config;
  const besides = part === 'body' ? (alsoWrong?.(request.body) ?? []) : [];
  const errors = [...ofPart, ...besides, ...keyErrors(request)];
  return problem(
    found.some(isUnknownField) ? requestProblems.unknownField : requestProblems.malformedRequest,
    {},
    errors,
  );
};

const { malformedJson, malformedRequest, malformedUrl, noSuchPage, tooLarge, unsupportedMediaType } =
  requestProblems;
const BY_CODE: Readonly<Record<string, ProblemKind<Nothing>>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: malformedJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformedJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: malformedRequest,
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: unsupportedMediaType,
  FST_ERR_BAD_URL: malformedUrl,
  FST_ERR_MAX_PARAM_LENGTH: noSuchPage,
  FST_ERR_NOT_FOUND: noSuchPage,
};

/** The framework's own refusals, whichever it may have: of a method that nobody answers and that comes without a body. */
const isOfTheRequest = ({ code, statusCode = 500 }: FastifyError): boolean =>
  code.startsWith('FST_') && statusCode >= 400 && statusCode < 500;

const problemOf = (error: unknown, request: FastifyRequest): Problem => {
  if (error instanceof Problem) return error;
  if (isFastifyError(error)) {
    if (error.validation !== undefined) return invalid(error, request);
    const known = BY_CODE[error.code] ?? (isOfTheRequest(error) ? malformedRequest : undefined);
    if (known !== undefined) return problem(known, {});
  }
  // The JSON parser's own refusal of a poisoned prototype has no code of the framework.
  if (error instanceof SyntaxError && 'statusCode' in error) return problem(malformedJson, {});
  if (error instanceof CaseKeyDestroyed) return problem(textProblems.textsDestroyed, {});
  if (error instanceof UnknownKey && error.keyId !== undefined) return problem(outageProblems.keyMissing, {});
  if (recordsAreAway(error)) return problem(outageProblems.recordsAway, {});
  return problem(outageProblems.unexpected, {});
};

const MAY_BE_DONE =
  'Your request may have been taken all the same, and may still be carried out. Repeat it with the same Idempotency-Key, the same body and the same If-Match: that is safe, and has the effect of once.';

/** Whether anything was changed: what somebody who wrote something must know before they try again. */
const consequence = ({ kind, partDone = 'Nothing was changed.' }: Problem, method: string): string =>
  method === 'GET' ? '' : ` ${kind.maybeDone === true ? MAY_BE_DONE : partDone}`;

const bodyOf = (found: Problem, method: string, requestId: string): object => ({
  type: typeOfProblem(found.kind.slug),
  title: found.kind.title,
  status: found.kind.status,
  detail: `${found.detail}${consequence(found, method)}`,
  requestId,
  ...(found.errors.length === 0 ? {} : { errors: found.errors }),
});

export const answerProblem = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  partnership?: Partnership,
): FastifyReply => {
  const found = problemOf(error, request);
  const { slug, status, retryAfter } = found.kind;
  request.problemGiven = slug;
  if (status >= 500 && error instanceof Problem) request.log.warn({ problem: slug }, 'request failed');
  else if (status >= 500) request.log.error({ err: error, problem: slug }, 'request failed');
  else request.log.info({ problem: slug }, 'request refused');
  if (retryAfter !== undefined && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', retryAfter);
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="rapid-review"');
  if (partnership !== undefined && request.routeOptions.config.page === true)
    return sendPage(reply, status, problemPage(found.kind, request, partnership));
  // Serialised here and not by the route's schema: a problem may come before any route is found.
  return reply
    .code(status)
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(bodyOf(found, request.method, request.id));
};

export const handleErrors = (app: FastifyInstance, partnership: Partnership): void => {
  app.decorateRequest('problemGiven', undefined);
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, partnership));
};
