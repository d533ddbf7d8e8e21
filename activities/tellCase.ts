// Telling one case of something that was decided outside it, as an update of its workflow, and hearing what it says. Asked
// again under the same id it has the effect of once. Who is told, and what follows from the answer, is decided elsewhere.

import { WorkflowUpdateFailedError, type WorkflowClient, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { wasLostOnTheWay, type CommandMessage, type Receipt } from '../contracts/messages';
import { workflowIdOf } from '../contracts/workflowIds';
import type { CaseReference } from '../domain/rapidReview/references';

/** The way to the workflows of the cases. */
export interface CaseWorkflows {
  getHandle(workflowId: string): Pick<WorkflowHandle, 'executeUpdate'>;
  withDeadline: WorkflowClient['withDeadline'];
}

/** `unheard`: it may know, or not; asking again finds out. */
export type Heard =
  | { readonly heard: 'notRunning' | 'unheard' }
  | { readonly heard: 'followed'; readonly receipt: Receipt }
  | { readonly heard: 'refused'; readonly code: string };

export interface Telling {
  readonly cases: CaseWorkflows;
  /** How long one case may take to answer. */
  readonly waitMs?: number;
}

const WAIT_MS = 10_000;
/**
 * How many cases are told at the same time. One by one, silent cases would use up the time of the attempt, and of every attempt after
 * it, before the others are told.
 */
export const TOLD_AT_ONCE = 24;

const heardFrom = (error: unknown): Heard => {
  if (error instanceof WorkflowNotFoundError) return { heard: 'notRunning' };
  if (!(error instanceof WorkflowUpdateFailedError)) return { heard: 'unheard' };
  if (wasLostOnTheWay(error)) return { heard: 'unheard' };
  const { cause } = error;
  return { heard: 'refused', code: cause instanceof ApplicationFailure ? (cause.type ?? '') : '' };
};

/** With the error, where it is none that says more than the answer does. */
export const tellCase = async (
  { cases, waitMs = WAIT_MS }: Telling,
  reference: CaseReference,
  message: CommandMessage,
): Promise<Heard & { readonly error?: unknown }> => {
  const { kind, asked } = message.command;
  try {
    const receipt = await cases.withDeadline(Date.now() + waitMs, () =>
      cases.getHandle(workflowIdOf(reference)).executeUpdate<Receipt, [CommandMessage]>(kind, {
        args: [message],
        updateId: `${asked.commandId}-${reference}`,
      }),
    );
    return { heard: 'followed', receipt };
  } catch (error) {
    return { ...heardFrom(error), error };
  }
};
