// Everything that the other parts may ask of the records, in one place, and the types that go over that border.
// It says what each part promises; how it is kept is in the folder of each part.

import type { AgencyRegister } from './agencies/agencyRegister';
import type { CalendarChanges } from './calendarChanges/calendarChanges';
import type { CaseProjections } from './cases/caseProjections';
import type { SubGroupDiary } from './diary/diary';
import type { Dossier } from './dossier/dossier';
import type { EventLog } from './eventLog/eventLog';
import type { Figures } from './figures/figures';
import type { GivenCodes } from './givenCodes/givenCodes';
import type { CalendarBriefings } from './holidays/calendarBriefings';
import type { HolidayLedger } from './holidays/holidayLedger';
import type { SealingKey } from './keys/keysInUse';
import type { LocalDaysRegister } from './localDays/localDays';
import type { NoticeLedger } from './notices/noticeLedger';
import type { People } from './people/people';
import type { Reports } from './reports/reports';
import type { Reservations } from './reservations/reservations';
import type { Snapshots } from './snapshots/snapshots';

export type * from './agencies/agencyRegister';
export type * from './calendarChanges/calendarChanges';
export type * from './cases/caseProjections';
export type * from './diary/diary';
export type * from './dossier/dossier';
export type * from './eventLog/eventLog';
export type * from './figures/figures';
export type * from './givenCodes/givenCodes';
export type * from './holidays/calendarBriefings';
export type * from './holidays/holidayLedger';
export type { SealingKey } from './keys/keysInUse';
export type * from './localDays/localDays';
export type * from './notices/noticeLedger';
export type * from './people/people';
export type * from './registerAct';
export type * from './reports/reports';
export type * from './reservations/reservations';
export type * from './snapshots/snapshots';

export interface Records {
  readonly events: EventLog;
  readonly cases: CaseProjections;
  readonly reservations: Reservations;
  readonly givenCodes: GivenCodes;
  readonly dossier: Dossier;
  readonly notices: NoticeLedger;
  readonly agencies: AgencyRegister;
  readonly people: People;
  readonly snapshots: Snapshots;
  readonly holidays: HolidayLedger;
  readonly calendarChanges: CalendarChanges;
  readonly calendarBriefings: CalendarBriefings;
  readonly diary: SubGroupDiary;
  readonly localDays: LocalDaysRegister;
  readonly reports: Reports;
  readonly figures: Figures;
  /** Throws when the database does not answer. */
  health(): Promise<void>;
  /** The master keys that something is sealed under and that are not among those the records were given. */
  missingKeys(): Promise<readonly SealingKey[]>;
}
