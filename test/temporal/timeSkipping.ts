// A time-skipping server of a test file's own (its time is global), with client and worker. Its time starts at
// the machine's and only goes forward, so stories start ahead of it.

import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker, WorkflowBundle } from '@temporalio/worker';
import { startTimeSkippingServer } from '../../cli/demo/timeSkippingServer';
import type { Instant } from '../../domain/calendar/instant';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { bundleOfSources } from '../../worker/bundleOfSources';
import { createWorker, type WorkerParts } from '../../worker/createWorker';
import { quietRuntime } from './quietRuntime';

quietRuntime();

const testServer = (): string => {
  const path = process.env['TEMPORAL_TEST_SERVER'];
  if (path === undefined)
    throw new Error('TEMPORAL_TEST_SERVER is not set: run `npm test -- workflow`, which sets it up');
  return path;
};

export interface TimeSkipping {
  readonly environment: TestWorkflowEnvironment;
  readonly client: Client;
  readonly bundle: WorkflowBundle;
  now(): Promise<Instant>;
  /** Skips to that instant, or returns at once when it has passed. */
  skipTo(at: Instant): Promise<void>;
  worker(
    activities: WorkerParts['activities'],
    options?: { maxCachedWorkflows?: number; bundle?: WorkflowBundle; taskQueue?: string },
  ): Promise<Worker>;
  stop(): Promise<void>;
}

export const startTimeSkipping = async (workflowsPath?: string): Promise<TimeSkipping> => {
  const dataConverter = encryptedDataConverter(keyRingOf([{ id: 'test-1', bytes: randomBytes(32) }]));
  const environment = await startTimeSkippingServer(testServer(), dataConverter);
  const bundle = await bundleOfSources(workflowsPath === undefined ? {} : { workflowsPath });
  const now = async (): Promise<Instant> => (await environment.currentTimeMs()) as Instant;
  return {
    environment,
    client: environment.client,
    bundle,
    now,
    skipTo: async (at) => {
      const ahead = at - (await now());
      if (ahead > 0) await environment.sleep(ahead);
    },
    worker: (activities, { bundle: other, ...options } = {}) =>
      createWorker({
        connection: environment.nativeConnection,
        namespace: environment.namespace ?? 'default',
        taskQueue: `test-${randomBytes(6).toString('hex')}`,
        activities,
        dataConverter,
        bundle: other ?? bundle,
        ...options,
      }),
    stop: () => environment.teardown(),
  };
};
