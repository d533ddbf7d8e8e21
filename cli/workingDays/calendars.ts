// Calendars with other holidays over the same span, each list built once and a few kept. What is odd about a list is
// said by `domain/calendar/otherHolidays.ts`.

import type { CivilDate } from '../../domain/calendar/civilDate';
import { supposing } from '../../domain/calendar/otherHolidays';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';

export interface CalendarWithNotes {
  readonly calendar: WorkingCalendar;
  readonly notes: readonly string[];
}

const MOST_KEPT = 64;

export const calendarsOver = (
  official: WorkingCalendar,
): ((dates: readonly CivilDate[]) => CalendarWithNotes) => {
  const kept = new Map<string, CalendarWithNotes>();
  return (dates) => {
    const key = dates.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const { snapshot, notes } = supposing(official.snapshot, { only: dates.map((date) => ({ date })) });
    const made = { calendar: workingCalendar(snapshot), notes };
    const oldest = kept.keys().next();
    if (kept.size >= MOST_KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(key, made);
    return made;
  };
};
