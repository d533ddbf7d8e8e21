// The records over PostgreSQL, put together from their parts.

import { sql } from 'kysely';
import type { KeyRing } from '../platform/encryption/keyRing';
import { createAgencyRegister } from './agencies/createAgencyRegister';
import { createCalendarChanges } from './calendarChanges/createCalendarChanges';
import { createCaseProjections } from './cases/createCaseProjections';
import type { Database } from './connect';
import { createDiary } from './diary/createDiary';
import { createDossier } from './dossier/createDossier';
import { createCasesSoFar } from './eventLog/casesSoFar';
import { createEventLog } from './eventLog/createEventLog';
import type { OnCommit } from './eventLog/eventLog';
import { createFigures } from './figures/createFigures';
import { createGivenCodes } from './givenCodes/createGivenCodes';
import { createCalendarBriefings } from './holidays/calendarBriefings';
import { createHolidayLedger } from './holidays/createHolidayLedger';
import { missingKeys } from './keys/keysInUse';
import { createLocalDaysRegister } from './localDays/createLocalDaysRegister';
import { createNoticeLedger } from './notices/createNoticeLedger';
import { createPeople } from './people/createPeople';
import type { Records } from './records';
import { createReports } from './reports/createReports';
import { createReservations } from './reservations/createReservations';
import { createCalendarCache } from './snapshots/calendarCache';
import { createSnapshots } from './snapshots/createSnapshots';

export interface RecordParts {
  /** Wraps the key of each case, and seals names and addresses. */
  readonly master: KeyRing;
  /** For those who watch. */
  readonly committed?: OnCommit;
}

export const createRecords = (database: Database, { master, committed }: RecordParts): Records => {
  const calendarOf = createCalendarCache();
  const casesSoFar = createCasesSoFar();
  const snapshots = createSnapshots(database, calendarOf);
  return {
    events: createEventLog(database, { casesSoFar, calendarOf, committed }),
    cases: createCaseProjections(database, casesSoFar, calendarOf),
    reservations: createReservations(database, master),
    givenCodes: createGivenCodes(database),
    dossier: createDossier(database, master),
    notices: createNoticeLedger(database, casesSoFar, calendarOf),
    agencies: createAgencyRegister(database, master),
    people: createPeople(database, master),
    snapshots,
    holidays: createHolidayLedger(database, master, snapshots),
    calendarChanges: createCalendarChanges(database, master, calendarOf),
    calendarBriefings: createCalendarBriefings(database),
    diary: createDiary(database),
    localDays: createLocalDaysRegister(database),
    reports: createReports(database),
    figures: createFigures(database),
    health: async () => {
      await sql`select 1`.execute(database);
    },
    missingKeys: () => missingKeys(database, master.ids),
  };
};
