// What the entity loop asks of the rules of one kind of entity, what it is told, and what it carries when it goes on as new.

import type { SendNoticesOutput } from '../contracts/activities';
import type { Carried } from '../contracts/rapidReviewInput';
import type { Instant } from '../domain/calendar/instant';
import type { HeardOfMail } from '../domain/rapidReview/decide';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { Notice } from '../domain/rapidReview/notices';
import type { Decided } from '../domain/rapidReview/rejections';

export interface Message {
  readonly command: { readonly asked: { readonly commandId: string } };
  readonly recordedByAsker?: true;
  readonly recordedUpTo?: number;
}

/** The rules of one kind of entity, pure, over a state that is JSON-safe. */
export interface EntityRules<S extends { readonly version: number }, M extends Message, R, V> {
  /** `after`: acts that are heard before it, and have not been; it is decided on what they will have made of the entity. */
  decide(state: S, message: M, now: Instant, after?: readonly M[]): Decided<CaseEvent>;
  /** Called once a message is accepted, before its events: keeps what travels beside the command. */
  accepted(message: M, events: readonly CaseEvent[]): void;
  /** Whether mail may have come to nothing of which the entity was not told: it asks then. */
  asksAfterMail(events: readonly CaseEvent[]): boolean;
  passTime(state: S, now: Instant): readonly CaseEvent[];
  hearOfMail(state: S, reports: SendNoticesOutput['reports'], now: Instant): HeardOfMail;
  evolve(state: S, event: CaseEvent): S;
  noticesFor(event: CaseEvent, state: S): readonly Notice[];
  wakeAt(state: S, now: Instant): Instant | undefined;
  /** `unrecorded` is for an asker who records it. */
  receipt(accepted: Accepted, unrecorded?: readonly CaseEvent[]): R;
  /** What is shown of it to anyone who asks. */
  show(state: S): V;
}

/** What is remembered of an accepted command: small, because it is carried by the hundred. */
export type Accepted = Carried['handled'][number][1];

/** Of one kind of entity, without what its rules keep themselves. */
export type CarriedEntity<S> = Omit<Carried, 'state' | 'calendar'> & { readonly state: S };
