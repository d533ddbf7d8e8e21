// A promise looked at thousands of times a run: it costs nothing while it is kept, and says what it saw where it is not.

export function demand(promise: string, kept: boolean, ...seen: readonly unknown[]): asserts kept {
  if (!kept) throw new Error(`${promise}: ${JSON.stringify(seen)}`);
}
