// When the race begins: at 16:20 on the Monday of the week before the next Easter, or at the moment that was asked for.
// A start that is not ahead, or whose story runs past the known bank holidays, is refused with what would be right.

import { sayInstant } from '../../api/problems/saying';
import { addDays, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { addWorkingDays, BeyondCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { StartFailure } from '../start/startFailure';

/** The last day of the story, and as many more as the rules look ahead from there. */
const WORKING_DAYS_NEEDED = 40;

/** Good Friday is the Friday of that week, and Easter the Sunday that ends it. */
const mondaysBeforeEaster = ({ snapshot }: WorkingCalendar): readonly CivilDate[] =>
  snapshot.holidays.filter(({ title }) => title === 'Good Friday').map(({ date }) => addDays(date, -4));

const beforeNextEaster = (calendar: WorkingCalendar, now: Instant): Instant => {
  const next = mondaysBeforeEaster(calendar)
    .map((monday) => londonInstant(calendar, monday, 16, 20))
    .find((at) => at > now);
  if (next === undefined)
    throw new StartFailure(
      `The bank holidays are known to ${sayDate(calendar.snapshot.covers.to)}, and no Easter lies before that. Give another start with --received. Nothing was changed.`,
    );
  return next;
};

/** Throws where the story would run past the known bank holidays. */
export const requireCovered = (calendar: WorkingCalendar, start: Instant): void => {
  try {
    addWorkingDays(calendar, londonDateOf(calendar, start), WORKING_DAYS_NEEDED);
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    throw new StartFailure(
      `The story cannot begin on ${sayInstant(start)}: it takes ${WORKING_DAYS_NEEDED} working days with what lies ahead of it, and the bank holidays are known from ${sayDate(error.covers.from)} to ${sayDate(error.covers.to)} only. Give an earlier start. Nothing was changed.`,
    );
  }
};

export const startOfStory = (
  calendar: WorkingCalendar,
  now: Instant,
  asked: Instant | undefined,
): Instant => {
  const start = asked ?? beforeNextEaster(calendar, now);
  if (start <= now)
    throw new StartFailure(
      `The story cannot begin on ${sayInstant(start)}: time can be skipped forward only, and it is ${sayInstant(now)} in London. Give a start that is ahead. Nothing was changed.`,
    );
  requireCovered(calendar, start);
  return start;
};
