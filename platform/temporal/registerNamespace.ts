// Registers the namespace of a link, once: a server that has just come up, or knows it already, is an answer and no failure.

import { isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { DAY } from '../../domain/calendar/instant';
import type { TemporalLink } from './connectTemporal';

/** How long the server keeps the history of a run that has ended, unless it is told otherwise. */
export const KEEP_DAYS = 90;

const LIMIT_MS = 5_000;
// The numbers of gRPC, so that this file need not know its library.
const ALREADY_EXISTS = 6;
const AWAY = new Set([4 /* deadline exceeded */, 14 /* unavailable */]);

/** 'away': it does not answer yet. Anything else that the server says is thrown. */
export const registerNamespace = async (
  { connection, namespace }: Pick<TemporalLink, 'connection' | 'namespace'>,
  keepDays: number,
): Promise<'registered' | 'known' | 'away'> => {
  try {
    await connection.withDeadline(Date.now() + LIMIT_MS, () =>
      connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(keepDays * DAY),
      }),
    );
    return 'registered';
  } catch (error) {
    if (!isGrpcServiceError(error)) throw error;
    const code: number = error.code;
    if (code === ALREADY_EXISTS) return 'known';
    if (AWAY.has(code)) return 'away';
    throw error;
  }
};
