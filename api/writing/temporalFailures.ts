// What went wrong between the API and Temporal, told apart: refused by the rules, no workflow, server away, no worker.
// Anything else is unexpected and stays an exception.

import {
  ApplicationFailure,
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { wasLostOnTheWay } from '../../contracts/messages';
import type { Rejection } from '../../domain/rapidReview/rejections';
import { isRejectionCode } from '../problems/rejectionProblems';
import type { GatewayAnswer } from './caseGateway';

// The numbers of gRPC, so that this file need not know its library.
// A deadline is a cancelled call as well, depending on which side notices it first. A precondition fails where the
// tasks of the case's workflow keep failing: a stuck case (docs/operations.md) is one that nobody answers for.
const NOT_ANSWERED = new Set([1 /* cancelled */, 4 /* deadline exceeded */, 9 /* failed precondition */]);
const AWAY = new Set([8 /* exhausted */, 13 /* internal */, 14 /* unavailable */]);

const grpcCodeIn = (error: unknown, depth = 4): number | undefined => {
  if (!(error instanceof Error) || depth === 0) return undefined;
  return isGrpcServiceError(error) ? error.code : grpcCodeIn(error.cause, depth - 1);
};

const isRejection = (value: unknown): value is Rejection =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  isRejectionCode(value.code);

const refusalIn = (error: WorkflowUpdateFailedError): Rejection | undefined => {
  const { cause } = error;
  const detail: unknown = cause instanceof ApplicationFailure ? cause.details?.[0] : undefined;
  return isRejection(detail) ? detail : undefined;
};

/** Nothing where it is none of these. */
export const failureAnswer = (error: unknown): GatewayAnswer | undefined => {
  if (error instanceof WorkflowUpdateFailedError) {
    const rejection = refusalIn(error);
    if (rejection !== undefined) return { kind: 'refused', rejection };
    return wasLostOnTheWay(error) ? { kind: 'workerAway' } : undefined;
  }
  if (error instanceof WorkflowNotFoundError) return { kind: 'notRunning' };
  const code = grpcCodeIn(error);
  if (code !== undefined && AWAY.has(code)) return { kind: 'temporalAway' };
  const late =
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    (code !== undefined && NOT_ANSWERED.has(code));
  return late ? { kind: 'workerAway' } : undefined;
};
