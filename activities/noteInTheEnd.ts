// Noting what a mail server has said, also while a database comes back: nobody else knows it, and forgotten, the mail would go a second time.

import { setTimeout as inMilliseconds } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds that only ever grow; the machine's own where none is given. */
  readonly stopwatch?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** So long a database may take to come back, as one that fails over does, before a mail that has gone is left in doubt. */
const NOTED_WITHIN_MS = 30_000;
const NOTED_AGAIN_AFTER_MS = 1_000;

/** `note` may have worked though it failed, and be called again. */
export const noteInTheEnd = async (
  { stopwatch = () => performance.now(), pause = inMilliseconds }: Patience,
  note: () => Promise<void>,
): Promise<void> => {
  const until = stopwatch() + NOTED_WITHIN_MS;
  for (;;) {
    try {
      await note();
      return;
    } catch (error) {
      if (stopwatch() >= until) throw error;
      await pause(NOTED_AGAIN_AFTER_MS);
    }
  }
};
