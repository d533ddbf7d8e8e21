// What is established about the end of a case.

import type { CivilDate } from '../../calendar/civilDate';
import type { ObligationKey } from '../../timetable/facts';
import type { PartnersWord } from '../decision/commands';
import type { CaseReference, DossierRow } from '../references';
import type { EndingCause } from './state';

export interface CaseEnded {
  readonly kind: 'CaseEnded';
  readonly body: {
    readonly cause: EndingCause;
    readonly on: CivilDate;
    readonly agreedBy?: readonly PartnersWord[];
    readonly into?: CaseReference;
    readonly reason?: DossierRow;
    /** Obligations that were open, and lapse with it. Misses stand. */
    readonly lapsed: readonly ObligationKey[];
  };
}

export interface WithdrawalUndone {
  readonly kind: 'WithdrawalUndone';
  readonly body: { readonly reason: DossierRow };
}

/** A reply that settles by itself is taken back with it. */
export interface SettlementUndone {
  readonly kind: 'SettlementUndone';
  readonly body: { readonly reason: DossierRow };
}

export type EndingEvent = CaseEnded | WithdrawalUndone | SettlementUndone;
