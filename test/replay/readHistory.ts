// Reads a history: the acts of the case in it, the calendar that came with its opening, and the events it had
// recorded. A command is decided at the start of the workflow task that accepted it; a timer or a mail report is
// heard at the start of the next one: after its commands in a run of before, and before them since (docs/adr/0035).

import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { RecordEventsInput, SendNoticesOutput } from '../../contracts/activities';
import type { CommandMessage, Receipt } from '../../contracts/messages';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { instant, type Instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { payloadCodec } from '../../platform/encryption/payloadCodec';
import type { Act } from './acts';
import { testRing } from './testConverter';

export type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const codec = payloadCodec(testRing);

/** The first of the payloads, decrypted. */
const read = async <T>(payloads: temporal.api.common.v1.IPayloads | null | undefined): Promise<T> => {
  const [payload] = await codec.decode(payloads?.payloads ?? []);
  if (payload === undefined) throw new Error('the history has no payload where one belongs');
  return defaultPayloadConverter.fromPayload<T>(payload);
};

export const timeOf = ({ eventTime }: HistoryEvent): Instant =>
  instant(Number(eventTime?.seconds ?? 0) * 1000 + Math.floor((eventTime?.nanos ?? 0) / 1_000_000));

interface Found {
  readonly acts: readonly Act[];
  readonly events: readonly CaseEvent[];
  /** Those that came with its commands, that of the opening first. */
  readonly calendars: readonly CalendarSnapshot[];
}

const readRun = async (events: readonly HistoryEvent[], continued: boolean): Promise<Found> => {
  const acts: Act[] = [];
  const recorded: CaseEvent[] = [];
  const mailings = new Set<string>();
  const calendars: CalendarSnapshot[] = [];
  let started = 0 as Instant;
  let at = 0 as Instant;
  const failed = new Set<Act>();
  const actOf = new Map<string, Act>();
  // What the next workflow task will find, and what the present one found.
  let next: SendNoticesOutput['reports'][] = [];
  let wokeNext = continued;
  let heard: Act[] = [];

  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    const completed = event.activityTaskCompletedEventAttributes;
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    if (scheduled?.activityType?.name === 'recordEvents')
      recorded.push(...(await read<RecordEventsInput>(scheduled.input)).events);
    const ended = event.workflowExecutionUpdateCompletedEventAttributes;
    const answered = ended?.outcome?.success;
    const refused = actOf.get(String(ended?.acceptedEventId));
    // Accepted by the validator, and refused by what came with its task.
    if (ended?.outcome?.failure && refused !== undefined) failed.add(refused);
    // Left to whoever asked.
    if (answered) recorded.push(...((await read<Receipt>(answered)).unrecorded ?? []));
    if (scheduled?.activityType?.name === 'sendNotices') mailings.add(String(event.eventId));
    if (completed && mailings.has(String(completed.scheduledEventId)))
      next.push((await read<SendNoticesOutput>(completed.result)).reports);
    if (event.timerFiredEventAttributes) wokeNext = true;
    if (event.workflowTaskStartedEventAttributes) started = timeOf(event);
    if (event.workflowTaskCompletedEventAttributes) {
      acts.push(...heard);
      at = started;
      heard = [
        ...next.map((reports) => ({ kind: 'heard', at: started, reports }) as const),
        ...(wokeNext ? [{ kind: 'woke', at: started } as const] : []),
      ];
      next = [];
      wokeNext = false;
    }
    // A run that leaves does so before its clock looks: the next run looks at once.
    if (event.workflowExecutionContinuedAsNewEventAttributes)
      heard = heard.filter(({ kind }) => kind !== 'woke');
    if (accepted) {
      const message = await read<CommandMessage>(accepted.acceptedRequest?.input?.args);
      if (message.calendar !== undefined) calendars.push(message.calendar);
      acts.push(...heard.splice(0));
      const act: Act = { kind: 'asked', at, command: message.command };
      actOf.set(String(event.eventId), act);
      acts.push(act);
    }
  }
  acts.push(...heard);
  return { acts: acts.filter((act) => !failed.has(act)), events: recorded, calendars };
};

/** The acts of all runs of a case, first run first, its calendars, and its events, each once. */
export const readHistories = async (runs: readonly History[]): Promise<Found> => {
  const found: Found[] = [];
  for (const [index, { events }] of runs.entries()) found.push(await readRun(events ?? [], index > 0));
  if (found[0]?.calendars[0] === undefined) throw new Error('the first run does not open a case');
  // A run that leaves with events unrecorded hands them to the next, which has them recorded again.
  const events = new Map(found.flatMap((run) => run.events).map((event) => [event.number, event]));
  return {
    acts: found.flatMap(({ acts }) => acts),
    calendars: found.flatMap((run) => run.calendars),
    events: [...events.values()].sort((a, b) => a.number - b.number),
  };
};
