// A case told as acts at London times, on working days counted from its Monday, so that the same story can be played in
// a worker, with its worker stopped between any two acts, and under another history limit.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { addWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CommandBody } from '../../domain/rapidReview/commands';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { As, Beside } from './case';
import { londonAt } from './londonWeek';

export interface Days {
  /** Working day n from the story's Monday. */
  readonly day: (n: number) => CivilDate;
  readonly at: (n: number, hour: number, minute?: number) => Instant;
}

export const daysFrom = (calendar: WorkingCalendar, monday: CivilDate): Days => {
  const day = (n: number): CivilDate => addWorkingDays(calendar, monday, n);
  return { day, at: (n, hour, minute = 0) => londonAt(calendar, day(n), hour, minute) };
};

export interface Step {
  readonly when: Instant;
  /** A function where it names something by the number of an earlier event. */
  readonly act: CommandBody | ((events: readonly CaseEvent[]) => CommandBody);
  readonly as?: As;
  /** A function of what is recorded by then. */
  readonly beside?: Beside | ((events: readonly CaseEvent[]) => Beside);
}

export const bodyOf = ({ act }: Step, events: readonly CaseEvent[]): CommandBody =>
  typeof act === 'function' ? act(events) : act;

/** Several acts a minute apart: the test server loses an update that meets a run just ending. */
export const minutely = (
  from: Instant,
  ...acts: readonly (Step['act'] | Omit<Step, 'when'>)[]
): readonly Step[] =>
  acts.map((act, index) => ({
    when: (from + index * 60_000) as Instant,
    ...(typeof act === 'object' && 'act' in act ? act : { act }),
  }));
