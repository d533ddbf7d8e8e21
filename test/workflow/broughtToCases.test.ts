// What brings a change of the diary or the calendar to the cases, as workflows: they try until everybody knows, and starting
// one again is without harm.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  BRING_CALENDAR_WORKFLOW,
  bringCalendarId,
  FOLLOW_DIARY_WORKFLOW,
  followDiaryId,
} from '../../contracts/workflowIds';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { PaperRecords } from './paperRecords';

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

const BRINGING = [
  ['the diary', 'followDiary', FOLLOW_DIARY_WORKFLOW, followDiaryId('SG-0004', 2)],
  ['the calendar', 'bringCalendar', BRING_CALENDAR_WORKFLOW, bringCalendarId(7)],
] as const;

test.each(BRINGING)(
  '%s: it tries until nobody is behind, however long that takes, and may be started again (R9)',
  async (_what, activity, workflowType, workflowId) => {
    const { recordEvents, sendNotices } = new PaperRecords(() => time.now());
    let tries = 0;
    const worker = await time.worker({
      recordEvents,
      sendNotices,
      [activity]: () => {
        tries += 1;
        return tries < 12
          ? Promise.reject(ApplicationFailure.create({ type: 'NotEverywhere', message: 'not yet' }))
          : Promise.resolve();
      },
    });
    const run = (): Promise<unknown> =>
      time.client.workflow.execute(workflowType, {
        workflowId,
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
  },
);
