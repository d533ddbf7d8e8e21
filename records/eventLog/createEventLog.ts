// The event log over PostgreSQL, put together from its parts.

import type { Database } from '../connect';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { CasesSoFar } from './casesSoFar';
import type { EventLog, OnCommit } from './eventLog';
import { eventRowsOf, recordedOf } from './eventRows';
import { createRecorder } from './record';
import { createWaiting, versionOf } from './waitForVersion';

export interface EventLogParts {
  readonly casesSoFar: CasesSoFar;
  readonly calendarOf: CalendarOf;
  readonly committed?: OnCommit | undefined;
}

export const createEventLog = (
  database: Database,
  { committed = () => undefined, ...parts }: EventLogParts,
): EventLog => ({
  record: createRecorder(database, { committed, ...parts }),
  ofCase: async (reference) => (await eventRowsOf(database, reference)).map(recordedOf),
  version: (reference) => versionOf(database, reference),
  waitForVersion: createWaiting(database, parts.casesSoFar),
});
