// What is read as of one moment: what others record meanwhile is not seen in part, nor at all, and nothing is written by it.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { atOneMoment } from '../../records/connect';
import { previewOf } from '../../records/calendarChanges/preview';
import { verifyRange } from '../../records/eventLog/verifyRange';
import type { CalendarOf } from '../../records/snapshots/calendarCache';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { calendarNow, NOW, openedWith } from './acceptedChanges';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { verdictOfAll } from './chainVerdict';

let under: RecordsUnderTest;
beforeEach(async () => {
  under = await recordsUnderTest();
}, 60_000);
afterEach(() => under.close());

test('a case recorded while the chains are checked is not in them before the next check', async () => {
  await recordedStory(under.records);
  const [before, meanwhile] = await atOneMoment(under.database, async (moment) => {
    const first = await verifyRange(moment, {});
    await recordedStory(under.records);
    return [first, await verifyRange(moment, {})] as const;
  });
  expect(before.cases).toBe(1);
  expect(meanwhile).toEqual(before);
  expect((await verdictOfAll(under.database)).cases).toBe(2);
});

test('nothing is written by whoever only reads', async () => {
  const writing = atOneMoment(under.database, (moment) => sql`create table a_table ()`.execute(moment));
  await expect(writing).rejects.toThrow('read-only transaction');
});

test('a case recorded while a change of the calendar is previewed is in none of its numbers', async () => {
  const { database, records } = under;
  const calendar = await calendarNow(records);
  await openedWith(records, calendar);
  const { snapshot } = proclaimed(calendar, '2026-04-08');
  const { foreseen: before } = await records.calendarChanges.preview(snapshot, NOW);
  expect(before.casesThatMove).toBe(1);
  // Between the counting of shapes and that of the cases that move.
  const openedMeanwhile: CalendarOf = async (_moment, version) => {
    await openedWith(records, calendar);
    return records.snapshots.calendarOf(version);
  };
  const meanwhile = await previewOf(database, openedMeanwhile, snapshot, NOW);
  expect(meanwhile.foreseen).toEqual(before);
  expect((await records.calendarChanges.preview(snapshot, NOW)).foreseen.casesThatMove).toBe(2);
});
