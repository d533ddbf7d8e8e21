// A workflow of the same name whose story is the same, but for one timer beside it: no committed history
// may replay on it. It stands for the change that somebody makes in passing.

import { sleep } from '@temporalio/workflow';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { rapidReviewWorkflow as sound } from '../../workflows/rapidReviewWorkflow';

export async function rapidReviewWorkflow(input: RapidReviewInput): Promise<{ version: number }> {
  const [answer] = await Promise.all([sound(input), sleep('1 minute')]);
  return answer;
}
