// Calendar snapshots over PostgreSQL.

import { sql } from 'kysely';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Database } from '../connect';
import { snapshotOf, type CalendarOf } from './calendarCache';
import type { Snapshots } from './snapshots';

export const putSnapshot = async (
  database: Database,
  snapshot: CalendarSnapshot,
  facts: number,
): Promise<void> => {
  await database
    .insertInto('calendar_snapshot')
    .values({ version: snapshot.version, facts, body: JSON.stringify(snapshot) })
    // The content of a version never changes; but an earlier list may come back, by what is known later.
    .onConflict((conflict) =>
      conflict
        .column('version')
        .doUpdateSet({ facts: sql<number>`greatest(calendar_snapshot.facts, excluded.facts)` }),
    )
    .execute();
};

export const createSnapshots = (database: Database, calendarOf: CalendarOf): Snapshots => ({
  put: (snapshot, facts = 0) => putSnapshot(database, snapshot, facts),
  byVersion: (version) => snapshotOf(database, version),
  calendarOf: (version) => calendarOf(database, version),
});
