// Lets Temporal's SDK and its native core log through our logger: `Runtime.install(temporalLogging(logger))`. What of
// their lines is kept is decided by the logger, like for everybody else.

import type { LogLevel, LogMetadata, Logger as TemporalLogger } from '@temporalio/common';
import type { RuntimeOptions } from '@temporalio/worker';
import type { Logger } from './createLogger';
import { isError, plainError } from './plainError';

const LEVELS = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/** The SDK writes an error's message into its own sentence; the error itself is logged beside it, by its type. */
const withoutMessageOf = (error: unknown, sentence: string): string =>
  isError(error) && error.message !== ''
    ? sentence.replaceAll(error.message, plainError(error).type)
    : sentence;

/** Temporal's own number for what went wrong, out of the texts that are kept back: without it nobody knows what to do. */
const ruleIn = (...texts: readonly unknown[]): { readonly rule?: string } => {
  const [rule] = texts.flatMap((text) => (typeof text === 'string' ? (/TMPRL\d+/.exec(text) ?? []) : []));
  return rule === undefined ? {} : { rule };
};

export const temporalLogger = (logger: Logger): TemporalLogger => {
  const log = (level: LogLevel, message: string, meta: LogMetadata = {}): void => {
    if (isError(meta)) {
      logger[LEVELS[level]]({ err: meta }, withoutMessageOf(meta, message));
      return;
    }
    const { error, workflowRunId, ...others } = meta as Readonly<Record<string, unknown>>;
    // In lines about activities the SDK gives the run another name than in all others.
    const rest = workflowRunId === undefined ? others : { ...others, runId: workflowRunId };
    // The core gives its errors as texts, which quote what they please.
    const failed = isError(error) ? { err: error } : error === undefined ? {} : { failed: true };
    const rule = ruleIn(error, rest['failure']);
    logger[LEVELS[level]]({ ...rest, ...failed, ...rule }, withoutMessageOf(error ?? rest['err'], message));
  };
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
};

/** What to install the runtime with. The core is quiet below WARN: it logs what the SDK logs again. */
export const temporalLogging = (logger: Logger): Pick<RuntimeOptions, 'logger' | 'telemetryOptions'> => ({
  logger: temporalLogger(logger),
  telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
});
