// A mail that could not go as its run ended is tried again by the next run: it is known to the records alone by then.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { londonAt, nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { ask } from './race/cast';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);
const ONE = AGENCY(1);
const OTHERS = [2, 3, 4, 5, 6].map((n) => AGENCY(n));

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('is tried by the next', async () => {
  const records = new PaperRecords(() => time.now());
  const runs: string[] = [];
  const act = async (...[body]: Parameters<WorkflowCase['act']>): Promise<void> => {
    await one.act(body);
  };
  const runNow = async (): Promise<string> => (await one.handle.describe()).runId;
  let tries = 0;
  const worker = await time.worker({
    recordEvents: records.recordEvents,
    sendNotices: async (input) => {
      tries += 1;
      runs.push(await runNow());
      if (tries > 1) return records.sendNotices(input);
      // The server is away; and while it is found to be, the history grows past its limit.
      for (const agency of OTHERS) await act({ kind: 'addAgency', agency });
      return { reports: [], waiting: 1 };
    },
  });
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot, { historyLimit: 45 });
  await worker.runUntil(async () => {
    await time.skipTo(londonAt(calendar, nextMonday(calendar, await time.now()), 10));
    await one.open(await time.now(), { agencies: [ONE] });
    await act(ask(ONE));
    await time.skipTo(((await time.now()) + 120_000) as Instant);
  });
  expect(runs).toHaveLength(2);
  expect(runs[1]).not.toBe(runs[0]);
  expect(records.sent.size).toBe(1);
}, 60_000);
