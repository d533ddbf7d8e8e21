// How an act is refused, and a case stopped that the records contradict. What is refused the rules say.

import { ApplicationFailure } from '@temporalio/workflow';
import type { Rejection } from '../domain/rapidReview/rejections';

export const refusal = (rejection: Rejection): ApplicationFailure =>
  ApplicationFailure.create({
    type: rejection.code,
    message: `refused: ${rejection.code}`,
    nonRetryable: true,
    details: [rejection],
  });

/** The records hold other events under these numbers: the case stops, visibly, until somebody has looked. */
export const blockCase = (error: unknown): never => {
  throw new Error('the records refuse these events; see "a stuck case" in docs/operations.md', {
    cause: error,
  });
};
