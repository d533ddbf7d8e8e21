// A worker that has to build a case anew from its history is handed two of its tasks as one where neither asked for anything: what an
// activity brought, and an act that came after it. The act is decided after what came before it all the same, or the case would stand
// still at the next worker, which is handed them one by one.

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
