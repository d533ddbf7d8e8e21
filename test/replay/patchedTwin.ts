// The same change as in `brokenTwin.ts`, made as CONTRIBUTING asks: only cases that are opened with it have the timer, and every
// committed history replays.

import { patched, sleep } from '@temporalio/workflow';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { rapidReviewWorkflow as sound } from '../../workflows/rapidReviewWorkflow';

export async function rapidReviewWorkflow(input: RapidReviewInput): Promise<{ version: number }> {
  const hasTimer = patched('a-timer-beside');
  const [answer] = await Promise.all([sound(input), ...(hasTimer ? [sleep('1 minute')] : [])]);
  return answer;
}
