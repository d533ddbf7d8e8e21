// What is established about concerns for a child's immediate safety.

import type { DossierRow } from '../references';

export interface SafetyConcernRaised {
  readonly kind: 'SafetyConcernRaised';
  readonly body: { readonly number: number; readonly note: DossierRow };
}

/** Nobody has acknowledged it: those on call are alerted again. */
export interface SafetyAlertRepeated {
  readonly kind: 'SafetyAlertRepeated';
  /** `alert` counts from 1, the one that went when it was raised. */
  readonly body: { readonly number: number; readonly alert: number };
}

export interface SafetyConcernAcknowledged {
  readonly kind: 'SafetyConcernAcknowledged';
  readonly body: { readonly number: number; readonly note?: DossierRow };
}

/** It stands whatever becomes of the case (R20). */
export interface SafetyActionRecorded {
  readonly kind: 'SafetyActionRecorded';
  readonly body: { readonly number: number; readonly note: DossierRow };
}

export type SafetyEvent =
  | SafetyConcernRaised
  | SafetyAlertRepeated
  | SafetyConcernAcknowledged
  | SafetyActionRecorded;
