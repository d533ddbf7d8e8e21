// When a run has so much history that the case goes on in another. Where that is looked at, `entity.ts` says.

import { patched, workflowInfo } from '@temporalio/workflow';

/** `limit` is for tests; otherwise the server suggests it. */
export const isFull = (limit: number | undefined): boolean => {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return limit === undefined ? continueAsNewSuggested : historyLength > limit;
};

/** Older runs went on whatever time brought them, and replay as they did (docs/adr/0035): only one that is full has a marker for it. */
export const isFullByTime = (limit: number | undefined): boolean => isFull(limit) && patched('fullByTime');
