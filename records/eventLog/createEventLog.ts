// The event log over PostgreSQL, put together from its parts.

import type { Database } from '../connect';
import type { CalendarOf } from '../snapshots/calendarCache';
import type { EventLog, OnCommit } from './eventLog';
import { eventRowsOf, recordedOf } from './eventRows';
import { recordEvents } from './record';
import { verifyChain } from './verifyChain';
import { versionOf, waitForVersion } from './waitForVersion';

export const createEventLog = (
  database: Database,
  calendarOf: CalendarOf,
  committed: OnCommit = () => undefined,
): EventLog => ({
  record: async (input) => {
    committed(await recordEvents(database, calendarOf, input));
  },
  ofCase: async (reference) => (await eventRowsOf(database, reference)).map(recordedOf),
  version: (reference) => versionOf(database, reference),
  waitForVersion: (reference, version, milliseconds) =>
    waitForVersion(database, reference, version, milliseconds),
  verifyChain: (reference) => verifyChain(database, reference),
});
