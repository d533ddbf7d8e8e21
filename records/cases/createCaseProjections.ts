// Reading cases over PostgreSQL, put together from its parts.

import type { Database } from '../connect';
import type { CasesSoFar } from '../eventLog/casesSoFar';
import { calendarsCountedWith } from '../snapshots/calendarsCountedWith';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { CaseProjections } from './caseProjections';
import { countCases } from './countCases';
import { listCases } from './list';
import { namedBy } from './namedBy';
import { notOpenTouchedSince } from './touchedSince';
import { dropStrays, rebuildAll, staleProjections } from './rebuild';

export const createCaseProjections = (
  database: Database,
  casesSoFar: CasesSoFar,
  calendarOf: CalendarOf,
): CaseProjections => ({
  stateOf: async (reference, head) => {
    const { events, state } = await casesSoFar.of(database, reference, head);
    if (state.status === 'none') return undefined;
    const known = await calendarsCountedWith(database, calendarOf, events);
    return { state, calendar: known(state.calendar), calendarOf: known, events };
  },
  namedBy: (reference) => namedBy(database, reference),
  list: (query) => listCases(database, query),
  notOpenTouchedSince: (since) => notOpenTouchedSince(database, since),
  count: () => countCases(database),
  rebuildAll: (progress, spared) => rebuildAll(database, calendarOf, progress, spared),
  dropStrays: () => dropStrays(database),
  stale: (progress) => staleProjections(database, calendarOf, progress),
});
