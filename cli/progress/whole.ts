// A count as people read it.

export const whole = (count: number): string => count.toLocaleString('en-GB');
