// Bad referrals (point 9 of the issue): each is refused for what it says, or does not say, and changes nothing.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest, type Asking } from './apiUnderTest';
import { expectRefused, type Bad } from './refusals';
import { referral } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const opening = (changes: Record<string, unknown>): Asking => ({ body: referral(changes) });

const referrals: readonly Bad[] = [
  {
    name: 'received in the future',
    asking: opening({ receivedAt: '2026-03-31T16:20:00+01:00' }),
    status: 422,
    type: 'received-in-future',
    pointer: 'body /receivedAt',
    says: 'received on Tuesday 31 March 2026 at 16:20, but it is only Monday 30 March 2026 at 16:25',
  },
  {
    name: 'long past without a reason',
    asking: opening({ receivedAt: '2026-01-05T09:00:00Z' }),
    status: 422,
    type: 'receipt-long-past',
    pointer: 'body /lateLoggingReason',
    says: '84 days ago',
  },
  {
    name: 'a date of birth that lies too far ahead',
    asking: opening({
      // An unborn child, expected in ten months, is none.
      children: [{ dateOfBirth: '2027-01-30' }, { dateOfBirth: '2027-01-31' }],
    }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children/1/dateOfBirth',
    says: 'give the day on which it is expected',
  },
  {
    name: 'a year of birth that was mistyped',
    asking: opening({ children: [{ dateOfBirth: '1916-03-30' }, { dateOfBirth: '0202-05-02' }] }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children/1/dateOfBirth',
    says: 'check the year',
  },
  {
    name: 'an agency not in the register',
    asking: opening({ agencies: ['AG-0001', 'AG-0999'] }),
    status: 422,
    type: 'agency-not-in-register',
    pointer: 'body /agencies/1',
    says: 'AG-0999',
  },
  {
    name: 'the same agency twice',
    asking: opening({ agencies: ['AG-0001', 'AG-0001'] }),
    status: 422,
    type: 'agency-listed-twice',
    pointer: 'body /agencies',
  },
  {
    name: 'a date no calendar covers',
    asking: opening({ receivedAt: '1999-03-30T16:20:00+01:00', lateLoggingReason: 'Found in an archive' }),
    status: 422,
    type: 'calendar-does-not-cover',
    pointer: 'body /receivedAt',
  },
  {
    name: 'a timestamp in the future',
    asking: opening({ timestamps: { incident: '2026-03-30T17:00:00+01:00' } }),
    status: 422,
    type: 'timestamp-in-future',
    pointer: 'body /timestamps/incident',
  },
  {
    name: 'two timestamps that contradict each other',
    asking: opening({
      timestamps: { localAuthorityAware: '2026-03-27T09:00:00Z', incident: '2026-03-28T09:00:00Z' },
    }),
    status: 422,
    type: 'timestamps-contradict',
    pointer: 'body /timestamps/incident',
  },
  {
    name: 'a misspelt field',
    asking: opening({ recievedAt: '2026-03-30T16:20:00+01:00' }),
    status: 400,
    type: 'unknown-field',
    pointer: 'body /recievedAt',
    says: 'did you mean \\"receivedAt\\"?',
  },
  {
    name: 'an unknown field deep inside',
    asking: opening({ children: [{ name: 'Kit Farrow', shoeSize: 21 }] }),
    status: 400,
    type: 'unknown-field',
    pointer: 'body /children/0/shoeSize',
  },
  {
    name: 'a missing field',
    asking: opening({ nature: undefined }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /nature',
    says: 'is missing: it must be suspectedAbuseOrNeglect, lookedAfterChildDeath or careLeaverDeath',
  },
  {
    name: 'a missing field that holds others',
    asking: opening({ referrer: undefined }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /referrer',
    says: String.raw`is missing: it must hold \"name\" and \"organisation\"`,
  },
  {
    name: 'a missing list',
    asking: opening({ children: undefined }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children',
    says: String.raw`is missing: it must be a list of objects with \"name\", \"dateOfBirth\", \"address\" or \"notes\", 1 or more`,
  },
  {
    name: 'a list of what must look like something',
    asking: opening({ agencies: 'AG-0003' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /agencies',
    says: '"must be a list, each of which must look like AG-0003"',
  },
  {
    name: 'a value that is none of the allowed',
    asking: opening({ nature: 'nonsense' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /nature',
    says: 'lookedAfterChildDeath or careLeaverDeath',
  },
  {
    name: 'a moment without a zone',
    asking: opening({ receivedAt: '2026-03-30T16:20:00' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /receivedAt',
    says: 'names no zone: it must be a moment that exists, written with its zone: in London it is 2026-03-30T16:25:00+01:00 now',
  },
  {
    name: 'a day that does not exist',
    asking: opening({ children: [{ name: 'Kit Farrow', dateOfBirth: '2023-02-30' }] }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children/0/dateOfBirth',
    says: 'a day that exists',
  },
  {
    name: 'a number where a text belongs: nothing is converted',
    asking: opening({ incidentSummary: 7 }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /incidentSummary',
  },
  {
    name: 'a blank text',
    asking: opening({ incidentSummary: ' \n ' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /incidentSummary',
    says: '"shows nothing: it must not be blank"',
  },
  {
    name: 'a text of which nothing can be seen',
    asking: opening({ incidentSummary: '\u200b\u3164' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /incidentSummary',
    says: 'shows nothing: it must',
  },
  {
    name: 'a name of nothing but tags',
    asking: opening({ children: [{ name: '\u{e0041}\u{e0042}' }] }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children/0/name',
    says: 'shows nothing: it must',
  },
  {
    name: 'a text that ends in its middle',
    asking: opening({ incidentSummary: 'a\u0000b' }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /incidentSummary',
    says: 'U+0000',
  },
  {
    name: 'a name that turns the writing',
    asking: opening({ children: [{ name: '\u202eKit Farrow' }] }),
    status: 400,
    type: 'malformed-request',
    pointer: 'body /children/0/name',
    says: 'U+202E',
  },
];

test.each(referrals)('$name', (bad) => expectRefused(under, '/cases', bad));

test('no answer repeats what was sent in a field', async () => {
  const secret = 'Canaryvalue';
  const answers = await Promise.all([
    under.ask(
      'POST',
      '/cases',
      opening({ nature: secret, receivedAt: secret, agencies: [secret], incidentSummary: [secret] }),
    ),
    under.ask(
      'POST',
      '/cases',
      opening({ nature: undefined, children: [{ notes: secret }, { name: secret.repeat(30) }] }),
    ),
    under.ask('GET', `/cases?status=${secret}&after=${secret}`),
    under.ask('GET', `/cases/${secret}`),
  ]);
  for (const answer of answers) {
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain(secret);
  }
});
