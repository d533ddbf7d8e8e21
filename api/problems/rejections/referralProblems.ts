// Refusals of acts on the referral and its timestamps, and what refuses any act, as problems.

import { parseCivilDate, sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { TIMESTAMP_WORDS } from '../../../domain/policy/timestampWords';
import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { ReferralRejection } from '../../../domain/rapidReview/referral/rejections';
import { ENDING_WORDS } from '../reviewTerms';
import { sayInstant } from '../saying';
import { afterTheEnd } from './afterTheEnd';
import { AGENCY, day, moment, OTHER_CASE } from './exampleFacts';
import type { RefusalsOf } from './refused';

const timestampField = (timestamp: string, command: CommandKind): string =>
  command !== 'openCase'
    ? '/at'
    : timestamp === 'referralReceived'
      ? '/receivedAt'
      : `/timestamps/${timestamp}`;

/** What was asked is a day, or says one among other words: as "5 working days after 2028-12-20". */
const sayAsked = (asked: string): string =>
  asked.replaceAll(/\d{4}-\d{2}-\d{2}/g, (text) => {
    const day = parseCivilDate(text);
    return day === undefined ? text : sayDate(day);
  });

/** A day by itself, that something is to be counted from. */
const isBefore = (asked: string, from: CivilDate): boolean => {
  const day = parseCivilDate(asked);
  return day !== undefined && day < from;
};

type MovedOn = Extract<ReferralRejection, { readonly code: 'VersionMovedOn' }>;

/** `news` is what has happened since, `next` what to do again. */
export const sayMovedOn = ({ expected, actual }: MovedOn, news = '', next = 'Read it'): string =>
  expected > actual
    ? `You say that you read version ${expected} of the case, but the case is only at version ${actual}: check which case and which version you mean. ${next} again and decide on what it says.`
    : `You read version ${expected} of the case, and it is at version ${actual} now.${news} ${next} again and decide on what it says.`;

export const referralProblems = {
  CaseAlreadyOpen: {
    slug: 'case-already-open',
    status: 409,
    title: 'The case is open already',
    says: () =>
      'The reference that this referral was given belongs to a case that runs already, and that the records do not know: they are behind, as after a restore. Send the referral again with another Idempotency-Key, and it gets the next reference. Tell whoever runs the service: the case that is missing can be brought back.',
    example: { code: 'CaseAlreadyOpen' },
  },
  CaseNotOpen: {
    slug: 'unknown-case',
    status: 404,
    title: 'There is no such case',
    says: () => 'No case has this reference. Check it: references look like RR-2026-0007.',
    example: { code: 'CaseNotOpen' },
  },
  CaseCarriesNoReview: {
    slug: 'case-carries-no-review',
    status: 409,
    title: 'No Rapid Review runs for this case',
    says: () =>
      'This case records a death without suspected abuse or neglect: no Rapid Review runs for it, so there are no agencies to ask, meeting, decision or word to the Panel to record. If abuse or neglect is suspected after all, log a new referral that says so. Whether it is about the same as another case is settled on the other (POST /cases/<other>/duplicates).',
    example: { code: 'CaseCarriesNoReview' },
  },
  CaseHasEnded: {
    slug: 'case-ended',
    status: 409,
    title: 'The case has ended',
    says: (ended) =>
      `This case ended on ${sayDate(ended.on)}: ${ENDING_WORDS[ended.cause]}. After the end only late returns and the word that records are secured are taken, and corrected; lateness is explained, contacts are kept off the case, particulars are corrected, and safety concerns raised. ${afterTheEnd(ended.cause, ended.into)}`,
    example: { code: 'CaseHasEnded', cause: 'withdrawn', on: day('2026-04-02') },
  },
  UnknownProfile: {
    slug: 'unknown-profile',
    status: 422,
    title: 'There is no such policy profile',
    says: ({ id, version }) =>
      `There is no policy profile ${id} version ${version}. Tell whoever runs the service.`,
    example: { code: 'UnknownProfile', id: 'cscp-wt2018', version: 9 },
  },
  UnknownRulesVersion: {
    slug: 'unknown-rules-version',
    status: 503,
    title: 'The part that decides is not up to date yet',
    says: ({ rulesVersion, known }) =>
      `The case was to be opened under version ${rulesVersion} of the rules, and the part that decides knows version ${known} only: it is being brought up to date. Repeat the request with the same Idempotency-Key in a while.`,
    retryAfter: 30,
    example: { code: 'UnknownRulesVersion', rulesVersion: 3, known: 2 },
  },
  VersionMovedOn: {
    slug: 'version-moved-on',
    status: 412,
    title: 'The case has changed since you read it',
    says: (movedOn) => sayMovedOn(movedOn),
    example: { code: 'VersionMovedOn', expected: 12, actual: 13 },
  },
  ReceivedInFuture: {
    slug: 'received-in-future',
    status: 422,
    title: 'The referral is dated in the future',
    says: ({ receivedAt, now }) =>
      `The referral is said to have been received on ${sayInstant(receivedAt)}, but it is only ${sayInstant(now)} in London. Give the moment at which it reached you.`,
    field: () => ['/receivedAt', 'must not lie in the future'],
    example: {
      code: 'ReceivedInFuture',
      receivedAt: moment('2026-03-31T16:20:00+01:00'),
      now: moment('2026-03-30T16:25:00+01:00'),
    },
  },
  ReceiptLongPastNeedsReason: {
    slug: 'receipt-long-past',
    status: 422,
    title: 'A receipt so long past needs a reason',
    says: ({ receivedAt, days }) =>
      `The referral was received on ${sayInstant(receivedAt)}, ${days} days ago. Say in lateLoggingReason why it is logged only now, or correct the date.`,
    field: () => ['/lateLoggingReason', 'is needed for a receipt so long past'],
    example: { code: 'ReceiptLongPastNeedsReason', receivedAt: moment('2026-02-13T10:00:00Z'), days: 45 },
  },
  TimestampInFuture: {
    slug: 'timestamp-in-future',
    status: 422,
    title: 'A timestamp lies in the future',
    says: ({ timestamp, at, now }) =>
      `The moment given for ${TIMESTAMP_WORDS[timestamp]} is ${sayInstant(at)}, but it is only ${sayInstant(now)} in London. Only what has happened is recorded.`,
    field: ({ timestamp }, command) => [timestampField(timestamp, command), 'must not lie in the future'],
    example: {
      code: 'TimestampInFuture',
      timestamp: 'incident',
      at: moment('2026-03-31T09:05:00+01:00'),
      now: moment('2026-03-30T16:25:00+01:00'),
    },
  },
  TimestampAlreadyRecorded: {
    slug: 'timestamp-already-recorded',
    status: 409,
    title: 'The timestamp is recorded already',
    says: ({ timestamp, at }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is recorded already: ${sayInstant(at)}. If that is wrong, correct it and say why (POST /cases/{reference}/timestamps/${timestamp}/corrections).`,
    field: () => ['/timestamp', 'is recorded already'],
    example: {
      code: 'TimestampAlreadyRecorded',
      timestamp: 'notificationSent',
      at: moment('2026-03-31T11:05:00+01:00'),
    },
  },
  TimestampNotRecorded: {
    slug: 'timestamp-not-recorded',
    status: 409,
    title: 'The timestamp is not recorded yet',
    says: ({ timestamp }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is not recorded yet, so there is nothing to correct. Record it.`,
    example: { code: 'TimestampNotRecorded', timestamp: 'notificationSent' },
  },
  CorrectionChangesNothing: {
    slug: 'correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ timestamp, at }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is recorded as ${sayInstant(at)} already. Give the moment that it should be.`,
    field: () => ['/at', 'is what is recorded already'],
    example: { code: 'CorrectionChangesNothing', timestamp: 'incident', at: moment('2026-03-27T21:15:00Z') },
  },
  ReceiptOfMergedNotKept: {
    slug: 'receipt-of-merged-not-kept',
    status: 422,
    title: 'No such moment of that case is kept here',
    says: ({ of }) =>
      `This case keeps the receipt of each case that was merged into it, and no other moment of theirs; and none of ${of} where it was merged, here or into another, before those were kept. Without "of" the moment of this case itself is corrected.`,
    field: () => ['/of', 'names no case whose receipt is kept here'],
    example: { code: 'ReceiptOfMergedNotKept', of: OTHER_CASE },
  },
  ReceiptNotByMistake: {
    slug: 'receipt-not-by-mistake',
    status: 409,
    title: 'There is no case without a receipt',
    says: () =>
      'The receipt of the referral can be corrected, and not taken back: there is no case without it. Where the whole case was logged by mistake, and a review runs for it, it is merged into the one that it should have been (POST /cases/{reference}/duplicates/{of}/settlement on that one), or the partners end it: before the national Panel is notified they withdraw it (POST /cases/{reference}/withdrawal), after that they find that the criteria are not met (POST /cases/{reference}/criteria-not-met).',
    field: () => ['/recordedByMistake', 'is not for the receipt'],
    example: { code: 'ReceiptNotByMistake' },
  },
  TimestampsContradict: {
    slug: 'timestamps-contradict',
    status: 422,
    title: 'Two timestamps contradict each other',
    says: ({ earlier, earlierAt, later, laterAt }) =>
      `The moment of ${TIMESTAMP_WORDS[earlier]} (${sayInstant(earlierAt)}) cannot lie after that of ${TIMESTAMP_WORDS[later]} (${sayInstant(laterAt)}). Check both, and correct the one that is wrong.`,
    field: ({ earlier }, command) => [timestampField(earlier, command), 'contradicts another timestamp'],
    example: {
      code: 'TimestampsContradict',
      earlier: 'incident',
      earlierAt: moment('2026-03-31T09:05:00+01:00'),
      later: 'referralReceived',
      laterAt: moment('2026-03-30T16:20:00+01:00'),
    },
  },
  CorrectionContradictsRequest: {
    slug: 'correction-contradicts-request',
    status: 422,
    title: 'The correction contradicts a request that was sent',
    says: ({ agency, sentOn, received }) =>
      `The scoping request to ${agency} went on ${sayDate(sentOn)}, so the referral cannot have been received as late as ${sayDate(received)}. Check both. If the day of the request is wrong, correct that one first (POST /cases/{reference}/scoping-requests/${agency}/corrections).`,
    field: () => ['/at', 'lies after a request that was sent'],
    example: {
      code: 'CorrectionContradictsRequest',
      agency: AGENCY,
      sentOn: day('2026-03-31'),
      received: day('2026-04-01'),
    },
  },
  CorrectionContradictsDecision: {
    slug: 'correction-contradicts-decision',
    status: 422,
    title: 'The correction contradicts a decision that was taken',
    says: ({ decidedOn, received }) =>
      `The group decided on ${sayDate(decidedOn)}, so the referral cannot have been received as late as ${sayDate(received)}. Check the day of the receipt: it lies on ${sayDate(decidedOn)} or before.`,
    field: () => ['/at', 'lies after a decision that was taken'],
    example: {
      code: 'CorrectionContradictsDecision',
      decidedOn: day('2026-04-14'),
      received: day('2026-04-15'),
    },
  },
  CalendarDoesNotCover: {
    slug: 'calendar-does-not-cover',
    status: 422,
    title: 'The calendar does not reach that far',
    says: ({ asked, from, to }) =>
      `${sayAsked(asked)} cannot be counted: the bank holidays are known from ${sayDate(from)} to ${sayDate(to)} only. Check the year${isBefore(asked, from) ? '. If the day is right, nothing can be counted from it: log the day on which this was taken up anew as the receipt, and write the earlier one into the reason' : '; if it is right, ask for the calendar to be extended'}.`,
    example: {
      code: 'CalendarDoesNotCover',
      asked: '2031-01-06',
      from: day('2012-01-01'),
      to: day('2028-12-31'),
    },
  },
} as const satisfies RefusalsOf<ReferralRejection>;
