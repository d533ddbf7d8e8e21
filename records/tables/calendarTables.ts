// The tables of the bank-holiday ledger.

import type { JSONColumnType } from 'kysely';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { FactDraft } from '../../domain/holidayLedger/ledger';
import type { ListedDay } from '../../domain/holidayLedger/reading';
import type { ReadingRow } from '../holidays/holidayLedger';

export interface HolidayFactTable {
  number: number;
  date: CivilDate;
  body: JSONColumnType<FactDraft>;
  recorded_by: string;
  recorded_at: Instant;
  command_id: string | null;
  key_id: string | null;
  sealed: Buffer | null;
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
