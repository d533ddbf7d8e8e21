// Who may do what: the one table that grants. What is not here is not allowed. It decides by role only; whether a
// person may act for a seat, or is kept off one case, comes with those acts.

import { ROLES, type Role } from '../../domain/rapidReview/commands';

export const PERMISSIONS = [
  'logReferral',
  'recordTimestamp',
  'correctTimestamp',
  'correctParticulars',
  'addAgencyToCase',
  'sendScopingRequests',
  'recordRequestSent',
  'recordBounce',
  'voidRequest',
  /** An agency's answer, and that its records are secured: of any agency, or of one's own. */
  'recordReturn',
  'correctReturn',
  /** Accepted, or sent back with what is missing. */
  'judgeReturn',
  'agreeReturnDate',
  'declineProposal',
  'explainLateness',
  'sendReminder',
  'excludeContact',
  'confirmEscalation',
  'arrangeMeeting',
  /** Opened and closed, who came and went, who sits for whom. */
  'recordAttendance',
  'evidenceDuty',
  'takeDecision',
  'signOff',
  'recordNotificationReference',
  'attachReport',
  'informPanel',
  'recordPanelReply',
  'settleReply',
  'contactPanel',
  'endCase',
  'undoWithdrawal',
  'keepDuplicates',
  /** Anybody on the case, at any step (R23). */
  'raiseSafetyConcern',
  'acknowledgeSafetyConcern',
  'keepDiary',
  /** Closures and school holidays, which count and are named (R2). */
  'keepLocalDays',
  'readCases',
  /** The texts in the chronology: why something was corrected, declared void, logged late. Each view is logged. */
  'readReasons',
  /** Who the child is, what happened, who referred. Each view is logged. */
  'readParticulars',
  /** What agencies wrote: dossier. Each view is logged. */
  'readReturns',
  /** Who has read which kind of text of a case, when and why. */
  'readViews',
  /** Meetings, attendance, quorum, decision, sign-off, what went to the Panel: codes and dates. */
  'readReview',
  'readDiary',
  'readNotices',
  /** Timetables without a case: dates alone, of nobody. Everybody who is signed in may ask. */
  'readTimetables',
  /** The bank holidays that dates are counted with. Everybody who is signed in may see them. */
  'readHolidays',
  /** Closures and school holidays. Everybody who is signed in may see them. */
  'readLocalDays',
  /** On whose authority a person listed or withdrew a bank holiday, why, and their name; the name behind a closure or school holidays. */
  'readHolidayReasons',
  'keepHolidays',
  /** Brings a change of the bank holidays to every open case, once it was previewed. */
  'acceptCalendarChange',
  'manageAgencies',
  'readAgencies',
  /** Who stands behind an agency's contacts, and their addresses. */
  'readContacts',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Everything of that kind, or what belongs to the agency that the person answers for. */
export type Reach = 'all' | 'ownAgency';
export type Grants = Readonly<Partial<Record<Permission, Reach>>>;

const ANYBODY: Grants = { readTimetables: 'all', readHolidays: 'all', readLocalDays: 'all' };
const CASE_READER: Grants = {
  ...ANYBODY,
  readCases: 'all',
  readReasons: 'all',
  readAgencies: 'all',
  readHolidayReasons: 'all',
};
/** Those who sit in the review, or prepare and chair it, must know whom it is about. */
const REVIEWER: Grants = {
  ...CASE_READER,
  readParticulars: 'all',
  readReturns: 'all',
  readReview: 'all',
  readDiary: 'all',
  raiseSafetyConcern: 'all',
  acknowledgeSafetyConcern: 'all',
};
/** Whoever holds the meeting writes down what happens in it, and decides whether to go on without a signature (R17). */
const CHAIR: Grants = {
  ...REVIEWER,
  readNotices: 'all',
  recordAttendance: 'all',
  evidenceDuty: 'all',
  takeDecision: 'all',
  signOff: 'all',
  informPanel: 'all',
  settleReply: 'all',
  contactPanel: 'all',
  endCase: 'all',
};

export const grantsOf: Readonly<Record<Role, Grants>> = {
  coordinator: {
    ...CHAIR,
    logReferral: 'all',
    recordTimestamp: 'all',
    correctTimestamp: 'all',
    correctParticulars: 'all',
    addAgencyToCase: 'all',
    sendScopingRequests: 'all',
    recordRequestSent: 'all',
    recordBounce: 'all',
    voidRequest: 'all',
    recordReturn: 'all',
    correctReturn: 'all',
    judgeReturn: 'all',
    agreeReturnDate: 'all',
    declineProposal: 'all',
    explainLateness: 'all',
    sendReminder: 'all',
    excludeContact: 'all',
    confirmEscalation: 'all',
    arrangeMeeting: 'all',
    recordNotificationReference: 'all',
    attachReport: 'all',
    recordPanelReply: 'all',
    undoWithdrawal: 'all',
    keepDuplicates: 'all',
    keepDiary: 'all',
    keepLocalDays: 'all',
    keepHolidays: 'all',
    acceptCalendarChange: 'all',
    manageAgencies: 'all',
    readContacts: 'all',
    readViews: 'all',
  },
  meetingChair: CHAIR,
  independentChair: { ...REVIEWER, informPanel: 'all', settleReply: 'all', contactPanel: 'all' },
  partnerDelegate: { ...REVIEWER, signOff: 'all' },
  // Of a case only its own answer, and the safety of the child.
  agencyContact: {
    ...ANYBODY,
    readAgencies: 'ownAgency',
    readContacts: 'ownAgency',
    recordReturn: 'ownAgency',
    readReturns: 'ownAgency',
    raiseSafetyConcern: 'ownAgency',
  },
  // Everything, texts of the review included, but who the child is, what happened and who referred.
  auditor: {
    ...CASE_READER,
    readNotices: 'all',
    readContacts: 'all',
    readReview: 'all',
    readReturns: 'all',
    readDiary: 'all',
    readViews: 'all',
  },
  // Another system: the referral form of a partner, the mailbox that reads returned mail.
  service: { ...ANYBODY, logReferral: 'all', recordBounce: 'all' },
};

export const reachOf = (role: Role, permission: Permission): Reach | undefined => grantsOf[role][permission];

/** Whose role includes it, to all or to their own agency. */
export const rolesWith = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => reachOf(role, permission) !== undefined);
