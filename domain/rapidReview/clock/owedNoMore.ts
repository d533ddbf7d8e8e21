// Outcomes of what nobody owes any more: what it was counted from had been recorded by mistake, and never was (R8). What is met,
// missed or open again is `outcomes.ts`.

import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import { entriesByKey, keyOf } from '../../timetable/obligationKey';
import type { OpenCase } from '../state';
import type { OutcomeRestated } from './events';

/** Asked after a correction. Throws `BeyondCalendar`. */
export const owedNoMore = (state: OpenCase, calendar: WorkingCalendar): readonly OutcomeRestated[] => {
  const owed = new Set(
    dueDates(state, calendar).flatMap((due) => (due.due === undefined ? [] : [keyOf(due)])),
  );
  return entriesByKey(state.outcomes)
    .filter(([key]) => !owed.has(key))
    .map(([key, was]) => ({
      kind: 'OutcomeRestated',
      body: { key, was, owedNoMore: true },
    }));
};
