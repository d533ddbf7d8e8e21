// A database from before there were changes of the calendar is brought to where it can be previewed: what the cases count with,
// their shapes and first dates are filled from their events.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { appliedMigrations, migrateToLatest } from '../../records/migrate';
import { allMigrations } from '../../records/migrations/allMigrations';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';
import { officialCalendar } from '../unit/calendars';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { london } from '../unit/rapidReview/story';
import { recordedOnlyCase } from './inventedCases';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { verdictOfAll } from './chainVerdict';
import { dumpOf } from '../../records/cases/dump';

const BEFORE = '0009-contact-level';

let under: RecordsUnderTest;
let empty: TestDatabase;
let old: Database;
beforeEach(async () => {
  under = await recordsUnderTest();
  empty = await emptyDatabase();
  old = connect(empty.url);
  const migrator = new Migrator({
    db: old,
    provider: { getMigrations: () => Promise.resolve({ ...allMigrations }) },
  });
  const { error } = await migrator.migrateTo(BEFORE);
  if (error !== undefined) throw error as Error;
}, 60_000);
afterEach(async () => {
  await old.destroy();
  await empty.drop();
  await under.close();
});

/** Those columns that the old table has, as a version from before would have written them. */
const carry = async (table: string): Promise<void> => {
  const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(under.database);
  await sql`insert into ${sql.table(table)} overriding system value
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    old,
  );
};

test('R9: cases of before are counted in a preview, with the same projections as if they were recorded now', async () => {
  for (let count = 0; count < 3; count += 1) await recordedStory(under.records);
  await recordedOnlyCase(under.records);
  const carried = ['case_event', 'case_head', 'case_list', 'case_obligation', 'case_request', 'case_meeting'];
  for (const table of carried) await carry(table);
  await sql`insert into calendar_snapshot (version, body)
    values (${officialCalendar.snapshot.version}, ${JSON.stringify(officialCalendar.snapshot)})`.execute(old);
  expect((await appliedMigrations(old)).at(-1)).toBe(BEFORE);

  await migrateToLatest(empty.url);

  const records = createRecords(old, { master: under.ring });
  expect((await verdictOfAll(old)).broken).toEqual([]);
  expect(await dumpOf(old)).toBe(await dumpOf(under.database));
  const shapes = async (database: Database): Promise<unknown> =>
    (await sql`select id, body from case_shape order by id`.execute(database)).rows;
  await under.records.cases.rebuildAll();
  expect(await shapes(old)).toEqual(await shapes(under.database));
  const { snapshot } = proclaimed(officialCalendar, '2026-04-27');
  const now = london('2026-04-27 12:00');
  const { foreseen } = await records.calendarChanges.preview(snapshot, now);
  expect(foreseen).toEqual((await under.records.calendarChanges.preview(snapshot, now)).foreseen);
  expect([foreseen.openCases, foreseen.casesToBring]).toEqual([3, 3]);
});

test('a start that died before the projections were worked out again is finished by the next one', async () => {
  await recordedStory(under.records);
  await migrateToLatest(empty.url);
  for (const table of ['case_event', 'case_head', 'case_list']) await carry(table);
  await sql`insert into calendar_snapshot (version, body)
    values (${officialCalendar.snapshot.version}, ${JSON.stringify(officialCalendar.snapshot)})`.execute(old);
  await sql`update case_list set calendar = null, shape = null, followed = null`.execute(old);
  await migrateToLatest(empty.url);
  expect(await dumpOf(old)).toBe(await dumpOf(under.database));
});

test('a database that is current already is not rebuilt', async () => {
  await recordedStory(under.records);
  await migrateToLatest(empty.url);
  for (const table of ['case_event', 'case_head']) await carry(table);
  await migrateToLatest(empty.url);
  expect(await dumpOf(old)).toBe('');
});
