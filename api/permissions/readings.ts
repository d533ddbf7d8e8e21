// What each permission to read lets its holder see, and which one opens which texts of the dossier. Who has it is the
// table's matter (`permissions.ts`).

import type { DossierKind } from '../../records/records';
import type { Permission } from './permissions';

export type Reading = Extract<Permission, `read${string}`>;

export const READINGS: Readonly<Record<Reading, string>> = {
  readParticulars: 'Who the child is, what happened, who referred. Each view is logged.',
  readReturns: 'What agencies wrote. Each view is logged.',
  readReasons: 'The other texts of a case: reasons, notes, minutes, letters. Each view is logged.',
  readViews: 'Who has read which kind of text of a case, when and why.',
  readReview:
    'Meetings, attendance, quorum, decision, sign-off, what went to the Panel: codes and dates; with readReasons the names of those who came.',
  readCases: 'The list of cases, timetables, chronologies, reports: codes and dates.',
  readNotices: 'What was mailed and will be: for whom as a code, when, what became of it.',
  readContacts: 'The people behind the contacts of agencies, and their addresses.',
  readAgencies: 'The register of agencies.',
  readDiary: "The sub-group's diary.",
  readHolidayReasons:
    'On whose authority a person listed or withdrew a bank holiday, why, and who; who keeps closures.',
  readHolidays: 'The bank holidays that dates are counted with.',
  readLocalDays: 'Closures and school holidays, which count as working days.',
  readTimetables: 'Timetables without a case: dates of nobody.',
};

interface DossierTexts {
  readonly holds: string;
  /** About whom. */
  readonly about: string;
  readonly opens: Reading;
}

export const DOSSIER_TEXTS: Readonly<Record<DossierKind, DossierTexts>> = {
  childParticulars: {
    holds: 'Name, date of birth and what else is given of a child.',
    about: 'children',
    opens: 'readParticulars',
  },
  incident: {
    holds: 'What happened, as the referral tells it.',
    about: 'children, families, others named in it',
    opens: 'readParticulars',
  },
  referrer: {
    holds: 'Who referred, their organisation and how they are reached.',
    about: 'referrers',
    opens: 'readParticulars',
  },
  return: {
    holds: 'What an agency answered.',
    about: 'children, families, practitioners',
    opens: 'readReturns',
  },
  reason: { holds: 'Why something was done, corrected or late.', about: 'anybody', opens: 'readReasons' },
  note: {
    holds: 'Notes, evidence of duties, dissent, safety concerns, which organisation to ask instead.',
    about: 'anybody',
    opens: 'readReasons',
  },
  minutes: { holds: 'Minutes of a meeting.', about: 'anybody', opens: 'readReasons' },
  document: {
    holds: 'Where the report lies, and what it is called. The report itself is not here.',
    about: 'anybody',
    opens: 'readReasons',
  },
  letter: {
    holds: 'What the Panel wrote, and what was written to it.',
    about: 'anybody',
    opens: 'readReasons',
  },
  person: {
    holds: 'The name of somebody at a meeting who is in no register.',
    about: 'practitioners',
    opens: 'readReasons',
  },
};
