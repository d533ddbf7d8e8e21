// Another calendar made from one: days listed, days taken back, an earlier end. Its version follows from its content.

import { civilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { snapshotOf } from '../../../platform/holidays/snapshot';

export interface Difference {
  /** Days and what they are called. */
  readonly listed?: Readonly<Record<string, string>>;
  readonly withdrawn?: readonly string[];
  readonly coversTo?: string;
}

export const otherThan = (
  { snapshot }: WorkingCalendar,
  { listed = {}, withdrawn = [], coversTo = snapshot.covers.to }: Difference,
): WorkingCalendar => {
  const to = civilDate(coversTo);
  const added = Object.entries(listed).map(([date, title]) => ({
    date: civilDate(date),
    title,
    source: 'person' as const,
    knownSince: snapshot.covers.from,
  }));
  const kept = snapshot.holidays.filter(({ date }) => !withdrawn.includes(date));
  return workingCalendar(
    snapshotOf({
      covers: { from: snapshot.covers.from, to },
      confirmedTo: to,
      holidays: [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : 1)),
    }),
  );
};

/** The day is proclaimed in that calendar, as 19 September 2022 was. */
export const proclaimed = (calendar: WorkingCalendar, ...days: readonly string[]): WorkingCalendar =>
  otherThan(calendar, { listed: Object.fromEntries(days.map((day) => [day, 'State Funeral'])) });
