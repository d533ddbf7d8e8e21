// A mailbox that takes nothing for hours keeps no other mail waiting: what is new is tried again as soon as if it were alone (R23).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY, REASON } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { londonAt, nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { ask } from './race/cast';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('an alert that could not go is tried again in seconds, whatever else has waited for hours', async () => {
  const records = new PaperRecords(() => time.now());
  const tries: Instant[] = [];
  const worker = await time.worker({
    recordEvents: records.recordEvents,
    // Nothing goes, to nobody.
    sendNotices: async () => {
      tries.push(await time.now());
      return { reports: [], waiting: 1 };
    },
  });
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot);
  const minutesLater = async (minutes: number): Promise<void> => {
    await time.skipTo(((await time.now()) + minutes * 60_000) as Instant);
  };
  await worker.runUntil(async () => {
    await time.skipTo(londonAt(calendar, nextMonday(calendar, await time.now()), 10));
    await one.open(await time.now(), { agencies: [AGENCY(1)] });
    await one.act(ask(AGENCY(1)));
    await minutesLater(90);
    const raised = await time.now();
    await one.act({ kind: 'raiseSafetyConcern', concern: REASON });
    await minutesLater(2);
    const waits = tries.filter((at) => at >= raised).map((at) => Math.round((at - raised) / 1_000));
    expect(waits.length).toBeGreaterThanOrEqual(4);
    expect(waits[0]).toBeLessThanOrEqual(2);
    expect(waits[1]).toBeLessThanOrEqual(14);
    await one.handle.terminate();
  });
}, 60_000);
