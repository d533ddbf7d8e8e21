// Which open dates of a shape another calendar moves, from which day to which, and whether they are late then or in time again
// (R7). What is done keeps its date.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { firstLateInstant } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { ObligationName } from '../policy/policyProfile';
import { dueDates, type Due } from '../timetable/dueDates';
import type { ObligationKey, Outcome, TimetableFacts } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';

/** The calendar that a case has and the one that it would go to, and the moment at which it does. */
export interface Change {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly now: Instant;
}

/** `late`: the new date is past, and it was not late before. `inTimeAgain`: a miss that is taken up again (R7). */
export type Lateness = 'unchanged' | 'late' | 'inTimeAgain';

export interface Move {
  readonly key: ObligationKey;
  readonly obligation: ObligationName;
  readonly was: CivilDate;
  readonly due: CivilDate;
  readonly lateness: Lateness;
}

/** An extension after a miss leaves the miss, of the date before it, wherever the agreed date moves. */
const missStays = (outcome: Outcome, { due: was }: Due, { missStands }: Due): boolean =>
  missStands === true && outcome.due !== was;

const latenessOf = (
  outcome: Outcome | undefined,
  was: Due,
  is: Due & Required<Pick<Due, 'due'>>,
  { after, now }: Change,
): Lateness => {
  const late = firstLateInstant(after, is.due) <= now;
  if (outcome?.kind !== 'missed') return late ? 'late' : 'unchanged';
  return late || missStays(outcome, was, is) ? 'unchanged' : 'inTimeAgain';
};

/** Throws `BeyondCalendar`. */
export const movedIn = (facts: TimetableFacts, change: Change): readonly Move[] => {
  const earlier = dueDates(facts, change.before);
  return dueDates(facts, change.after).flatMap((after, index): Move[] => {
    const before = earlier[index];
    const key = keyOf(after);
    if (before?.due === undefined || after.due === undefined || before.due === after.due) return [];
    if (facts.outcomes[key]?.on !== undefined) return [];
    const { obligation, due } = after;
    const lateness = latenessOf(facts.outcomes[key], before, { ...after, due }, change);
    return [{ key, obligation, was: before.due, due, lateness }];
  });
};
