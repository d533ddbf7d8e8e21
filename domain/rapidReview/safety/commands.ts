// What may be asked about a child's immediate safety, at any step and after the end (R23).

import type { DossierRow } from '../references';

export interface RaiseSafetyConcern {
  readonly kind: 'raiseSafetyConcern';
  readonly concern: DossierRow;
}

export interface AcknowledgeSafetyConcern {
  readonly kind: 'acknowledgeSafetyConcern';
  readonly number: number;
  /** What is being done. */
  readonly note?: DossierRow;
}

/** What was done about it, before or after somebody has it in hand. */
export interface RecordSafetyAction {
  readonly kind: 'recordSafetyAction';
  readonly number: number;
  readonly action: DossierRow;
}

export type SafetyCommand = RaiseSafetyConcern | AcknowledgeSafetyConcern | RecordSafetyAction;
