// What is promised about the ledger of bank holidays: facts are only added, each under its own number; what a person
// wrote with one is sealed; the present snapshot always follows from the facts. What the facts mean is decided in
// `domain/holidayLedger`.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { FactDraft, Ledger, LedgerFact, ReadKind } from '../../domain/holidayLedger/ledger';
import type { FeedFault, Reading, ReadingFault } from '../../domain/holidayLedger/reading';
import type { Judged, RecordedOrRefused } from '../registerAct';

/** What a person wrote with a fact: on whose authority the day stands, and why they recorded it. */
export interface FactTexts {
  readonly authority?: string;
  readonly reason: string;
}

export interface FactToRecord {
  readonly by: string;
  readonly at: Instant;
  readonly draft: FactDraft;
  readonly texts: FactTexts;
}

/** One reading of a source, taken or refused. Never changed. */
export interface ReadingRow {
  readonly number: number;
  readonly source: ReadKind;
  /** `gov.uk`, `gov.uk as of 2026-02-25`, `date-holidays 3.37.0`. */
  readonly name: string;
  readonly readAt: Instant;
  readonly outcome: 'taken' | 'refused';
  readonly fault?: ReadingFault | FeedFault;
  /** The days that it listed; empty when it could not be read. */
  readonly days: Reading['days'];
  /** The days that it added to the ledger. */
  readonly added: readonly CivilDate[];
}

export interface ReadingToTake {
  readonly name: string;
  readonly reading: Reading;
  readonly at: Instant;
}

export interface ReadingFailed {
  readonly name: string;
  readonly source: ReadingRow['source'];
  readonly at: Instant;
  readonly fault: FeedFault;
}

export interface HolidayLedger {
  /** Every fact in order. */
  facts(): Promise<Ledger>;
  /** By number of fact; facts without texts are absent. */
  textsOf(numbers: readonly number[]): Promise<ReadonlyMap<number, FactTexts>>;
  /**
   * Decides on the facts as they are and records, in one turn, so that two people cannot both be first.
   */
  record<R>(
    commandId: string,
    judge: (ledger: Ledger) => Judged<FactToRecord, R>,
  ): Promise<RecordedOrRefused<LedgerFact, R>>;
  /** Judges the reading on the facts as they are, and records it with the days it adds, or as refused. */
  takeReading(reading: ReadingToTake): Promise<ReadingRow>;
  /** The source could not be read. */
  noteFailure(failure: ReadingFailed): Promise<ReadingRow>;
  /** Records what the lists that come with this version say and the ledger does not have yet. Idempotent. */
  takeShippedLists(at: Instant): Promise<void>;
  /** The newest first. */
  readings(limit: number): Promise<readonly ReadingRow[]>;
  lastTaken(source: ReadingRow['source']): Promise<ReadingRow | undefined>;
  /**
   * What the facts make, put among the snapshots; built again only when there is a new fact. Takes the shipped lists
   * first, where that was not done today.
   */
  snapshot(at: Instant): Promise<CalendarSnapshot>;
}
