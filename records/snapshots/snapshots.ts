// What is promised about calendar snapshots: every one that a case may count with is kept, unchanged, under the
// hash of its content.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';

export interface Snapshots {
  /** Idempotent. The one put last is the latest. */
  put(snapshot: CalendarSnapshot): Promise<void>;
  latest(): Promise<CalendarSnapshot | undefined>;
  byVersion(version: string): Promise<CalendarSnapshot | undefined>;
  /** Ready for counting, built once a version. Throws `CalendarNotRecorded`. */
  calendarOf(version: string): Promise<WorkingCalendar>;
}
