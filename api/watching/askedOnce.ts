// Asking something dear for those who watch: whoever asks meanwhile waits for the same answer, an answer serves for a while,
// and nobody waits longer than the limit. What the answer is for is not decided here.

import { withinLimit } from './withinLimit';

export interface AskingLimits {
  /** So long an answer serves at most. */
  readonly freshMs: number;
  readonly withinMs: number;
  readonly now: () => number;
}

/** Of what was quick to find out a newer answer is worth having: asking takes a tenth of the time at most, whoever asks how often. */
const REST = { times: 10, atLeastMs: 1_000 } as const;

/** A failure serves nobody but those who wait for it. */
export const askedOnce = <T>(
  ask: () => Promise<T>,
  { freshMs, withinMs, now }: AskingLimits,
): (() => Promise<T>) => {
  let last: { readonly until: number; readonly answer: T } | undefined;
  let asking: Promise<T> | undefined;
  const askNow = async (): Promise<T> => {
    const began = now();
    try {
      const answer = await ask();
      const rest = Math.max(REST.atLeastMs, (now() - began) * REST.times);
      last = { until: now() + Math.min(freshMs, rest), answer };
      return answer;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (last !== undefined && now() < last.until) return last.answer;
    asking ??= askNow();
    return withinLimit(asking, withinMs);
  };
};
