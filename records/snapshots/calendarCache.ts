// Calendars ready for counting, built once a snapshot version. The connection is the caller's, so that a transaction
// never waits for a second connection of the same pool.

import { LRUCache } from 'lru-cache';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Database } from '../connect';
import { CalendarNotRecorded } from '../eventLog/refusals';

export type CalendarOf = (database: Database, version: string) => Promise<WorkingCalendar>;

/** Open cases go to the newest; those that have ended keep theirs, of which few are read at a time. */
const KEPT = 32;

export const snapshotOf = async (
  database: Database,
  version: string,
): Promise<CalendarSnapshot | undefined> => {
  const row = await database
    .selectFrom('calendar_snapshot')
    .select('body')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body;
};

export const createCalendarCache = (): CalendarOf => {
  const built = new LRUCache<string, WorkingCalendar>({ max: KEPT });
  return async (database, version) => {
    const known = built.get(version);
    if (known !== undefined) return known;
    const snapshot = await snapshotOf(database, version);
    if (snapshot === undefined) throw new CalendarNotRecorded(version);
    const calendar = workingCalendar(snapshot);
    built.set(version, calendar);
    return calendar;
  };
};
