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

/** Without its text going over the wire each time a case is opened. */
const isThere = async (database: Database, version: string): Promise<boolean> => {
  const row = await database
    .selectFrom('calendar_snapshot')
    .select('version')
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
};

export const createSnapshots = (database: Database, calendarOf: CalendarOf): Snapshots => ({
  put: async (snapshot, facts = 0) => {
    if (facts > 0 || !(await isThere(database, snapshot.version)))
      await putSnapshot(database, snapshot, facts);
  },
  byVersion: (version) => snapshotOf(database, version),
  calendarOf: (version) => calendarOf(database, version),
});
