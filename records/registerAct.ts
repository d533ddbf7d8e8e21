// An act on a register whose changes are only added, and what it comes to. How it is decided in its turn is `recordInTurn.ts`.

import type { Instant } from '../domain/calendar/instant';
import type { ActorId } from '../domain/rapidReview/commands';

export interface RegisterAct {
  /** The same act under the same command id has the effect of once. */
  readonly commandId: string;
  readonly by: ActorId;
  readonly at: Instant;
}

/** What whoever judges the act on what stands has decided. */
export type Judged<Draft, R> = { readonly record: Draft } | { readonly refused: R };

/** What was refused is handed back, and nothing is recorded. A command recorded before is answered with its change. */
export type RecordedOrRefused<Change, R> = { readonly recorded: Change } | { readonly refused: R };
