// How the day of a meeting may lie to its window: the words that events, mails and previews share. How one lies is `window.ts`.

import type { CivilDate } from '../../calendar/civilDate';

export const WAYS_OUTSIDE = ['early', 'late'] as const;
export const WAYS_AMISS = [...WAYS_OUTSIDE, 'dayOff'] as const;

/** Outside the window that held when it was arranged: early is before it opens, late after it closes. */
export interface Departure {
  readonly way: (typeof WAYS_OUTSIDE)[number];
  readonly opens?: CivilDate;
  readonly closes: CivilDate;
}

/** How the day of a meeting lies wrong: outside its window, or on a day that has become a holiday since. */
export interface DayAmiss extends Omit<Departure, 'way'> {
  readonly way: (typeof WAYS_AMISS)[number];
}

/** What was amiss with the day is no longer so: it lies inside the window, or is a working day again, outside it as it was. */
export interface DayRestored extends Omit<Departure, 'way'> {
  readonly way: 'inside' | Departure['way'];
}

/** The first day of the window, where it is another one: the meeting cannot be before it without a reason. */
export interface WindowOpens {
  readonly was: CivilDate;
  readonly opens: CivilDate;
}
