// Reading cases over PostgreSQL, put together from its parts.

import { fold } from '../../domain/rapidReview/evolve';
import type { Database } from '../connect';
import { eventRowsOf, recordedOf } from '../eventLog/eventRows';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { CaseProjections } from './caseProjections';
import { listCases } from './list';
import { dumpProjections, rebuildAll } from './rebuild';

export const createCaseProjections = (database: Database, calendarOf: CalendarOf): CaseProjections => ({
  stateOf: async (reference) => {
    const events = (await eventRowsOf(database, reference)).map(recordedOf);
    const state = fold(events);
    if (state.status === 'none') return undefined;
    return { state, calendar: await calendarOf(database, state.calendar), events };
  },
  list: (query) => listCases(database, query),
  rebuildAll: (progress) => rebuildAll(database, calendarOf, progress),
  dump: () => dumpProjections(database),
});
