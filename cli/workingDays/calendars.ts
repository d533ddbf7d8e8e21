// Calendars with other holidays over the same span, each list built once. A day on a weekend changes nothing, and a
// day named twice counts once: both are said, neither is refused.

import type { CivilDate } from '../../domain/calendar/civilDate';
import { toDayNumber, weekdayName, weekdayOf } from '../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';

export interface CalendarWithNotes {
  readonly calendar: WorkingCalendar;
  readonly notes: readonly string[];
}

const MOST_KEPT = 64;

const notesOn = (dates: readonly CivilDate[]): readonly string[] => [
  ...[...new Set(dates)]
    .filter((date) => weekdayOf(toDayNumber(date)) > 4)
    .map((date) => `${date} is a ${weekdayName(date)}: it changes nothing`),
  ...[...new Set(dates.filter((date, index) => dates.indexOf(date) !== index))].map(
    (date) => `${date} is there twice: it counts once`,
  ),
];

export const calendarsOver = (
  official: WorkingCalendar,
): ((dates: readonly CivilDate[]) => CalendarWithNotes) => {
  const kept = new Map<string, CalendarWithNotes>();
  return (dates) => {
    const key = dates.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const holidays = [...new Set(dates)].sort().map((date) => ({
      date,
      title: 'Holiday',
      source: 'whatIf' as const,
      knownSince: date,
    }));
    const made = {
      calendar: workingCalendar({ ...official.snapshot, version: `with ${key}`, holidays }),
      notes: notesOn(dates),
    };
    const oldest = kept.keys().next();
    if (kept.size >= MOST_KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(key, made);
    return made;
  };
};
