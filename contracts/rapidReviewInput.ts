// What a case's workflow starts from: nothing at first, and after continue-as-new everything it knew.

import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { Notice } from '../domain/rapidReview/notices';
import type { CaseReference, RapidReview } from '../domain/rapidReview/state';
import type { Receipt } from './messages';

/** How many commands are remembered across continue-as-new. Within a run the server also knows their ids. */
export const REMEMBERED_COMMANDS = 200;

export interface Carried {
  readonly state: RapidReview;
  readonly calendar: CalendarSnapshot;
  /** Accepted and not yet recorded. */
  readonly unrecorded: { readonly events: readonly CaseEvent[]; readonly notices: readonly Notice[] };
  /** Mail is recorded and may be unsent. */
  readonly mailWaiting: boolean;
  /** The last commands accepted and what they established: the same id twice has the effect of once. */
  readonly handled: readonly (readonly [string, Pick<Receipt, 'version' | 'events'>])[];
}

export interface RapidReviewInput {
  readonly reference: CaseReference;
  /** Continue as new past so many history events; for tests. Otherwise when the server suggests it. */
  readonly historyLimit?: number;
  readonly carried?: Carried;
}
