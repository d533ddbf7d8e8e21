// A change of the calendar that whoever brings it records: the case schedules nothing for it, hands over what came of it as
// often as it is asked, and records all of it with its next events, whatever became of the asker (R9).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { goOnAsNew, type Receipt } from '../../contracts/messages';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Instant } from '../../domain/calendar/instant';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { untilTrue } from '../system/until';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { daysFrom } from './script';
import { withDays } from './withDays';

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
  const proclaimed = withDays(snapshot, day(7));
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
    await one.handle.terminate();
  });
}, 60_000);

const BESIDE = { recordedByAsker: true } as const;

/** A task was done after the end of the last activity: an act that came before it would find the case at its recording. */
const hasHeard = async ({ handle }: WorkflowCase): Promise<boolean> => {
  const { events = [] } = await handle.fetchHistory();
  const ended =
    events?.findLastIndex(
      (event) => (event.activityTaskCompletedEventAttributes ?? undefined) !== undefined,
    ) ?? -1;
  const heard =
    events?.findLastIndex(
      (event) => (event.workflowTaskCompletedEventAttributes ?? undefined) !== undefined,
    ) ?? -1;
  return ended !== -1 && ended < heard;
};

/** With a case that is open, recorded and at rest. */
const atRest = async (
  told: (one: WorkflowCase, records: PaperRecords) => Promise<void>,
  gate: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const records = new PaperRecords(() => time.now());
  const { recordEvents, sendNotices } = records;
  const worker = await time.worker({
    recordEvents: async (input) => {
      await gate();
      await recordEvents(input);
    },
    sendNotices,
  });
  const one = new WorkflowCase(time, worker.options.taskQueue, shippedSnapshot());
  await worker.runUntil(async () => {
    await one.open(await time.now(), {});
    await untilTrue('the case has heard that its opening is recorded', WITHIN_MS, () => hasHeard(one));
    await told(one, records);
    // Whatever goes on without a worker would hold the time of the server.
    await untilTrue('nothing goes on', WITHIN_MS, async () => {
      return ((await one.handle.describe()).raw.pendingActivities ?? []).length === 0;
    });
    await one.handle.terminate();
  });
};

const WITHIN_MS = 20_000;
const addAgency = (one: WorkflowCase, n: number, recordedUpTo: number): Promise<Receipt> =>
  one.act({ kind: 'addAgency', agency: AGENCY(n) }, { ...BESIDE, recordedUpTo });

test('an act that comes while what was left is recorded for a new run is not lost', async () => {
  let open: () => void = () => undefined;
  let waits = 0;
  let gate: Promise<void> = Promise.resolve();
  await atRest(
    async (one, records) => {
      const version = records.events.length;
      const first = await addAgency(one, 1, version);
      await records.recordEvents({ reference: one.reference, events: first.unrecorded ?? [], notices: [] });
      gate = new Promise((resolve) => (open = resolve));
      waits = 0;
      const { runId } = await one.handle.describe();
      await one.handle.signal(goOnAsNew);
      await untilTrue('it records', WITHIN_MS, () => waits > 0);
      // The run is leaving, and records what it does not know to be recorded.
      const second = await addAgency(one, 2, version + 1);
      expect([second.version, second.unrecorded]).toEqual([version + 2, undefined]);
      open();
      await untilTrue('it goes on as new', WITHIN_MS, async () => {
        return (await one.handle.describe()).runId !== runId;
      });
      await untilTrue('both are recorded', WITHIN_MS, () => records.events.length === version + 2);
      await addAgency(one, 3, version + 2);
    },
    () => {
      waits += 1;
      return gate;
    },
  );
}, 60_000);

test('records that are ahead of the case are not gone past: it records itself, and is found to differ', async () => {
  await atRest(async (one, records) => {
    const { recordings } = records;
    expect((await addAgency(one, 1, records.events.length + 5)).unrecorded).toBeUndefined();
    await untilTrue('it records', WITHIN_MS, () => records.recordings > recordings);
  });
}, 60_000);

test('more than fifty events are not left to whoever asks', async () => {
  await atRest(async (one, records) => {
    const version = records.events.length;
    const left: (number | undefined)[] = [];
    for (let n = 1; n <= 52; n += 1) left.push((await addAgency(one, n, version)).unrecorded?.length);
    expect(left.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(left[50]).toBeUndefined();
    await untilTrue('it records', WITHIN_MS, () => records.events.length >= version + 51);
  });
}, 60_000);
