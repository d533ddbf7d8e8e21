// What is promised about changes of the calendar: each is accepted once, on the ledger as it then is; what it does to the
// open cases can be asked before and after; and which cases have not followed it can always be asked, and why.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { EffectOnAgency, EffectOnCase } from '../../domain/calendarChange/effects';
import type { Foreseen } from '../../domain/calendarChange/foreseen';
import type { FactDraft, Ledger } from '../../domain/holidayLedger/ledger';
import type { CalendarAdopted } from '../../domain/rapidReview/calendarChange/events';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId, ObligationKey } from '../../domain/timetable/facts';
import type { FactTexts } from '../holidays/holidayLedger';
import type { Judged, RecordedOrRefused, RegisterAct } from '../registerAct';

export interface CalendarChange {
  readonly number: number;
  /** The version of the calendar that open cases go to. */
  readonly calendar: string;
  /** It knows the facts of the ledger up to this number. */
  readonly facts: number;
  readonly by: ActorId;
  readonly at: Instant;
  readonly foreseen: Foreseen;
}

/** An open case that counts with an older calendar than the last change has. */
export interface CaseToBring {
  readonly reference: CaseReference;
  /** Why it refused that change when it was last asked. */
  readonly refused?: { readonly code: string; readonly at: Instant; readonly times: number };
}

export interface AgencyEffect extends EffectOnAgency {
  readonly agency: AgencyId;
}

export interface EffectOnOne extends EffectOnCase {
  readonly reference: CaseReference;
  /** Only those to whom it does anything. */
  readonly agencies: readonly AgencyEffect[];
  /** A date of it or of one of its agencies lies beyond the calendar: it keeps the one it has, and nothing moves. */
  readonly cannotFollow?: true;
}

/** What a calendar would do to the cases that are open, as they are recorded. */
export interface CalendarPreview {
  readonly foreseen: Foreseen;
  /** Cases to which it does something, by reference, after that one. */
  page(after: CaseReference | undefined, limit: number): Promise<readonly EffectOnOne[]>;
}

export interface AcceptanceAct extends RegisterAct {
  readonly reason: string;
  /** Of the facts that are recorded with it. */
  readonly texts: FactTexts;
}

export interface OnRecord {
  readonly ledger: Ledger;
  /** Number of the last change; 0 before the first. */
  readonly changes: number;
}

export interface Acceptance {
  /** Recorded with it, in order. */
  readonly drafts: readonly FactDraft[];
  readonly foreseen: Foreseen;
}

/** A case that followed a change, and what moved in it then. */
export interface CaseBrought {
  readonly reference: CaseReference;
  readonly event: number;
  readonly at: Instant;
  readonly days: CalendarAdopted['body']['days'];
  readonly moves: readonly {
    readonly key: ObligationKey;
    readonly was: CivilDate;
    readonly due: CivilDate;
  }[];
}

export interface Progress {
  /** Followed this change. */
  readonly brought: number;
  readonly moved: number;
  readonly obligationsMoved: number;
  /** Still behind the last change, this one or a later. */
  readonly behind: number;
  readonly refused: number;
}

export interface ChangesPage {
  readonly before?: number;
  readonly limit: number;
}

export interface CalendarChanges {
  /** The newest first: all, or so many of those before a number. */
  list(page?: ChangesPage): Promise<readonly CalendarChange[]>;
  last(): Promise<CalendarChange | undefined>;
  /** Those after that number, the oldest first. */
  since(number: number): Promise<readonly CalendarChange[]>;
  byNumber(number: number): Promise<CalendarChange | undefined>;
  underCommand(commandId: string): Promise<CalendarChange | undefined>;
  reasonOf(number: number): Promise<string | undefined>;
  /** A case of which a date lies beyond the calendar is counted as one that cannot follow, and stops no other. */
  preview(calendar: CalendarSnapshot, now: Instant): Promise<CalendarPreview>;
  /** Decides on the ledger as it is and records, in one turn with everybody who adds to the ledger. */
  accept<R>(
    act: AcceptanceAct,
    judge: (onRecord: OnRecord) => Judged<Acceptance, R>,
  ): Promise<RecordedOrRefused<CalendarChange, R>>;
  /** Those that refused the last change when they were last asked, by reference. */
  refusals(limit: number): Promise<readonly CaseToBring[]>;
  /** By reference, those after that one; those that refused are among them. */
  casesBehind(after: CaseReference | undefined, limit: number): Promise<readonly CaseToBring[]>;
  noteRefusal(reference: CaseReference, change: number, code: string, at: Instant): Promise<void>;
  /** Of all who are no longer behind, whichever way they came to follow; and of those that have ended. */
  forgetRefusals(): Promise<void>;
  progressOf(number: number): Promise<Progress>;
  /** By reference, those after that one. */
  casesBrought(
    number: number,
    after: CaseReference | undefined,
    limit: number,
  ): Promise<readonly CaseBrought[]>;
}
