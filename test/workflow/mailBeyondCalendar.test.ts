// A request that was sent while the return it asks for lay beyond the calendar counts from its day, once there is another.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { snapshotOf } from '../../platform/holidays/snapshot';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { londonAt, nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { ask } from './race/cast';

const whole = shippedSnapshot();
const calendar = workingCalendar(whole);

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('is heard of as soon as there is one that reaches, and is not missed', async () => {
  const monday = nextMonday(calendar, await time.now());
  const ends = addDays(monday, 2);
  const short = snapshotOf({ ...whole, covers: { ...whole.covers, to: ends }, confirmedTo: ends });
  const records = new PaperRecords(() => time.now());
  const worker = await time.worker({
    recordEvents: records.recordEvents,
    sendNotices: records.sendNotices,
  });
  const one = new WorkflowCase(time, worker.options.taskQueue, short);
  const at = (hour: number): Instant => londonAt(calendar, monday, hour);
  const sent = () => records.events.filter(({ kind }) => kind === 'ScopingRequestSent');
  await worker.runUntil(async () => {
    await time.skipTo(at(10));
    await one.open(londonAt(calendar, addWorkingDays(calendar, monday, -14), 10));
    await one.act({ kind: 'addAgency', agency: AGENCY(1) });
    await one.act(ask(AGENCY(1)));
    await time.skipTo(at(11));
    expect([records.sent.size, sent()]).toEqual([1, []]);
    await one.act({ kind: 'adoptCalendar', change: 1, calendar: whole.version }, { calendar: whole });
    await time.skipTo(at(12));
    expect(sent()).toMatchObject([{ body: { agency: AGENCY(1), on: monday } }]);
    await time.skipTo(londonAt(calendar, addDays(monday, 2), 12));
    const missed = records.events.flatMap((event) =>
      event.kind === 'ObligationMissed' ? [event.body.key] : [],
    );
    expect(missed).not.toContain(`scopingDispatch:${AGENCY(1)}`);
    await one.handle.terminate();
  });
}, 60_000);
