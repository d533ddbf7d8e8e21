// What is recorded of a case after its end still does to its outcomes (R8, R20): what had been missed and is done is done, and what was put
// right, or done by then and heard of only now, is judged as the case stood when it ended. What else had not been missed by then has
// lapsed, and stays so.

import { firstLateInstant } from '../../calendar/londonTime';
import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import { keyOf } from '../../timetable/obligationKey';
import type { EndedCase } from '../state';
import { restsOn, type Corrected } from './corrected';
import type { ClockEvent } from './events';
import { again, doneOn, first } from './outcomes';

const lapsing = (event: ClockEvent): ClockEvent =>
  event.kind === 'OutcomeRestated' && event.body.now === undefined
    ? { ...event, body: { ...event.body, lapsed: true } }
    : event;

/** Throws `BeyondCalendar`. */
export const outcomesAfterEnd = (
  state: EndedCase,
  calendar: WorkingCalendar,
  now: Instant,
  corrected: Corrected | undefined,
): readonly ClockEvent[] => {
  const { ending, endedAt } = state;
  return dueDates(state, calendar).flatMap((due) => {
    const was = state.outcomes[keyOf(due)];
    const { due: date } = due;
    const given = doneOn(state, calendar, due);
    if (date === undefined) return [];
    const late = firstLateInstant(calendar, date) <= endedAt;
    const moment = { state, calendar, now, late, corrected };
    // What had its day ahead as the case ended is not done by what came after that.
    const done = given === undefined || late || given <= ending.on ? given : undefined;
    if (was === undefined) return done === undefined ? [] : first(due, date, done, moment);
    const putRight = corrected !== undefined && restsOn(state, due, corrected, was);
    return done !== undefined || putRight ? again(due, date, done, was, moment).map(lapsing) : [];
  });
};
