// What people have established about reminders; what the ladder brings by itself is in `clock/`.

import type { AgencyId, ContactId } from '../../timetable/facts';
import type { DossierRow } from '../references';

export interface ContactExcluded {
  readonly kind: 'ContactExcluded';
  readonly body: { readonly agency: AgencyId; readonly contact: ContactId; readonly reason: DossierRow };
}

export interface ContactReadmitted {
  readonly kind: 'ContactReadmitted';
  readonly body: { readonly agency: AgencyId; readonly contact: ContactId; readonly reason: DossierRow };
}

export interface EscalationConfirmed {
  readonly kind: 'EscalationConfirmed';
  readonly body: { readonly agency: AgencyId };
}

export type RemindersEvent = ContactExcluded | ContactReadmitted | EscalationConfirmed;
