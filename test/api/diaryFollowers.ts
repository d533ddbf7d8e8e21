// Stands in for the worker: brings a change of the diary to the cases with the real activity, over a gateway instead of
// Temporal.

import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { createFollowDiary, type FollowingParts } from '../../activities/followDiary';
import type { CommandMessage } from '../../contracts/messages';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiUnderTest } from './apiUnderTest';

const PREFIX = workflowIdOf('' as CaseReference);

const casesOver = ({ gateway }: ApiUnderTest, updateIds: string[]): FollowingParts['cases'] => ({
  withDeadline: (_, work) => work(),
  getHandle: (workflowId) => {
    const reference = workflowId.slice(PREFIX.length) as CaseReference;
    const executeUpdate = async (
      _: string,
      { args, updateId }: { args: [CommandMessage]; updateId: string },
    ): Promise<unknown> => {
      updateIds.push(updateId);
      const answer = await gateway.act(reference, args[0].command);
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

export interface DiaryFollowers {
  readonly follow: () => Promise<void>;
  /** Of every update that was sent. */
  readonly updateIds: readonly string[];
}

export const diaryFollowers = (under: ApiUnderTest): DiaryFollowers => {
  const updateIds: string[] = [];
  const silent = { info: () => undefined, warn: () => undefined };
  const cases = casesOver(under, updateIds);
  return { follow: createFollowDiary({ records: under.records, cases, logger: silent }), updateIds };
};
