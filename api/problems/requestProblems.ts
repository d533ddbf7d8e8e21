// What can be wrong with a request before any rule is asked: it cannot be read, is not allowed, or names what does not
// exist. With the tables beside this file and those of the folders whose matter they are, it is all that the API ever answers.

import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { SEATS, type Seat } from '../../domain/policy/policyProfile';
import type { ActorId, Role } from '../../domain/rapidReview/commands';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import { sayList } from '../../domain/timetable/explanation';
import { SAFETY_NOTICE } from '../safety/safetyNotice';
import { kind } from './problem';

export const requestProblems = {
  malformedRequest: kind({
    slug: 'malformed-request',
    status: 400,
    title: 'The request is not as it must be',
    says: () =>
      'Something in the request is missing or is not of the form asked for; "errors" says where and how.',
  }),
  unknownField: kind({
    slug: 'unknown-field',
    status: 400,
    title: 'The request has a field that is not known',
    says: () =>
      'The request has a field that does not exist here, or is misspelt; "errors" says which. Leave it out or correct it: nothing that was sent is silently ignored.',
  }),
  malformedJson: kind({
    slug: 'malformed-json',
    status: 400,
    title: 'The body is not JSON',
    says: () => 'The body cannot be read as JSON. Send one JSON object, in UTF-8.',
  }),
  malformedUrl: kind({
    slug: 'malformed-url',
    status: 400,
    title: 'The address cannot be read',
    says: () => 'The address of the request cannot be read. Check its % signs.',
  }),
  rangeEndsBeforeItBegins: kind<{ readonly from: CivilDate; readonly to: CivilDate }>({
    slug: 'range-ends-before-it-begins',
    status: 400,
    title: 'The range ends before it begins',
    says: ({ from, to }) =>
      `The range begins on ${sayDate(from)} and ends before that, on ${sayDate(to)}. Give an end that is the same day or later.`,
    example: { from: civilDate('2026-04-30'), to: civilDate('2026-04-01') },
  }),
  nothingDueUnlessOpen: kind<{ readonly status: 'ended' | 'recordedOnly'; readonly asked: string }>({
    slug: 'nothing-due-unless-open',
    status: 400,
    title: 'Only in open cases is something due',
    says: ({ status, asked }) =>
      `"${asked}" asks for open cases, since nothing is due any more, or ever was, in others; and "status" is "${status}". Leave "status" out or give "open"; or leave "${asked}" out.`,
    example: { status: 'ended', asked: 'dueBefore' },
  }),
  malformedIfMatch: kind({
    slug: 'malformed-if-match',
    status: 400,
    title: 'If-Match is not a version',
    says: () =>
      'The header If-Match must be an ETag, quotation marks included: that of what you read, such as "7", or for a correction that of its preview, such as "7.9f86d081884c".',
  }),
  previewFirst: kind({
    slug: 'preview-first',
    status: 428,
    title: 'See first what the correction does',
    says: () =>
      'A correction may move dates and outcomes that stand. Ask the same address with /preview at its end what it would do, and send the ETag that it answers in the header If-Match, such as "7.9f86d081884c". The version of the case alone is not enough.',
  }),
  previewOfAnother: kind({
    slug: 'preview-of-another-correction',
    status: 409,
    title: 'Another correction was previewed',
    says: () =>
      'The ETag in the header If-Match is that of the preview of something else: another fact, or another day or time, or the same time written otherwise. Preview this very correction, and send the ETag of that preview.',
  }),
  repeatWithoutVersion: kind({
    slug: 'repeat-without-version',
    status: 428,
    title: 'A correction was repeated without its version',
    says: () =>
      'This Idempotency-Key came before with the same correction, which is not recorded so far, and the header If-Match is not that of its preview. Send it with the one that it had, or with the ETag of a preview.',
    maybeDone: true,
  }),
  keyMissing: kind({
    slug: 'idempotency-key-missing',
    status: 400,
    title: 'The Idempotency-Key is missing',
    says: () =>
      'Every write carries a header Idempotency-Key of your own making, so that it can be repeated safely: 8 to 128 letters, digits and - . _ : ~ characters. A new UUID for each new request is best.',
  }),
  keyMalformed: kind({
    slug: 'idempotency-key-malformed',
    status: 400,
    title: 'The Idempotency-Key has the wrong form',
    says: () =>
      'The header Idempotency-Key must be 8 to 128 letters, digits and - . _ : ~ characters. A new UUID for each new request is best.',
  }),
  keyReused: kind({
    slug: 'idempotency-key-reused',
    status: 409,
    title: 'The Idempotency-Key was used for another request',
    says: () =>
      'This Idempotency-Key came with another request before. To repeat that one, send it exactly as it was; for a new or corrected one, use a new key.',
  }),
  unknownObligation: kind<{ keys: readonly string[] }>({
    slug: 'unknown-obligation',
    status: 404,
    title: 'The case has no such obligation',
    says: ({ keys }) =>
      keys.length === 0
        ? 'No clock runs for this case: it has no dates to explain.'
        : `The case has no obligation with that key. It has ${sayList(keys)}.`,
    example: { keys: ['completeLocal', 'completePanel'] },
  }),
  unauthenticated: kind<{ refusal: 'missing' | 'malformed' | 'unknown' }>({
    slug: 'unauthenticated',
    status: 401,
    title: 'It is not known who is asking',
    says: ({ refusal }) =>
      ({
        missing: 'Send your token in the header Authorization: Bearer <token>.',
        malformed: 'The header Authorization must be: Bearer, a space, and your token.',
        unknown:
          'This token is not in force here: it is mistyped, expired, revoked, or belongs to another system. Ask for a new one.',
      })[refusal],
    example: { refusal: 'missing' },
  }),
  forbidden: kind<{ role: Role; may: readonly Role[] }>({
    slug: 'forbidden',
    status: 403,
    title: 'Your role does not include this',
    says: ({ role, may }) =>
      `Your token is for the role "${role}", which may not do this. Ask somebody whose role includes it: ${may.join(', ')}.`,
    example: { role: 'auditor', may: ['coordinator', 'meetingChair'] },
  }),
  noSuchPage: kind({
    slug: 'no-such-page',
    status: 404,
    title: 'There is nothing at this address',
    says: () =>
      'There is nothing at this address, or not for this method. Everything there is is listed at /docs.',
  }),
  unknownAgency: kind({
    slug: 'unknown-agency',
    status: 404,
    title: 'There is no such agency',
    says: () => 'No agency in the register has this id. Check it: ids look like AG-0003.',
  }),
  agencyNotOnThisCase: kind({
    slug: 'agency-not-on-this-case',
    status: 404,
    title: 'The agency is not on this case',
    says: () => 'No agency with this id is on the case. The case shows those that are.',
  }),
  saidByTheService: kind({
    slug: 'said-by-the-service',
    status: 422,
    title: 'How and when is noted by itself',
    says: () =>
      'That it comes through this service, and today, is noted by itself. Leave "how" and "on" out; if it was another day, tell the team of the review.',
  }),
  answerLinkNotValid: kind({
    slug: 'answer-link-not-valid',
    status: 404,
    title: 'This link is not valid',
    says: () =>
      'The link is not complete, or it belongs to a request that was withdrawn or replaced, or to somebody whom we do not write to about the case any more. Open the link in our newest email about the case. If that does not help, contact the team that wrote to you.',
  }),
  agencyNotInRegister: kind<{ agencies: readonly AgencyId[] }>({
    slug: 'agency-not-in-register',
    status: 422,
    title: 'An agency is not in the register',
    says: ({ agencies }) =>
      `The register has no ${sayList(agencies, 'or')}. Check the id, or add the agency to the register first (POST /agencies).`,
    example: { agencies: ['AG-0099' as AgencyId] },
  }),
  agencyOrNewAgency: kind({
    slug: 'agency-or-new-agency',
    status: 422,
    title: 'One agency is named, in one way',
    says: () =>
      'Name the agency to add in one way: "agency" with its id where it is in the register, or else "newAgency" with its name and kind.',
  }),
  agencyMovedOn: kind<{ version: number }>({
    slug: 'agency-moved-on',
    status: 412,
    title: 'The agency has changed since you read it',
    says: ({ version }) =>
      `The agency is at version ${version} now. Read it again and decide on what it says.`,
    example: { version: 3 },
  }),
  contactNotOfAgency: kind<{ contact: ContactId; agency: AgencyId }>({
    slug: 'contact-not-of-agency',
    status: 422,
    title: 'The contact is not one of the agency',
    says: ({ contact, agency }) =>
      `${contact} is no contact of ${agency} in the register, or was withdrawn there. Check both ids.`,
    example: { contact: 'AG-0003-C9' as ContactId, agency: 'AG-0003' as AgencyId },
  }),
  safetyNoticeNotRead: kind({
    slug: 'safety-notice-not-read',
    status: 422,
    title: 'Read this first',
    says: () => `${SAFETY_NOTICE} Send noticeRead as true once you have read this.`,
  }),
  notYourCase: kind({
    slug: 'not-your-case',
    status: 403,
    title: 'Your agency is not on this case',
    says: () =>
      `Your token is for an agency that is on no case with this reference. Check the reference. ${SAFETY_NOTICE}`,
  }),
  unknownPerson: kind<{ person: ActorId }>({
    slug: 'unknown-person',
    status: 422,
    title: 'There is no such person',
    says: ({ person }) => `Nobody here has the code ${person}. Check it, or give the name of whoever it was.`,
    example: { person: 'P-0099' as ActorId },
  }),
  seatNotForKind: kind<{ seat: Seat }>({
    slug: 'seat-not-for-kind',
    status: 422,
    title: 'An agency of this kind cannot fill this seat',
    says: ({ seat }) =>
      `The seat ${seat} is filled by an agency of the kind ${seat} only; the seats are ${sayList(SEATS)}. Leave the seat out, or correct the kind.`,
    example: { seat: 'integratedCareBoard' },
  }),
  noSuchProfileVersion: kind<{ newest: number }>({
    slug: 'no-such-profile-version',
    status: 422,
    title: 'There is no such version of the profile',
    says: ({ newest }) =>
      `The newest version of this policy profile is ${newest}. Name a version up to that one, or none for the newest.`,
    example: { newest: 1 },
  }),
  unreadableCursor: kind({
    slug: 'unreadable-cursor',
    status: 400,
    title: 'The place to go on from is not known',
    says: () =>
      'The parameter "after" must be the "next" of the page before, with the same filters and order.',
  }),
  caseClosed: kind({
    slug: 'case-closed',
    status: 409,
    title: 'Nothing more can be recorded on this case',
    says: () =>
      'The record of this case is closed: nothing runs for it any more. It can still be read. If it should be open, tell whoever runs the service.',
  }),
  tooLarge: kind({
    slug: 'payload-too-large',
    status: 413,
    title: 'The body is too large',
    says: () => 'A body may have 2 MiB. Shorten the texts; longer documents do not belong here.',
  }),
  tooManyValues: kind({
    slug: 'too-many-values',
    status: 413,
    title: 'The body holds too many values',
    says: ({ most }: { readonly most: number }) =>
      `A body may hold ${most} values in all, in its lists and fields; no request needs as many. Check whether a list was repeated, and send what is meant.`,
    example: { most: 5_000 },
  }),
  unsupportedMediaType: kind({
    slug: 'unsupported-media-type',
    status: 415,
    title: 'The body must be JSON',
    says: () => 'Send the body as JSON, with the header Content-Type: application/json.',
  }),
  tooManyRequests: kind({
    slug: 'too-many-requests',
    status: 429,
    title: 'Too many requests',
    says: ({ ofSafety }: { readonly ofSafety: boolean }) =>
      `Too many requests came from you, or from your address. Wait as long as Retry-After says, then go on more slowly.${ofSafety ? ` ${SAFETY_NOTICE}` : ''}`,
    example: { ofSafety: false },
  }),
} as const;
