// What is promised about calendar snapshots: every one that a case may count with is kept, unchanged, under the
// hash of its content.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';

export interface Snapshots {
  /** Idempotent. `facts` says how many facts of the ledger it knows, where it was made from the ledger. */
  put(snapshot: CalendarSnapshot, facts?: number): Promise<void>;
  byVersion(version: string): Promise<CalendarSnapshot | undefined>;
  /** Ready for counting, built once a version. Throws `CalendarNotRecorded`. */
  calendarOf(version: string): Promise<WorkingCalendar>;
}
