// What is read as of one moment: what others record meanwhile is not seen in part, nor at all, and nothing is written by it.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { atOneMoment } from '../../records/connect';
import { verifyRange } from '../../records/eventLog/verifyRange';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { verdictOfAll } from './chainVerdict';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

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
