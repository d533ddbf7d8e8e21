// Asking something dear for those who watch: whoever asks meanwhile waits for the same answer, an answer serves for a while,
// and nobody waits longer than the limit. What the answer is for is not decided here.

export interface AskingLimits {
  /** So long an answer serves. */
  readonly freshMs: number;
  readonly withinMs: number;
  readonly now: () => number;
}

const withinLimit = async <T>(asked: Promise<T>, withinMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), withinMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** A failure serves nobody but those who wait for it. */
export const askedOnce = <T>(
  ask: () => Promise<T>,
  { freshMs, withinMs, now }: AskingLimits,
): (() => Promise<T>) => {
  let last: { readonly at: number; readonly answer: T } | undefined;
  let asking: Promise<T> | undefined;
  const askNow = async (): Promise<T> => {
    try {
      const answer = await ask();
      last = { at: now(), answer };
      return answer;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (last !== undefined && now() - last.at < freshMs) return last.answer;
    asking ??= askNow();
    return withinLimit(asking, withinMs);
  };
};
