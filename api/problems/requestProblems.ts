// What can be wrong with a request before any rule is asked: it cannot be read, is not allowed, or names what does not
// exist. With rejectionProblems.ts and outageProblems.ts this is all that the API ever answers.

import { SEATS, type Seat } from '../../domain/policy/policyProfile';
import type { Role } from '../../domain/rapidReview/commands';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import { sayList } from '../../domain/timetable/explanation';
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
      'The request has a field that does not exist here, or is misspelt; "errors" says which. Leave it out or correct it: nothing that was sent is passed over in silence.',
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
  malformedIfMatch: kind({
    slug: 'malformed-if-match',
    status: 400,
    title: 'If-Match is not a version',
    says: () =>
      'The header If-Match must be the ETag of what you read, quotation marks included, such as "7".',
  }),
  keyMissing: kind({
    slug: 'idempotency-key-missing',
    status: 400,
    title: 'The Idempotency-Key is missing',
    says: () =>
      'Every write carries a header Idempotency-Key of your own making, so that it can be repeated safely. A new UUID for each new request is best.',
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
        : `The case has no obligation of that key. It has ${sayList(keys)}.`,
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
  }),
  forbidden: kind<{ role: Role }>({
    slug: 'forbidden',
    status: 403,
    title: 'Your role does not include this',
    says: ({ role }) =>
      `Your token is for the role "${role}", which may not do this. Ask somebody whose role includes it.`,
  }),
  notYourAgency: kind({
    slug: 'not-your-agency',
    status: 403,
    title: 'This is not your agency',
    says: () => 'Your token lets you see your own agency only.',
  }),
  noSuchPage: kind({
    slug: 'no-such-page',
    status: 404,
    title: 'There is nothing at this address',
    says: () =>
      'There is nothing at this address, or not for this method. All that there is stands at /docs.',
  }),
  unknownAgency: kind({
    slug: 'unknown-agency',
    status: 404,
    title: 'There is no such agency',
    says: () => 'No agency in the register has this id. Check it: ids look like AG-0003.',
  }),
  agencyNotInRegister: kind<{ agencies: readonly AgencyId[] }>({
    slug: 'agency-not-in-register',
    status: 422,
    title: 'An agency is not in the register',
    says: ({ agencies }) =>
      `The register has no ${sayList(agencies, 'or')}. Check the id, or add the agency to the register first (POST /agencies).`,
  }),
  agencyMovedOn: kind<{ version: number }>({
    slug: 'agency-moved-on',
    status: 409,
    title: 'The agency has changed since you read it',
    says: ({ version }) =>
      `The agency is at version ${version} now. Read it again and decide on what it says.`,
  }),
  unknownContact: kind<{ contact: ContactId }>({
    slug: 'unknown-contact',
    status: 422,
    title: 'The agency has no such contact',
    says: ({ contact }) => `The agency has no contact ${contact}. Leave the id out to add a new one.`,
  }),
  contactWithoutAddress: kind({
    slug: 'contact-without-address',
    status: 422,
    title: 'A new contact has no address',
    says: () => 'A contact without an id is a new one, and needs an e-mail address.',
  }),
  seatNotForKind: kind<{ seat: Seat }>({
    slug: 'seat-not-for-kind',
    status: 422,
    title: 'An agency of this kind cannot fill this seat',
    says: ({ seat }) =>
      `The seat ${seat} is filled by an agency of the kind ${seat} only (rule R14); the seats are ${sayList(SEATS)}. Leave the seat out, or correct the kind.`,
  }),
  noSuchProfileVersion: kind<{ newest: number }>({
    slug: 'no-such-profile-version',
    status: 422,
    title: 'There is no such version of the profile',
    says: ({ newest }) =>
      `The newest version of this policy profile is ${newest}. Name a version up to that one, or none for the newest.`,
  }),
  unreadableCursor: kind({
    slug: 'unreadable-cursor',
    status: 400,
    title: 'The place to go on from is not known',
    says: () => 'The parameter "after" must be what the page before gave as "next", with the same filters.',
  }),
  caseEnded: kind({
    slug: 'case-ended',
    status: 409,
    title: 'Nothing more can be recorded on this case',
    says: () => 'This case has ended, and its record is closed. It can still be read.',
  }),
  tooLarge: kind({
    slug: 'payload-too-large',
    status: 413,
    title: 'The body is too large',
    says: () => 'A body may have 256 KiB. Shorten the texts; longer documents do not belong here.',
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
    says: () =>
      'Too many requests came from your address. Wait as long as Retry-After says, then go on more slowly.',
  }),
} as const;
