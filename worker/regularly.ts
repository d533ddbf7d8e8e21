// What the worker looks after by itself, every minute where nothing else is said, whoever should have asked for it: cases that
// are behind the sub-group's diary or the calendar, and what an API has left. An API may have died between recording a change and
// starting its workflow, or a case may have been opened, arranged or taken up again at the very moment of the change.

import type { Logger } from '../platform/logging/createLogger';

const EVERY_MS = 60_000;
/** So long a round that is to end is waited for: cases answer within moments, and one that does not is asked again by another worker. */
export const ENDS_WITHIN_MS = 5_000;

export interface Rhythm {
  readonly everyMs?: number;
  /** Whether the first round begins with the worker; else so much later as each next one. */
  readonly atOnce?: boolean;
}

/** Tells the round that is under way to end, begins no other, and answers once it has ended, or is no longer waited for. */
export type Stop = () => Promise<void>;

/** Never twice at the same time. Answers how to stop. */
export const regularly = (
  what: string,
  work: (stopping: AbortSignal) => Promise<void>,
  logger: Pick<Logger, 'warn'>,
  { everyMs = EVERY_MS, atOnce = true }: Rhythm = {},
): Stop => {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  const round = async (): Promise<void> => {
    try {
      await work(stopping.signal);
    } catch (error) {
      // One that is stopped fails by that.
      if (stopping.signal.aborted) return;
      logger.warn({ err: error }, `${what}: not done yet; trying again in ${everyMs / 1_000} s`);
    }
  };
  const begin = (): void => {
    underWay ??= round().finally(() => (underWay = undefined));
  };
  if (atOnce) begin();
  const timer = setInterval(begin, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    const waited = Promise.withResolvers<undefined>();
    const bound = setTimeout(() => waited.resolve(undefined), ENDS_WITHIN_MS);
    await Promise.race([underWay, waited.promise]);
    clearTimeout(bound);
  };
};

/** The same, until it has been done once. */
export const untilDone = (
  what: string,
  work: () => Promise<void>,
  logger: Pick<Logger, 'warn'>,
  rhythm?: Rhythm,
): Stop => {
  const once = async (): Promise<void> => {
    await work();
    void stop();
  };
  const stop = regularly(what, once, logger, rhythm);
  return stop;
};
