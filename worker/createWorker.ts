// The worker: which workflows and activities it runs, and how. Not where its connections come from (`main.ts`).

import type { DataConverter } from '@temporalio/common';
import {
  Worker,
  type ActivityInterceptorsFactory,
  type NativeConnection,
  type WorkerOptions,
} from '@temporalio/worker';
import type {
  Activities,
  CalendarActivities,
  CalendarChangeActivities,
  DiaryActivities,
} from '../contracts/activities';
import { workflowsToRun } from './workflowsToRun';

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: Activities & Partial<CalendarActivities & DiaryActivities & CalendarChangeActivities>;
  readonly dataConverter: DataConverter;
  /** Built once and shared; made here when absent. */
  readonly bundle?: NonNullable<WorkerOptions['workflowBundle']>;
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
    workflowBundle: bundle ?? (await workflowsToRun()),
    shutdownGraceTime: '10s',
    // What was handed to a worker that has died goes to another so much later: a case must not stand still for long.
    stickyQueueScheduleToStartTimeout: '5s',
    // And what it was doing is begun again after three heartbeats that did not come: none may be held back for longer.
    maxHeartbeatThrottleInterval: '5s',
    ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
  });
};
