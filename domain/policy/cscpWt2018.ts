// Coventry Safeguarding Children Partnership's arrangements, written to Working Together 2018: profile
// `cscp-wt2018`, version 1. Paragraphs C1 to C18 are those of the arrangements as numbered in docs/rules.md;
// what the source leaves open is marked a local default there.

import type { PolicyProfile } from './policyProfile';

export const cscpWt2018: PolicyProfile = {
  id: 'cscp-wt2018',
  version: 1,
  title: 'Coventry Safeguarding Children Partnership, Safeguarding Arrangements (Working Together 2018)',
  obligations: {
    notification: {
      anchor: 'localAuthorityAware',
      workingDays: 5,
      each: 'case',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'Children Act 2004, section 16C; Working Together 2018, chapter 4',
      says: 'The local authority notifies the national Panel of the serious incident.',
    },
    scopingDispatch: {
      anchor: 'referralReceived',
      workingDays: 2,
      each: 'agency',
      identifiedLaterWorkingDays: 1,
      warnTeamWorkingDaysBefore: [1, 0],
      paragraph: 'C2',
      says: 'The scoping template is sent to the agency.',
    },
    agencyReturn: {
      anchor: 'requestSent',
      workingDays: 5,
      each: 'agency',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'C3',
      says: 'The agency returns the scoping template.',
    },
    recordsSecured: {
      anchor: 'requestSent',
      workingDays: 2,
      each: 'agency',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'C4 (day count: local default)',
      says: 'The agency secures its records and says so.',
    },
    meeting: {
      anchor: 'referralReceived',
      workingDays: 13,
      opensWorkingDays: 7,
      closesBeforeHeadlineWorkingDays: 2,
      each: 'case',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'C5',
      says: 'The Rapid Review meeting takes its quorate decision.',
    },
    completeLocal: {
      anchor: 'referralReceived',
      workingDays: 15,
      each: 'case',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'C1',
      says: 'The Rapid Review is complete: decision and report are sent to the national Panel.',
    },
    completePanel: {
      anchor: 'notificationSent',
      workingDays: 15,
      each: 'case',
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'Child Safeguarding Practice Review Panel guidance',
      says: "The Rapid Review is complete by the national Panel's own count from the notification.",
    },
    reconsideration: {
      anchor: 'panelDisagreed',
      workingDays: 10,
      each: 'case',
      onlyOnceAnchored: true,
      warnTeamWorkingDaysBefore: [1],
      paragraph: 'C8 (day count: local default)',
      says: 'The partners confirm the decision, or decide again, after the national Panel has disagreed.',
    },
  },
  publication: {
    reportToPanel: {
      workingDaysBefore: 7,
      paragraph: 'C13',
      says: 'The report is sent to the national Panel, the Secretary of State and Ofsted.',
    },
    staysPublished: {
      months: 12,
      paragraph: 'C14',
      says: 'The report stays published until then at least.',
    },
    reviewDue: {
      months: 6,
      paragraph: 'Working Together 2018, chapter 4 (corresponding date: local default)',
      says: 'The local child safeguarding practice review is finished and published.',
    },
  },
  ladder: [
    { name: 'twoBefore', workingDays: -2 },
    { name: 'oneBefore', workingDays: -1 },
    { name: 'oneAfter', workingDays: 1 },
  ],
  noticesFrom: 9 * 60,
  noticesUntil: 16 * 60 + 30,
  receiptLongPastDays: 30,
  seats: ['localAuthority', 'police', 'integratedCareBoard'],
  meetings: {
    fixedByWorkingDay: 2,
    papersWorkingDaysBefore: 1,
    startsFrom: 7 * 60,
    startsUntil: 20 * 60,
  },
  panelReplyWorkingDays: 10,
  safetyAlertMinutes: 30,
};
