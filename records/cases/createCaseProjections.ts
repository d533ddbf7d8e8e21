// Reading cases over PostgreSQL, put together from its parts.

import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Database } from '../connect';
import type { CasesSoFar } from '../eventLog/casesSoFar';
import { CalendarNotRecorded } from '../eventLog/refusals';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { CaseProjections } from './caseProjections';
import { listCases } from './list';
import { countCases } from './countCases';
import { dumpOf } from './dump';
import { rebuildAll, staleProjections } from './rebuild';

const versionsIn = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'CaseOpened') return [event.body.calendar];
    return event.kind === 'CalendarAdopted' ? [event.body.to] : [];
  });

export const createCaseProjections = (
  database: Database,
  casesSoFar: CasesSoFar,
  calendarOf: CalendarOf,
): CaseProjections => ({
  stateOf: async (reference, head) => {
    const { events, state } = await casesSoFar.of(database, reference, head);
    if (state.status === 'none') return undefined;
    const calendars = new Map<string, WorkingCalendar>();
    for (const version of versionsIn(events)) calendars.set(version, await calendarOf(database, version));
    const known = (version: string): WorkingCalendar => {
      const calendar = calendars.get(version);
      if (calendar === undefined) throw new CalendarNotRecorded(version);
      return calendar;
    };
    return { state, calendar: known(state.calendar), calendarOf: known, events };
  },
  list: (query) => listCases(database, query),
  count: () => countCases(database),
  rebuildAll: (progress) => rebuildAll(database, calendarOf, progress),
  stale: (progress) => staleProjections(database, calendarOf, progress),
  dump: () => dumpOf(database),
});
