// What the dossier promises: the one place for particulars and free text, encrypted with a key per case, so that
// destroying the key destroys the content and nothing else. Every view is logged.

import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { TextsNeeded } from '../../domain/rapidReview/ending/textsNeeded';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export const DOSSIER_KINDS = [
  'childParticulars',
  'referrer',
  'incident',
  'reason',
  'note',
  /** What an agency answered. */
  'return',
  'minutes',
  /** Where a document lies, and what it is called. */
  'document',
  'letter',
  /** The name of somebody who is in no register. */
  'person',
] as const;
export type DossierKind = (typeof DOSSIER_KINDS)[number];

export interface DossierText {
  readonly commandId: string;
  /** Where in the command it stands, such as `reason`: letters, digits, hyphens. The row is `<commandId>.<field>`. */
  readonly field: string;
  readonly kind: DossierKind;
  readonly content: Json;
  readonly by: ActorId;
  readonly at: Instant;
}

export interface DossierEntry extends DossierText {
  readonly reference: CaseReference;
}

/** A text that became part of no case by then is swept. */
export const PENDING_HOURS = 24;
/**
 * Those of an opening stay so many days: nobody notes that it is under way, and a Temporal that is away over days may have accepted it. What is
 * lost of one is what is known of the child.
 */
export const OPENING_PENDING_DAYS = 7;

/** Why somebody looked: a code, since a free text would itself be a particular. */
export const VIEW_REASONS = ['casework', 'meeting', 'agencyRequest', 'audit', 'subjectAccess'] as const;
export type ViewReason = (typeof VIEW_REASONS)[number];

export interface DossierReader {
  readonly actor: ActorId;
  readonly at: Instant;
  readonly why: ViewReason;
}

export interface DossierContent {
  readonly content: Json;
  readonly kind: DossierKind;
  readonly writtenBy: ActorId;
  readonly at: Instant;
}

export interface DossierListing {
  readonly row: DossierRow;
  readonly kind: DossierKind;
  readonly commandId: string;
  readonly attached: boolean;
  readonly at: Instant;
}

export interface DossierView {
  /** 1, 2, 3 … over all cases, with gaps. */
  readonly number: number;
  readonly row: DossierRow;
  readonly kind: DossierKind;
  readonly actor: ActorId;
  readonly at: Instant;
  readonly why: ViewReason;
}

export interface ViewsPage {
  readonly before?: number | undefined;
  readonly limit?: number;
}

/** What somebody does to the key of a case. */
export type KeyActKind = 'held' | 'released' | 'destroyed';

/** Kept with the act, under the master key: it outlives the key of the case. */
export interface KeyActAsked {
  readonly by: ActorId;
  readonly at: Instant;
  readonly why: string;
}

export interface KeyAct extends KeyActAsked {
  readonly act: KeyActKind;
}

/** Why the key of a case is not destroyed. */
export type KeyStays =
  | TextsNeeded
  | { readonly code: 'KeyDestroyed'; readonly at: Instant }
  | { readonly code: 'UnderLegalHold' }
  | { readonly code: 'ActsUnderWay'; readonly acts: number }
  /** Its own, and those of other cases to whoever referred it. */
  | { readonly code: 'MailsWait'; readonly mails: number };

/** Why an act on the key of a case is refused. */
export type KeyActRefusal = KeyStays | { readonly code: 'HeldAlready' } | { readonly code: 'NotHeld' };

export interface Dossier {
  /** Idempotent: what was written first under the command and field stays. Throws `CaseKeyDestroyed`. */
  putPending(entry: DossierEntry): Promise<DossierRow>;
  /** All of them or none. Answers their rows, in their order; with fewer questions where the case has no text yet, and so no key. */
  putFirst(reference: CaseReference, texts: readonly DossierText[]): Promise<readonly DossierRow[]>;
  /**
   * Attaches every row of the command. `events.record` does it by itself; a caller that holds the receipt of an
   * accepted command may do it sooner, so that a sweep can never take the row of an accepted command.
   */
  attach(reference: CaseReference, commandId: string): Promise<void>;
  /** Nothing when there is no such row on that case. The view is logged before the content is given. */
  read(
    reference: CaseReference,
    row: DossierRow,
    reader: DossierReader,
  ): Promise<DossierContent | 'destroyed' | undefined>;
  rowsOf(reference: CaseReference): Promise<readonly DossierListing[]>;
  /** The newest first, of those before that number; all where no page is asked for. */
  viewsOf(reference: CaseReference, page?: ViewsPage): Promise<readonly DossierView[]>;
  /** Removes rows written before that and never attached; those of an opening so much later as they may stay. Answers how many. */
  sweepPending(olderThan: Instant): Promise<number>;
  /** R25: a key under legal hold is not destroyed. Throws `KeyActRefused`. */
  setLegalHold(reference: CaseReference, held: boolean, asked: KeyActAsked): Promise<void>;
  /** For good. Throws `KeyActRefused` with what `whyKeyStays` says. */
  destroyKey(reference: CaseReference, asked: KeyActAsked): Promise<void>;
  /** Nothing where the key may be destroyed. */
  whyKeyStays(reference: CaseReference): Promise<KeyStays | undefined>;
  /** No text of the case is read or written any more. */
  isDestroyed(reference: CaseReference): Promise<boolean>;
  /** What was done to the key, oldest first. */
  keyActsOf(reference: CaseReference): Promise<readonly KeyAct[]>;
}
