// What each refusal of the rules is told as: its status, its type, where in the request of which act, and parts of what
// is said of its example.

import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { RejectionCode } from '../../../domain/rapidReview/rejections';
import { TOLD_OF_GROUP } from './toldRefusalsOfGroup';

export type Told = readonly [
  status: number,
  type: string,
  command: CommandKind,
  pointer: string | undefined,
  ...says: string[],
];

export const TOLD: { readonly [C in RejectionCode]: Told } = {
  CaseAlreadyOpen: [409, 'case-already-open', 'openCase', undefined],
  CaseNotOpen: [404, 'unknown-case', 'addAgency', undefined],
  CaseCarriesNoReview: [
    ...([409, 'case-carries-no-review', 'addAgency', undefined] as const),
    ...['log a new referral', 'on the other (POST /cases/<other>/duplicates)'],
  ],
  CaseHasEnded: [
    ...([409, 'case-ended', 'addAgency', undefined] as const),
    ...[
      'Thursday 2 April 2026',
      'the referral was withdrawn',
      '/withdrawal/undoing',
      'an episode of this case',
    ],
  ],
  UnknownProfile: [422, 'unknown-profile', 'openCase', undefined, 'cscp-wt2018 version 9'],
  UnknownRulesVersion: [503, 'unknown-rules-version', 'openCase', undefined, 'same Idempotency-Key'],
  VersionMovedOn: [412, 'version-moved-on', 'addAgency', '/if-match', 'version 12', 'version 13'],
  ReceivedInFuture: [
    ...([422, 'received-in-future', 'openCase', '/receivedAt'] as const),
    ...['Tuesday 31 March 2026 at 16:20', 'Monday 30 March 2026 at 16:25'],
  ],
  ReceiptLongPastNeedsReason: [422, 'receipt-long-past', 'openCase', '/lateLoggingReason', '45 days ago'],
  TimestampInFuture: [422, 'timestamp-in-future', 'openCase', '/timestamps/incident', 'the incident'],
  TimestampAlreadyRecorded: [
    409,
    'timestamp-already-recorded',
    'recordTimestamp',
    '/timestamp',
    'correct it and say why (POST /cases/{reference}/timestamps/notificationSent/corrections)',
  ],
  TimestampNotRecorded: [409, 'timestamp-not-recorded', 'correctTimestamp', undefined, 'Record it'],
  CorrectionChangesNothing: [409, 'correction-changes-nothing', 'correctTimestamp', '/at'],
  ReceiptOfMergedNotKept: [422, 'receipt-of-merged-not-kept', 'correctTimestamp', '/of', 'RR-2026-0004'],
  ReceiptNotByMistake: [
    ...([409, 'receipt-not-by-mistake', 'correctTimestamp', '/recordedByMistake'] as const),
    ...['/withdrawal'],
  ],
  TimestampsContradict: [
    ...([422, 'timestamps-contradict', 'correctTimestamp', '/at'] as const),
    ...['the incident', 'the receipt of the referral'],
  ],
  CorrectionContradictsRequest: [
    ...([422, 'correction-contradicts-request', 'correctTimestamp', '/at'] as const),
    ...['AG-0003', 'Tuesday 31 March 2026', 'POST /cases/{reference}/scoping-requests/AG-0003/corrections'],
  ],
  CorrectionContradictsDecision: [
    ...([422, 'correction-contradicts-decision', 'correctTimestamp', '/at'] as const),
    ...['Tuesday 14 April 2026', 'Wednesday 15 April 2026'],
  ],
  CalendarDoesNotCover: [
    ...([422, 'calendar-does-not-cover', 'openCase', undefined] as const),
    ...['Monday 6 January 2031', 'Sunday 31 December 2028'],
  ],

  CalendarNotGiven: [422, 'calendar-not-given', 'adoptCalendar', undefined, '1d60b7a2c94e3f58'],
  RequestNotSent: [
    ...([409, 'request-not-sent', 'correctRequestSent', undefined] as const),
    ...['POST /cases/{reference}/scoping-requests/AG-0003/sent-another-way'],
  ],
  RequestSentByMail: [
    ...([409, 'request-sent-by-mail', 'correctRequestSent', undefined] as const),
    ...['Tuesday 31 March 2026', 'on that day or before it', '"channel"', '/scoping-requests/AG-0003/void'],
  ],
  SentCorrectionChangesNothing: [409, 'sent-correction-changes-nothing', 'correctRequestSent', '/on'],
  SentCorrectionContradictsReturn: [
    ...([422, 'sent-correction-contradicts-return', 'correctRequestSent', '/on'] as const),
    ...['Wednesday 8 April 2026', 'Thursday 9 April 2026'],
  ],

  AgencyAlreadyOnCase: [409, 'agency-already-on-case', 'addAgency', '/agency', 'AG-0003'],
  AgencyNotOnCase: [
    409,
    'agency-not-on-case',
    'sendScopingRequests',
    '/agencies',
    'If it belongs there, add it first',
  ],
  IdentifiedWithReferral: [
    ...([409, 'identified-with-referral', 'correctIdentified', undefined] as const),
    ...['AG-0003', '/timestamps/referralReceived/corrections'],
  ],
  IdentifiedCorrectionChangesNothing: [
    ...([409, 'identified-correction-changes-nothing', 'correctIdentified', '/at'] as const),
    ...['Tuesday 7 April 2026 at 15:00'],
  ],
  IdentifiedAfterAsked: [
    ...([422, 'identified-after-asked', 'correctIdentified', '/at'] as const),
    ...['Wednesday 8 April 2026', 'Thursday 9 April 2026'],
  ],
  AgencyTookPart: [
    409,
    'agency-took-part',
    'removeAgency',
    undefined,
    'AG-0003',
    'wrongOrganisation',
    '/void',
  ],
  AgencyListedTwice: [422, 'agency-listed-twice', 'openCase', '/agencies', 'once'],
  NoAgencyToAsk: [422, 'no-agency-to-ask', 'sendScopingRequests', '/agencies'],
  AgencyWithoutContact: [
    ...([422, 'agency-without-contact', 'sendScopingRequests', '/agencies'] as const),
    ...['another way', 'POST /cases/{reference}/scoping-requests'],
  ],
  RequestAlreadySent: [
    ...([409, 'request-already-sent', 'recordRequestSent', undefined] as const),
    ...['on that day or before it', '/scoping-requests/AG-0003/corrections', '"channel"', 'void first'],
  ],
  RequestNotMade: [
    ...([409, 'request-not-made', 'voidRequest', undefined] as const),
    ...['POST /cases/{reference}/scoping-requests)', '/scoping-requests/AG-0003/sent-another-way'],
  ],
  RequestAnswered: [
    ...([409, 'request-answered', 'voidRequest', undefined] as const),
    ...['AG-0003', 'Wednesday 8 April 2026', 'send it back'],
  ],
  RequestSentInFuture: [
    ...([422, 'request-sent-in-future', 'recordRequestSent', '/on'] as const),
    'today is Tuesday 31 March 2026',
  ],
  RequestSentBeforeReferral: [422, 'request-sent-before-referral', 'recordRequestSent', '/on'],
  ContactNotAsked: [409, 'contact-not-asked', 'recordBounce', '/contact', 'AG-0003-C1', '/notices'],
  ContactAlreadyBounced: [
    ...([409, 'contact-already-bounced', 'recordBounce', '/contact'] as const),
    ...['POST /cases/{reference}/scoping-requests', '"agencies"', '/bounces/AG-0003-C1/corrections'],
  ],
  BounceNotRecorded: [
    ...([409, 'bounce-not-recorded', 'correctBounce', undefined] as const),
    ...['AG-0003-C1 of AG-0003', 'request number 1', 'GET /cases/{reference}'],
  ],
  BounceByMailServer: [
    ...([409, 'bounce-by-mail-server', 'correctBounce', undefined] as const),
    ...['AG-0003-C1', 'nobody typed that', 'POST /cases/{reference}/scoping-requests'],
  ],
  BounceNotKept: [
    ...([409, 'bounce-not-kept', 'correctBounce', undefined] as const),
    ...['AG-0003-C1', 'POST /cases/{reference}/scoping-requests', 'keeps its day'],
  ],
  RequestMadeAnew: [
    ...([409, 'request-made-anew', 'correctBounce', undefined] as const),
    ...['request number 2', '/returns/AG-0003/agreed-date'],
  ],

  AgencyAlreadyAnswered: [
    ...([409, 'agency-already-answered', 'recordReturn', undefined] as const),
    // Whoever is of the agency reads it too, and may do neither.
    ...['AG-0003 answered on Tuesday 7 April 2026', 'the team can send it back', 'tell the team'],
  ],
  AnsweredInFuture: [422, 'answered-in-future', 'recordReturn', '/on', 'today is Tuesday 7 April 2026'],
  AnsweredBeforeAsked: [
    ...([422, 'answered-before-asked', 'correctReturn', '/on'] as const),
    ...['Tuesday 31 March 2026', '/scoping-requests/AG-0003/corrections', '"channel"'],
  ],
  NoSuchReturn: [404, 'no-such-return', 'acceptReturn', undefined, 'no answer 2'],
  ReturnAlreadyJudged: [409, 'return-already-judged', 'sendBackReturn', undefined, 'was accepted already'],
  ReturnCorrectionChangesNothing: [409, 'return-correction-changes-nothing', 'correctReturn', '/on'],
  BeforeTheCase: [
    422,
    'before-the-case',
    'recordRecordsSecured',
    '/on',
    'Saturday 28 March 2026',
    'the year',
  ],
  RecordsNotSecured: [409, 'records-not-secured', 'correctRecordsSecured', undefined, 'AG-0003'],
  SecuredCorrectionChangesNothing: [
    409,
    'secured-correction-changes-nothing',
    'correctRecordsSecured',
    '/on',
  ],
  InsteadOnlyForWrongOrganisation: [
    ...([422, 'instead-only-for-wrong-organisation', 'recordReturn', '/askInstead'] as const),
    'Leave askInstead out',
  ],
  NothingSecured: [422, 'nothing-secured', 'recordRecordsSecured', '/paper', 'an answer: nil'],
  RecordsNotLocked: [422, 'records-not-locked', 'recordRecordsSecured', '/locked', 'Have them locked'],
  RecordsAlreadySecured: [409, 'records-already-secured', 'recordRecordsSecured', undefined, '2 April 2026'],
  NoReturnDateToChange: [409, 'no-return-date-to-change', 'agreeReturnDate', undefined, 'AG-0003'],
  AgreedInFuture: [422, 'agreed-in-future', 'agreeReturnDate', '/on', 'leave it out'],
  AgreedBeforeAsked: [422, 'agreed-before-asked', 'agreeReturnDate', '/on', '31 March 2026'],
  AgreedBeforeLast: [422, 'agreed-before-last', 'agreeReturnDate', '/on', 'the later agreement holds'],
  AgreedDateInPast: [
    422,
    'agreed-date-in-past',
    'agreeReturnDate',
    '/due',
    'today is Wednesday 8 April 2026',
  ],
  AgreedDateOnDayOff: [422, 'agreed-date-on-day-off', 'agreeReturnDate', '/due', 'Easter Monday'],
  AgreedDateChangesNothing: [409, 'agreed-date-changes-nothing', 'agreeReturnDate', '/due'],
  ProposalNotOpen: [409, 'proposal-not-open', 'addAgency', '/proposal', '17', 'leave "proposal" out'],
  NoSuchProposal: [404, 'no-such-proposal', 'declineProposal', undefined, '17'],
  NotMissed: [409, 'not-missed', 'explainLateness', undefined, 'agencyReturn:AG-0003', 'The timetable'],

  NothingOwed: [409, 'nothing-owed', 'sendReminder', undefined, 'AG-0003'],
  RemindedToday: [409, 'reminded-today', 'sendReminder', undefined, 'next working day'],
  NoRemindersOnDayOff: [422, 'no-reminders-on-day-off', 'sendReminder', undefined, 'Easter Monday'],
  ContactAlreadyExcluded: [
    409,
    'contact-already-excluded',
    'excludeContact',
    '/contact',
    '/excluded-contacts/AG-0003-C1/readmission',
  ],
  ContactNotExcluded: [409, 'contact-not-excluded', 'readmitContact', undefined, 'AG-0003-C1'],
  EscalationAlreadyConfirmed: [409, 'escalation-already-confirmed', 'confirmEscalation', undefined],
  NoRungToConfirm: [409, 'no-rung-to-confirm', 'confirmEscalation', undefined, 'AG-0003'],

  ...TOLD_OF_GROUP,

  NotifiedAlready: [
    409,
    'notified-already',
    'withdrawCase',
    undefined,
    'the criteria are not met (POST /cases/{reference}/criteria-not-met)',
  ],
  NotNotifiedYet: [409, 'not-notified-yet', 'findCriteriaNotMet', undefined, 'Withdraw the referral instead'],
  PanelHasDecision: [
    409,
    'panel-has-decision',
    'withdrawCase',
    undefined,
    'settled reply',
    '/panel/replies',
    '/panel/settlement',
  ],
  MergedTheOtherWay: [
    ...([409, 'merged-the-other-way', 'endAsMerged', undefined] as const),
    ...['RR-2026-0007 was merged into RR-2026-0004', 'repeat the request'],
  ],
  NotWithdrawn: [409, 'not-withdrawn', 'undoWithdrawal', undefined, 'only a withdrawal is undone here'],
  NotSettled: [409, 'not-settled', 'undoSettlement', undefined, '/panel/replies/<number>/corrections'],

  NoSuchConcern: [404, 'no-such-concern', 'acknowledgeSafetyConcern', undefined],
  ConcernAlreadyAcknowledged: [
    409,
    'concern-already-acknowledged',
    'acknowledgeSafetyConcern',
    undefined,
    'GET …/safety-concerns says by whom',
  ],

  DuplicateOfItself: [422, 'duplicate-of-itself', 'noteDuplicate', '/of'],
  DuplicateAlreadyNoted: [409, 'duplicate-already-noted', 'noteDuplicate', '/of', 'RR-2026-0004'],
  DuplicateNotNoted: [409, 'duplicate-not-noted', 'settleDuplicate', undefined, 'RR-2026-0004'],
  DuplicateAlreadySettled: [
    409,
    'duplicate-already-settled',
    'settleDuplicate',
    undefined,
    'kept apart from this case',
  ],
};
