// Chance that can be thrown again: the same seed gives the same kills at the same points.

export interface Dice {
  /** From 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

/** Mulberry32: small, and good enough to choose moments with. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    shuffled: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(below(left.length), 1));
    },
  };
};
