// Starting the workflows of cases again from their events, where Temporal has lost them: each once, never over one that
// runs, and never over one that knew more than the records do. What a case does then is its own matter: time passes, and
// what is overdue is done once and marked late.

import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import { severalAtOnce } from '../../activities/severalAtOnce';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../../records/connect';
import type { Records } from '../../records/records';
import type { Progress } from '../progress/progressLine';
import { carriedFromRecords } from './carriedFromRecords';
import { compareCase, isBehind } from './missingTail';
import type { OpenedTemporal } from './openTemporal';
import { referencesInRecords } from '../../records/cases/referencesInRecords';

export interface CasesStarted {
  readonly started: readonly CaseReference[];
  readonly running: number;
  /** Their ended workflow knows more than the records, or otherwise. */
  readonly ahead: readonly CaseReference[];
  readonly failed: readonly { readonly reference: CaseReference; readonly why: string }[];
}

const AT_ONCE = 8;

type Found = 'none' | 'running' | 'ended';

const workflowOf = async ({ client }: OpenedTemporal, reference: CaseReference): Promise<Found> => {
  try {
    const { status } = await client.workflow.getHandle(workflowIdOf(reference)).describe();
    return status.name === 'RUNNING' ? 'running' : 'ended';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'none';
    throw error;
  }
};

const knowsMore = async (
  records: Records,
  temporal: OpenedTemporal,
  reference: CaseReference,
): Promise<boolean> => {
  const compared = await compareCase(records, temporal, reference);
  return compared !== undefined && (compared.otherwise !== undefined || isBehind(compared));
};

type Outcome = 'started' | 'running' | 'ahead';

const startCase = async (
  records: Records,
  temporal: OpenedTemporal,
  reference: CaseReference,
): Promise<Outcome> => {
  const found = await workflowOf(temporal, reference);
  if (found === 'running') return 'running';
  if (found === 'ended' && (await knowsMore(records, temporal, reference))) return 'ahead';
  const carried = await carriedFromRecords(records, reference);
  if (carried === undefined) throw new Error('its first event is no opening');
  const input: RapidReviewInput = { reference, carried };
  try {
    await temporal.client.workflow.start(RAPID_REVIEW_WORKFLOW, {
      workflowId: workflowIdOf(reference),
      taskQueue: temporal.taskQueue,
      args: [input],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      // Somebody else may be starting it at this moment.
      workflowIdConflictPolicy: 'FAIL',
    });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'running';
    throw error;
  }
};

export const startCases = async (
  { records, database }: { readonly records: Records; readonly database: Database },
  temporal: OpenedTemporal,
  progress: Progress = () => undefined,
): Promise<CasesStarted> => {
  const references = await referencesInRecords(database);
  const outcomes = new Map<CaseReference, Outcome>();
  const failed: { reference: CaseReference; why: string }[] = [];
  let done = 0;
  await severalAtOnce(references, AT_ONCE, async (reference) => {
    try {
      outcomes.set(reference, await startCase(records, temporal, reference));
    } catch (error) {
      // One that cannot be started keeps no other from it; the command can be given again.
      failed.push({ reference, why: error instanceof Error ? error.message : 'it failed' });
    }
    progress((done += 1), references.length);
  });
  const of = (outcome: Outcome): readonly CaseReference[] =>
    references.filter((reference) => outcomes.get(reference) === outcome);
  return { started: of('started'), running: of('running').length, ahead: of('ahead'), failed };
};
