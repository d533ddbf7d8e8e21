// The calendars that a case has counted with, by the events that say so, each as it was recorded.

import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Database } from '../connect';
import { CalendarNotRecorded } from '../eventLog/refusals';
import type { CalendarOf } from './calendarCache';

const versionsIn = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'CaseOpened') return [event.body.calendar];
    return event.kind === 'CalendarAdopted' ? [event.body.to] : [];
  });

/** By version. Throws `CalendarNotRecorded` for any other. */
export const calendarsCountedWith = async (
  database: Database,
  calendarOf: CalendarOf,
  events: readonly CaseEvent[],
): Promise<(version: string) => WorkingCalendar> => {
  const calendars = new Map<string, WorkingCalendar>();
  for (const version of versionsIn(events)) calendars.set(version, await calendarOf(database, version));
  return (version) => {
    const calendar = calendars.get(version);
    if (calendar === undefined) throw new CalendarNotRecorded(version);
    return calendar;
  };
};
