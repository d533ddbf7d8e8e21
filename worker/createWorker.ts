// The worker: which workflows and activities it runs, and how. Not where its connections come from (`main.ts`).

import { bundleWorkflowCode, Worker, type NativeConnection, type WorkflowBundle } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { Activities } from '../contracts/activities';

export const bundleWorkflows = (): Promise<WorkflowBundle> =>
  bundleWorkflowCode({ workflowsPath: require.resolve('../workflows/index') });

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: Activities;
  readonly dataConverter: DataConverter;
  /** Built once and shared; made here when absent. */
  readonly bundle?: WorkflowBundle;
  /** 0 makes every workflow task replay from the start: for tests. */
  readonly maxCachedWorkflows?: number;
}

export const createWorker = async (parts: WorkerParts): Promise<Worker> => {
  const { bundle, activities, maxCachedWorkflows, ...connection } = parts;
  return Worker.create({
    ...connection,
    activities: { ...activities },
    workflowBundle: bundle ?? (await bundleWorkflows()),
    shutdownGraceTime: '10s',
    ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
  });
};
