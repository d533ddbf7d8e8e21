// Reserves a write under the caller and their key, before anything else is written: the same request again finds the
// same command id and the same first arrival; another request under the same key is refused.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { logAsOfCase, logAsOfCommand } from '../http/requestLog';
import { identityOf } from '../permissions/guard';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { idempotencyKeyOf } from './writeHeaders';

export interface ReservedWrite {
  readonly commandId: string;
  readonly firstAskedAt: Instant;
  readonly fresh: boolean;
  /** Where one was asked for. */
  readonly reference?: CaseReference;
}

/** Of what the request asks for, whatever the order of its fields and its white space. */
const hashOf = ({ params, body }: FastifyRequest): string => {
  let text: string;
  try {
    text = canonicalize({ params, body: body ?? null }) ?? '';
  } catch {
    // Half a surrogate pair: no text, and nothing that could be stored and read again as it was.
    throw problem(requestProblems.malformedJson, {});
  }
  return createHash('sha256').update(text, 'utf8').digest('hex');
};

export const reserveWrite = async (
  records: Records,
  request: FastifyRequest,
  opensYear?: number,
): Promise<ReservedWrite> => {
  const reservation = await records.reservations.reserve({
    caller: identityOf(request).actor,
    key: idempotencyKeyOf(request),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    bodyHash: hashOf(request),
    at: request.arrivedAt,
    ...(opensYear === undefined ? {} : { opensYear }),
  });
  if (!reservation.conflict) {
    logAsOfCommand(request, reservation.commandId);
    if (reservation.reference !== undefined) logAsOfCase(request, reservation.reference);
    return reservation;
  }
  throw problem(requestProblems.keyReused, {}, [
    { in: 'header', pointer: '/idempotency-key', detail: 'came with another request before' },
  ]);
};
