// Starts a workflow that brings something to the cases, unless it is running already under that id. Not the case itself.

import type { TemporalLink } from '../../platform/temporal/connectTemporal';

const WAIT_MS = 2_000;

export const startOnce = async (
  link: TemporalLink,
  taskQueue: string,
  workflowType: string,
  workflowId: string,
): Promise<void> => {
  await link.connection.withDeadline(Date.now() + WAIT_MS, () =>
    link.client.workflow.start(workflowType, {
      workflowId,
      taskQueue,
      args: [],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
};
