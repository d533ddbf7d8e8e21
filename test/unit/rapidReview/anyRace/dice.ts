// Random choices that shrink: numbers drawn by fast-check, spent one after the other. The same numbers choose the same.

export class Dice {
  private spent = 0;
  constructor(private readonly numbers: readonly number[]) {}

  /** From 0 to below `sides`. Once the numbers are spent it is always 0. */
  roll(sides: number): number {
    const number = this.numbers[this.spent] ?? 0;
    this.spent += 1;
    return number % sides;
  }

  /** Never, once the numbers are spent. */
  oneIn(sides: number): boolean {
    return this.roll(sides) === 1;
  }

  /** The first is what shrinking comes to. */
  pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T {
    const chosen = choices[this.roll(choices.length)];
    if (chosen === undefined) throw new Error('there is nothing to choose from');
    return chosen;
  }
}
