// Timing on a machine that is shared: in every round each contender has a turn, so that a slow moment hits all of
// them; medians and ratios are over the rounds. What is timed, and what it should take, is decided elsewhere.

import { whole as wholeCount } from '../cli/progress/whole';

/** Does its work that many times, or on that many questions; what it gives back keeps the work from being left out. */
export type Turn = (times: number) => unknown;

export interface Timed {
  /** Nanoseconds for one, in each round. */
  readonly rounds: readonly number[];
  readonly median: number;
}

/** A turn lasts so long that the clock's own steps do not show. */
const TURN_NS = 20e6;
const ROUNDS = 15;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

/** As people read it; what was measured has no decimals to vouch for. */
export const whole = (value: number): string => wholeCount(Math.round(value));

const nanoseconds = (turn: Turn, times: number): number => {
  const start = process.hrtime.bigint();
  turn(times);
  return Number(process.hrtime.bigint() - start);
};

/** How often the work fits into a turn; finding out warms it up. */
const timesFor = (turn: Turn): number => {
  for (let times = 1; ; times *= 2) {
    const taken = nanoseconds(turn, times);
    if (taken >= TURN_NS) return times;
  }
};

/** In the order given, and all of them in each round. */
export const timeInRounds = (turns: readonly Turn[], rounds = ROUNDS): readonly Timed[] => {
  const times = turns.map(timesFor);
  const taken = turns.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, turn] of turns.entries()) {
      const often = times[index] ?? 1;
      taken[index]?.push(nanoseconds(turn, often) / often);
    }
  }
  return taken.map(timed);
};

export const timed = (rounds: readonly number[]): Timed => ({ rounds, median: median(rounds) });

/** How many times longer the one takes, round by round: what both suffer cancels out. */
export const timesLonger = (slow: Timed, quick: Timed): number =>
  median(slow.rounds.map((taken, round) => taken / (quick.rounds[round] ?? NaN)));
