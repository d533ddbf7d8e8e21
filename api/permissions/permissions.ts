// Who may do what: the one table that grants. What is not here is not allowed. It decides by role only; whether a
// person may act for a seat, or is kept off one case, comes with those acts.

import type { Role } from '../../domain/rapidReview/commands';

export const PERMISSIONS = [
  'logReferral',
  'recordTimestamp',
  'correctTimestamp',
  'addAgencyToCase',
  'sendScopingRequests',
  'recordRequestSent',
  'recordBounce',
  'voidRequest',
  'readCases',
  /** The texts in the chronology: why something was corrected, declared void, logged late. Each view is logged. */
  'readReasons',
  /** Who the child is, what happened, who referred. Each view is logged. */
  'readParticulars',
  'readNotices',
  /** Timetables without a case: dates alone, of nobody. Everybody who is signed in may ask. */
  'readTimetables',
  /** The bank holidays that dates are counted with. Everybody who is signed in may see them. */
  'readHolidays',
  /** On whose authority a person listed or withdrew one, why, and their name. */
  'readHolidayReasons',
  'keepHolidays',
  'manageAgencies',
  'readAgencies',
  /** Who stands behind an agency's contacts, and their addresses. */
  'readContacts',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Everything of that kind, or what belongs to the agency that the person answers for. */
export type Reach = 'all' | 'ownAgency';
export type Grants = Readonly<Partial<Record<Permission, Reach>>>;

const ANYBODY: Grants = { readTimetables: 'all', readHolidays: 'all' };
const CASE_READER: Grants = {
  ...ANYBODY,
  readCases: 'all',
  readReasons: 'all',
  readAgencies: 'all',
  readHolidayReasons: 'all',
};
/** Those who sit in the review, or prepare and chair it, must know whom it is about. */
const REVIEWER: Grants = { ...CASE_READER, readParticulars: 'all' };

export const grantsOf: Readonly<Record<Role, Grants>> = {
  coordinator: {
    ...REVIEWER,
    logReferral: 'all',
    recordTimestamp: 'all',
    correctTimestamp: 'all',
    addAgencyToCase: 'all',
    sendScopingRequests: 'all',
    recordRequestSent: 'all',
    recordBounce: 'all',
    voidRequest: 'all',
    readNotices: 'all',
    keepHolidays: 'all',
    manageAgencies: 'all',
    readContacts: 'all',
  },
  meetingChair: { ...REVIEWER, readNotices: 'all' },
  independentChair: REVIEWER,
  partnerDelegate: REVIEWER,
  // Nothing of cases yet: what an agency may see of its own request comes with its return.
  agencyContact: { ...ANYBODY, readAgencies: 'ownAgency', readContacts: 'ownAgency' },
  // Everything but the particulars of children.
  auditor: { ...CASE_READER, readNotices: 'all', readContacts: 'all' },
  // Another system: the referral form of a partner, the mailbox that reads returned mail.
  service: { ...ANYBODY, logReferral: 'all', recordBounce: 'all' },
};

export const reachOf = (role: Role, permission: Permission): Reach | undefined => grantsOf[role][permission];
