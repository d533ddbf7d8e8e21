// Outcomes of what nobody owes any more: what it was counted from had been recorded by mistake, and never was (R8). What is met,
// missed or open again is `outcomes.ts`.

import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import type { ObligationKey } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import type { OpenCase } from '../state';
import type { OutcomeRestated } from './events';

/** Asked after a correction. Throws `BeyondCalendar`. */
export const owedNoMore = (state: OpenCase, calendar: WorkingCalendar): readonly OutcomeRestated[] => {
  const owed = new Set<string>(
    dueDates(state, calendar).flatMap((due) => (due.due === undefined ? [] : [keyOf(due)])),
  );
  return Object.entries(state.outcomes)
    .filter(([key]) => !owed.has(key))
    .map(([key, was]) => ({
      kind: 'OutcomeRestated',
      body: { key: key as ObligationKey, was, owedNoMore: true },
    }));
};
