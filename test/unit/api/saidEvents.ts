// An event of each kind that people bring about, with how it is said; those of meetings are in `saidMeetingEvents.ts`, of requests in
// `saidRequestEvents.ts`.

import type { EventBody } from '../../../domain/rapidReview/events';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { agency, at, chair, closes, contact, later, note, on, opens, other, reason, row } from './saidWith';

const of = 'RR-2026-0004' as CaseReference;
const missed = keyOf({ obligation: 'agencyReturn', agency });

export const SAID: readonly (readonly [EventBody, string])[] = [
  [
    {
      kind: 'ReturnReceived',
      body: { agency, number: 1, answer: 'full', how: 'secureMail', on, content: row('content') },
    },
    'Example Trust answered on Tuesday 14 April 2026, by secure mail: a full return (answer 1).',
  ],
  [
    { kind: 'AgencyIdentifiedCorrected', body: { agency, was: at, at: later, reason } },
    'Corrected: Example Trust was found on Thursday 16 April 2026 at 14:30, not on Tuesday 14 April 2026 at 10:00.',
  ],
  [
    { kind: 'AgencyRemoved', body: { agency, reason } },
    'Example Trust was taken off the case: it was on it by mistake.',
  ],
  [
    { kind: 'ReturnCorrected', body: { agency, number: 1, was: on, on: opens, reason } },
    'Corrected: answer 1 of Example Trust came on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'ReturnCorrected', body: { agency, number: 1, was: on, reason } },
    'Recorded by mistake: Example Trust did not give answer 1, of Tuesday 14 April 2026.',
  ],
  [{ kind: 'ReturnAccepted', body: { agency, number: 1 } }, 'Answer 1 of Example Trust was accepted.'],
  [
    { kind: 'ReturnSentBack', body: { agency, number: 1, reason } },
    'Answer 1 of Example Trust was sent back: another is wanted.',
  ],
  [
    { kind: 'ReturnDateAgreed', body: { agency, was: opens, due: on, afterMiss: true, reason } },
    'Agreed with Example Trust: its return is due on Tuesday 14 April 2026 instead of Friday 10 April 2026. The miss stays recorded.',
  ],
  [
    { kind: 'ReturnDateAgreed', body: { agency, was: opens, due: on, on: opens, reason } },
    'Agreed with Example Trust on Friday 10 April 2026: its return is due on Tuesday 14 April 2026 instead of Friday 10 April 2026.',
  ],
  [
    {
      kind: 'RecordsSecured',
      body: { agency, on, secured: { paper: true, electronic: true, locked: false }, note },
    },
    'Example Trust secured its records on Tuesday 14 April 2026 (paper: yes; electronic: yes; locked: no).',
  ],
  [
    { kind: 'RecordsSecuredCorrected', body: { agency, was: on, on: opens, reason } },
    'Corrected: Example Trust secured its records on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'RecordsSecuredCorrected', body: { agency, was: on, reason } },
    'Recorded by mistake: Example Trust did not secure its records on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'AgencyProposed', body: { by: agency, agency: other } },
    'Example Trust named Example School as the one to ask instead.',
  ],
  [
    { kind: 'AgencyProposed', body: { by: agency, note } },
    'Example Trust named an organisation to ask instead, by its name.',
  ],
  [
    { kind: 'ProposalDeclined', body: { proposal: 17, reason } },
    'The proposal to ask another agency (number 17) was declined.',
  ],
  [
    { kind: 'ParticularsCorrected', body: { parts: ['children', 'referrer'], reason } },
    'Corrected or completed: who the children are and who referred.',
  ],
  [
    { kind: 'LatenessExplained', body: { key: missed, reason } },
    'Explained: why this is late: the scoping return (Example Trust).',
  ],
  [
    { kind: 'ContactExcluded', body: { agency, contact, reason } },
    'Contact AG-0003-C1 of Example Trust was excluded: nothing of this case goes there.',
  ],
  [
    { kind: 'ContactReadmitted', body: { agency, contact, reason } },
    'Contact AG-0003-C1 of Example Trust was readmitted to this case.',
  ],
  [
    { kind: 'EscalationConfirmed', body: { agency } },
    'It was confirmed that the executive of Example Trust may be written to.',
  ],
  [{ kind: 'DutyEvidenced', body: { duty: 'facts', note } }, 'Evidenced: reviewing the facts.'],
  [
    {
      kind: 'DecisionTaken',
      body: {
        decision: 1,
        meeting: 1,
        at,
        on,
        reason,
        quorum: [{ seat: 'police', attendee: chair }],
        threshold: { abuseOrNeglect: 'known', harm: 'died' },
        criteria: [{ criterion: 'recurrentThemes', met: true, reasons: row('themes') }],
        outcome: 'alternativeLearningReview',
        learningReview: 'learningEvent',
        missingReturns: [other],
        dissent: [{ seat: 'police', reasons: row('dissent') }],
      },
    },
    'Decision 1 was taken on Tuesday 14 April 2026 at 10:00: an alternative learning review (a learning event). In the seats were Robin Thorley for the police. Not answered by then: Example School. Dissent was recorded for the police.',
  ],
  [
    {
      kind: 'DecisionConfirmed',
      body: { decision: 1, on, agreedBy: [{ seat: 'police', evidence: row('police') }], reason },
    },
    'The partners confirmed decision 1 on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'ConfirmationCorrected', body: { decision: 1, was: on, on: opens, reason } },
    'Corrected: the partners confirmed decision 1 on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'ConfirmationCorrected', body: { decision: 1, was: on, reason } },
    'Recorded by mistake: the partners did not confirm decision 1 on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelContactCorrected', body: { number: 2, was: on, on: opens, reason } },
    'Corrected: word 2 to the national Panel was of Friday 10 April 2026, not of Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelContactCorrected', body: { number: 2, was: on, reason } },
    'Recorded by mistake: there was no word 2 to the national Panel on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'DecisionSignedOff', body: { decision: 1, seat: 'localAuthority', on, onBehalf: true, note } },
    'Decision 1 was signed off for the local authority on Tuesday 14 April 2026, recorded for somebody else.',
  ],
  [
    { kind: 'SignOffCorrected', body: { decision: 1, seat: 'police', was: on, on: opens, reason } },
    'Corrected: decision 1 was signed off for the police on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'SignOffCorrected', body: { decision: 1, seat: 'police', was: on, reason } },
    'Recorded by mistake: decision 1 was not signed off for the police on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'NotificationReferenceRecorded', body: { note } },
    'The reference that the notification was given was recorded.',
  ],
  [
    { kind: 'NotificationReferenceRecorded', body: { note, reason } },
    'The reference that the notification was given was recorded, with a reason: it replaces any that was recorded before.',
  ],
  [
    { kind: 'ReportAttached', body: { report: 2, document: row('document') } },
    'Version 2 of the report was attached.',
  ],
  [
    {
      kind: 'PanelInformed',
      body: {
        dispatch: 1,
        decision: 1,
        report: 2,
        channel: 'mail',
        reason,
        without: [{ item: 'signOff', seat: 'police' }, { item: 'notificationReference' }],
      },
    },
    "Decision 1 and the report were ordered to go to the national Panel, by mail, without the sign-off for the police and the notification's reference.",
  ],
  [
    { kind: 'PanelDispatchSent', body: { dispatch: 1, on, channel: 'portal' } },
    "Decision and report went to the national Panel on Tuesday 14 April 2026, through the Panel's portal.",
  ],
  [
    { kind: 'PanelDispatchCorrected', body: { dispatch: 1, was: on, on: opens, reason } },
    'Corrected: decision and report went to the national Panel on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelDispatchCorrected', body: { dispatch: 1, was: on, on: opens, acceptedAt: at } },
    'The mail with decision and report had gone to the national Panel on Friday 10 April 2026 already, before they went another way on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelReplyCorrected', body: { number: 1, was: on, on: opens, reason } },
    'Corrected: the national Panel replied on Friday 10 April 2026, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelReplyCorrected', body: { number: 1, was: on, reason } },
    'Recorded by mistake: there was no reply 1 of the national Panel on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelDispatchCorrected', body: { dispatch: 1, was: on, reason } },
    'Recorded by mistake: decision and report did not go to the national Panel on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'PanelDispatchFailed', body: { dispatch: 1 } },
    'The mail with decision and report to the national Panel was refused for good: it must go another way.',
  ],
  [
    { kind: 'PanelDispatchFailed', body: { dispatch: 1, mayHaveArrived: true } },
    'How the mail with decision and report to the national Panel ended is not known: it may have arrived, and is not sent again.',
  ],
  [
    { kind: 'PanelReplied', body: { number: 1, reply: 'disagrees', on, note } },
    'The national Panel replied on Tuesday 14 April 2026: it disagrees.',
  ],
  [
    { kind: 'PanelContacted', body: { contact: 'willBeLate', expected: closes, channel: 'mail', on, note } },
    'Word to the national Panel on Tuesday 14 April 2026, by mail: there is a delay, expected on Monday 20 April 2026.',
  ],
  [
    {
      kind: 'CaseEnded',
      body: {
        cause: 'merged',
        on,
        into: of,
        reason,
        lapsed: [missed],
        agreedBy: [{ seat: 'localAuthority', evidence: row('la') }],
      },
    },
    'The case ended on Tuesday 14 April 2026: it was merged into another case. It goes on as RR-2026-0004. Open then, and lapsed: the scoping return (Example Trust).',
  ],
  [
    { kind: 'WithdrawalUndone', body: { reason } },
    'The withdrawal was undone: dates count from where they did before, and the gap counts.',
  ],
  [
    { kind: 'SettlementUndone', body: { reason } },
    'The case had been settled by mistake, and goes on: dates count from where they did before, and the gap counts.',
  ],
  [
    { kind: 'SafetyConcernRaised', body: { number: 1, note } },
    'Safety concern 1 was raised, and those on call were alerted.',
  ],
  [
    { kind: 'SafetyAlertRepeated', body: { number: 1, alert: 2 } },
    'Nobody had acknowledged safety concern 1: alert 2 went to those on call.',
  ],
  [{ kind: 'SafetyConcernAcknowledged', body: { number: 1, note } }, 'Safety concern 1 was acknowledged.'],
  [
    { kind: 'SafetyActionRecorded', body: { number: 1, note } },
    'What was done about safety concern 1 was recorded.',
  ],
  [{ kind: 'DuplicateNoted', body: { of, note } }, 'It was noted that RR-2026-0004 may be the same.'],
  [
    { kind: 'DuplicateSettled', body: { of, as: 'keptApart', reason } },
    'RR-2026-0004 was kept apart from this case.',
  ],
  [
    { kind: 'CaseAbsorbed', body: { of, receivedAt: at, was: later, reason } },
    'RR-2026-0004 was merged into this case, which counts from that earlier receipt, on Tuesday 14 April 2026 at 10:00, and no longer from Thursday 16 April 2026 at 14:30.',
  ],
  [
    {
      kind: 'CaseAbsorbed',
      body: { of, receivedAt: later, was: at, withAbsorbed: ['RR-2026-0001' as CaseReference], reason },
    },
    'RR-2026-0004 was merged into this case, which keeps its earlier receipt. With it came what had been merged into it before: RR-2026-0001.',
  ],
  [
    {
      kind: 'CaseAbsorbed',
      body: { of, receivedAt: later, was: at, notTaken: { incident: at, notificationSent: later }, reason },
    },
    'RR-2026-0004 was merged into this case, which keeps its earlier receipt. Recorded there, and not taken over, since it does not fit what is known here: the incident, on Tuesday 14 April 2026 at 10:00 and the notification to the national Panel, on Thursday 16 April 2026 at 14:30.',
  ],
];
