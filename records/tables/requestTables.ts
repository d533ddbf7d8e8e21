// The tables around a request: who asked for what first, and the particulars that came with it.

import type { ColumnType } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { DossierKind, KeyActKind, ViewReason } from '../dossier/dossier';

export interface CounterTable {
  name: string;
  last: number;
}

export interface ReservationTable {
  caller: ActorId;
  key_hash: Buffer;
  route: string;
  body_key_id: string;
  body_mac: Buffer;
  command_id: string;
  asked_at: Instant;
  reference: CaseReference | null;
  /** The case acted upon, whatever came of it. */
  acted_on: CaseReference | null;
  /** The same, until an event of the act is recorded, or none will be. */
  under_way_on: CaseReference | null;
  /** When it was last asked for. */
  under_way_since: Instant | null;
  /** Nobody looks for it any more, and nobody has refused it. */
  given_up: boolean;
}

export interface CaseKeyTable {
  reference: CaseReference;
  key_id: string | null;
  wrapped: Buffer | null;
  legal_hold: boolean;
  destroyed_at: Instant | null;
}

export interface CaseKeyActTable {
  number: number;
  reference: CaseReference;
  act: KeyActKind;
  by: ActorId;
  at: Instant;
  key_id: string;
  sealed: Buffer;
}

export interface DossierEntryTable {
  reference: CaseReference;
  row_id: DossierRow;
  command_id: string;
  kind: DossierKind;
  sealed: Buffer;
  written_by: ActorId;
  at: Instant;
  attached: boolean;
}

export interface DossierViewTable {
  id: ColumnType<number, never, never>;
  reference: CaseReference;
  row_id: DossierRow;
  actor: ActorId;
  at: Instant;
  why: ViewReason;
}
