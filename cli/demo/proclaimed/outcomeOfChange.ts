// The outcome of this story as one document: that of its review as the race has it, that of the earlier review beside it,
// and the change: when, foreseen, what moved, how far it got, and how the same preview was refused.

import type { ChangeView, ForeseenView } from '../../../api/calendarChanges/changeSchemas';
import { outcomeOf, type Outcome } from '../outcome';
import type { CasesBrought, RefusedChange } from './changeDesk';
import type { DaysOfProclamation } from './daysOfProclamation';
import type { PlayedProclaimed } from './playProclaimed';

export interface OutcomeOfChange extends Outcome {
  readonly earlier: Outcome;
  readonly change: {
    readonly number: number;
    readonly proclaimedOn: string;
    readonly holiday: string;
    readonly acceptedAt: string;
    readonly foreseenOnSaturday: ForeseenView;
    readonly foreseen: ForeseenView;
    readonly progress: ChangeView['progress'];
    readonly cases: CasesBrought['cases'];
    readonly again: RefusedChange;
  };
}

export const outcomeOfChange = (
  { review, earlier, changed }: PlayedProclaimed,
  { proclaimedOn, holiday }: DaysOfProclamation,
): OutcomeOfChange => {
  const { first, foreseen, cases, again, change } = changed;
  return {
    ...outcomeOf(review),
    earlier: outcomeOf(earlier),
    change: {
      number: change.number,
      proclaimedOn,
      holiday,
      acceptedAt: change.at,
      foreseenOnSaturday: first,
      foreseen,
      progress: change.progress,
      cases,
      again,
    },
  };
};
