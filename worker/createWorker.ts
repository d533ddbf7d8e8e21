// The worker: which workflows and activities it runs, and how. Not where its connections come from (`main.ts`).

import type { DataConverter } from '@temporalio/common';
import {
  bundleWorkflowCode,
  Worker,
  type ActivityInterceptorsFactory,
  type BundleOptions,
  type Logger,
  type NativeConnection,
  type WorkflowBundle,
} from '@temporalio/worker';
import type {
  Activities,
  CalendarActivities,
  CalendarChangeActivities,
  DiaryActivities,
} from '../contracts/activities';
import { failureConverterPath } from '../platform/encryption/dataConverter';

interface SwcUse {
  readonly options: { jsc: { target: string } };
}

/**
 * The SDK compiles for an older Node, in which spreading an object is a function call: a fifth of the time that a
 * workflow thinks. Throws where the SDK does not compile as it used to.
 */
const forTheNodeThatRunsIt: NonNullable<BundleOptions['webpackConfigHook']> = (config) => {
  const uses = (config.module?.rules ?? []).flatMap((rule) =>
    typeof rule === 'object' && rule !== null && typeof rule.use === 'object' && 'options' in rule.use
      ? [rule.use as unknown as SwcUse]
      : [],
  );
  if (uses.length === 0) throw new Error('the bundler of the SDK compiles in another way than it did');
  for (const { options } of uses) options.jsc.target = 'es2022';
  return config;
};

/**
 * Built once a process, or once for a whole test run. `workflowsPath` is another's only in tests; without a logger the
 * SDK writes what it has built to standard error.
 */
export const bundleWorkflows = (
  workflowsPath: string = require.resolve('../workflows/index'),
  logger?: Logger,
): Promise<WorkflowBundle> =>
  bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    webpackConfigHook: forTheNodeThatRunsIt,
    ...(logger === undefined ? {} : { logger }),
  });

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: Activities & Partial<CalendarActivities & DiaryActivities & CalendarChangeActivities>;
  readonly dataConverter: DataConverter;
  /** Built once and shared; made here when absent. */
  readonly bundle?: WorkflowBundle;
  /** Who looks on at every activity. */
  readonly watchers?: ActivityInterceptorsFactory[];
  /** 0 makes every workflow task replay from the start: for tests. */
  readonly maxCachedWorkflows?: number;
}

export const createWorker = async (parts: WorkerParts): Promise<Worker> => {
  const { bundle, activities, watchers = [], maxCachedWorkflows, ...connection } = parts;
  return Worker.create({
    ...connection,
    activities: { ...activities },
    interceptors: { activity: watchers },
    workflowBundle: bundle ?? (await bundleWorkflows()),
    shutdownGraceTime: '10s',
    ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
  });
};
