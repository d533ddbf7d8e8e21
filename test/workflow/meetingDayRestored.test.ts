// A meeting that a bank holiday puts outside its window and that is in it again, in a real worker: the team is mailed at once of
// the one and at nine of the other, and of neither where the day changes back before nine (R9, R12).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { formatInstant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { WorkflowCase } from './case';
import { nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { COUNCIL, INVITEES } from './race/cast';
import { daysFrom } from './script';
import { withDays } from './withDays';

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test.each([{ historyLimit: 15 }, {}])(
  'it is told once of each, also continued as new: %j',
  async (options) => {
    const records = new PaperRecords(() => time.now());
    const worker = await time.worker(records);
    const snapshot = shippedSnapshot();
    const calendar = workingCalendar(snapshot);
    const { day, at } = daysFrom(calendar, nextMonday(calendar, await time.now()));
    const mourning = withDays(snapshot, day(5));
    const one = new WorkflowCase(time, worker.options.taskQueue, snapshot, options);
    let change = 0;
    const adopt = async (to: CalendarSnapshot, ...when: Parameters<typeof at>): Promise<void> => {
      await time.skipTo(at(...when));
      change += 1;
      await one.act({ kind: 'adoptCalendar', change, calendar: to.version }, { calendar: to });
    };
    await worker.runUntil(async () => {
      await time.skipTo(at(0, 10));
      await one.open(at(0, 9), { agencies: [COUNCIL] });
      await time.skipTo(at(1, 10));
      await one.act({ kind: 'arrangeMeeting', startsAt: at(7, 10), invitees: INVITEES });
      await adopt(mourning, 2, 10);
      await adopt(snapshot, 2, 11);
      await adopt(mourning, 3, 12);
      await adopt(snapshot, 3, 13);
      await adopt(mourning, 3, 14);
      await time.skipTo(at(4, 12));
      await one.handle.terminate();
    });
    const told = records.events.flatMap((event) => {
      const { kind, at: when } = event;
      const item =
        kind === 'TeamBriefed' && event.body.items.some(({ about }) => about === 'meetingDayRestored');
      return kind === 'MeetingOutsideWindow' || kind === 'MeetingDayRestored' || item
        ? [`${formatInstant(when).slice(0, 13)} ${kind}`]
        : [];
    });
    const hour = (...when: Parameters<typeof at>) => formatInstant(at(...when)).slice(0, 13);
    expect(told).toEqual([
      `${hour(2, 10)} MeetingOutsideWindow`,
      `${hour(2, 11)} MeetingDayRestored`,
      `${hour(3, 9)} TeamBriefed`,
      `${hour(3, 12)} MeetingOutsideWindow`,
      `${hour(3, 13)} MeetingDayRestored`,
      `${hour(3, 14)} MeetingOutsideWindow`,
    ]);
    expect(records.notices.filter(({ body }) => body.kind === 'meetingOutsideWindow')).toHaveLength(2);
  },
  60_000,
);
