// Keeps one service running: when it ends unexpectedly it is started again on the same data, soon at first
// and then less often. It says each time what happened, and never hides that a service is down.
import { once } from 'node:events';
import { setTimeout as waitFor } from 'node:timers/promises';
import type { ChildExit } from './childProcess';

export interface Service {
  readonly exited: Promise<ChildExit>;
  readonly outputTail: (lines?: number) => string;
  readonly stop: () => Promise<void>;
}

export interface Kept<S extends Service> {
  /** As it was first started; address and folder stay the same later. */
  readonly first: S;
  readonly stop: () => Promise<void>;
}

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** One that ran this long had been well: its next pause is short again. */
const STEADY_MS = 5_000;

function howItEnded({ code, signal }: ChildExit): string {
  return signal === null ? `with code ${code ?? 'unknown'}` : `by ${signal}`;
}

export async function keepRunning<S extends Service>(
  name: string,
  launch: () => Promise<S>,
  say: (line: string) => void,
): Promise<Kept<S>> {
  const first = await launch();
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const stopped = once(stopping.signal, 'abort').then(() => undefined);
  let current: Promise<S> = Promise.resolve(first);

  const watch = async (): Promise<void> => {
    let pause = SHORTEST_PAUSE_MS;
    while (!isStopping()) {
      const since = Date.now();
      try {
        const service = await current;
        const exit = await Promise.race([service.exited, stopped]);
        if (exit === undefined || isStopping()) return;
        if (Date.now() - since > STEADY_MS) pause = SHORTEST_PAUSE_MS;
        say(`${name} ended unexpectedly ${howItEnded(exit)}; it is started again in ${pause / 1000} s.`);
      } catch (error) {
        say(
          `${name} could not be started again: ${(error as Error).message}\nNext try in ${pause / 1000} s.`,
        );
      }
      // Broken off, and not only left alone: a timer that is still set keeps the process until it is over.
      await waitFor(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (isStopping()) return;
      current = launch();
      await current.then(
        () => say(`${name} is running again.`),
        () => undefined,
      );
    }
  };
  const watching = watch();

  return {
    first,
    stop: async () => {
      stopping.abort();
      await watching;
      await current.then(
        (service) => service.stop(),
        () => undefined,
      );
    },
  };
}
