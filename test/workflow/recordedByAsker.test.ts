// A change of the calendar that whoever brings it records: the case schedules nothing for it, hands over what came of it as
// often as it is asked, and records all of it with its next events, whatever became of the asker (R9).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Instant } from '../../domain/calendar/instant';
import { shippedSnapshot, snapshotOf } from '../../platform/holidays/snapshot';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { daysFrom } from './script';

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

test('it is handed over until the case has something else to record, and nothing is recorded twice or lost', async () => {
  const records = new PaperRecords(() => time.now());
  const { recordEvents, sendNotices } = records;
  const worker = await time.worker({ recordEvents, sendNotices });
  const snapshot = shippedSnapshot();
  const calendar = workingCalendar(snapshot);
  const { day, at } = daysFrom(calendar, nextMonday(calendar, await time.now()));
  const proclaimed = snapshotOf({
    ...snapshot,
    holidays: [
      ...snapshot.holidays,
      { date: day(7), title: 'Day of Mourning', source: 'person' as const, knownSince: day(1) },
    ].sort((a, b) => (a.date < b.date ? -1 : 1)),
  });
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot);
  await worker.runUntil(async () => {
    await time.skipTo(at(0, 10));
    await one.open(at(0, 9), { agencies: [AGENCY(1)] });
    await time.skipTo(((await time.now()) + 60_000) as Instant);
    const { recordings } = records;
    const known = records.events.length;
    const body = { kind: 'adoptCalendar', change: 1, calendar: proclaimed.version } as const;
    const beside = { commandId: 'calendar-1', calendar: proclaimed, recordedByAsker: true } as const;
    const first = await one.act(body, beside);
    expect(first.unrecorded?.map(({ kind }) => kind)).toEqual(['CalendarAdopted', 'DatesMoved']);
    expect((await one.act(body, beside)).unrecorded).toEqual(first.unrecorded);
    await time.skipTo(((await time.now()) + 60_000) as Instant);
    expect([records.recordings, records.events.length]).toEqual([recordings, known]);

    // The asker died before it had recorded anything.
    await one.act({ kind: 'addAgency', agency: AGENCY(2) });
    await time.skipTo(((await time.now()) + 60_000) as Instant);
    expect(records.events.slice(known).map(({ kind }) => kind)).toEqual([
      'CalendarAdopted',
      'DatesMoved',
      'AgencyIdentified',
    ]);
    // The server answers the same update as before; recorded once more, it changes nothing.
    const { unrecorded = [] } = await one.act(body, beside);
    await recordEvents({ reference: one.reference, events: unrecorded, notices: [] });
    expect(records.events).toHaveLength(known + 3);
  });
}, 60_000);
