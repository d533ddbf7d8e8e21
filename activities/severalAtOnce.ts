// Work on many things, several of them at the same time and the others in their turn.

async function* oneByOne<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** So many at a time, each next one as soon as one is done. After a failure none is begun any more, and those under way are waited for. */
export const severalAtOnce = async <T>(
  items: Iterable<T> | AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> => {
  const queue = oneByOne(items);
  const next = async (): Promise<void> => {
    for await (const item of queue) await work(item);
  };
  const atWork = Array.from({ length: atOnce }, next);
  try {
    await Promise.all(atWork);
  } finally {
    await Promise.allSettled(atWork);
  }
};
