// Whether Temporal answers, whether a worker is there to do the work, and how many workflows run: asked afresh each time, with a limit.

import { temporal } from '@temporalio/proto';
import type { TemporalLink } from './connectTemporal';

const LIMIT_MS = 2_000;
/** A waiting worker asks again at least once a minute; one that was killed stays on the server's list for five. */
const SEEN_WITHIN_MS = 75_000;

const { TaskQueueType } = temporal.api.enums.v1;

const within = <T>({ connection }: TemporalLink, call: () => Promise<T>, limitMs = LIMIT_MS): Promise<T> =>
  connection.withDeadline(Date.now() + limitMs, call);

/** Throws when the server or its namespace does not answer. */
export const temporalAnswers = async (link: TemporalLink, limitMs?: number): Promise<void> => {
  const { namespace, connection } = link;
  await within(link, () => connection.workflowService.describeNamespace({ namespace }), limitMs);
};

const lastSeen = async (
  link: TemporalLink,
  queue: string,
  type: temporal.api.enums.v1.TaskQueueType,
): Promise<number> => {
  const { namespace, connection } = link;
  const { pollers } = await within(link, () =>
    connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: queue },
      taskQueueType: type,
    }),
  );
  return Math.max(0, ...pollers.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000));
};

/** Whether somebody has lately asked for both kinds of work: decisions, and activities. */
export const workerPolls = async (
  link: TemporalLink,
  taskQueue: string,
  now = Date.now(),
): Promise<boolean> => {
  const seen = await Promise.all([
    lastSeen(link, taskQueue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
    lastSeen(link, taskQueue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY),
  ]);
  return seen.every((at) => now - at <= SEEN_WITHIN_MS);
};

/** By the server's list, which may be seconds behind. */
export const countRunning = async (link: TemporalLink, workflowType: string): Promise<number> => {
  const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;
  const { count } = await within(link, () => link.client.workflow.count(query));
  return count;
};
