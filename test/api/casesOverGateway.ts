// The cases as an activity reaches them, over the gateway of the API under test instead of Temporal.

import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { CaseWorkflows } from '../../activities/tellCase';
import type { CommandMessage } from '../../contracts/messages';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiUnderTest } from './apiUnderTest';

const PREFIX = workflowIdOf('' as CaseReference);

/** The id of every update that was sent is added to `updateIds`. */
export const casesOverGateway = ({ gateway }: ApiUnderTest, updateIds: string[]): CaseWorkflows => ({
  withDeadline: (_, work) => work(),
  getHandle: (workflowId) => {
    const reference = workflowId.slice(PREFIX.length) as CaseReference;
    const executeUpdate = async (
      _: string,
      { args, updateId }: { args: [CommandMessage]; updateId: string },
    ): Promise<unknown> => {
      updateIds.push(updateId);
      const [{ command, calendar }] = args;
      const answer = await gateway.act(reference, command, undefined, calendar);
      switch (answer.kind) {
        case 'accepted':
          return answer.receipt;
        case 'refused':
          throw new WorkflowUpdateFailedError(
            'refused',
            ApplicationFailure.create({ type: answer.rejection.code }),
          );
        case 'notRunning':
          throw new WorkflowNotFoundError('none', workflowId, undefined);
        case 'temporalAway':
        case 'workerAway':
          throw new Error(answer.kind);
      }
    };
    // Only this call is made, and only in this way.
    return { executeUpdate };
  },
});

const nothing = (): void => undefined;
export const silent = { info: nothing, warn: nothing };
