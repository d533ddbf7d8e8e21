// Everything that can have happened to a case, put together from the slices, in the envelope that the records
// keep: who, when, under which authority, by which command.

import type { Instant } from '../calendar/instant';
import type { ActorId, Role } from './asked';
import type { CalendarChangeEvent } from './calendarChange/events';
import type { ClockEvent } from './clock/events';
import type { DecisionEvent } from './decision/events';
import type { DuplicatesEvent } from './duplicates/events';
import type { EndingEvent } from './ending/events';
import type { MeetingEvent } from './meeting/events';
import type { PanelEvent } from './panel/events';
import type { ReferralEvent } from './referral/events';
import type { RemindersEvent } from './reminders/events';
import type { ReturnsEvent } from './returns/events';
import type { SafetyEvent } from './safety/events';
import type { ScopingEvent } from './scoping/events';

export type EventBody =
  | ReferralEvent
  | ScopingEvent
  | ReturnsEvent
  | RemindersEvent
  | MeetingEvent
  | DecisionEvent
  | PanelEvent
  | EndingEvent
  | SafetyEvent
  | DuplicatesEvent
  | CalendarChangeEvent
  | ClockEvent;
export type EventKind = EventBody['kind'];

export interface Envelope {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  /** When it was established, by the workflow's clock. */
  readonly at: Instant;
  /** `clock` for what time alone brings, `messenger` for what became of a mail. */
  readonly actor: ActorId | 'clock' | 'messenger';
  readonly authority: Role | 'policy';
  /** The command it came from or followed from; empty for what time or a mail alone brought. */
  readonly commandId: string;
}

export type CaseEvent = EventBody & Envelope;

export type EventOf<K extends EventKind> = Extract<CaseEvent, { readonly kind: K }>;

/** Whether an event is of one of these kinds. */
export const ofKinds =
  <K extends EventKind>(kinds: readonly K[]) =>
  <E extends CaseEvent>(event: E): event is E & EventOf<K> =>
    kinds.some((kind) => kind === event.kind);
