// Alerts that nobody acknowledges are mailed for as long as it takes (R23): no run of the case grows for ever meanwhile.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { workflowIdOf } from '../../contracts/workflowIds';
import { HOUR, type Instant } from '../../domain/calendar/instant';
import type { DossierRow } from '../../domain/rapidReview/state';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { WorkflowCase } from './case';
import { PaperRecords } from './paperRecords';

const LIMIT = 60;
const HOURS = 6;

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 60_000);
afterAll(() => time.stop());

type History = Awaited<ReturnType<WorkflowCase['handle']['fetchHistory']>>;

const historyOf = (one: WorkflowCase, runId: string): Promise<History> =>
  time.client.workflow.getHandle(workflowIdOf(one.reference), runId).fetchHistory();

/** From that run on. */
const runsSince = async (one: WorkflowCase, first: string): Promise<readonly History[]> => {
  const runs: History[] = [];
  for (let next: string | null | undefined = first; next;) {
    const run: History = await historyOf(one, next);
    runs.push(run);
    next = run.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
};

test('a case goes on as new though nobody does anything, and mails each alert once', async () => {
  const records = new PaperRecords(() => time.now());
  const worker = await time.worker(records);
  const one = new WorkflowCase(time, worker.options.taskQueue, shippedSnapshot(), { historyLimit: LIMIT });
  const runs = await worker.runUntil(async () => {
    await one.open(await time.now());
    await one.act({ kind: 'raiseSafetyConcern', concern: 'c.concern' as DossierRow });
    const { runId } = await one.handle.describe();
    await time.skipTo(((await time.now()) + HOURS * HOUR + HOUR / 4) as Instant);
    return runsSince(one, runId);
  });
  const alerts = records.events.flatMap(({ kind, body }) =>
    kind === 'SafetyAlertRepeated' ? body.alert : [],
  );
  expect(alerts).toEqual(Array.from({ length: HOURS * 2 }, (_, index) => index + 2));
  expect([...records.sent.keys()].filter((key) => key.includes('safetyAlert'))).toHaveLength(HOURS * 2 + 1);
  expect(runs.length).toBeGreaterThan(2);
  const { payloadCodecs } = time.client.options.loadedDataConverter;
  for (const run of runs) {
    expect(run.events?.length).toBeLessThan(LIMIT * 2);
    await Worker.runReplayHistory(
      { workflowBundle: time.bundle, dataConverter: { payloadCodecs: [...payloadCodecs] } },
      run,
      workflowIdOf(one.reference),
    );
  }
}, 60_000);
