// What an act waits for, and what it does not (docs/adr/0035): a request to cancel its case, a calendar that comes with an act before it, a
// question that finds a run full. Each story is replayed from its history, as the next worker would.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkflowUpdateFailedError } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { goOnAsNew, type CommandMessage, type Receipt } from '../../contracts/messages';
import { ask, timetableNow } from '../../contracts/questions';
import { updateIdOf, workflowIdOf } from '../../contracts/workflowIds';
import type { Instant } from '../../domain/calendar/instant';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { untilTrue } from '../system/until';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { PaperRecords } from './paperRecords';
import { ask as scoping } from './race/cast';

const WITHIN_MS = 20_000;
let time: TimeSkipping;
beforeEach(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterEach(() => time.stop());

/** What a server or a worker is at, and nobody can see the end of, ends well within. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));

const replayed = async (one: WorkflowCase): Promise<void> => {
  const { payloadCodecs } = time.client.options.loadedDataConverter;
  await Worker.runReplayHistory(
    { workflowBundle: time.bundle, dataConverter: { payloadCodecs: [...payloadCodecs] } },
    await one.handle.fetchHistory(),
    workflowIdOf(one.reference),
  );
};
const kindsIn = async (one: WorkflowCase, kind: string): Promise<number> => {
  const { events } = await one.handle.fetchHistory();
  return (events ?? []).filter((event) => (event[kind as keyof typeof event] ?? undefined) !== undefined)
    .length;
};

describe('R5: a case goes on', () => {
  test('though somebody has asked Temporal to cancel it', async () => {
    const records = new PaperRecords(() => time.now());
    const worker = await time.worker(records);
    const one = new WorkflowCase(time, worker.options.taskQueue, shippedSnapshot());
    await worker.runUntil(async () => {
      await one.open(await time.now());
      await untilTrue('it is recorded', WITHIN_MS, () => Promise.resolve(records.events.length > 0));
      await one.handle.cancel();
      await untilTrue(
        'the case has the request',
        WITHIN_MS,
        async () => (await kindsIn(one, 'workflowExecutionCancelRequestedEventAttributes')) > 0,
      );
      expect((await one.act({ kind: 'addAgency', agency: AGENCY(1) })).events).toEqual(['AgencyIdentified']);
      expect((await one.act({ kind: 'addAgency', agency: AGENCY(2) })).version).toBe(3);
      expect((await one.handle.describe()).status.name).toBe('RUNNING');
      await untilTrue('both are recorded', WITHIN_MS, () => Promise.resolve(records.events.length === 3));
      await replayed(one);
      await one.handle.terminate();
    });
  }, 60_000);

  test('with the act that came with its opening, by the calendar that came with that', async () => {
    const records = new PaperRecords(() => time.now());
    const taskQueue = 'opening and act at once';
    const one = new WorkflowCase(time, taskQueue, shippedSnapshot());
    const opening = one.open(await time.now());
    // Nobody is there to take the one before the other comes.
    await untilTrue('the opening has come', WITHIN_MS, () =>
      one.handle.describe().then(
        () => true,
        () => false,
      ),
    );
    const act = one.act({ kind: 'addAgency', agency: AGENCY(1) });
    const worker = await time.worker(records, { taskQueue });
    await worker.runUntil(async () => {
      expect((await opening).events).toContain('CaseOpened');
      expect((await act).events).toEqual(['AgencyIdentified']);
      await one.handle.terminate();
    });
  }, 60_000);

  // A question leaves no trace: a later worker would not know why the run ends there.
  test('in the run that it has, whoever asks what, until its next act', async () => {
    const records = new PaperRecords(() => time.now());
    let sendings = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sendNotices: PaperRecords['sendNotices'] = async (input) => {
      sendings += 1;
      // Mail is on its way as the question comes; the first sending ends with mail that waits, so that the next run has some too.
      if (sendings === 1) return { reports: [], waiting: 1 };
      await released;
      return records.sendNotices(input);
    };
    const worker = await time.worker({ recordEvents: records.recordEvents, sendNotices });
    const one = new WorkflowCase(time, worker.options.taskQueue, shippedSnapshot(), { historyLimit: 7 });
    await worker.runUntil(async () => {
      await one.open(await time.now());
      await untilTrue('it is recorded', WITHIN_MS, () => Promise.resolve(records.events.length > 0));
      const { runId } = await one.handle.describe();
      await one.handle.signal(goOnAsNew);
      await untilTrue(
        'it has gone on as new',
        WITHIN_MS,
        async () => (await one.handle.describe()).runId !== runId,
      );
      await untilTrue('its mail is on its way', WITHIN_MS, () => Promise.resolve(sendings > 1));
      expect(await ask(one.handle, timetableNow)).toMatchObject({ version: 1 });
      await one.act({ kind: 'addAgency', agency: AGENCY(1) });
      await untilTrue('the act is recorded', WITHIN_MS, () => Promise.resolve(records.events.length === 2));
      await replayed(one);
      release();
      await one.handle.terminate();
    });
  }, 60_000);

  test('with an act that was refused by what came with it, sent again under its key', async () => {
    const records = new PaperRecords(() => time.now());
    let sending = false;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sendNotices: PaperRecords['sendNotices'] = async (input) => {
      sending = true;
      await released;
      return records.sendNotices(input);
    };
    const taskQueue = 'refused by what came with it';
    const one = new WorkflowCase(time, taskQueue, shippedSnapshot());
    const without = { taskQueue, maxCachedWorkflows: 0 };
    const first = await time.worker({ recordEvents: records.recordEvents, sendNotices }, without);
    const running = first.run();
    await one.open(await time.now(), { agencies: [AGENCY(1)] });
    await one.act(scoping(AGENCY(1)));
    await untilTrue('its mail is on its way', WITHIN_MS, () => Promise.resolve(sending));
    const version = records.events.length;
    const addAgency = (askedAt: number, expectedVersion: number) => {
      const command = one.command({ kind: 'addAgency', agency: AGENCY(2) }, 'the-same-key');
      const asked = { ...command.asked, askedAt: askedAt as Instant, expectedVersion };
      const args: [CommandMessage] = [{ command: { ...command, asked } }];
      return one.handle.executeUpdate<Receipt, [CommandMessage]>('addAgency', {
        args,
        updateId: updateIdOf(asked),
      });
    };
    await settled();
    first.shutdown();
    await settled();
    // It waits for a worker, and comes to it with the end of that mail.
    const refused = addAgency(1, version).catch((error: unknown) => error);
    await settled();
    release();
    await running;
    const second = await time.worker(records, without);
    await second.runUntil(async () => {
      expect(((await refused) as WorkflowUpdateFailedError).cause).toMatchObject({ type: 'VersionMovedOn' });
      const { version: now } = (await ask(one.handle, timetableNow)) ?? { version: 0 };
      expect(now).toBeGreaterThan(version);
      expect((await addAgency(2, now)).events).toEqual(['AgencyIdentified']);
      await one.handle.terminate();
    });
  }, 60_000);
});
