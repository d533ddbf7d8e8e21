// The daily watch as a workflow: a list that cannot be read is tried again and then noted, and the team's mail is made
// either way.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { FEED_NOT_READ, type CalendarActivities } from '../../contracts/activities';
import { WATCH_CALENDAR_WORKFLOW } from '../../contracts/workflowIds';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { PaperRecords } from './paperRecords';

/** Of a machine that does other things besides, in milliseconds. */
const WITHIN = 60_000;

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, WITHIN);
afterAll(() => time.stop());

const watched = async (read: CalendarActivities['readHolidayFeed']): Promise<readonly string[]> => {
  const done: string[] = [];
  const { recordEvents, sendNotices } = new PaperRecords(() => time.now());
  const worker = await time.worker({
    recordEvents,
    sendNotices,
    readHolidayFeed: () => {
      done.push('read');
      return read();
    },
    noteHolidayFeedFailure: (fault) => {
      done.push(`noted ${JSON.stringify(fault)}`);
      return Promise.resolve();
    },
    briefOnCalendar: () => {
      done.push('briefed');
      return Promise.resolve();
    },
  });
  await worker.runUntil(
    time.client.workflow.execute(WATCH_CALENDAR_WORKFLOW, {
      workflowId: `watch-${done.length}-${String(read)}`.slice(0, 60),
      taskQueue: worker.options.taskQueue,
    }),
  );
  return done;
};

test(
  'a list that is read is told of',
  async () => {
    expect(await watched(() => Promise.resolve({ outcome: 'taken' }))).toEqual(['read', 'briefed']);
  },
  WITHIN,
);

test(
  'a list that cannot be read is tried five times, noted, and told of',
  async () => {
    const fault = { fault: 'badStatus', status: 503 };
    const away = () =>
      Promise.reject(ApplicationFailure.create({ type: FEED_NOT_READ, message: 'away', details: [fault] }));
    expect(await watched(away)).toEqual([
      ...['read', 'read', 'read', 'read', 'read'],
      ...[`noted ${JSON.stringify(fault)}`, 'briefed'],
    ]);
  },
  WITHIN,
);
