// What Temporal is told of a failure: its type and code. Never its message or details, which quote the data that was
// being worked on, and which would stay in the workflow's history.

import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { HISTORY_DIVERGED } from '../contracts/activities';
import type { Logger } from '../platform/logging/createLogger';
import { plainError } from '../platform/logging/plainError';
import { HeadDiffers, HistoryDiverged } from '../records/eventLog/refusals';

export const plainFailure = (activity: string, error: unknown): TemporalFailure => {
  if (error instanceof TemporalFailure) return error;
  const diverged = error instanceof HistoryDiverged || error instanceof HeadDiffers;
  const { type, code } = plainError(error instanceof Error ? error : new Error('not an error'));
  return ApplicationFailure.create({
    type: diverged ? HISTORY_DIVERGED : type,
    message: `${activity} failed: ${code === undefined ? type : `${type} ${code}`}`,
    nonRetryable: diverged,
  });
};

/** The same activity, of whose failures Temporal is told no more than that; what else may be said of them is logged. */
export const failingPlainly =
  <A extends readonly unknown[], R>(
    activity: string,
    { logger }: { readonly logger: Pick<Logger, 'warn'> },
    work: (...asked: A) => Promise<R>,
  ) =>
  async (...asked: A): Promise<R> => {
    try {
      return await work(...asked);
    } catch (error) {
      if (!(error instanceof TemporalFailure)) logger.warn({ err: error }, `${activity} failed`);
      throw plainFailure(activity, error);
    }
  };
