// When a run has so much history that the case goes on in another. Where that is looked at, `entity.ts` says.

import { workflowInfo } from '@temporalio/workflow';

/** `limit` is for tests; otherwise the server suggests it. */
export const isFull = (limit: number | undefined): boolean => {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return limit === undefined ? continueAsNewSuggested : historyLength > limit;
};
