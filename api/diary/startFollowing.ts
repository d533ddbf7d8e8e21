// Starts the workflow that brings a change of the diary to the cases: one a change, under an id made from it. Starting it
// again is without harm, since it asks anew who is behind.

import { FOLLOW_DIARY_WORKFLOW, followDiaryId } from '../../contracts/workflowIds';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import type { ApiDeps } from '../deps';

const WAIT_MS = 2_000;

export const startFollowing =
  (link: TemporalLink, taskQueue: string): NonNullable<ApiDeps['followDiary']> =>
  async ({ date, version }) => {
    await link.connection.withDeadline(Date.now() + WAIT_MS, () =>
      link.client.workflow.start(FOLLOW_DIARY_WORKFLOW, {
        workflowId: followDiaryId(date, version),
        taskQueue,
        args: [],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  };
