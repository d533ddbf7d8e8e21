// Which codec keys the histories in Temporal are encrypted with, read from the outside of each payload: no key is needed for
// it, and no case is disturbed.

import type { temporal } from '@temporalio/proto';
import { severalAtOnce } from '../../activities/severalAtOnce';
import { RAPID_REVIEW_WORKFLOW } from '../../contracts/workflowIds';
import { keyIdsIn } from '../../platform/encryption/payloadCodec';
import { historyOf, type OpenedTemporal } from '../cases/openTemporal';
import type { Progress } from '../progress/progressLine';

interface Run {
  readonly workflowId: string;
  readonly runId: string;
  readonly running: boolean;
  readonly ofCase: boolean;
}

export interface HistoryKeys extends Run {
  readonly keyIds: ReadonlySet<string>;
}

const AT_ONCE = 8;

/** The run that this one went on in, by its last event. */
const goesOnIn = (history: temporal.api.history.v1.IHistory): string | undefined =>
  history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;

/**
 * Of every workflow that Temporal keeps, ended ones too. The server's list may be seconds behind: a run that it calls running may
 * have gone on in another that is not in it. Keys are put away by what is said here, so each history is asked where it goes on.
 */
export const codecKeysInUse = async (
  opened: OpenedTemporal,
  progress: Progress,
): Promise<readonly HistoryKeys[]> => {
  const listed: Run[] = [];
  for await (const { workflowId, runId, status, type } of opened.client.workflow.list())
    listed.push({
      workflowId,
      runId,
      running: status.name === 'RUNNING',
      ofCase: type === RAPID_REVIEW_WORKFLOW,
    });
  const seen = new Set(listed.map(({ runId }) => runId));
  const found: HistoryKeys[] = [];

  const look = async (run: Run): Promise<void> => {
    // One that Temporal has let go of meanwhile needs no key.
    const history = await historyOf(opened, run.workflowId, run.runId);
    if (history === undefined) return;
    const next = goesOnIn(history);
    found.push({ ...run, running: run.running && next === undefined, keyIds: keyIdsIn(history) });
    if (next === undefined || seen.has(next)) return;
    seen.add(next);
    await look({ ...run, runId: next, running: true });
  };

  let done = 0;
  await severalAtOnce(listed, AT_ONCE, async (run) => {
    await look(run);
    progress((done += 1), listed.length);
  });
  return found;
};
