// Starts the workflow that brings a change of the diary to the cases: one a change, under an id made from it. Starting it
// again is without harm, since it asks anew who is behind.

import { FOLLOW_DIARY_WORKFLOW, followDiaryId } from '../../contracts/workflowIds';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import type { ApiDeps } from '../deps';
import { startOnce } from '../writing/startOnce';

export const startFollowing =
  (link: TemporalLink, taskQueue: string): NonNullable<ApiDeps['followDiary']> =>
  ({ date, version }) =>
    startOnce(link, taskQueue, FOLLOW_DIARY_WORKFLOW, followDiaryId(date, version));
