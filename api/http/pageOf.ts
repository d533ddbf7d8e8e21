// A page of a list that was read with one more than asked for: that one tells whether there is a next page, and is not shown.

interface Page<One, Place> {
  readonly shown: readonly One[];
  /** Where the next page goes on from: the place of the last one shown, and nothing if it is the last of all. */
  readonly more: { readonly next?: Place };
}

export const pageOf = <One, Place>(
  found: readonly One[],
  limit: number,
  placeOf: (one: One) => Place,
): Page<One, Place> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, more: found.length > limit && last !== undefined ? { next: placeOf(last) } : {} };
};
