// What the worker looks after by itself, every minute where nothing else is said, whoever should have asked for it: cases that
// are behind the sub-group's diary or the calendar, and what an API has left. An API may have died between recording a change and
// starting its workflow, or a case may have been opened, arranged or taken up again at the very moment of the change.

import type { Logger } from '../platform/logging/createLogger';

const EVERY_MS = 60_000;

/** The first time at once; never twice at the same time. Answers how to stop. */
export const regularly = (
  what: string,
  work: () => Promise<void>,
  logger: Pick<Logger, 'warn'>,
  everyMs: number = EVERY_MS,
): (() => void) => {
  let busy = false;
  const run = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      logger.warn({ err: error }, `${what}: not done yet; trying again in ${everyMs / 1_000} s`);
    } finally {
      busy = false;
    }
  };
  void run();
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/** The same, until it has been done once. */
export const untilDone = (
  what: string,
  work: () => Promise<void>,
  logger: Pick<Logger, 'warn'>,
  everyMs: number = EVERY_MS,
): (() => void) => {
  const once = async (): Promise<void> => {
    await work();
    stop();
  };
  const stop = regularly(what, once, logger, everyMs);
  return stop;
};
