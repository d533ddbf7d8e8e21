// Commands as Temporal updates, under the command's own id: the same command sent twice has the effect of once.
// Opening starts the workflow in the same breath. How long to wait is decided here; what a wait in vain means is not.

import { WithStartWorkflowOperation } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import { commandUpdates, type CommandMessage, type Receipt } from '../../contracts/messages';
import { ask, timetableNow } from '../../contracts/questions';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RAPID_REVIEW_WORKFLOW, updateIdOf, workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import type { CaseGateway, GatewayAnswer, OpenCaseCommand } from './caseGateway';
import { failureAnswer } from './temporalFailures';

export interface TemporalGatewaySettings {
  readonly taskQueue: string;
  /** How long a command waits for the server and a worker together. */
  readonly waitMs?: number;
}

const WAIT_MS = 8_000;
/** For what is nice to have in an answer that has waited already. */
const SHOWN_WITHIN_MS = 1_000;

export const temporalGateway = (
  link: TemporalLink,
  { taskQueue, waitMs = WAIT_MS }: TemporalGatewaySettings,
): CaseGateway => {
  const { workflow } = link.client;

  const answered = async (call: () => Promise<Receipt>): Promise<GatewayAnswer> => {
    try {
      return { kind: 'accepted', receipt: await link.connection.withDeadline(Date.now() + waitMs, call) };
    } catch (error) {
      const answer = failureAnswer(error);
      if (answer === undefined) throw error;
      return answer.kind === 'temporalAway' || answer.kind === 'workerAway' ? { ...answer, error } : answer;
    }
  };

  const update = (reference: CaseReference, message: CommandMessage): Promise<Receipt> => {
    const { kind, asked } = message.command;
    return workflow
      .getHandle(workflowIdOf(reference))
      .executeUpdate<Receipt, [CommandMessage]>(kind, { args: [message], updateId: updateIdOf(asked) });
  };

  const start = (message: CommandMessage<OpenCaseCommand>): Promise<Receipt> => {
    const { reference, asked } = message.command;
    return workflow.executeUpdateWithStart(commandUpdates.openCase, {
      args: [message],
      updateId: updateIdOf(asked),
      startWorkflowOperation: new WithStartWorkflowOperation<(input: RapidReviewInput) => Promise<unknown>>(
        RAPID_REVIEW_WORKFLOW,
        {
          workflowId: workflowIdOf(reference),
          args: [{ reference }],
          taskQueue,
          workflowIdConflictPolicy: 'FAIL',
          // A workflow that was started but never opened fails by itself, and leaves its id to the repeat.
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        },
      ),
    });
  };

  /** Started before: by an earlier try of the same request, since the reference is this request's own. */
  const startOrJoin = async (message: CommandMessage<OpenCaseCommand>): Promise<Receipt> => {
    try {
      return await start(message);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      return update(message.command.reference, message);
    }
  };

  return {
    open: async (command, calendar) => {
      const message = { command, calendar };
      const answer = await answered(() => startOrJoin(message));
      // It may have failed for want of an opening between the two calls: then its id is free.
      return answer.kind === 'notRunning' ? answered(() => startOrJoin(message)) : answer;
    },
    act: (reference, command, recordedUpTo, calendar) =>
      answered(() =>
        update(reference, {
          command,
          ...(calendar === undefined ? {} : { calendar }),
          ...(recordedUpTo === undefined ? {} : { recordedByAsker: true, recordedUpTo }),
        }),
      ),
    timetable: (reference) =>
      link.connection
        .withDeadline(Date.now() + Math.min(SHOWN_WITHIN_MS, waitMs), () =>
          ask(workflow.getHandle(workflowIdOf(reference)), timetableNow),
        )
        .catch(() => undefined),
    knows: async (reference) => {
      try {
        await link.connection.withDeadline(Date.now() + waitMs, () =>
          workflow.getHandle(workflowIdOf(reference)).describe(),
        );
        return 'yes';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'no';
        if (failureAnswer(error) === undefined) throw error;
        return 'temporalAway';
      }
    },
  };
};
