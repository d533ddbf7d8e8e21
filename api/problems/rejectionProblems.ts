// Every refusal of the rules as a problem: its status and its sentence. TypeScript demands an entry for each code,
// and a test walks through all of them. The rules themselves are in domain/.

import { sayDate } from '../../domain/calendar/civilDate';
import type { CommandKind } from '../../domain/rapidReview/commands';
import type { Rejection, RejectionCode } from '../../domain/rapidReview/rejections';
import { problem, type FieldError, type Problem, type ProblemKind } from './problem';
import { sayInstant, TIMESTAMP_WORDS } from './saying';

type OfCode<C extends RejectionCode> = Extract<Rejection, { readonly code: C }>;

interface Refused<F> extends ProblemKind<F> {
  /** The field of the request that carries what is wrong, as a JSON pointer, and a few words about it. */
  field?(facts: F, command: CommandKind): readonly [pointer: string, detail: string] | undefined;
}

const timestampField = (timestamp: string, command: CommandKind): string =>
  command !== 'openCase'
    ? '/at'
    : timestamp === 'referralReceived'
      ? '/receivedAt'
      : `/timestamps/${timestamp}`;

export const rejectionProblems = {
  CaseAlreadyOpen: {
    slug: 'case-already-open',
    status: 409,
    title: 'The case is open already',
    says: () => 'This case is open already. Read it instead of opening it again.',
  },
  CaseNotOpen: {
    slug: 'unknown-case',
    status: 404,
    title: 'There is no such case',
    says: () => 'No case has this reference. Check it: references look like RR-2026-0007.',
  },
  CaseCarriesNoReview: {
    slug: 'case-carries-no-review',
    status: 409,
    title: 'No Rapid Review runs for this case',
    says: () =>
      'This case records a death without suspected abuse or neglect: no Rapid Review runs for it, so nothing can be asked of agencies. If abuse or neglect is suspected after all, log a new referral that says so.',
  },
  UnknownProfile: {
    slug: 'unknown-profile',
    status: 422,
    title: 'There is no such policy profile',
    says: ({ id, version }) =>
      `There is no policy profile ${id} version ${version}. Tell whoever runs the service.`,
  },
  VersionMovedOn: {
    slug: 'version-moved-on',
    status: 409,
    title: 'The case has changed since you read it',
    says: ({ expected, actual }) =>
      `You read version ${expected} of the case, and it is at version ${actual} now. Read it again and decide on what it says.`,
  },
  ReceivedInFuture: {
    slug: 'received-in-future',
    status: 422,
    title: 'The referral is dated in the future',
    says: ({ receivedAt, now }) =>
      `The referral is said to have been received on ${sayInstant(receivedAt)}, but it is only ${sayInstant(now)} in London. Give the moment at which it reached you.`,
    field: () => ['/receivedAt', 'must not lie in the future'],
  },
  ReceiptLongPastNeedsReason: {
    slug: 'receipt-long-past',
    status: 422,
    title: 'A receipt so long past needs a reason',
    says: ({ receivedAt, days }) =>
      `The referral was received on ${sayInstant(receivedAt)}, ${days} days ago. Say in lateLoggingReason why it is logged only now, or correct the date.`,
    field: () => ['/lateLoggingReason', 'is needed for a receipt so long past'],
  },
  TimestampInFuture: {
    slug: 'timestamp-in-future',
    status: 422,
    title: 'A timestamp lies in the future',
    says: ({ timestamp, at, now }) =>
      `The moment given for ${TIMESTAMP_WORDS[timestamp]} is ${sayInstant(at)}, but it is only ${sayInstant(now)} in London. Only what has happened is recorded.`,
    field: ({ timestamp }, command) => [timestampField(timestamp, command), 'must not lie in the future'],
  },
  TimestampAlreadyRecorded: {
    slug: 'timestamp-already-recorded',
    status: 409,
    title: 'The timestamp is recorded already',
    says: ({ timestamp, at }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is recorded already: ${sayInstant(at)}. If that is wrong, correct it and say why.`,
    field: () => ['/timestamp', 'is recorded already'],
  },
  TimestampNotRecorded: {
    slug: 'timestamp-not-recorded',
    status: 409,
    title: 'The timestamp is not recorded yet',
    says: ({ timestamp }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is not recorded yet, so there is nothing to correct. Record it.`,
  },
  CorrectionChangesNothing: {
    slug: 'correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ timestamp, at }) =>
      `The moment of ${TIMESTAMP_WORDS[timestamp]} is recorded as ${sayInstant(at)} already. Give the moment that it should be.`,
    field: () => ['/at', 'is what is recorded already'],
  },
  TimestampsContradict: {
    slug: 'timestamps-contradict',
    status: 422,
    title: 'Two timestamps contradict each other',
    says: ({ earlier, earlierAt, later, laterAt }) =>
      `The moment of ${TIMESTAMP_WORDS[earlier]} (${sayInstant(earlierAt)}) cannot lie after that of ${TIMESTAMP_WORDS[later]} (${sayInstant(laterAt)}). Check both, and correct the one that is wrong.`,
    field: ({ earlier }, command) => [timestampField(earlier, command), 'contradicts another timestamp'],
  },
  CorrectionContradictsRequest: {
    slug: 'correction-contradicts-request',
    status: 422,
    title: 'The correction contradicts a request that was sent',
    says: ({ agency, sentOn, received }) =>
      `The scoping request to ${agency} went on ${sayDate(sentOn)}, so the referral cannot have been received only on ${sayDate(received)}. Check both; if the request was recorded wrongly, declare it void first.`,
    field: () => ['/at', 'lies after a request that was sent'],
  },
  CalendarDoesNotCover: {
    slug: 'calendar-does-not-cover',
    status: 422,
    title: 'The calendar does not reach that far',
    says: ({ asked, from, to }) =>
      `${asked} cannot be counted: the bank holidays are known from ${sayDate(from)} to ${sayDate(to)} only. Check the year; if it is right, ask for the calendar to be extended.`,
  },
  AgencyAlreadyOnCase: {
    slug: 'agency-already-on-case',
    status: 409,
    title: 'The agency is on the case already',
    says: ({ agency }) => `${agency} is on this case already. Name another agency, or send it the request.`,
    field: (_, command) => (command === 'addAgency' ? ['/agency', 'is on the case already'] : undefined),
  },
  AgencyNotOnCase: {
    slug: 'agency-not-on-case',
    status: 409,
    title: 'The agency is not on the case',
    says: ({ agency }) => `${agency} is not on this case. Add it to the case first.`,
    field: (_, command) =>
      command === 'sendScopingRequests'
        ? ['/agencies', 'names an agency that is not on the case']
        : undefined,
  },
  AgencyListedTwice: {
    slug: 'agency-listed-twice',
    status: 422,
    title: 'An agency is listed twice',
    says: ({ agency }) => `${agency} is listed twice. List each agency once.`,
    field: () => ['/agencies', 'lists an agency twice'],
  },
  NoAgencyToAsk: {
    slug: 'no-agency-to-ask',
    status: 422,
    title: 'There is no agency to ask',
    says: () =>
      'There is no agency to send the scoping request to: none was named, and none on the case is still to be asked. Add an agency to the case, or name the ones that shall get it again.',
    field: () => ['/agencies', 'names no agency'],
  },
  AgencyWithoutContact: {
    slug: 'agency-without-contact',
    status: 422,
    title: 'An agency has no contact to write to',
    says: ({ agency }) =>
      `The register has no contact for ${agency}, so the request cannot be mailed. Add a contact to the agency, or send the request another way and record that.`,
    field: (_, command) =>
      command === 'sendScopingRequests' ? ['/agencies', 'names an agency without a contact'] : undefined,
  },
  RequestAlreadySent: {
    slug: 'request-already-sent',
    status: 409,
    title: 'The request was sent already',
    says: ({ agency, on }) =>
      `The scoping request to ${agency} counts as sent on ${sayDate(on)}, and its days run from there. If it never reached anyone, declare it void first.`,
  },
  RequestNotMade: {
    slug: 'request-not-made',
    status: 409,
    title: 'There is no request to this agency',
    says: ({ agency }) => `No scoping request to ${agency} stands at the moment. Send one first.`,
  },
  RequestSentInFuture: {
    slug: 'request-sent-in-future',
    status: 422,
    title: 'The request is dated in the future',
    says: ({ agency, on, today }) =>
      `The request to ${agency} is said to have gone on ${sayDate(on)}, but today is ${sayDate(today)}. Record it once it has gone.`,
    field: () => ['/on', 'must not lie in the future'],
  },
  RequestSentBeforeReferral: {
    slug: 'request-sent-before-referral',
    status: 422,
    title: 'The request is dated before the referral',
    says: ({ agency, on, received }) =>
      `The request to ${agency} cannot have gone on ${sayDate(on)}: the referral was received on ${sayDate(received)}. Check both dates.`,
    field: () => ['/on', 'lies before the receipt of the referral'],
  },
  ContactNotAsked: {
    slug: 'contact-not-asked',
    status: 409,
    title: 'The request did not go to this contact',
    says: ({ agency, contact }) =>
      `The scoping request to ${agency} did not go to ${contact}, so no mail to it can have come back. Check which contact it was.`,
    field: () => ['/contact', 'was not asked'],
  },
  ContactAlreadyBounced: {
    slug: 'contact-already-bounced',
    status: 409,
    title: 'This is recorded already',
    says: ({ agency, contact }) => `That the mail to ${contact} of ${agency} came back is recorded already.`,
    field: () => ['/contact', 'is recorded as bounced already'],
  },
} as const satisfies { readonly [C in RejectionCode]: Refused<OfCode<C>> };

/** Whether a failure that came back from Temporal carries a refusal of ours. */
export const isRejectionCode = (code: string): code is RejectionCode =>
  Object.hasOwn(rejectionProblems, code);

export const problemOfRejection = (rejection: Rejection, command: CommandKind): Problem => {
  const kind: Refused<Rejection> = rejectionProblems[rejection.code];
  const field = kind.field?.(rejection, command);
  const errors: readonly FieldError[] =
    rejection.code === 'VersionMovedOn'
      ? [{ in: 'header', pointer: '/if-match', detail: 'is not the version of the case' }]
      : field === undefined
        ? []
        : [{ in: 'body', pointer: field[0], detail: field[1] }];
  return problem(kind, rejection, errors);
};
