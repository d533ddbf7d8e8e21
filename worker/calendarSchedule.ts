// The schedule of the daily watch over the bank holidays: made once for a namespace, and brought up to date by every
// worker that starts. Temporal keeps it; a day on which nothing ran is caught up within that day.

import { Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { CALENDAR_WATCH, WATCH_CALENDAR_WORKFLOW } from '../contracts/workflowIds';

export interface SchedulePlace {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataConverter: DataConverter;
}

/** Before the team's mails of 09:00, which then know of it. */
const EVERY_MORNING = { hour: 8, minute: 15, second: 0 };

const optionsFor = (taskQueue: string): ScheduleOptions => ({
  scheduleId: CALENDAR_WATCH,
  spec: { calendars: [EVERY_MORNING], timezone: 'Europe/London' },
  action: {
    type: 'startWorkflow',
    workflowType: WATCH_CALENDAR_WORKFLOW,
    workflowId: CALENDAR_WATCH,
    taskQueue,
    workflowExecutionTimeout: '20h',
  },
  policies: { overlap: 'SKIP', catchupWindow: '12h' },
});

/** Idempotent, however many workers start at once. */
export const scheduleCalendarWatch = async ({
  connection,
  namespace,
  taskQueue,
  dataConverter,
}: SchedulePlace): Promise<void> => {
  const { schedule } = new Client({ connection, namespace, dataConverter });
  const wanted = optionsFor(taskQueue);
  try {
    await schedule.create(wanted);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await schedule.getHandle(CALENDAR_WATCH).update(({ state }) => ({ ...wanted, state }));
  }
};
