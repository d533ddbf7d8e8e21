// Every mail to the national Panel, to partners, to whoever referred and to those on call.

import type { NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { MailFacts } from '../../../platform/mail/wording/mailFacts';
import { london } from '../rapidReview/story';
import { facts, type Mails, notice, on } from './examples';

const dispatch = (more: Partial<NoticeBodyOf<'panelDispatch'>> = {}): Mails[string] => [
  notice({ kind: 'panelDispatch', dispatch: 1, decidedOn: on('2026-04-15'), without: [], ...more }),
  facts({ today: on('2026-04-16'), dates: [] }),
];

const toPartner = (more: Partial<NoticeBodyOf<'outcomeToPartner'>> = {}): Mails[string] => [
  notice({ kind: 'outcomeToPartner', seat: 'police', outcome: 'practiceReview', again: false, ...more }),
  facts({ dates: [] }),
];

const OTHER = 'RR-2026-0004' as CaseReference;

const alert = (number: number, more: Partial<MailFacts> = {}): Mails[string] => [
  notice({ kind: 'safetyAlert', concern: 1, alert: number }),
  facts({ dates: [], concern: { raisedAt: london('2026-04-04 23:42'), alertEveryMinutes: 30 }, ...more }),
];

export const MAILS_TO_OTHERS: Mails = {
  panelDispatch: dispatch(),
  panelDispatchWithout: dispatch({
    without: [{ item: 'signOff', seat: 'police' }, { item: 'notificationReference' }],
  }),
  panelWillBeLate: [notice({ kind: 'panelWillBeLate', expected: on('2026-04-29') }), facts({ dates: [] })],
  panelWillBeLateToAnswer: [
    notice({ kind: 'panelWillBeLate', expected: on('2026-05-13'), disagreedOn: on('2026-04-27') }),
    facts({ dates: [] }),
  ],
  panelWillBeLateToSendMore: [
    notice({ kind: 'panelWillBeLate', expected: on('2026-05-13'), askedOn: on('2026-04-27') }),
    facts({ dates: [] }),
  ],
  panelChaseAfterReply: [
    notice({ kind: 'panelChase', sentOn: on('2026-04-16'), repliedOn: on('2026-04-27') }),
    facts({ dates: [] }),
  ],
  panelChase: [notice({ kind: 'panelChase', sentOn: on('2026-04-16') }), facts({ dates: [] })],
  panelContact: [notice({ kind: 'panelContact' }), facts({ dates: [] })],
  panelCriteriaNotMet: [notice({ kind: 'panelCriteriaNotMet' }), facts({ dates: [] })],
  outcomeToPartner: toPartner(),
  outcomeToPartnerOfAFormOfLearning: toPartner({
    outcome: 'alternativeLearningReview',
    learningReview: 'multiAgencyAudit',
  }),
  outcomeToPartnerOfAnotherForm: toPartner({
    outcome: 'alternativeLearningReview',
    learningReview: 'other',
  }),
  outcomeToPartnerAgain: toPartner({ outcome: 'noFurtherReview', again: true }),
  outcomeToPartnerPutRight: toPartner({ outcome: 'noFurtherReview', again: true, putRight: true }),
  outcomeToReferrerPutRight: [
    notice({ kind: 'outcomeToReferrer', again: true, putRight: true }),
    facts({ dates: [] }),
  ],
  outcomeToReferrer: [notice({ kind: 'outcomeToReferrer', again: false }), facts({ dates: [] })],
  outcomeToReferrerAgain: [notice({ kind: 'outcomeToReferrer', again: true }), facts({ dates: [] })],
  outcomeToReferrerOfMergedCase: [
    notice({ kind: 'outcomeToReferrer', again: false }, { role: 'referrer', of: OTHER }),
    facts({ dates: [] }),
  ],
  endedToReferrer: [notice({ kind: 'endedToReferrer', cause: 'withdrawn' }), facts({ dates: [] })],
  endedToReferrerMerged: [
    notice({ kind: 'endedToReferrer', cause: 'merged' }),
    facts({ dates: [], mergedInto: OTHER }),
  ],
  resumedToReferrer: [notice({ kind: 'resumedToReferrer' }), facts({ dates: [] })],
  resumedToReferrerOfMergedCase: [
    notice({ kind: 'resumedToReferrer' }, { role: 'referrer', of: OTHER }),
    facts({ dates: [] }),
  ],
  safetyAlert: alert(1),
  safetyAlertAgain: alert(3),
  safetyAlertOfMergedCase: alert(3, { mergedInto: OTHER }),
};
