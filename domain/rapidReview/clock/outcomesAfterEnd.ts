// What is recorded of a case after its end still does to its outcomes (R8, R20): what had been missed and is done is done, and what was put
// right is judged anew, as the case stood when it ended. What had not been missed by then has lapsed, and stays so.

import { firstLateInstant } from '../../calendar/londonTime';
import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import { keyOf } from '../../timetable/obligationKey';
import type { EndedCase } from '../state';
import type { ClockEvent } from './events';
import { again, doneOn, restsOn, type Corrected } from './outcomes';

/** In cases opened before, what was done late after the end stood as not done at all, until they were taken up again (docs/adr/0006). */
const DONE_AFTER_END_SINCE_RULES_VERSION = 15;

/** Throws `BeyondCalendar`. */
export const outcomesAfterEnd = (
  state: EndedCase,
  calendar: WorkingCalendar,
  now: Instant,
  corrected: Corrected | undefined,
): readonly ClockEvent[] => {
  if (state.rulesVersion < DONE_AFTER_END_SINCE_RULES_VERSION) return [];
  return dueDates(state, calendar).flatMap((due) => {
    const was = state.outcomes[keyOf(due)];
    const { due: date } = due;
    if (date === undefined || was === undefined) return [];
    const late = firstLateInstant(calendar, date) <= (state.endedAt ?? now);
    const moment = { state, calendar, now, late, corrected, missOutlives: true };
    const done = doneOn(state, calendar, due);
    const doneSince = was.kind === 'missed' && was.on === undefined && done !== undefined;
    const putRight = corrected !== undefined && restsOn(state, due, corrected, was);
    return doneSince || putRight ? again(due, date, done, was, moment) : [];
  });
};
