// The attempt that Temporal runs us in, as far as there is one: the worker's own regular rounds (`worker/regularly.ts`) and tests
// call the same functions without.

import { Context } from '@temporalio/activity';

export interface RunningActivity {
  /** Nobody waits for the result any more, or the worker is going down. */
  readonly cancelled: () => boolean;
}

/** A third of the shortest time after which Temporal takes a silent worker for dead. */
const HEARTBEAT = 5_000;

const currentContext = (): Context | undefined => {
  try {
    return Context.current();
  } catch {
    return undefined;
  }
};

/** Heartbeats for as long as the work lasts: a mail server may take a minute over one mail. */
export const whileAlive = async <T>(work: (running: RunningActivity) => Promise<T>): Promise<T> => {
  const context = currentContext();
  if (context === undefined) return work({ cancelled: () => false });
  const beat = setInterval(() => context.heartbeat(), HEARTBEAT);
  try {
    context.heartbeat();
    return await work({ cancelled: () => context.cancellationSignal.aborted });
  } finally {
    clearInterval(beat);
  }
};
