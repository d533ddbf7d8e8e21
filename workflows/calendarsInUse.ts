// The calendars that the open cases of this worker count with: each version once, however many cases hold it. A table weighs
// as much as ten cases do. It decides nothing: a version is the hash of a calendar's content, so whose copy is used is the same.

import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import { workingCalendar, type WorkingCalendar } from '../domain/calendar/workingCalendar';

/** Between a change of the calendar and the last case brought to it there are two or three; a dry run offers one more. */
const KEPT = 16;

// Shared by the cases of a worker, whose modules are loaded once (worker/workflowBundle.ts).
// oxlint-disable-next-line house/no-module-state -- the one exception: what is kept depends on the key alone
const inUse = new Map<CalendarSnapshot['version'], WorkingCalendar>();

/** The one of that version. The oldest is forgotten here past so many; a case that counts with it keeps it. */
export const calendarInUse = (snapshot: CalendarSnapshot): WorkingCalendar => {
  const before = inUse.get(snapshot.version);
  if (before !== undefined) return before;
  const calendar = workingCalendar(snapshot);
  inUse.set(snapshot.version, calendar);
  const oldest = inUse.keys().next();
  if (inUse.size > KEPT && oldest.done !== true) inUse.delete(oldest.value);
  return calendar;
};
