// Recording goes by what a process remembers, in one statement that changes nothing where that is not so any more. What is
// written by somebody else meanwhile is waited for, seen, and gone on from.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { createRecords } from '../../records/createRecords';
import { holdHead } from '../../records/eventLog/appendToChain';
import { HeadDiffers } from '../../records/eventLog/refusals';
import type { Records } from '../../records/records';
import { invitation } from '../unit/rapidReview/race';
import { REASON, Story } from '../unit/rapidReview/story';
import { rowsOfCase } from './recordedStory';
import { eventfulStory, newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { waitingForLocks } from './waiting';
import { verdictOf } from './chainVerdict';
import { dumpOf } from '../../records/cases/dump';

let under: RecordsUnderTest;
let counted: Records;
let statements = 0;
beforeAll(async () => {
  under = await recordsUnderTest();
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  counted = createRecords(under.database.withPlugin(counting), { master: under.ring });
});
afterAll(() => under.close());

const record = (records: Records, reference: CaseReference, { events }: Story, from: number) =>
  records.events.record({ reference, events: events.slice(from), notices: [] });

const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
  statements = 0;
  await work();
  return statements;
};

/** Opened and recorded by `counted`, which so remembers it. */
const opened = async (): Promise<{ readonly reference: CaseReference; readonly story: Story }> => {
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [] });
  await record(counted, reference, story, 0);
  return { reference, story };
};

const listedAsRebuilt = async (): Promise<void> => {
  const listed = await dumpOf(under.database);
  await under.records.cases.rebuildAll();
  expect(await dumpOf(under.database)).toBe(listed);
};

test('an opening, and an act on a case that is remembered, are a statement each', async () => {
  await opened();
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [] });
  expect(await statementsOf(() => record(counted, reference, story, 0))).toBe(1);
  const { length } = story.events;
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  expect(await statementsOf(() => record(counted, reference, story, length))).toBe(1);
  expect(await verdictOf(under.database, reference)).toEqual({
    cases: 1,
    checked: story.events.length,
    broken: [],
  });
  await listedAsRebuilt();
});

test('whoever remembers less than is recorded goes on from what is recorded', async () => {
  const { reference, story } = await opened();
  const { length } = story.events;
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  await record(under.records, reference, story, length);
  story.at('2026-04-01 10:00').act({ kind: 'cancelMeeting', reason: REASON });
  // All since the opening, as by a retry: its first statement changes nothing, it reads on, and writes the rest.
  expect(await statementsOf(() => record(counted, reference, story, length))).toBe(4);
  expect(await verdictOf(under.database, reference)).toEqual({
    cases: 1,
    checked: story.events.length,
    broken: [],
  });
  await listedAsRebuilt();
});

test('notices that are called for are there with their events, or neither', async () => {
  const reference = newReference();
  const { events, notices } = eventfulStory(reference);
  const last = notices.at(-1);
  if (last === undefined) throw new Error('the story asks for no mail');
  const foreign = { ...last, key: `${last.key}/again`, event: events.length + 1 };
  const before = await rowsOfCase(under.database, reference);
  await expect(counted.events.record({ reference, events, notices: [foreign] })).rejects.toThrow(
    'foreign key',
  );
  expect(await rowsOfCase(under.database, reference)).toEqual(before);
  await counted.events.record({ reference, events, notices });
  expect(await under.records.notices.ofCase(reference)).toHaveLength(notices.length);
});

test('rows go that somebody else wrote while they were waited for', async () => {
  const { reference, story } = await opened();
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  await record(counted, reference, story, await under.records.events.version(reference));
  const { length } = story.events;
  story.at('2026-04-01 10:00').act({ kind: 'cancelMeeting', reason: REASON });
  // As a rebuild does it: under the head, row for row.
  const rebuilding = await under.database.startTransaction().execute();
  await holdHead(rebuilding, reference);
  const meetings = await rebuilding
    .deleteFrom('case_meeting')
    .where('reference', '=', reference)
    .returningAll()
    .execute();
  expect(meetings).toHaveLength(1);
  const recording = record(counted, reference, story, length);
  await rebuilding.insertInto('case_meeting').values(meetings).execute();
  while ((await waitingForLocks(under.database)) === 0);
  await rebuilding.commit().execute();
  await recording;
  const left = await under.database
    .selectFrom('case_meeting')
    .selectAll()
    .where('reference', '=', reference)
    .execute();
  expect(left).toEqual([]);
  await listedAsRebuilt();
});

test('what is recorded while stale lists are looked for makes none of them stale', async () => {
  const { reference, story } = await opened();
  const { length } = story.events;
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  const holding = await under.database.startTransaction().execute();
  await holdHead(holding, reference);
  const recording = record(counted, reference, story, length);
  while ((await waitingForLocks(under.database)) < 1);
  const looking = under.records.cases.stale();
  while ((await waitingForLocks(under.database)) < 2);
  await holding.commit().execute();
  await recording;
  expect((await looking).stale).toEqual([]);
});

test('nothing is added where the log does not end as its chain should', async () => {
  const { reference, story } = await opened();
  const { length } = story.events;
  await under.database
    .updateTable('case_head')
    .set({ hash: '0'.repeat(64) })
    .where('reference', '=', reference)
    .execute();
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  const before = await rowsOfCase(under.database, reference);
  await expect(record(counted, reference, story, length)).rejects.toBeInstanceOf(HeadDiffers);
  expect(await rowsOfCase(under.database, reference)).toEqual(before);
});
