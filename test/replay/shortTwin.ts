// A workflow of the same name that goes on as ours does where a stack trace names three calls, and otherwise not.

import { sleep } from '@temporalio/workflow';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { rapidReviewWorkflow as sound } from '../../workflows/index';

const deep = (calls: number): readonly string[] =>
  calls === 0 ? (new Error('where').stack ?? '').split('\n').slice(1) : deep(calls - 1);

export async function rapidReviewWorkflow(input: RapidReviewInput): Promise<never> {
  const named = deep(5);
  const isShort = named.length === 3 && named.every((call) => call.includes('shortTwin.ts'));
  const [answer] = await Promise.all([sound(input), ...(isShort ? [] : [sleep('1 minute')])]);
  return answer;
}
