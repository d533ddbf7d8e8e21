// What a case has left in Temporal's history: how many events of which kind, how many bytes, and when each command was
// accepted. By the server's own clock.

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
  /** When each command was accepted, in order, in milliseconds. */
  readonly accepted: readonly number[];
}

type Event = temporal.api.history.v1.IHistoryEvent;

const millisecondsOf = ({ eventTime }: Event): number =>
  Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1e6;

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
    accepted: all
      .filter(({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
      .map(millisecondsOf),
  };
};
