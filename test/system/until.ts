// Asks again and again until the answer is there: tests wait for what must come, never for a guessed time.

import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 100;

/** The first answer that is not `undefined`. What `ask` throws ends the waiting. */
export const until = async <T>(
  what: string,
  limitMs: number,
  ask: () => Promise<T | undefined> | T | undefined,
  againMs = AGAIN_MS,
): Promise<T> => {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`after ${limitMs / 1000} s still not: ${what}`);
    await pause(againMs);
  }
};

export const untilTrue = async (
  what: string,
  limitMs: number,
  ask: () => Promise<boolean> | boolean,
): Promise<void> => {
  await until(what, limitMs, async () => ((await ask()) ? true : undefined));
};
