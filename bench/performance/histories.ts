// What a case has left in Temporal's history: how many events of which kind, how many bytes, and how long each recording
// came after what it recorded. By the server's own clock.

import { Client, type Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/references';

const { EventType } = temporal.api.enums.v1;

/** What a bare workflow is to do as often. */
export interface Doings {
  readonly updates: number;
  readonly activities: number;
  readonly timers: number;
}

export interface HistoryFigures extends Doings {
  readonly events: number;
  readonly bytes: number;
  /** Milliseconds from the acceptance of a command to the end of the recording that took it. */
  readonly lags: readonly number[];
}

type Event = temporal.api.history.v1.IHistoryEvent;

const millisecondsOf = ({ eventTime }: Event): number =>
  Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1e6;

/** A recording takes everything that was accepted before it was scheduled and not taken by an earlier one. */
const lagsOf = (events: readonly Event[]): readonly number[] => {
  const lags: number[] = [];
  let waiting: number[] = [];
  const taken = new Map<string, readonly number[]>();
  for (const event of events) {
    if (event.eventType === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
      waiting.push(millisecondsOf(event));
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled?.activityType?.name === 'recordEvents') {
      taken.set(String(event.eventId), waiting);
      waiting = [];
    }
    const completed = event.activityTaskCompletedEventAttributes;
    for (const accepted of taken.get(String(completed?.scheduledEventId ?? '')) ?? [])
      lags.push(millisecondsOf(event) - accepted);
  }
  return lags;
};

export const historyOf = async (
  connection: Connection,
  namespace: string,
  reference: string,
): Promise<HistoryFigures> => {
  const handle = new Client({ connection, namespace }).workflow.getHandle(
    workflowIdOf(reference as CaseReference),
  );
  const { events } = await handle.fetchHistory();
  const { historySize } = await handle.describe();
  const all: readonly Event[] = events ?? [];
  const count = (type: temporal.api.enums.v1.EventType): number =>
    all.filter(({ eventType }) => eventType === type).length;
  return {
    updates: count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED),
    activities: count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED),
    timers: count(EventType.EVENT_TYPE_TIMER_STARTED),
    events: all.length,
    bytes: historySize ?? 0,
    lags: lagsOf(all),
  };
};
