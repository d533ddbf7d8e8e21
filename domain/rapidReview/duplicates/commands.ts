// What may be asked about cases that may be the same (R22).

import type { Instant } from '../../calendar/instant';
import type { ContactId } from '../../timetable/facts';
import type { CaseReference, DossierRow } from '../references';
import type { AgencyOfMerged, MomentsOfMerged, ReceiptOfMerged } from './state';

export interface NoteDuplicate {
  readonly kind: 'noteDuplicate';
  readonly of: CaseReference;
  readonly note?: DossierRow;
}

export interface SettleDuplicate {
  readonly kind: 'settleDuplicate';
  readonly of: CaseReference;
  readonly as: 'linked' | 'keptApart';
  readonly reason: DossierRow;
}

/** Another case is merged into this one, which keeps the earliest receipt. That one ends beside it. */
export interface AbsorbCase {
  readonly kind: 'absorbCase';
  readonly of: CaseReference;
  /** The receipt that counts there. */
  readonly receivedAt: Instant;
  /** Where that one has absorbed others: the receipt of each by itself, as far as it is kept, and its own. */
  readonly withReceipts?: readonly ReceiptOfMerged[];
  /** What that one has absorbed before, itself or through others: this case goes on for them too. */
  readonly withAbsorbed?: readonly CaseReference[];
  /** Who was on that one, or on what it has absorbed, except those who had nothing to do with it. */
  readonly withAgencies?: readonly AgencyOfMerged[];
  /** Who is kept off that one: it is the same incident. */
  readonly withExcluded?: readonly ContactId[];
  /** What was recorded of the incident there, such as that the Panel was notified: it holds for this case where it knows none. */
  readonly withTimestamps?: MomentsOfMerged;
  readonly reason: DossierRow;
}

export type DuplicatesCommand = NoteDuplicate | SettleDuplicate | AbsorbCase;
