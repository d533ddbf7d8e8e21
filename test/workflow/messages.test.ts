// Messages to a running case: the same command twice, refusals, openings that come to nothing. Each test has a
// server of its own: the test server's time stands still for a case whose worker went while it was at something.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../../domain/calendar/instant';
import { ask, timetableNow } from '../../contracts/questions';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY } from '../unit/rapidReview/story';
import { WorkflowCase } from './case';
import { londonAt, nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);
const ONE = AGENCY(1);

let time: TimeSkipping;
beforeEach(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterEach(async () => {
  await time.stop();
});

/** A worker and a case not opened yet; the story runs from the next Monday at ten on. */
const begin = async (options: { readonly historyLimit?: number } = {}) => {
  const records = new PaperRecords(() => time.now());
  const worker = await time.worker(records);
  const monday = nextMonday(calendar, await time.now());
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot, options);
  const run = (story: () => Promise<void>): Promise<void> =>
    worker.runUntil(async () => {
      await time.skipTo(londonAt(calendar, monday, 10));
      await story();
    });
  return { records, monday, one, run };
};

/** Lets the loop finish what it is at before its worker stops: the server's time stands still while it waits. */
const settle = async (): Promise<void> => {
  await time.skipTo(((await time.now()) + 60_000) as Instant);
};

describe('messages', () => {
  it('the same command twice has the effect of once, also across continue-as-new', async () => {
    const { records, monday, one, run } = await begin({ historyLimit: 8 });
    await run(async () => {
      await one.open(await time.now());
      await settle();
      const first = await one.act({ kind: 'addAgency', agency: ONE }, { commandId: 'the-same-id' });
      const runs = new Set<string>();
      for (const n of [2, 3, 4, 5, 6]) {
        // The test server loses an update that meets a run just ending (the real one does not: see test/system).
        await settle();
        await one.act({ kind: 'addAgency', agency: AGENCY(n) });
        runs.add((await one.handle.describe()).runId);
      }
      expect(runs.size).toBeGreaterThan(1);
      await time.skipTo(londonAt(calendar, addWorkingDays(calendar, monday, 1), 10));
      const { version, events } = await one.act(
        { kind: 'addAgency', agency: ONE },
        { commandId: 'the-same-id' },
      );
      expect({ version, events }).toEqual({ version: first.version, events: first.events });
      await settle();
    });
    expect(records.events.filter(({ kind }) => kind === 'AgencyIdentified')).toHaveLength(6);
  }, 120_000);

  // A question leaves no trace: a worker that replays the history would not know why the run ended there (docs/adr/0035).
  it('a question ends no run, however full it is: the next act does', async () => {
    const { one, run } = await begin({ historyLimit: 8 });
    const runId = async (): Promise<string> => (await one.handle.describe()).runId;
    await run(async () => {
      await one.open(await time.now());
      const first = await runId();
      await settle();
      const { events = [] } = await one.handle.fetchHistory();
      expect((events ?? []).length).toBeGreaterThan(8);
      expect(await ask(one.handle, timetableNow)).toMatchObject({ version: 1 });
      await settle();
      expect(await runId()).toBe(first);
      await one.act({ kind: 'addAgency', agency: ONE });
      await settle();
      expect(await runId()).not.toBe(first);
    });
  }, 120_000);

  it('a refused command tells why and leaves no trace in history', async () => {
    const { records, one, run } = await begin();
    await run(async () => {
      await one.open(await time.now(), { agencies: [ONE] });
      const refused = await one.act({ kind: 'addAgency', agency: ONE }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(WorkflowUpdateFailedError);
      const cause = (refused as WorkflowUpdateFailedError).cause as ApplicationFailure;
      expect(cause.type).toBe('AgencyAlreadyOnCase');
      expect(cause.details).toEqual([{ code: 'AgencyAlreadyOnCase', agency: ONE }]);
      await settle();
    });
    const history = await one.handle.fetchHistory();
    const updates =
      history.events?.filter(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted) ??
      [];
    expect(updates).toHaveLength(1);
    expect(records.events.map(({ kind }) => kind)).toEqual(['CaseOpened', 'AgencyIdentified']);
  }, 120_000);

  it('an opening that is refused leaves the reference free for another attempt', async () => {
    const { records, one, run } = await begin();
    await run(async () => {
      const tomorrow = ((await time.now()) + 86_400_000) as Instant;
      const refused = await one.open(tomorrow).catch((error: unknown) => error);
      expect(((refused as WorkflowUpdateFailedError).cause as ApplicationFailure).type).toBe(
        'ReceivedInFuture',
      );
      await settle();
      expect((await one.handle.describe()).status.name).toBe('FAILED');
      await one.open(await time.now());
      await settle();
    });
    expect(records.events.map(({ kind }) => kind)).toEqual(['CaseOpened']);
  }, 120_000);

  it('a death without suspected abuse or neglect starts no clock, and its timestamps can be recorded', async () => {
    const { records, monday, one, run } = await begin();
    await run(async () => {
      await one.open(await time.now(), { nature: 'lookedAfterChildDeath' });
      await time.skipTo(londonAt(calendar, addWorkingDays(calendar, monday, 20), 10));
      await one.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: await time.now() });
      await settle();
    });
    expect(records.events.map(({ kind }) => kind)).toEqual(['CaseOpened', 'TimestampRecorded']);
    expect(records.notices).toEqual([]);
  }, 120_000);
});
