// Which codec keys the histories in Temporal are encrypted with, read from the outside of each payload: no key is needed for
// it, and no case is disturbed.

import { severalAtOnce } from '../../activities/severalAtOnce';
import { RAPID_REVIEW_WORKFLOW } from '../../contracts/workflowIds';
import { keyIdsIn } from '../../platform/encryption/payloadCodec';
import { historyOf, type OpenedTemporal } from '../cases/openTemporal';
import type { Progress } from '../progress/progressLine';

export interface HistoryKeys {
  readonly workflowId: string;
  readonly runId: string;
  readonly running: boolean;
  readonly ofCase: boolean;
  readonly keyIds: ReadonlySet<string>;
}

const AT_ONCE = 8;

/** Of every workflow that Temporal keeps, ended ones too. */
export const codecKeysInUse = async (
  temporal: OpenedTemporal,
  progress: Progress,
): Promise<readonly HistoryKeys[]> => {
  const runs: Omit<HistoryKeys, 'keyIds'>[] = [];
  for await (const { workflowId, runId, status, type } of temporal.client.workflow.list())
    runs.push({
      workflowId,
      runId,
      running: status.name === 'RUNNING',
      ofCase: type === RAPID_REVIEW_WORKFLOW,
    });
  const found: HistoryKeys[] = [];
  let done = 0;
  await severalAtOnce(runs, AT_ONCE, async (run) => {
    // One that Temporal has let go of meanwhile needs no key.
    const history = await historyOf(temporal, run.workflowId, run.runId);
    if (history !== undefined) found.push({ ...run, keyIds: keyIdsIn(history) });
    progress((done += 1), runs.length);
  });
  return found;
};
