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

export const recovery = async (stage: Stage): Promise<Recovery> => {
  say('- Killed, until the next act is granted');
  const { apiUrl, agencies } = stage;
  const { coordinator } = await stage.people();
  const { reference } = await write(apiUrl, coordinator, '/cases', referralOf(agencies.slice(0, 3)));
  const untilGranted = async (what: 'worker' | 'temporal-server', time: number): Promise<number> => {
    stage.kill(what);
    const start = performance.now();
    await write(apiUrl, coordinator, `/cases/${reference}/safety-concerns`, {
      concern: `Invented concern ${time} of ${what}.`,
      noticeRead: true,
    });
    return performance.now() - start;
  };
  const taken = { worker: [] as number[], server: [] as number[] };
  // In turns, so that each has run for a while when it is killed: one that dies at once is started again later.
  for (let time = 1; time <= TIMES; time += 1) {
    taken.worker.push(await untilGranted('worker', time));
    taken.server.push(await untilGranted('temporal-server', time));
    const last = [taken.worker, taken.server].map((all) => ((all.at(-1) ?? 0) / 1_000).toFixed(1));
    say(`  ${time} of ${TIMES}: worker ${last[0]} s, server ${last[1]} s`);
  }
  return taken;
};
