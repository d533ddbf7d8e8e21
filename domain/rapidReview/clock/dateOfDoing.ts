// By which date something that was done is judged: by the calendar that the case had on the day it was done, with the facts as they are
// known now (R7, R8). In whatever order the calendar changed, a fact was put right and the doing was recorded, it comes out the same.
// Whether it was in time by that date is `outcomes.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { DayChanged } from '../../calendar/daysChanged';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { supposing } from '../../calendar/otherHolidays';
import { workingCalendar, type WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates, type Due } from '../../timetable/dueDates';
import type { CalendarFollowed } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import type { Running } from '../state';

/** As it was before those days changed. */
const before = (calendar: WorkingCalendar, days: readonly DayChanged[]): WorkingCalendar => {
  if (days.length === 0) return calendar;
  const changed = (how: DayChanged['change']): readonly DayChanged[] =>
    days.filter(({ change }) => change === how);
  const { snapshot } = supposing(calendar.snapshot, {
    extra: changed('withdrawn').map(({ date, title }) => ({ date, title })),
    fewer: changed('listed').map(({ date }) => date),
  });
  return workingCalendar(snapshot);
};

/** The newest first. */
const changesOf = ({ calendarsFollowed = [] }: Running): readonly CalendarFollowed[] =>
  [...calendarsFollowed].reverse();

/** The calendar that the case had at that moment. */
export const calendarAt = (state: Running, calendar: WorkingCalendar, at: Instant): WorkingCalendar =>
  changesOf(state)
    .filter((change) => change.at > at)
    .reduce((then, { days }) => before(then, days), calendar);

/** Each calendar that the case had for some of that London day. */
const calendarsOn = (
  state: Running,
  calendar: WorkingCalendar,
  day: CivilDate,
): readonly WorkingCalendar[] => {
  const had: WorkingCalendar[] = [];
  let then = calendar;
  for (const { at, days } of changesOf(state)) {
    const since = londonDateOf(calendar, at);
    if (day >= since) had.push(then);
    if (day > since) return had;
    then = before(then, days);
  }
  return [...had, then];
};

/** Of a day on which the calendar changed the later date holds: nobody carries a false breach. Throws `BeyondCalendar`. */
export const dateOn = (
  state: Running,
  calendar: WorkingCalendar,
  due: Due,
  date: CivilDate,
  done: CivilDate,
): CivilDate => {
  if (changesOf(state).length === 0) return date;
  const key = keyOf(due);
  const dates = calendarsOn(state, calendar, done).flatMap(
    (had) => dueDates(state, had).find((one) => keyOf(one) === key)?.due ?? [],
  );
  return dates.sort().at(-1) ?? date;
};
