// Every mail that the team gets, with the facts of the day it goes.

import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { Notice } from '../../../domain/rapidReview/notices';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import {
  completeDue,
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

const outsideWindow = (
  day: string,
  way: 'early' | 'late' | 'dayOff',
  [opens, closes]: readonly [string, string],
): Notice =>
  notice({
    kind: 'meetingOutsideWindow',
    meeting: 1,
    on: on(day),
    way,
    opens: on(opens),
    closes: on(closes),
  });

export const MAILS_TO_TEAM: Mails = {
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
  completionMissed: [
    notice({ kind: 'completionMissed', key: completeDue.key, due: completeDue.due }),
    facts({ today: on('2026-04-23'), dates: [{ ...completeDue, missed: true }] }),
  ],
  completionLate: [
    notice({
      kind: 'completionMissed',
      key: completeDue.key,
      due: completeDue.due,
      completeOn: on('2026-04-24'),
    }),
    facts({ today: on('2026-04-27'), dates: [{ ...completeDue, missed: true }] }),
  ],
  meetingWindowLeavesNothing: [
    notice({
      kind: 'meetingWindowLeavesNothing',
      headline: on('2026-04-13'),
      earliestWorkable: on('2026-04-10'),
    }),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowLate: [
    outsideWindow('2026-04-20', 'late', ['2026-04-10', '2026-04-17']),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowByProclamation: [
    outsideWindow('2026-04-10', 'early', ['2026-04-13', '2026-04-21']),
    facts({
      dates: [],
      movedBy: {
        days: [{ date: on('2026-04-08'), title: 'State Funeral', change: 'listed' }],
        corrected: false,
      },
    }),
  ],
  meetingAfterTheReviewMustBeComplete: [
    outsideWindow('2026-04-23', 'late', ['2026-04-10', '2026-04-20']),
    facts({ dates: [], completeBy: on('2026-04-22') }),
  ],
  meetingAfterTheDayToReconsider: [
    notice({
      kind: 'meetingOutsideWindow',
      meeting: 2,
      on: on('2026-05-06'),
      way: 'late',
      closes: on('2026-05-05'),
    }),
    facts({ dates: [] }),
  ],
  meetingOnDayThatBecameHoliday: [
    outsideWindow('2026-04-14', 'dayOff', ['2026-04-10', '2026-04-21']),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowThatIsOver: [
    outsideWindow('2026-04-20', 'late', ['2026-04-08', '2026-04-15']),
    facts({ today: on('2026-04-16'), dates: [] }),
  ],
  meetingOnHolidayAfterItsWindow: [
    outsideWindow('2026-04-22', 'dayOff', ['2026-04-10', '2026-04-20']),
    facts({ today: on('2026-04-21'), dates: [] }),
  ],
  meetingOnHolidayInItsWindow: [
    outsideWindow('2026-04-17', 'dayOff', ['2026-04-10', '2026-04-20']),
    facts({ today: on('2026-04-15'), dates: [] }),
  ],
  meetingOutsideWindowEarly: [
    outsideWindow('2026-04-09', 'early', ['2026-04-10', '2026-04-20']),
    facts({ dates: [] }),
  ],
  teamBriefingOfMatters: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'meetingNotFixed', by: on('2026-04-01') },
        { about: 'quorumAtRisk', meeting: 1, on: on('2026-04-13'), seats: ['police', 'integratedCareBoard'] },
        { about: 'papersDue', meeting: 1, on: on('2026-04-10') },
        { about: 'meetingNotClosed', meeting: 1, on: on('2026-04-08') },
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
