// The port through which commands reach the workflow of a case, and what can come of that. Every outcome is a value:
// what each means to the person who asked is decided by those who call.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Command } from '../../domain/rapidReview/commands';
import type { Rejection } from '../../domain/rapidReview/rejections';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Receipt } from '../../contracts/messages';
import type { TimetableNow } from '../../contracts/questions';

export type OpenCaseCommand = Extract<Command, { readonly kind: 'openCase' }>;
export type ActCommand = Exclude<Command, { readonly kind: 'openCase' }>;

export type GatewayAnswer =
  | { readonly kind: 'accepted'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  /** No workflow of that case runs: there never was one, or it was terminated. One of a case that has ended runs on. */
  | { readonly kind: 'notRunning' }
  /** The server could not be reached; the command may have been taken. */
  | { readonly kind: 'temporalAway'; readonly error?: unknown }
  /** No worker has answered in time; the command may have been taken. */
  | { readonly kind: 'workerAway'; readonly error?: unknown };

export interface CaseGateway {
  open(command: OpenCaseCommand, calendar: CalendarSnapshot): Promise<GatewayAnswer>;
  /**
   * `recordedUpTo`: so far the records hold the case. With it whoever asks records what the receipt says is not recorded;
   * without it the case does so itself. `calendar` is the one to go over to, where the command brings one.
   */
  act(
    reference: CaseReference,
    command: ActCommand,
    recordedUpTo?: number,
    calendar?: CalendarSnapshot,
  ): Promise<GatewayAnswer>;
  /** What the case itself shows, for when the records do not show it yet. Nothing where it cannot be asked. */
  timetable(reference: CaseReference): Promise<TimetableNow | undefined>;
  /** Whether the case was ever opened here, for when the records do not know it yet. */
  knows(reference: CaseReference): Promise<'yes' | 'no' | 'temporalAway'>;
}
