// What the API sends to a case's workflow and what comes back. One object in, one object out; optional fields
// may be added, a meaning is never changed.

import { ApplicationFailure } from '@temporalio/common';
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import { COMMAND_KINDS, type Command, type CommandKind } from '../domain/rapidReview/commands';
import type { CaseEvent, EventKind } from '../domain/rapidReview/events';
import type { CaseReference } from '../domain/rapidReview/state';

const LOST_ON_THE_WAY: readonly unknown[] = ['AcceptedUpdateCompletedWorkflow', 'UpdateAborted'];

/** Whether the workflow of an update that failed ended or went on as new while it was on its way: asking again finds out. */
export const wasLostOnTheWay = ({ cause }: Error): boolean =>
  cause instanceof ApplicationFailure && LOST_ON_THE_WAY.includes(cause.type);

/** The answer to every write. Small, because a history keeps every one: dates are derived by whoever shows them. */
export interface Receipt {
  readonly reference: CaseReference;
  /** The case's version after it. */
  readonly version: number;
  /** What it established, in order. */
  readonly events: readonly EventKind[];
  /** To whoever records it: every event that is not recorded yet. Absent where the case has its own recording under way. */
  readonly unrecorded?: readonly CaseEvent[];
}

export interface CommandMessage<C extends Command = Command> {
  readonly command: C;
  /** Only with `openCase`, `adoptCalendar` and where a case is taken up again: the list of holidays that the case will count with. */
  readonly calendar?: CalendarSnapshot;
  /**
   * Whoever asks records what comes of it, from the receipt. The case then has no recording of its own to do: it keeps the
   * events until it hears that the records hold them, or hands them on with whatever it records next. Only for what calls for
   * no mail.
   */
  readonly recordedByAsker?: true;
  /** The records hold every event up to this number: the case need not keep them. */
  readonly recordedUpTo?: number;
}

export type CommandUpdates = {
  readonly [K in CommandKind]: ReturnType<
    typeof defineUpdate<Receipt, [CommandMessage<Extract<Command, { kind: K }>>], K>
  >;
};

/** One update a command, under the command's own name. */
export const commandUpdates = Object.fromEntries(
  COMMAND_KINDS.map((kind) => [kind, defineUpdate<Receipt, [CommandMessage]>(kind)]),
) as unknown as CommandUpdates;

/**
 * The case goes on in a new run, whose history is encrypted with the current key, and looks whether mail of it waits. Nothing
 * else of the case changes.
 */
export const goOnAsNew = defineSignal('goOnAsNew');
