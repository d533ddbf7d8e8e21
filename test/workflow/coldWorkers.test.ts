// A worker that has to build a case anew from its history is handed two of its tasks as one where neither asked for anything: what an
// activity brought, and an act that came after it. The act is decided after what came before it all the same, or the case would stand
// still at the next worker, which is handed them one by one; and of two acts that come at once the second is judged after the first.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { untilTrue } from '../system/until';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { PaperRecords } from './paperRecords';

const WITHIN_MS = 20_000;
let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('an act after tasks that asked for nothing is decided by a new worker as by every later one', async () => {
  const records = new PaperRecords(() => time.now());
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { sendNotices } = records;
  const recordEvents: PaperRecords['recordEvents'] = async (input) => {
    await released;
    await records.recordEvents(input);
  };
  // Each task is for a worker that knows nothing of the case.
  const worker = await time.worker({ sendNotices, recordEvents }, { maxCachedWorkflows: 0 });
  const one = new WorkflowCase(time, worker.options.taskQueue, shippedSnapshot());
  const afterTasks = (count: number) =>
    untilTrue(`${count} tasks are done`, WITHIN_MS, async () => {
      const { events } = await one.handle.fetchHistory();
      const done = (events ?? []).filter(
        ({ workflowTaskCompletedEventAttributes: completed }) => (completed ?? undefined) !== undefined,
      );
      return done.length >= count;
    });
  await worker.runUntil(async () => {
    await one.open(await time.now(), {});
    // A task of which nothing comes, while the recording is under way; and another as it ends.
    await one.handle.signal('of which the case knows nothing');
    await afterTasks(2);
    release();
    await afterTasks(3);
    const left = await one.act(
      { kind: 'addAgency', agency: AGENCY(1) },
      { recordedByAsker: true, recordedUpTo: 1 },
    );
    expect(left.unrecorded?.map(({ kind }) => kind)).toEqual(['AgencyIdentified']);
    // The next worker has it all by then.
    expect((await one.act({ kind: 'addAgency', agency: AGENCY(2) })).events).toEqual(['AgencyIdentified']);
    await afterTasks(6);
    await one.handle.terminate();
  });
}, 60_000);

test('of two acts that come with one task the second is judged by what the first has made of the case', async () => {
  const records = new PaperRecords(() => time.now());
  const taskQueue = 'two at once';
  const one = new WorkflowCase(time, taskQueue, shippedSnapshot());
  const withWorker = async (whatFor: () => Promise<void>): Promise<void> => {
    const worker = await time.worker(records, { taskQueue, maxCachedWorkflows: 0 });
    await worker.runUntil(whatFor);
  };
  await withWorker(async () => {
    await one.open(await time.now(), {});
    await untilTrue('the opening is recorded', WITHIN_MS, () => Promise.resolve(records.events.length > 0));
  });
  const same = () => one.act({ kind: 'addAgency', agency: AGENCY(3) });
  const both = Promise.allSettled([same(), same()]);
  // Nobody is there to take the one before the other comes.
  await untilTrue(
    'both have come',
    WITHIN_MS,
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          resolve(true);
        }, 500);
      }),
  );
  await withWorker(async () => {
    const outcomes = await both;
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { events } = await one.handle.fetchHistory();
    const taken = (events ?? []).filter(
      ({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => (accepted ?? undefined) !== undefined,
    );
    // The opening and the first: what is refused leaves no trace, and may be sent again under its key.
    expect(taken).toHaveLength(2);
    await one.handle.terminate();
  });
}, 60_000);
