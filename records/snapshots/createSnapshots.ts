// Calendar snapshots over PostgreSQL.

import { sql } from 'kysely';
import type { Database } from '../connect';
import { snapshotOf, type CalendarOf } from './calendarCache';
import type { Snapshots } from './snapshots';

export const createSnapshots = (database: Database, calendarOf: CalendarOf): Snapshots => ({
  put: async (snapshot) => {
    await database
      .insertInto('calendar_snapshot')
      .values({ version: snapshot.version, body: JSON.stringify(snapshot) })
      // The content of a version never changes; only its turn does, when an earlier list comes back.
      .onConflict((conflict) =>
        conflict.column('version').doUpdateSet({
          position: sql<number>`nextval(pg_get_serial_sequence('calendar_snapshot', 'position'))`,
        }),
      )
      .execute();
  },
  latest: async () => {
    const row = await database
      .selectFrom('calendar_snapshot')
      .select('body')
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.body;
  },
  byVersion: (version) => snapshotOf(database, version),
  calendarOf: (version) => calendarOf(database, version),
});
