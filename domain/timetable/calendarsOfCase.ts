// The calendars that a case has had: the present one without what has changed since. Which of them counts is the caller's question.

import type { CivilDate } from '../calendar/civilDate';
import type { DayChanged } from '../calendar/daysChanged';
import type { Instant } from '../calendar/instant';
import { londonDateOf } from '../calendar/londonTime';
import { supposing } from '../calendar/otherHolidays';
import { workingCalendar, type WorkingCalendar } from '../calendar/workingCalendar';
import type { CalendarFollowed, TimetableFacts } from './facts';

type Followed = Pick<TimetableFacts, 'calendarsFollowed'>;

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
const changesOf = ({ calendarsFollowed = [] }: Followed): readonly CalendarFollowed[] =>
  calendarsFollowed.toReversed();

/** The calendar that the case had at that moment. */
export const calendarAt = (facts: Followed, calendar: WorkingCalendar, at: Instant): WorkingCalendar =>
  changesOf(facts)
    .filter((change) => change.at > at)
    .reduce((then, { days }) => before(then, days), calendar);

/** Each calendar that the case had for some of that London day, the one that the day began with first. */
export const calendarsOn = (
  facts: Followed,
  calendar: WorkingCalendar,
  day: CivilDate,
): readonly WorkingCalendar[] => {
  const had: WorkingCalendar[] = [];
  let then = calendar;
  for (const { at, days } of changesOf(facts)) {
    const since = londonDateOf(calendar, at);
    if (day >= since) had.unshift(then);
    if (day > since) return had;
    then = before(then, days);
  }
  return [then, ...had];
};

/** Whether it had more than one on that London day. */
export const changedOn = (
  { calendarsFollowed = [] }: Followed,
  calendar: WorkingCalendar,
  day: CivilDate,
): boolean => calendarsFollowed.some(({ at }) => londonDateOf(calendar, at) === day);
