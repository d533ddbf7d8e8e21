// How many openings and whole lives a second, ours and those of the bare twin, in turns: first ours, then the bare ones,
// several times over, as many at once.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { severalAtOnce } from '../../activities/severalAtOnce';
import { say } from '../comparisonLibraries';
import { median } from '../rounds';
import { act } from './bareLife';
import { BARE_QUEUE } from './bareWorker';
import { historyOf, type Doings, type HistoryFigures } from './histories';
import { referralOf, tellLife, write, type Told } from './life';
import { counted, spentBetween, type Counted, type Spent } from './processor';
import type { People, Stage } from './stage';

const ROUNDS = 5;
const LIVES = 8;
const OPENINGS = 48;
const AT_ONCE = 8;

export interface Rate {
  /** A second, in each round. */
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly ratio: number;
  /** What one of ours does, and so the bare one. */
  readonly doings: Doings;
}

/** Processor time of each update, in each round; nothing where the system does not tell. */
export interface Processor {
  readonly ours: readonly Spent[];
  readonly bare: readonly Spent[];
}

export interface Rates {
  readonly opening: Rate;
  readonly life: Rate;
  readonly processor: Processor;
  readonly commands: number;
  readonly histories: readonly HistoryFigures[];
  /** Milliseconds from the acceptance of a command to an answer that shows what is recorded; without end where it did not. */
  readonly lags: readonly number[];
}

const perSecond = async (many: number, work: (index: number) => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await severalAtOnce(
    Array.from({ length: many }, (_, index) => index),
    AT_ONCE,
    work,
  );
  return (many * 1_000) / (performance.now() - start);
};

/** Once it has done all that it owes. */
const bareOnce = async (client: Client, id: string, doings: Doings): Promise<void> => {
  const start = new WithStartWorkflowOperation('bareLife', {
    workflowId: id,
    taskQueue: BARE_QUEUE,
    args: [doings],
    workflowIdConflictPolicy: 'FAIL',
  });
  await client.workflow.executeUpdateWithStart(act, {
    updateId: `${id}-1`,
    args: [1],
    startWorkflowOperation: start,
  });
  const handle = await start.workflowHandle();
  for (let number = 2; number <= doings.updates; number += 1)
    await handle.executeUpdate(act, { updateId: `${id}-${number}`, args: [number] });
  await handle.result();
};

const withBareWorker = async <T>(
  address: string,
  namespace: string,
  work: (pid: number) => Promise<T>,
): Promise<T> => {
  const args = [...RUN_SOURCES, join(__dirname, 'bareWorker.ts'), address, namespace];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(child.stdout, 'data');
    return await work(child.pid ?? NaN);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
};

const rateOf = (ours: readonly number[], bare: readonly number[], doings: Doings): Rate => ({
  ours,
  bare,
  doings,
  ratio: median(ours.map((rate, round) => rate / (bare[round] ?? NaN))),
});

export const rates = async (stage: Stage): Promise<Rates> => {
  const { temporalAddress: address, temporalNamespace: namespace } = stage.settings;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const people = await stage.people();
  const told: Told[] = [];
  const life = async (of: People): Promise<void> => void told.push(await tellLife(stage, of));
  const open = (): Promise<{ readonly reference: string }> =>
    write(stage.apiUrl, people.coordinator, '/cases', referralOf(stage.agencies));
  try {
    say('- One life and one opening, for what they do');
    await life(people);
    const lifeDoes = await historyOf(connection, namespace, told[0]?.reference ?? '');
    const opening = await historyOf(connection, namespace, (await open()).reference);
    say(
      `  a life: ${lifeDoes.updates} updates, ${lifeDoes.activities} activities, ${lifeDoes.timers} timers`,
    );
    return await withBareWorker(address, namespace, async (bareWorker) => {
      const processor = { ours: [] as Spent[], bare: [] as Spent[] };
      const spentSoFar = (worker: number): Promise<Counted | undefined> => {
        const [server, api] = [stage.pidOf('temporal-server'), stage.pidOf('api')];
        return counted({ server, worker, api, asker: process.pid }, stage.database);
      };
      const livesPerSecond = async (
        whose: keyof Processor,
        work: (index: number) => Promise<unknown>,
      ): Promise<number> => {
        const worker = whose === 'bare' ? bareWorker : stage.pidOf('worker');
        const before = await spentSoFar(worker);
        const rate = await perSecond(LIVES, work);
        const after = await spentSoFar(worker);
        if (before !== undefined && after !== undefined)
          processor[whose].push(spentBetween(before, after, LIVES * lifeDoes.updates));
        return rate;
      };
      const ours = { opening: [] as number[], life: [] as number[] };
      const bare = { opening: [] as number[], life: [] as number[] };
      for (let round = 1; round <= ROUNDS; round += 1) {
        const id = (index: number): string => `bare/${round}/${index}`;
        ours.opening.push(await perSecond(OPENINGS, open));
        bare.opening.push(
          await perSecond(OPENINGS, (index) => bareOnce(client, `${id(index)}/opening`, opening)),
        );
        // Before the clock runs: their tokens are no part of a life.
        const peopleOf = await Promise.all(Array.from({ length: LIVES }, () => stage.people()));
        ours.life.push(await livesPerSecond('ours', (index) => life(peopleOf[index] ?? people)));
        bare.life.push(
          await livesPerSecond('bare', (index) => bareOnce(client, `${id(index)}/life`, lifeDoes)),
        );
        const last = [ours.opening, bare.opening, ours.life, bare.life].map((all) => all.at(-1)?.toFixed(2));
        say(
          `  round ${round} of ${ROUNDS}: openings ${last[0]} beside ${last[1]}, lives ${last[2]} beside ${last[3]} a second`,
        );
      }
      const histories: HistoryFigures[] = [];
      const lags: number[] = [];
      for (const { reference, recordedAt } of told) {
        const history = await historyOf(connection, namespace, reference);
        histories.push(history);
        lags.push(...recordedAt.map((at, index) => at - (history.accepted[index] ?? NaN)));
      }
      return {
        opening: rateOf(ours.opening, bare.opening, opening),
        life: rateOf(ours.life, bare.life, lifeDoes),
        processor,
        commands: told[0]?.recordedAt.length ?? 0,
        histories,
        lags,
      };
    });
  } finally {
    await connection.close();
  }
};
