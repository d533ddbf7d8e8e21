// Refusals of acts on agencies and the requests to them, as problems.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { ScopingRejection, TakenPart } from '../../../domain/rapidReview/scoping/rejections';
import type { AgencyId } from '../../../domain/timetable/facts';
import { sayInstant } from '../saying';
import { askIt, sendAgain } from '../waysOfAsking';
import { AGENCY, CONTACT, day, moment } from './exampleFacts';
import { INVITED } from './meetingFields';
import { sayNobodyToMail } from './nobodyToMail';
import type { RefusalsOf } from './refused';

/** Why an agency is not taken off the case, and what there is instead. */
const TOOK_PART: Readonly<Record<TakenPart, (agency: AgencyId) => string>> = {
  request: (agency) =>
    `was sent the scoping request, so it is not taken off the case as it stands. Where it should not have been asked, declare the request void first (POST /cases/{reference}/scoping-requests/${agency}/void), and tell it so; or record its answer, "wrongOrganisation": then it owes nothing.`,
  answer: (agency) =>
    `has answered, and stays on the case with its answer. Where that was recorded by mistake, take it back first (POST /cases/{reference}/returns/${agency}/{number}/corrections, with "recordedByMistake"), and tell it that it owes nothing: while its request stands, mail asks it for its own. One that says "wrongOrganisation" owes nothing.`,
  meeting: () =>
    'is invited to the meeting, so it is not taken off the case as it stands. Leave it out there first (POST /cases/{reference}/meeting/rearrangement, with the other invitees): it then hears that it is not to come.',
  records: (agency) =>
    `has secured its records, so it is not taken off the case as it stands. Where that was recorded by mistake, take it back first (POST /cases/{reference}/records-secured/${agency}/corrections, with "recordedByMistake").`,
};

