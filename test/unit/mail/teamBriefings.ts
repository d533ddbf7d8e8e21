// Every mail that the team gets at nine, with the facts of the day it goes.

import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import {
  facts,
  HARROWGATE,
  meetingDue,
  type Mails,
  movedReturn,
  notice,
  on,
  owed,
  recordsDue,
  REFERENCE,
  returnDue,
  RIVERBEND,
} from './examples';

const key = (text: string): ObligationKey => text as ObligationKey;

const agreedReturn = owed(`agencyReturn:${RIVERBEND}`, '2026-05-15', ['agreed', '2026-05-15', 0]);

/** `notice` is the key without the reference. */
const failed = (notice: string, agency?: AgencyId): BriefingItem => ({
  about: 'mailFailed',
  notice: `${REFERENCE}/${notice}`,
  ...(agency === undefined ? {} : { agency }),
});

export const TEAM_BRIEFINGS: Mails = {
  teamBriefing: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'atRisk', key: returnDue.key, due: returnDue.due },
        { about: 'atRisk', key: meetingDue.key, due: meetingDue.due },
        { about: 'missed', key: recordsDue.key, due: recordsDue.due },
        {
          about: 'missed',
          key: key(`scopingDispatch:${HARROWGATE}`),
          due: on('2026-04-01'),
          on: on('2026-04-02'),
        },
        { about: 'mailFailed', notice: 'RR-2026-0007/scopingRequest/AG-0007/1.1', agency: HARROWGATE },
        { about: 'mailFailed', notice: 'RR-2026-0007/agencyReminder/AG-0003/2', agency: RIVERBEND },
      ],
    }),
    facts({ today: on('2026-04-09'), dates: [returnDue, recordsDue, meetingDue] }),
  ],
  teamBriefingOfSeveralAgencies: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'atRisk', key: returnDue.key, due: returnDue.due },
        { about: 'atRisk', key: key(`agencyReturn:${HARROWGATE}`), due: returnDue.due },
        { about: 'atRisk', key: meetingDue.key, due: meetingDue.due },
        { about: 'missed', key: recordsDue.key, due: recordsDue.due },
        { about: 'missed', key: key(`recordsSecured:${HARROWGATE}`), due: recordsDue.due },
        {
          about: 'missed',
          key: key(`scopingDispatch:${HARROWGATE}`),
          due: on('2026-04-01'),
          on: on('2026-04-02'),
        },
        { about: 'missed', key: key(`scopingDispatch:${RIVERBEND}`), due: on('2026-04-01') },
      ],
    }),
    facts({
      today: on('2026-04-09'),
      dates: [
        ...[returnDue, recordsDue, meetingDue],
        { ...returnDue, key: key(`agencyReturn:${HARROWGATE}`) },
        { ...recordsDue, key: key(`recordsSecured:${HARROWGATE}`) },
      ],
    }),
  ],
  teamBriefingAfterTheEnd: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'missed', key: recordsDue.key, due: recordsDue.due },
        failed(`outcome/1/${RIVERBEND}`, RIVERBEND),
        { about: 'agencyProposed', by: RIVERBEND, agency: HARROWGATE, proposal: 12 },
        { about: 'agencyProposed', by: RIVERBEND, proposal: 13 },
      ],
    }),
    facts({ today: on('2026-04-09'), dates: [], hasEnded: true }),
  ],
  teamBriefingLate: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [{ about: 'atRisk', key: returnDue.key, due: returnDue.due }],
    }),
    // The date has moved since: how it was counted then is not told.
    facts({ today: on('2026-04-10'), dates: [movedReturn] }),
  ],
  teamBriefingOfMatters: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'meetingNotFixed', by: on('2026-04-01') },
        { about: 'quorumAtRisk', meeting: 1, on: on('2026-04-13'), seats: ['police', 'integratedCareBoard'] },
        { about: 'papersDue', meeting: 1, on: on('2026-04-10') },
        { about: 'noAgencyNamed', due: on('2026-04-10') },
        { about: 'noAgencyNamed', due: on('2026-04-08') },
        { about: 'meetingNotClosed', meeting: 1, on: on('2026-04-08') },
        { about: 'momentNotRecorded', what: 'localAuthorityAware' },
        { about: 'momentNotRecorded', what: 'localAuthorityAware', on: on('2026-03-31') },
        { about: 'panelSilent', since: on('2026-03-26') },
        { about: 'panelAwaitsWord', word: 'more', on: on('2026-04-08') },
        { about: 'panelAwaitsWord', word: 'answerToDisagreement', on: on('2026-04-08') },
        { about: 'panelAwaitsWord', word: 'decisionAgain', on: on('2026-04-08') },
        { about: 'agencyProposed', by: RIVERBEND, agency: HARROWGATE, proposal: 16 },
        { about: 'agencyProposed', by: HARROWGATE, proposal: 17 },
        { about: 'escalationWaits', agency: HARROWGATE, on: on('2026-04-10') },
      ],
    }),
    facts({ today: on('2026-04-09') }),
  ],
  teamBriefingOfMissesTakenBack: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        {
          about: 'missTakenBack',
          key: key(`scopingDispatch:${HARROWGATE}`),
          was: on('2026-04-01'),
          on: on('2026-04-01'),
        },
        { about: 'missTakenBack', key: recordsDue.key, was: recordsDue.due, due: on('2026-04-10') },
        { about: 'missTakenBack', key: returnDue.key, was: on('2026-04-08') },
      ],
    }),
    facts({ today: on('2026-04-09'), dates: [] }),
  ],
  teamBriefingOfMeetingInWindow: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-02'),
      items: [
        {
          about: 'meetingDayRestored',
          on: on('2026-04-10'),
          was: 'early',
          way: 'inside',
          opens: on('2026-04-10'),
          closes: on('2026-04-20'),
        },
      ],
    }),
    facts({ today: on('2026-04-02'), dates: [] }),
  ],
  teamBriefingOfMeetingOnWorkingDay: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-02'),
      items: [
        {
          about: 'meetingDayRestored',
          on: on('2026-04-21'),
          was: 'dayOff',
          way: 'late',
          opens: on('2026-04-10'),
          closes: on('2026-04-20'),
        },
      ],
    }),
    facts({ today: on('2026-04-02'), dates: [] }),
  ],
  teamBriefingOfOneMatter: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-01'),
      items: [{ about: 'meetingNotFixed', by: on('2026-04-01') }],
    }),
    facts(),
  ],
  teamBriefingOfMeetingNotHeld: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-15'),
      items: [{ about: 'meetingNotFixed', by: on('2026-04-01') }],
    }),
    facts({ today: on('2026-04-15'), dates: [], notHeldOn: on('2026-04-14') }),
  ],
  teamBriefingOfFailedMails: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        failed('panelDispatch/1'),
        failed('panelContact/31'),
        failed('panelContact/33'),
        failed('panelContact/36'),
        // Of a chaser that failed twice there is one line.
        failed('panelContact/38'),
        failed('ended/40/panel'),
        failed('outcome/1/partner/police'),
        failed(`outcome/1/referrer/${REFERENCE}`),
        ...[40, 44].map((ended) => failed(`ended/${ended}/referrer/${REFERENCE}`)),
        ...[1, 2, 3, 4, 5, 6].map((alert) => failed(`safetyAlert/1/${alert}`)),
        failed('agencyReminder/AG-0003/2', RIVERBEND),
        failed('agencyReminder/AG-0003/3', RIVERBEND),
        failed('agencyReminder/AG-0007/1', HARROWGATE),
        // Never made: nobody of the agency can be mailed.
        { about: 'mailFailed', notice: 'datesMoved/AG-0007/31', agency: HARROWGATE },
        failed('meetingInvitation/1.0/AG-0003', RIVERBEND),
      ],
    }),
    facts({
      today: on('2026-04-09'),
      wordsToPanel: new Map([
        [31, 'willBeLate'],
        [33, 'other'],
        [36, 'chase'],
        [38, 'chase'],
      ]),
      endings: new Map([
        [40, 'criteriaNotMet'],
        [44, 'merged'],
      ]),
    }),
  ],
  teamBriefingOfReconsideration: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-05-14'),
      items: [
        { about: 'atRisk', key: key('reconsideration'), due: on('2026-05-15') },
        { about: 'atRisk', key: agreedReturn.key, due: agreedReturn.due },
      ],
    }),
    facts({
      today: on('2026-05-14'),
      dates: [owed('reconsideration', '2026-05-15', ['panelDisagreed', '2026-04-30', 10]), agreedReturn],
    }),
  ],
};
