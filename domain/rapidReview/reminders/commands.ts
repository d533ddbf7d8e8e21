// What people may ask about reminders: one now, who is not to be written to, and that the executive may be.

import type { AgencyId, ContactId } from '../../timetable/facts';
import type { DossierRow } from '../references';

/** At once, beside the ladder; still one mail an agency and day. */
export interface SendReminder {
  readonly kind: 'sendReminder';
  readonly agency: AgencyId;
}

/** Somebody implicated, or in conflict: nothing of this case goes to them (R13). */
export interface ExcludeContact {
  readonly kind: 'excludeContact';
  readonly agency: AgencyId;
  readonly contact: ContactId;
  /** The same mailbox at agencies of the case: the same person, whose link answers for those too. */
  readonly also?: readonly ContactId[];
  readonly reason: DossierRow;
}

export interface ReadmitContact {
  readonly kind: 'readmitContact';
  readonly agency: AgencyId;
  readonly contact: ContactId;
  readonly reason: DossierRow;
}

/** The rung that goes to the agency's executive waits for a coordinator's word (R11). */
export interface ConfirmEscalation {
  readonly kind: 'confirmEscalation';
  readonly agency: AgencyId;
}

export type RemindersCommand = SendReminder | ExcludeContact | ReadmitContact | ConfirmEscalation;
