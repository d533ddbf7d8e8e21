// One after the other, so that texts are written, and views of them logged, in the order in which they stand. What is done with each is the
// caller's.

export const inOrder = async <T, V>(
  items: readonly T[],
  of: (item: T, index: number) => Promise<V>,
): Promise<V[]> => {
  const all: V[] = [];
  for (const [index, item] of items.entries()) all.push(await of(item, index));
  return all;
};
