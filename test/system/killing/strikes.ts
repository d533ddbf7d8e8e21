// The kills: which part dies, at which act, and how long after that act was asked for. Each part dies equally often.

import { setTimeout as pause } from 'node:timers/promises';
import { PARTS, type Part } from '../parts';
import type { RealEngine } from '../realEngine';
import { untilTrue } from '../until';
import type { Dice } from './dice';

export interface Strike {
  /** While that act is asked for, or soon after. */
  readonly act: number;
  readonly part: Part;
  readonly afterMs: number;
}

/** A write takes some 150 ms, its recording and its mails up to two seconds more: half the kills fall in each. */
const IN_THE_ACT_MS = 250;
const SOON_AFTER_MS = 1_500;
const RECOVERED_MS = 60_000;

export const chooseStrikes = (
  { below, shuffled }: Dice,
  acts: number,
  eachPart: number,
): readonly Strike[] => {
  const parts = shuffled(PARTS.flatMap((part) => Array.from({ length: eachPart }, () => part)));
  const moments = shuffled(Array.from({ length: acts }, (_, index) => index)).slice(0, parts.length);
  return moments
    .sort((a, b) => a - b)
    .map((act, index) => ({
      act,
      part: parts[index] ?? 'worker',
      afterMs: below(below(2) === 0 ? IN_THE_ACT_MS : SOON_AFTER_MS),
    }));
};

export class Striker {
  /** What each part is at: it is not killed again before it has come back. */
  readonly #busy = new Map<Part, Promise<void>>();
  readonly #failures: unknown[] = [];
  readonly struck: Strike[] = [];

  constructor(private readonly engine: RealEngine) {}

  begin(strike: Strike): void {
    const before = this.#busy.get(strike.part) ?? Promise.resolve();
    const work = before
      .then(() => this.#carryOut(strike))
      .catch((error: unknown) => void this.#failures.push(error));
    this.#busy.set(strike.part, work);
  }

  /** Everything runs again. */
  async settled(): Promise<void> {
    await Promise.all(this.#busy.values());
    if (this.#failures.length > 0) throw new AggregateError(this.#failures, 'a part did not come back');
    await untilTrue('everything is back', RECOVERED_MS, async () => {
      const { status } = await this.engine.caller.ask({ path: '/readyz' });
      return status === 200;
    });
  }

  async #carryOut({ part, afterMs, act }: Strike): Promise<void> {
    // A moment chosen by chance, not a wait for something to happen.
    await pause(afterMs);
    await this.engine.parts.kill(part);
    this.struck.push({ part, afterMs, act });
    await this.engine.parts.launch(part);
  }
}
