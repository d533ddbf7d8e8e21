// What a scene of this story has at hand: its two cases, its days, and the desk at which the calendar is changed.

import type { ForeseenView } from '../../../api/calendarChanges/changeSchemas';
import type { Played, Stage } from '../stage';
import type { Telling } from '../telling';
import type { Theatre } from '../theatre';
import type { ChangeDesk, RefusedChange } from './changeDesk';
import type { DaysOfProclamation } from './daysOfProclamation';

export interface TellingOfTwo {
  readonly stage: Stage;
  readonly theatre: Theatre;
  readonly days: DaysOfProclamation;
  /** The one that the story is about. */
  readonly review: Telling;
  /** As that one stands. */
  readonly played: () => Promise<Played>;
  /** Its meeting has been held by the time of the proclamation. */
  readonly earlier: Telling;
  readonly desk: ChangeDesk;
}

export interface Accepted {
  readonly number: number;
  /** What was foreseen on the Saturday, and what on the Monday on which it was accepted. */
  readonly first: ForeseenView;
  readonly foreseen: ForeseenView;
  /** The same preview, accepted once more. */
  readonly again: RefusedChange;
}
