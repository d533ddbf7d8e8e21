// Where a story is recorded: a time-skipping server of its own, a real worker, the records on paper and a mail
// server that can refuse. Days are working days from the story's Monday.

import { Client } from '@temporalio/client';
import type { Activities } from '../../../contracts/activities';
import type { CalendarSnapshot } from '../../../domain/calendar/calendarSnapshot';
import { formatInstant, type Instant } from '../../../domain/calendar/instant';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import type { ContactId } from '../../../domain/timetable/facts';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { createWorker } from '../../../worker/createWorker';
import { startTimeSkipping, type TimeSkipping } from '../../temporal/timeSkipping';
import { WorkflowCase } from '../../workflow/case';
import { nextMonday } from '../../workflow/londonWeek';
import { PaperRecords } from '../../workflow/paperRecords';
import { bodyOf, daysFrom, type Days, type Step } from '../../workflow/script';
import { testConverter } from '../testConverter';

export interface Stage {
  readonly one: WorkflowCase;
  readonly records: PaperRecords;
  /** Addresses that the mail server refuses for good. */
  readonly refused: Set<ContactId | 'panel' | 'onCall'>;
  /** That the case was opened with. */
  readonly snapshot: CalendarSnapshot;
  readonly day: Days['day'];
  readonly at: Days['at'];
  /** Lets time pass to that moment. */
  readonly until: (n: number, hour: number, minute?: number) => Promise<void>;
  /** Plays acts, each at its moment. */
  readonly play: (steps: readonly Step[]) => Promise<void>;
}

export interface Played {
  readonly time: TimeSkipping;
  readonly one: WorkflowCase;
  readonly records: PaperRecords;
}

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);

const withRefusals = (
  records: PaperRecords,
  refused: ReadonlySet<ContactId | 'panel' | 'onCall'>,
): Activities => ({
  recordEvents: records.recordEvents,
  sendNotices: async (input) => {
    const { waiting, reports } = await records.sendNotices(input);
    return {
      waiting,
      reports: reports.map(({ acceptedAt, ...report }) => {
        const { role } = report.to;
        if ((role === 'panel' || role === 'onCall') && refused.has(role))
          return { ...report, outcome: 'refused' };
        const contacts = report.to.role === 'agency' ? report.to.contacts : [];
        const bad = contacts.filter((contact) => refused.has(contact));
        if (bad.length > 0 && bad.length === contacts.length)
          return { ...report, refused: bad, outcome: 'refused' };
        return { ...report, refused: bad, ...(acceptedAt === undefined ? {} : { acceptedAt }) };
      }),
    };
  },
});

/** Plays the story in a worker, and hands what is left to `fetch` before the server goes. */
export const onStage = async <T>(
  story: (stage: Stage) => Promise<void>,
  options: { readonly historyLimit?: number },
  fetch: (played: Played) => Promise<T>,
): Promise<T> => {
  const plain = await startTimeSkipping();
  try {
    const { environment } = plain;
    const client = new Client({
      connection: environment.connection,
      dataConverter: testConverter,
      identity: 'recorder',
    });
    const time: TimeSkipping = { ...plain, client };
    const records = new PaperRecords(() => time.now());
    const refused = new Set<ContactId>();
    const worker = await createWorker({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue: 'recording',
      activities: withRefusals(records, refused),
      dataConverter: testConverter,
      bundle: time.bundle,
    });
    const one = new WorkflowCase(time, 'recording', snapshot, options);
    const monday = nextMonday(calendar, await time.now());
    const days = daysFrom(calendar, monday);
    const until: Stage['until'] = (...moment) => time.skipTo(days.at(...moment));
    const play: Stage['play'] = async (steps) => {
      for (const step of steps) {
        await time.skipTo(step.when);
        const { as } = step;
        const beside = typeof step.beside === 'function' ? step.beside(records.events) : step.beside;
        const body = bodyOf(step, records.events);
        const receipt = await one
          .act(body, { ...(as === undefined ? {} : { as }), ...beside })
          .catch((error: unknown) => {
            throw new Error(`${body.kind} at ${formatInstant(step.when)} was not accepted`, { cause: error });
          });
        if (receipt.unrecorded !== undefined)
          await records.recordEvents({ reference: one.reference, events: receipt.unrecorded, notices: [] });
      }
    };
    await worker.runUntil(async () => {
      await story({ one, records, refused, snapshot, ...days, until, play });
      // The test server's time stands still for a case whose worker goes while it is at something.
      await time.skipTo(((await time.now()) + 60_000) as Instant);
    });
    return await fetch({ time, one, records });
  } finally {
    await plain.stop();
  }
};
