// Reserves a write under the caller and their key, before anything else is written: the same request again finds the
// same command id and the same first arrival; another request under the same key is refused.

import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records, ReservationRequest } from '../../records/records';
import { logAsOfCase, logAsOfCommand } from '../http/requestLog';
import { identityOf } from '../permissions/guard';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { hashOfAsked } from './hashOfAsked';
import { idempotencyKeyOf } from './writeHeaders';

export interface ReservedWrite {
  readonly commandId: string;
  /**
   * For what may have been taken then. An act that is recorded in one step, and is not recorded, was not taken: it is of the moment
   * at which it is sent again (`arrivedAt`), so that nobody counts as having done on that day what was refused on it.
   */
  readonly firstAskedAt: Instant;
  readonly fresh: boolean;
  /** Where one was asked for. */
  readonly reference?: CaseReference;
}

/** `key` absent: that of the header. */
type ReservedFor = Pick<ReservationRequest, 'opensYear' | 'actsOn'> &
  Partial<Pick<ReservationRequest, 'key'>>;

export const reserveWrite = async (
  records: Records,
  request: FastifyRequest,
  { key = idempotencyKeyOf(request), ...about }: ReservedFor = {},
): Promise<ReservedWrite> => {
  const reservation = await records.reservations.reserve({
    caller: identityOf(request).actor,
    key,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    bodyHash: hashOfAsked({ params: request.params, body: request.body ?? null }),
    at: request.arrivedAt,
    ...about,
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
