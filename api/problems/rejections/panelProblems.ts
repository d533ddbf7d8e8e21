// Refusals of acts towards the national Panel, as problems (R17 to R19).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { PanelRejection } from '../../../domain/rapidReview/panel/rejections';
import { sayMissing, sayPanelAwaits } from '../reviewTerms';
import { day } from './exampleFacts';
import type { RefusalsOf } from './refused';

export const panelProblems = {
  NotificationReferenceAlreadyRecorded: {
    slug: 'notification-reference-already-recorded',
    status: 409,
    title: "The notification's reference is recorded already",
    says: () =>
      'The reference that the notification was given is recorded already. Where it is wrong, send the right one with a reason: it takes its place, and both stay on record.',
    example: { code: 'NotificationReferenceAlreadyRecorded' },
  },
  PanelGateShut: {
    slug: 'panel-gate-shut',
    status: 409,
    title: 'Something is missing for the Panel',
    says: ({ never, chairMay, went }) =>
      [
        went === undefined
          ? 'Decision and report cannot go to the national Panel yet.'
          : `Decision and report cannot be recorded as gone to the national Panel on ${sayDate(went)}.`,
        ...(never.length === 0 ? [] : [`Always needed, and missing: ${sayMissing(never)}.`]),
        ...(chairMay.length === 0
          ? []
          : [
              `Missing${went === undefined ? '' : ' by then'}: ${sayMissing(chairMay)}; the chair may go without, and says in proceedReason why: the Panel is to be told that.`,
            ]),
      ].join(' '),
    field: ({ never }) =>
      never.length === 0 ? ['/proceedReason', 'is needed to go without what is missing'] : undefined,
    example: {
      code: 'PanelGateShut',
      never: [{ item: 'report' }],
      chairMay: [{ item: 'signOff', seat: 'police' }],
    },
  },
  OnlyChairMayProceed: {
    slug: 'only-chair-may-proceed',
    status: 403,
    title: 'Only the chair may go on without it',
    says: ({ without, went }) =>
      went === undefined
        ? `Missing: ${sayMissing(without)}. Only a chair may inform the national Panel without that, with a reason. Ask the chair, or wait for it.`
        : `Missing by ${sayDate(went)}: ${sayMissing(without)}. Only a chair may record that decision and report went without that, with a reason. Ask the chair; or check the day.`,
    field: () => ['/proceedReason', 'is for a chair only'],
    example: {
      code: 'OnlyChairMayProceed',
      without: [{ item: 'signOff', seat: 'police' }, { item: 'notificationReference' }],
    },
  },
  PanelAlreadyInformed: {
    slug: 'panel-already-informed',
    status: 409,
    title: 'The Panel is informed already',
    says: ({ on, mayHaveArrived }) =>
      mayHaveArrived === true
        ? 'The national Panel may have decision and report: how their mail ended is not known. Ask the Panel; if it has them, record that they went another way.'
        : on === undefined
          ? 'Decision and report are on their way to the national Panel. Wait until the mail server has accepted or refused them, or record that they went another way: then they are complete, and the mail is not sent any more.'
          : `Decision and report went to the national Panel on ${sayDate(on)}, and there is no newer decision and no newer report. There is nothing to send.`,
    example: { code: 'PanelAlreadyInformed', on: day('2026-04-17') },
  },
  PanelNotInformed: {
    slug: 'panel-not-informed',
    status: 409,
    title: 'The Panel is not informed yet',
    says: () =>
      'Decision and report have not gone to the national Panel yet, so it cannot have replied. Inform it first (POST /cases/{reference}/panel/dispatch), or record that they went another way (POST /cases/{reference}/panel/dispatch/sent-another-way).',
    example: { code: 'PanelNotInformed' },
  },
  DecisionNotWithPanel: {
    slug: 'decision-not-with-panel',
    status: 409,
    title: 'The newest decision has not gone to the Panel',
    says: () =>
      'The group has decided again since the national Panel was informed, and that decision has not gone to it, or is on its way: nothing of an earlier one can end the case. Inform it of the newest decision, or record that it went another way; then record its reply.',
    example: { code: 'DecisionNotWithPanel' },
  },
  NoSuchDispatch: {
    slug: 'no-such-dispatch',
    status: 404,
    title: 'There is no such dispatch',
    says: ({ dispatch }) =>
      `No dispatch ${dispatch} to the national Panel stands: it is not recorded, or was recorded by mistake. GET /cases/{reference}/panel shows the dispatches.`,
    example: { code: 'NoSuchDispatch', dispatch: 2 },
  },
  DispatchNotRecordedByHand: {
    slug: 'dispatch-not-recorded-by-hand',
    status: 409,
    title: 'Nobody typed the day of this dispatch',
    says: ({ dispatch }) =>
      `Dispatch ${dispatch} to the national Panel was not recorded as gone another way: it is a mail, and its day is the one on which the mail server accepts it. GET /cases/{reference}/panel shows the dispatches.`,
    example: { code: 'DispatchNotRecordedByHand', dispatch: 1 },
  },
  NoSuchPanelReply: {
    slug: 'no-such-panel-reply',
    status: 404,
    title: 'There is no such reply',
    says: ({ number }) =>
      `No reply ${number} of the national Panel stands: it is not recorded, or was recorded by mistake. GET /cases/{reference}/panel shows the replies.`,
    example: { code: 'NoSuchPanelReply', number: 2 },
  },
  NoSuchPanelContact: {
    slug: 'no-such-panel-contact',
    status: 404,
    title: 'There is no such word to the Panel',
    says: ({ number }) =>
      `No word ${number} to the national Panel stands: it is not recorded, or was recorded by mistake. GET /cases/{reference}/panel shows them under contacts.`,
    example: { code: 'NoSuchPanelContact', number: 2 },
  },
  PanelContactNotRecordedByHand: {
    slug: 'panel-contact-not-recorded-by-hand',
    status: 409,
    title: 'Nobody typed the day of this word',
    says: ({ number }) =>
      `Word ${number} to the national Panel is a mail, or is of a case that does not tell: it was said as it stands. Say in a further one what is right (POST /cases/{reference}/panel/contacts).`,
    example: { code: 'PanelContactNotRecordedByHand', number: 1 },
  },
  DispatchAnswered: {
    slug: 'dispatch-answered',
    status: 409,
    title: 'The Panel has answered it',
    says: ({ dispatch, repliedOn }) =>
      `The national Panel replied on ${sayDate(repliedOn)}, after dispatch ${dispatch}: so it went. Where the reply was recorded by mistake as well, take that back first (POST /cases/{reference}/panel/replies/<number>/corrections); else give the day on which it went.`,
    field: () => ['/recordedByMistake', 'contradicts a reply'],
    example: { code: 'DispatchAnswered', dispatch: 1, repliedOn: day('2026-04-24') },
  },
  PanelReplyBuiltUpon: {
    slug: 'panel-reply-built-upon',
    status: 409,
    title: 'Something came after that reply',
    says: ({ number, by }) =>
      by === 'laterReply'
        ? `Reply ${number} of the national Panel is not its last, and only the last can be taken back. Take back the later ones first, where they were recorded by mistake as well; a wrong day is corrected with "on".`
        : `The partners have answered reply ${number} of the national Panel: they confirmed the decision, or decided again. What they decided again stands, and this reply with it; a confirmation that was recorded by mistake as well is taken back first (POST /cases/{reference}/decision/confirmation/corrections). A wrong day is corrected with "on".`,
    field: () => ['/recordedByMistake', 'contradicts what came after it'],
    example: { code: 'PanelReplyBuiltUpon', number: 1, by: 'reconsideration' },
  },
  PanelCorrectionChangesNothing: {
    slug: 'panel-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ on }) => `${sayDate(on)} is recorded already. Give the day on which it was.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'PanelCorrectionChangesNothing', on: day('2026-04-17') },
  },
  NoReplyToSettle: {
    slug: 'no-reply-to-settle',
    status: 409,
    title: 'There is no reply to settle',
    says: () =>
      'The national Panel has not replied yet, so there is nothing to settle. Record its reply first.',
    example: { code: 'NoReplyToSettle' },
  },
  PanelNotAwaited: {
    slug: 'panel-not-awaited',
    status: 409,
    title: 'The next word is with the partners',
    says: () =>
      'The national Panel waits for the partners: it disagrees or has asked for more, and nothing that answers it has gone since. Answer that first; any other word to it is recorded as other.',
    field: () => ['/contact', 'asks the Panel for a word that it does not owe'],
    example: { code: 'PanelNotAwaited' },
  },
  DisagreementNotReconsidered: {
    slug: 'disagreement-not-reconsidered',
    status: 409,
    title: "The Panel's disagreement is not answered",
    says: () =>
      'The national Panel disagrees, and the partners have neither confirmed the decision nor decided again. That comes first: record that they confirm it (POST /cases/{reference}/decision/confirmation), or what they decide at a meeting held since (POST /cases/{reference}/decision).',
    example: { code: 'DisagreementNotReconsidered' },
  },
  PanelNotAnswered: {
    slug: 'panel-not-answered',
    status: 409,
    title: 'The next word is with the partners',
    says: (owed) => `${sayPanelAwaits(owed)} Then settle the reply.`,
    example: { code: 'PanelNotAnswered', word: 'more', on: day('2026-05-13') },
  },
  MailIsOfItsDay: {
    slug: 'mail-is-of-its-day',
    status: 422,
    title: 'A mail is of the day on which it goes',
    says: ({ on }) =>
      `A mail goes now, and cannot be dated ${sayDate(on)}. Leave "on" out. If the Panel was told on that day in another way, say which in "channel".`,
    field: () => ['/on', 'is another day than today'],
    example: { code: 'MailIsOfItsDay', on: day('2026-04-17') },
  },
  ExpectedDateNeeded: {
    slug: 'expected-date-needed',
    status: 422,
    title: 'The expected date is missing',
    says: () =>
      'To tell the national Panel that the Rapid Review will be late, say in expected when it may count on decision and report.',
    field: () => ['/expected', 'is missing'],
    example: { code: 'ExpectedDateNeeded' },
  },
  ExpectedDateInPast: {
    slug: 'expected-date-in-past',
    status: 422,
    title: 'The expected date has passed',
    says: ({ expected, today, saidOn }) =>
      `${sayDate(expected)} ${saidOn === undefined ? `has passed: today is ${sayDate(today)}` : `had passed by ${sayDate(saidOn)}, the day on which it was said`}. Give the day on which the Panel may count on decision and report.`,
    field: () => ['/expected', 'must not lie in the past'],
    example: { code: 'ExpectedDateInPast', expected: day('2026-04-21'), today: day('2026-04-22') },
  },
  ExpectedInTime: {
    slug: 'expected-in-time',
    status: 422,
    title: 'That is not late',
    says: ({ expected, due, of }) =>
      `${of === 'review' ? 'The Rapid Review is to be complete' : 'The disagreement of the Panel is to be answered'} by ${sayDate(due)}, so ${sayDate(expected)} would be in time, and the Panel would be told of a delay that does not exist. Give a day after that; anything else it is told with the contact other.`,
    field: () => ['/expected', 'must lie after the day by which it is due'],
    example: { code: 'ExpectedInTime', expected: day('2026-04-21'), due: day('2026-04-22'), of: 'review' },
  },
} as const satisfies RefusalsOf<PanelRejection>;
