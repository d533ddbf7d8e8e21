// Which codec keys are still needed, where the server's list of workflows is behind what the histories themselves say: the
// list is a made one here, because a real one is behind by its own choice of moment.

import { expect, test } from '@jest/globals';
import type { OpenedTemporal } from '../../../cli/cases/openTemporal';
import { codecKeysInUse } from '../../../cli/keys/codecKeysInUse';
import { RAPID_REVIEW_WORKFLOW } from '../../../contracts/workflowIds';
import { keyRingOf } from '../../../platform/encryption/keyRing';
import { payloadCodec } from '../../../platform/encryption/payloadCodec';

const WORKFLOW_ID = 'rapid-review-RR-2026-0001';

interface Run {
  readonly runId: string;
  readonly key: string;
  /** As it is listed; one that is not listed is known by its history alone. */
  readonly listed?: 'RUNNING' | 'CONTINUED_AS_NEW' | 'COMPLETED';
  readonly goesOnIn?: string;
}

const encryptedUnder = (id: string) =>
  payloadCodec(keyRingOf([{ id, bytes: Buffer.alloc(32, 1) }])).encode([
    { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('1') },
  ]);

const temporalWith = (runs: readonly Run[]): OpenedTemporal =>
  ({
    client: {
      workflow: {
        list: () =>
          runs
            .filter(({ listed }) => listed !== undefined)
            .map(({ runId, listed }) => ({
              workflowId: WORKFLOW_ID,
              runId,
              type: RAPID_REVIEW_WORKFLOW,
              status: { name: listed },
            })),
        getHandle: (_workflowId: string, asked: string) => ({
          fetchHistory: async () => {
            const run = runs.find(({ runId }) => runId === asked);
            if (run === undefined) throw new Error(`no run ${asked}`);
            const input = { payloads: await encryptedUnder(run.key) };
            const started = { workflowExecutionStartedEventAttributes: { input } };
            const { goesOnIn: newExecutionRunId } = run;
            const ended = { workflowExecutionContinuedAsNewEventAttributes: { newExecutionRunId } };
            return { events: newExecutionRunId === undefined ? [started] : [started, ended] };
          },
        }),
      },
    },
  }) as unknown as OpenedTemporal;

const saidOf = async (runs: readonly Run[]) =>
  (await codecKeysInUse(temporalWith(runs), () => undefined)).map(({ runId, running, keyIds }) => [
    runId,
    running ? 'running' : 'ended',
    ...keyIds,
  ]);

test('a run that the list does not have yet is found by the one that went on in it', async () => {
  const runs: readonly Run[] = [
    { runId: 'first', key: 'winter', listed: 'CONTINUED_AS_NEW', goesOnIn: 'second' },
    { runId: 'second', key: 'winter', goesOnIn: 'third' },
    { runId: 'third', key: 'winter' },
  ];
  expect(await saidOf(runs)).toEqual([
    ['first', 'ended', 'winter'],
    ['second', 'ended', 'winter'],
    ['third', 'running', 'winter'],
  ]);
});

test('a run that the list still calls running, though it went on, is an ended one, and the new one is counted once', async () => {
  const listedRunning: Run = { runId: 'first', key: 'winter', listed: 'RUNNING', goesOnIn: 'second' };
  const second: Run = { runId: 'second', key: 'spring', listed: 'RUNNING' };
  expect(await saidOf([listedRunning, second])).toEqual([
    ['first', 'ended', 'winter'],
    ['second', 'running', 'spring'],
  ]);
});

test('what ended for good is not running', async () => {
  expect(await saidOf([{ runId: 'first', key: 'winter', listed: 'COMPLETED' }])).toEqual([
    ['first', 'ended', 'winter'],
  ]);
});
