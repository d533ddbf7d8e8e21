// The attempt that Temporal runs us in, as far as there is one: the worker's own regular rounds (`worker/regularly.ts`) and tests
// call the same functions without, and a round says by a signal when it is to end.

import { Context } from '@temporalio/activity';

export interface RunningActivity {
  /** Nobody waits for the result any more, or the worker is going down. */
  readonly cancelled: () => boolean;
}

/** What the worker's rounds do as well, beside Temporal. */
export type AlsoInRounds = (stopping?: AbortSignal) => Promise<void>;

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
export const whileAlive = async <T>(
  work: (running: RunningActivity) => Promise<T>,
  stopping?: AbortSignal,
): Promise<T> => {
  const context = currentContext();
  if (context === undefined) return work({ cancelled: () => stopping?.aborted === true });
  const beat = setInterval(() => context.heartbeat(), HEARTBEAT);
  try {
    context.heartbeat();
    return await work({ cancelled: () => context.cancellationSignal.aborted });
  } finally {
    clearInterval(beat);
  }
};
