// A change of the diary as a workflow: it tries until everybody knows, and starting it again is without harm.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { FOLLOW_DIARY_WORKFLOW, followDiaryId } from '../../contracts/workflowIds';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { PaperRecords } from './paperRecords';

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('it tries until nobody is behind, however long that takes, and may be started again', async () => {
  const { recordEvents, sendNotices } = new PaperRecords(() => time.now());
  let tries = 0;
  const worker = await time.worker({
    recordEvents,
    sendNotices,
    followDiary: () => {
      tries += 1;
      return tries < 12
        ? Promise.reject(ApplicationFailure.create({ type: 'DiaryNotFollowed', message: 'not yet' }))
        : Promise.resolve();
    },
  });
  const run = (): Promise<unknown> =>
    time.client.workflow.execute(FOLLOW_DIARY_WORKFLOW, {
      workflowId: followDiaryId('SG-0004', 2),
      taskQueue: worker.options.taskQueue,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  await worker.runUntil(async () => {
    await run();
    expect(tries).toBe(12);
    await run();
    expect(tries).toBe(13);
  });
});