export const scopingProblems = {
  AgencyAlreadyOnCase: {
    slug: 'agency-already-on-case',
    status: 409,
    title: 'The agency is on the case already',
    says: ({ agency }) => `${agency} is on this case already. Name another agency, or send it the request.`,
    field: (_, command) => (command === 'addAgency' ? ['/agency', 'is on the case already'] : undefined),
    example: { code: 'AgencyAlreadyOnCase', agency: AGENCY },
  },
  ProposalNotOpen: {
    slug: 'proposal-not-open',
    status: 409,
    title: 'The proposal is not open',
    says: ({ proposal }) =>
      `No proposal ${proposal} to ask another agency is open on this case: there is none of that number, or it is settled. Those that are open are shown with the case; if the agency settles none, leave "proposal" out.`,
    field: () => ['/proposal', 'is not open on this case'],
    example: { code: 'ProposalNotOpen', proposal: 17 },
  },
  AgencyNotOnCase: {
    slug: 'agency-not-on-case',
    status: 409,
    title: 'The agency is not on the case',
    says: ({ agency }) =>
      `${agency} is not on this case. If it belongs there, add it first, while the case is open.`,
    field: (_, command) =>
      command === 'sendScopingRequests'
        ? ['/agencies', 'names an agency that is not on the case']
        : undefined,
    example: { code: 'AgencyNotOnCase', agency: AGENCY },
  },
  IdentifiedWithReferral: {
    slug: 'identified-with-referral',
    status: 409,
    title: 'The agency came with the referral',
    says: ({ agency }) =>
      `${agency} was named in the referral, and known at its receipt: there is no other moment to correct. If the receipt is wrong, correct that (POST /cases/{reference}/timestamps/referralReceived/corrections).`,
    example: { code: 'IdentifiedWithReferral', agency: AGENCY },
  },
  IdentifiedCorrectionChangesNothing: {
    slug: 'identified-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ agency, at }) =>
      `That ${agency} was found on ${sayInstant(at)} is recorded already. Give the moment that it should be.`,
    field: () => ['/at', 'is what is recorded already'],
    example: {
      code: 'IdentifiedCorrectionChangesNothing',
      agency: AGENCY,
      at: moment('2026-04-07T15:00:00+01:00'),
    },
  },
  IdentifiedAfterAsked: {
    slug: 'identified-after-asked',
    status: 422,
    title: 'The agency would have been asked before it was found',
    says: ({ agency, on, sentOn }) =>
      `The scoping request to ${agency} went on ${sayDate(sentOn)}, so it cannot have been found as late as ${sayDate(on)}. Check both; if the day of the request is wrong, correct that one first.`,
    field: () => ['/at', 'lies after the request to it'],
    example: {
      code: 'IdentifiedAfterAsked',
      agency: AGENCY,
      on: day('2026-04-09'),
      sentOn: day('2026-04-08'),
    },
  },
  AgencyTookPart: {
    slug: 'agency-took-part',
    status: 409,
    title: 'The agency has taken part in the case',
    says: ({ agency, by }) => `${agency} ${TOOK_PART[by](agency)}`,
    example: { code: 'AgencyTookPart', agency: AGENCY, by: 'request' },
  },
  AgencyListedTwice: {
    slug: 'agency-listed-twice',
    status: 422,
    title: 'An agency is listed twice',
    says: ({ agency }) => `${agency} is listed twice. List each agency once.`,
    field: (_, command) => [
      command === 'arrangeMeeting' || command === 'rearrangeMeeting' ? INVITED : '/agencies',
      'lists an agency twice',
    ],
    example: { code: 'AgencyListedTwice', agency: AGENCY },
  },
  NoAgencyToAsk: {
    slug: 'no-agency-to-ask',
    status: 422,
    title: 'There is no agency to ask',
    says: () =>
      'There is no agency to send the scoping request to: none was named, and none on the case is still to be asked. Add an agency to the case, or name the ones that should get it again.',
    field: () => ['/agencies', 'names no agency'],
    example: { code: 'NoAgencyToAsk' },
  },
  AgencyWithoutContact: {
    slug: 'agency-without-contact',
    status: 422,
    title: 'An agency has no contact to write to',
    says: (rejection) => sayNobodyToMail(rejection),
    field: (_, command) =>
      command === 'sendScopingRequests' ? ['/agencies', 'names an agency without a contact'] : undefined,
    example: { code: 'AgencyWithoutContact', agency: AGENCY },
  },
  RequestAlreadySent: {
    slug: 'request-already-sent',
    status: 409,
    title: 'The request was sent already',
    says: ({ agency, on }) =>
      `The scoping request to ${agency} counts as sent on ${sayDate(on)}, and its days run from there. If it went on another day, or the agency had been asked another way on that day or before it, correct that (POST /cases/{reference}/scoping-requests/${agency}/corrections, with "on", and with "channel" for another way); if it never reached anyone, declare it void first (POST /cases/{reference}/scoping-requests/${agency}/void).`,
    example: { code: 'RequestAlreadySent', agency: AGENCY, on: day('2026-03-31') },
  },
  RequestNotMade: {
    slug: 'request-not-made',
    status: 409,
    title: 'There is no request to this agency',
    says: ({ agency }) =>
      `No scoping request to ${agency} stands at the moment: none was made, or it is void. To ask it, ${askIt(agency)}`,
    example: { code: 'RequestNotMade', agency: AGENCY },
  },
  RequestAnswered: {
    slug: 'request-answered',
    status: 409,
    title: 'The request was answered',
    says: ({ agency, on }) =>
      `${agency} answered on ${sayDate(on)}, so the request reached it and is not void. If it never gave that answer, correct it first (recordedByMistake); if that is no answer to the request, send it back.`,
    example: { code: 'RequestAnswered', agency: AGENCY, on: day('2026-04-08') },
  },
  RequestNotSent: {
    slug: 'request-not-sent',
    status: 409,
    title: 'The request has not gone yet',
    says: ({ agency }) =>
      `No scoping request to ${agency} counts as sent, so there is no day to correct. Unless its mail is on its way, ${askIt(agency)}`,
    example: { code: 'RequestNotSent', agency: AGENCY },
  },
  RequestSentByMail: {
    slug: 'request-sent-by-mail',
    status: 409,
    title: 'The day is that of the mail server',
    says: ({ agency, on }) =>
      `The mail server accepted the scoping request to ${agency} on ${sayDate(on)}: nobody typed that day, so it is not corrected. If the agency had been asked another way on that day or before it, give the day and the way ("channel"). If the request never reached anyone, declare it void (POST /cases/{reference}/scoping-requests/${agency}/void).`,
    example: { code: 'RequestSentByMail', agency: AGENCY, on: day('2026-03-31') },
  },
  SentCorrectionChangesNothing: {
    slug: 'sent-correction-changes-nothing',
    status: 409,
    title: 'That day is recorded already',
    says: ({ agency, on }) =>
      `The scoping request to ${agency} is recorded as sent on ${sayDate(on)} already. Give the day that is right.`,
    field: () => ['/on', 'is recorded already'],
    example: { code: 'SentCorrectionChangesNothing', agency: AGENCY, on: day('2026-03-31') },
  },
  SentCorrectionContradictsReturn: {
    slug: 'sent-correction-contradicts-return',
    status: 422,
    title: 'The agency would have answered before it was asked',
    says: ({ agency, on, answeredOn }) =>
      `${agency} answered on ${sayDate(answeredOn)}, so it cannot have been asked on ${sayDate(on)}. Check both days, and correct the day of the answer first if that one is wrong.`,
    field: () => ['/on', 'lies after the answer of the agency'],
    example: {
      code: 'SentCorrectionContradictsReturn',
      agency: AGENCY,
      on: day('2026-04-09'),
      answeredOn: day('2026-04-08'),
    },
  },
  RequestSentInFuture: {
    slug: 'request-sent-in-future',
    status: 422,
    title: 'The request is dated in the future',
    says: ({ agency, on, today }) =>
      `The request to ${agency} is said to have gone on ${sayDate(on)}, but today is ${sayDate(today)}. Record it once it has gone.`,
    field: () => ['/on', 'must not lie in the future'],
    example: { code: 'RequestSentInFuture', agency: AGENCY, on: day('2026-04-01'), today: day('2026-03-31') },
  },
  RequestSentBeforeReferral: {
    slug: 'request-sent-before-referral',
    status: 422,
    title: 'The request is dated before the referral',
    says: ({ agency, on, received }) =>
      `The request to ${agency} cannot have gone on ${sayDate(on)}: the referral was received on ${sayDate(received)}. Check both dates.`,
    field: () => ['/on', 'lies before the receipt of the referral'],
    example: {
      code: 'RequestSentBeforeReferral',
      agency: AGENCY,
      on: day('2026-03-27'),
      received: day('2026-03-30'),
    },
  },
  ContactNotAsked: {
    slug: 'contact-not-asked',
    status: 409,
    title: 'No mail went to this contact',
    says: ({ agency, contact }) =>
      `No mail of this case has gone to ${contact} as one of those of ${agency} who are asked, or stand above them, so none can have come back. Check which contact it was: whom each mail went to is shown with the notices of the case (GET /cases/{reference}/notices). Whoever the register has put in their place since is one of them once the request is sent again (${sendAgain()}).`,
    field: () => ['/contact', 'has had no mail that can have come back'],
    example: { code: 'ContactNotAsked', agency: AGENCY, contact: CONTACT },
  },
  ContactAlreadyBounced: {
    slug: 'contact-already-bounced',
    status: 409,
    title: 'This is recorded already',
    says: ({ agency, contact }) =>
      `That mail to ${contact} of ${agency} does not arrive is recorded already, and nothing but an invitation to the meeting is mailed there. If it does arrive, or will now, send the request again (${sendAgain()}): that tries the address anew. If it was recorded by mistake, take it back (POST /cases/{reference}/scoping-requests/${agency}/bounces/${contact}/corrections).`,
    field: () => ['/contact', 'is recorded as bounced already'],
    example: { code: 'ContactAlreadyBounced', agency: AGENCY, contact: CONTACT },
  },
  BounceNotRecorded: {
    slug: 'bounce-not-recorded',
    status: 409,
    title: 'No such mail is recorded as come back',
    says: ({ agency, contact, round }) =>
      `That a mail to ${contact} of ${agency} came back is not recorded of its request number ${round}, or the request has been sent there again since: nothing keeps mail from going there, and there is nothing to take back. Whose mail is recorded as come back, the chronology of the case shows (GET /cases/{reference}/chronology).`,
    example: { code: 'BounceNotRecorded', agency: AGENCY, round: 1, contact: CONTACT },
  },
  BounceByMailServer: {
    slug: 'bounce-by-mail-server',
    status: 409,
    title: 'The mail server refused the address',
    says: ({ agency, contact }) =>
      `The mail server refused the address of ${contact} of ${agency}: nobody typed that, so it is not taken back. If mail arrives there now, or the register has another address, send the request again (${sendAgain()}): that tries the address anew.`,
    example: { code: 'BounceByMailServer', agency: AGENCY, contact: CONTACT },
  },
  BounceNotKept: {
    slug: 'bounce-not-kept',
    status: 409,
    title: 'How the request stood before is not known any more',
    says: ({ agency, contact }) =>
      `Since it was recorded that a mail to ${contact} of ${agency} came back, the request has been sent again or made another way, or its day put right, or this was recorded before it could be taken back: how the request would stand without it is not known any more. Send the request again (${sendAgain()}): that tries the address anew, and a request that stands keeps its day.`,
    example: { code: 'BounceNotKept', agency: AGENCY, contact: CONTACT },
  },
  RequestMadeAnew: {
    slug: 'request-made-anew',
    status: 409,
    title: 'The agency has been asked anew since',
    says: ({ agency, round }) =>
      `${agency} has been asked anew since, by request number ${round}, and its days count from that: the one before stays void, and what came back of it is not taken back. Where it is to answer by the day that it had been told before, agree that day with it (POST /cases/{reference}/returns/${agency}/agreed-date).`,
    example: { code: 'RequestMadeAnew', agency: AGENCY, round: 2 },
  },
} as const satisfies RefusalsOf<ScopingRejection>;
