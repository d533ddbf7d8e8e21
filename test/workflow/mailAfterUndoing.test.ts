// A case that goes on after a settlement by mistake asks after its mails: what lapsed while it had ended it hears of then, though the
// undoing calls for no mail itself (R20).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { WorkflowCase } from './case';
import { nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { byPortal, COUNCIL, INVITEES, POLICE, ROW } from './race/cast';
import { quorate } from './race/meetings';
import { bodyOf, daysFrom, minutely } from './script';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('the messenger is called once it is open again', async () => {
  const records = new PaperRecords(() => time.now());
  let calls = 0;
  const worker = await time.worker({
    recordEvents: records.recordEvents,
    sendNotices: (input) => {
      calls += 1;
      return records.sendNotices(input);
    },
  });
  const days = daysFrom(calendar, nextMonday(calendar, await time.now()));
  const { at, day } = days;
  const steps = [
    ...minutely(at(2, 10), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
    ...quorate(days),
    ...minutely(
      at(16, 10),
      { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
      { kind: 'attachReport', document: ROW },
      byPortal(day(16)),
    ),
    ...minutely(at(18, 10), { kind: 'recordPanelReply', reply: 'agrees', on: day(18) }),
  ];
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot);
  await worker.runUntil(async () => {
    await time.skipTo(at(0, 16, 20));
    await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
    for (const step of steps) {
      await time.skipTo(step.when);
      await one.act(bodyOf(step, records.events), step.as === undefined ? {} : { as: step.as });
    }
    await time.skipTo(at(20, 10));
    const before = calls;
    await one.act({ kind: 'undoSettlement', reason: ROW });
    await time.skipTo(at(20, 10, 1));
    expect(calls).toBe(before + 1);
    await one.handle.terminate();
  });
}, 120_000);
