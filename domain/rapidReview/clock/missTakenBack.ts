// What is kept of a miss that was taken back, until the team has heard so and after. Whether it has, `heardOfMisses.ts` says.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { ObligationKey } from '../../timetable/facts';

/** A miss that the team had heard of, and that was taken back (R8). */
export interface MissTakenBack {
  readonly key: ObligationKey;
  /** The day by which it had been missed. */
  readonly was: CivilDate;
  /** Number of the event that took it back. */
  readonly event: number;
  readonly at: Instant;
  /** By a disagreement of the Panel that was none: what came of the one before says nothing of it. */
  readonly ofNone?: true;
}
