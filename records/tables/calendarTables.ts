// The tables of the bank-holiday ledger.

import type { Generated, JSONColumnType } from 'kysely';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { Foreseen } from '../../domain/calendarChange/foreseen';
import type { FactDraft } from '../../domain/holidayLedger/ledger';
import type { ListedDay } from '../../domain/holidayLedger/reading';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { ReadingRow } from '../holidays/holidayLedger';

export interface HolidayFactTable {
  number: number;
  division: Generated<'england-and-wales'>;
  date: CivilDate;
  body: JSONColumnType<FactDraft>;
  recorded_by: string;
  recorded_at: Instant;
  command_id: string | null;
  key_id: string | null;
  sealed: Buffer | null;
}

export interface CalendarChangeTable {
  number: number;
  snapshot: string;
  facts: number;
  by: ActorId;
  at: Instant;
  /** What was accepted before such cases were counted does not speak of them. */
  foreseen: JSONColumnType<Omit<Foreseen, 'cannotFollow'> & Partial<Pick<Foreseen, 'cannotFollow'>>>;
  command_id: string;
  key_id: string;
  sealed: Buffer;
}

export interface CalendarRefusalTable {
  reference: CaseReference;
  change: number;
  code: string;
  at: Instant;
  times: number;
}

export interface CalendarBriefingTable {
  day: CivilDate;
  told: string[];
  began_at: Instant;
  ended_at: Instant | null;
  outcome: 'accepted' | 'refused' | null;
}

export interface HolidayReadingTable {
  number: number;
  source: ReadingRow['source'];
  name: string;
  read_at: Instant;
  outcome: ReadingRow['outcome'];
  fault: JSONColumnType<NonNullable<ReadingRow['fault']>> | null;
  days: JSONColumnType<readonly ListedDay[]> | null;
  same_as: number | null;
  added: CivilDate[];
}
