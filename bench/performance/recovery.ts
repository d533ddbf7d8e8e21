// How long it takes from a SIGKILL until the next act is granted: the worker, and Temporal's server, each twenty times. Whoever
// looks after the processes starts them again after a second.

import { say } from '../comparisonLibraries';
import { referralOf, write } from './life';
import type { Stage } from './stage';

const TIMES = 20;

export interface Recovery {
  /** Milliseconds, each time. */
  readonly worker: readonly number[];
  readonly server: readonly number[];
}

const untilGranted = async (stage: Stage, what: 'worker' | 'temporal-server'): Promise<readonly number[]> => {
  const taken: number[] = [];
  const { apiUrl, agencies } = stage;
  const { coordinator } = await stage.people();
  const { reference } = await write(apiUrl, coordinator, '/cases', referralOf(agencies.slice(0, 3)));
  for (let time = 0; time < TIMES; time += 1) {
    stage.kill(what);
    const start = performance.now();
    const at = new Date(Date.now() - 1_000).toISOString();
    await write(apiUrl, coordinator, `/cases/${reference}/safety-concerns`, {
      ...{ concern: `Invented concern ${time} at ${at}.`, noticeRead: true },
    });
    taken.push(performance.now() - start);
    say(`  ${what} ${time + 1} of ${TIMES}: ${((taken.at(-1) ?? 0) / 1_000).toFixed(1)} s`);
  }
  return taken;
};

export const recovery = async (stage: Stage): Promise<Recovery> => {
  say('- Killed, until the next act is granted');
  return {
    worker: await untilGranted(stage, 'worker'),
    server: await untilGranted(stage, 'temporal-server'),
  };
};
