// Why an act on reminders is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId, ContactId } from '../../timetable/facts';

export type RemindersRejection =
  | { readonly code: 'NothingOwed'; readonly agency: AgencyId }
  | { readonly code: 'RemindedToday'; readonly agency: AgencyId; readonly on: CivilDate }
  | { readonly code: 'NoRemindersOnDayOff'; readonly on: CivilDate; readonly why: string }
  | { readonly code: 'ContactAlreadyExcluded'; readonly contact: ContactId }
  | { readonly code: 'ContactNotExcluded'; readonly contact: ContactId }
  | { readonly code: 'EscalationAlreadyConfirmed'; readonly agency: AgencyId }
  /** The ladder of the case's profile has no rung that waits for a word. */
  | { readonly code: 'NoRungToConfirm'; readonly agency: AgencyId };
