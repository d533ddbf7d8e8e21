// A count as people read it.

export const whole = (count: number): string => count.toLocaleString('en-GB');

/** `1 case`, `2 cases`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : several}`;
