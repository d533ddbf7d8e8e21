// Calendar snapshots, and the exactness of what the connection reads.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { calendarOf, officialCalendar } from '../unit/calendars';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const other = calendarOf(['2026-05-04']).snapshot;

test('every snapshot is kept as it was put', async () => {
  const { snapshots } = under.records;
  await snapshots.put(other);
  expect(await snapshots.byVersion(other.version)).toEqual(other);
  expect(await snapshots.byVersion(officialCalendar.snapshot.version)).toEqual(officialCalendar.snapshot);
  expect(await snapshots.byVersion('unknown')).toBeUndefined();
});

test('the content of a version does not change', async () => {
  const { snapshots } = under.records;
  await snapshots.put({ ...other, holidays: [] });
  expect(await snapshots.byVersion(other.version)).toEqual(other);
});

test('a calendar is ready for counting, built once', async () => {
  const { snapshots } = under.records;
  const { version } = officialCalendar.snapshot;
  const calendar = await snapshots.calendarOf(version);
  expect(calendar.snapshot).toEqual(officialCalendar.snapshot);
  expect(await snapshots.calendarOf(version)).toBe(calendar);
  await expect(snapshots.calendarOf('unknown')).rejects.toMatchObject({ name: 'CalendarNotRecorded' });
});

test('dates are read as written, whole numbers exactly or not at all', async () => {
  const { rows } = await sql`select date '2026-03-29' as day, timestamp '2026-03-29 01:30' as wall,
    9007199254740991::bigint as number, array['a', 'b,c'] as texts`.execute(under.database);
  expect(rows).toEqual([
    { day: '2026-03-29', wall: '2026-03-29 01:30:00', number: 9_007_199_254_740_991, texts: ['a', 'b,c'] },
  ]);
  await expect(sql`select 9007199254740993::bigint`.execute(under.database)).rejects.toThrow(
    'too large to be exact',
  );
});

test('health says whether the database answers', async () => {
  await expect(under.records.health()).resolves.toBeUndefined();
});
