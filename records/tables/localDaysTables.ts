// The table of closures and school holidays.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { LocalDaysChangeKind } from '../../domain/localDays/acts';
import type { LocalDaysId, LocalDaysKind } from '../../domain/localDays/localDays';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';

export interface LocalDaysChangeTable {
  id: LocalDaysId;
  version: number;
  change: LocalDaysChangeKind;
  kind: LocalDaysKind;
  title: string;
  first_day: CivilDate;
  last_day: CivilDate;
  agency: AgencyId | null;
  by: ActorId;
  at: Instant;
  command_id: string;
}
