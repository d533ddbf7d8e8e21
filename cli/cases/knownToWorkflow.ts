// What the workflow of a case knows, read from its history without asking it: how far it has got, and the events, notices and
// calendars that went through it. It needs no worker, and works also for a workflow that is stuck or has ended.

import type { Payload } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { RecordEventsInput, SendNoticesOutput } from '../../contracts/activities';
import type { CommandMessage, Receipt } from '../../contracts/messages';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Notice } from '../../domain/rapidReview/notices';
import type { MailReport } from '../../domain/rapidReview/mailReport';
import type { CaseReference } from '../../domain/rapidReview/references';
import { historyOf, type OpenedTemporal } from './openTemporal';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Payloads = { readonly payloads?: Payload[] | null } | null | undefined;

/** `recordEvents` as the activity is called in histories. */
const RECORDING = 'recordEvents';

export class KnownToWorkflow {
  /** How far it has got; 0 for one that was never opened. */
  version = 0;
  /** By number. */
  readonly events = new Map<number, CaseEvent>();
  /** By key. */
  readonly notices = new Map<string, Notice>();
  /** What became of mails, as the case was told, by the key of the notice. */
  readonly reports = new Map<string, MailReport>();
  /** By version. */
  readonly calendars = new Map<string, CalendarSnapshot>();

  #got(version: number): void {
    this.version = Math.max(this.version, version);
  }

  takeEvents(events: readonly CaseEvent[], notices: readonly Notice[] = []): void {
    for (const event of events) this.events.set(event.number, event);
    for (const notice of notices) this.notices.set(notice.key, notice);
    this.#got(events.at(-1)?.number ?? 0);
  }

  takeInput({ carried }: RapidReviewInput): void {
    if (carried === undefined) return;
    this.#got(carried.state.version);
    this.calendars.set(carried.calendar.version, carried.calendar);
    this.takeEvents(carried.unrecorded.events, carried.unrecorded.notices);
  }

  takeCalendar({ calendar }: CommandMessage): void {
    if (calendar !== undefined) this.calendars.set(calendar.version, calendar);
  }

  takeReports({ reports }: Partial<SendNoticesOutput>): void {
    for (const report of reports ?? []) this.reports.set(report.key, report);
  }

  takeReceipt({ version, unrecorded }: Receipt): void {
    this.#got(version);
    this.takeEvents(unrecorded ?? []);
  }

  /** Whether every event after that one is here. */
  hasAllAfter(number: number): boolean {
    for (let next = number + 1; next <= this.version; next += 1) if (!this.events.has(next)) return false;
    return true;
  }
}

const readInto = async (
  known: KnownToWorkflow,
  { firstValueIn }: OpenedTemporal,
  history: readonly HistoryEvent[],
): Promise<string | undefined> => {
  const first = async <T>(from: Payloads): Promise<T | undefined> =>
    (await firstValueIn(from?.payloads ?? [])) as T | undefined;
  let earlierRun: string | undefined;
  for (const event of history) {
    const started = event.workflowExecutionStartedEventAttributes;
    const scheduled = event.activityTaskScheduledEventAttributes;
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    const done = event.activityTaskCompletedEventAttributes;
    if (started) {
      const input = await first<RapidReviewInput>(started.input);
      if (input !== undefined) known.takeInput(input);
      if (started.continuedExecutionRunId) earlierRun = started.continuedExecutionRunId;
    } else if (scheduled?.activityType?.name === RECORDING) {
      const input = await first<RecordEventsInput>(scheduled.input);
      if (input !== undefined) known.takeEvents(input.events, input.notices);
    } else if (accepted) {
      const message = await first<CommandMessage>(accepted.acceptedRequest?.input?.args);
      if (message !== undefined) known.takeCalendar(message);
    } else if (done) {
      const output = await first<Partial<SendNoticesOutput>>(done.result);
      if (output !== undefined) known.takeReports(output);
    } else if (completed) {
      const receipt = await first<Receipt>(completed.outcome?.success);
      if (receipt !== undefined) known.takeReceipt(receipt);
    }
  }
  return earlierRun;
};

/**
 * Back through the runs of the workflow until every event after `recorded` is found, or Temporal has no earlier run.
 * Nothing where Temporal has no such workflow.
 */
export const knownToWorkflow = async (
  temporal: OpenedTemporal,
  reference: CaseReference,
  recorded: number,
): Promise<KnownToWorkflow | undefined> => {
  const known = new KnownToWorkflow();
  const workflowId = workflowIdOf(reference);
  let run: string | undefined;
  for (;;) {
    const history = await historyOf(temporal, workflowId, run);
    if (history === undefined) return run === undefined ? undefined : known;
    run = await readInto(known, temporal, history.events ?? []);
    if (run === undefined || known.hasAllAfter(recorded)) return known;
  }
};
