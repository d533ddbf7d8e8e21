// What is established about cases that may be the same.

import type { Instant } from '../../calendar/instant';
import type { CaseReference, DossierRow } from '../references';
import type { AgencyOfMerged, MomentsOfMerged, ReceiptOfMerged } from './state';

export interface DuplicateNoted {
  readonly kind: 'DuplicateNoted';
  readonly body: { readonly of: CaseReference; readonly note?: DossierRow };
}

export interface DuplicateSettled {
  readonly kind: 'DuplicateSettled';
  readonly body: {
    readonly of: CaseReference;
    readonly as: 'linked' | 'keptApart';
    readonly reason: DossierRow;
  };
}

export interface CaseAbsorbed {
  readonly kind: 'CaseAbsorbed';
  readonly body: {
    readonly of: CaseReference;
    /** The other's receipt, the earliest of `receipts`. Where it is the earlier, it is this case's receipt from now on. */
    readonly receivedAt: Instant;
    readonly was: Instant;
    /** What the other had absorbed before; absent where that was none. */
    readonly withAbsorbed?: readonly CaseReference[];
    /** Where the other had absorbed others: its own receipt, and that of each that comes with it, as far as it was kept there. */
    readonly receipts?: readonly ReceiptOfMerged[];
    /** Absent where there was none. */
    readonly agencies?: readonly AgencyOfMerged[];
    /** What was recorded of the incident there and does not hold here, since this case knew it otherwise. */
    readonly notTaken?: MomentsOfMerged;
    readonly reason: DossierRow;
  };
}

export type DuplicatesEvent = DuplicateNoted | DuplicateSettled | CaseAbsorbed;
