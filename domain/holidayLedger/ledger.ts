// The ledger of bank holidays as data: what was listed, withdrawn or kept, by whom, when it became known. Facts are
// only ever added. What stands today is `standing.ts`; what a source says anew is `reading.ts`; where a source and
// the ledger differ is `differences.ts`. England and Wales alone.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';

/** Where a day was taken from. The library is named with its version, as `date-holidays 3.37.0`. */
export type ListedBy =
  | { readonly kind: 'govUk' }
  | { readonly kind: 'library'; readonly version: string }
  | { readonly kind: 'person' };
export type ListKind = ListedBy['kind'];
/** A list that is read, and that the ledger may differ from. */
export type ReadFrom = Exclude<ListedBy, { readonly kind: 'person' }>;
export type ReadKind = ReadFrom['kind'];

interface Recorded {
  /** 1, 2, 3 … over the whole ledger. */
  readonly number: number;
  readonly recordedAt: Instant;
  /** The person who recorded it, or `engine` for what was read from a list. */
  readonly recordedBy: string;
  readonly date: CivilDate;
}

/** A source has the day. */
export interface DayListed extends Recorded {
  readonly kind: 'listed';
  readonly title: string;
  readonly source: ListedBy;
  /** The London day from which it could be known: first listed, or recorded by a person. */
  readonly knownSince: CivilDate;
}

/** A person takes the day back (moved, or recorded by mistake). What rests on it keeps its own record. */
export interface DayWithdrawn extends Recorded {
  readonly kind: 'withdrawn';
}

/** A person has looked at a difference with a source and lets the ledger stand as it is. */
export interface DifferenceKept extends Recorded {
  readonly kind: 'kept';
  readonly against: ReadKind;
}

export type LedgerFact = DayListed | DayWithdrawn | DifferenceKept;

/** Every fact, in order of number. */
export type Ledger = readonly LedgerFact[];

/** A fact before it has its number, time and author. */
export type FactDraft =
  | Omit<DayListed, keyof Omit<Recorded, 'date'>>
  | Omit<DayWithdrawn, keyof Omit<Recorded, 'date'>>
  | Omit<DifferenceKept, keyof Omit<Recorded, 'date'>>;
