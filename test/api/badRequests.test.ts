// Bad requests, whatever they ask for (point 9 of the issue): a body that cannot be read, a key that is missing, a query, a page or a
// method that there is not. Each is refused for what it is, and changes nothing.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { expectRefused, type Bad } from './refusals';
import { problemIn, referral } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const requests: readonly (Bad & { readonly url?: string })[] = [
  {
    name: 'a body too large',
    asking: { body: referral({ incidentSummary: 'x'.repeat(2_100_000) }) },
    status: 413,
    type: 'payload-too-large',
    says: '2 MiB',
  },
  {
    name: 'no JSON',
    asking: { body: '{"referrer":', headers: { 'content-type': 'application/json' } },
    status: 400,
    type: 'malformed-json',
  },
  {
    name: 'no body',
    asking: { headers: { 'content-type': 'application/json' } },
    status: 400,
    type: 'malformed-json',
  },
  {
    name: 'no body, where nothing has to be said',
    url: '/cases/RR-2026-0001/reminders/AG-0001',
    status: 400,
    type: 'malformed-request',
    pointer: 'body ',
    says: 'must be an object: {}',
  },
  {
    name: 'no body, where something may be said',
    url: '/cases/RR-2026-0001/scoping-requests',
    status: 400,
    type: 'malformed-request',
    pointer: 'body ',
    says: String.raw`must be an object with \"agencies\", or {}`,
  },
  {
    name: 'a poisoned body',
    asking: { body: '{"__proto__":{"role":"coordinator"}}', headers: { 'content-type': 'application/json' } },
    status: 400,
    type: 'malformed-json',
  },
  {
    name: 'half a character',
    asking: {
      body: JSON.stringify(referral({ incidentSummary: 'half: HERE' })).replace('HERE', String.raw`\ud800`),
      headers: { 'content-type': 'application/json' },
    },
    status: 400,
    type: 'malformed-json',
  },
  {
    name: 'letters of another encoding',
    asking: {
      body: Buffer.from(JSON.stringify(referral({ incidentSummary: 'Canary Zoë' })), 'latin1'),
      headers: { 'content-type': 'application/json' },
    },
    status: 400,
    type: 'malformed-json',
    says: 'in UTF-8',
  },
  {
    name: 'another media type',
    asking: { body: 'referrer=Rowan', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    status: 415,
    type: 'unsupported-media-type',
  },
  {
    name: 'no key',
    asking: { body: referral(), key: null },
    status: 400,
    type: 'idempotency-key-missing',
    pointer: 'header /idempotency-key',
    says: '"is missing: it must be 8 to 128 characters, best a new UUID"',
  },
  {
    name: 'a key of the wrong form',
    asking: { body: referral(), key: 'a b' },
    status: 400,
    type: 'idempotency-key-malformed',
    pointer: 'header /idempotency-key',
    says: '"must be 8 to 128 letters, digits and - . _ : ~ characters, best a new UUID"',
  },
  {
    name: 'a query that is not known',
    url: '/cases?limt=3',
    method: 'GET',
    status: 400,
    type: 'unknown-field',
    pointer: 'query /limt',
    says: 'did you mean \\"limit\\"?',
  },
  {
    name: 'a query where none is asked for',
    url: '/cases/RR-2026-0001/chronology?limit=3',
    method: 'GET',
    status: 400,
    type: 'unknown-field',
    pointer: 'query /limit',
  },
  {
    name: 'a write that is to be only tried',
    url: '/cases?dryRun=true',
    asking: { body: referral() },
    status: 400,
    type: 'unknown-field',
    pointer: 'query /dryRun',
  },
  {
    name: 'a range of headline dates that ends before it begins',
    url: '/cases?headlineAfter=2026-05-02&headlineBefore=2026-05-01',
    method: 'GET',
    status: 400,
    type: 'range-ends-before-it-begins',
    pointer: 'query /headlineBefore',
    says: 'Saturday 2 May 2026',
  },
  {
    name: 'a range of local days that ends before it begins',
    url: '/local-days?from=2026-05-02&to=2026-05-01',
    method: 'GET',
    status: 400,
    type: 'range-ends-before-it-begins',
    pointer: 'query /to',
  },
  ...['ended', 'recordedOnly'].flatMap((status) =>
    ['dueBefore', 'headlineAfter', 'headlineBefore'].map((asked) => ({
      name: `dates of cases that are not open (${asked}, ${status})`,
      url: `/cases?${asked}=2026-05-01&status=${status}`,
      method: 'GET' as const,
      status: 400,
      type: 'nothing-due-unless-open',
      pointer: 'query /status',
      says: `\\"status\\" is \\"${status}\\". Leave \\"status\\" out or give \\"open\\"; or leave \\"${asked}\\" out.`,
    })),
  ),
  {
    name: 'a limit out of reach',
    url: '/cases?limit=100000',
    method: 'GET',
    status: 400,
    type: 'malformed-request',
    pointer: 'query /limit',
    says: '200 or less',
  },
  {
    name: 'a cursor from nowhere',
    url: '/cases?after=nowhere',
    method: 'GET',
    status: 400,
    type: 'unreadable-cursor',
    pointer: 'query /after',
  },
  {
    name: 'an address that cannot be read',
    url: '/cases/%zz',
    method: 'GET',
    status: 400,
    type: 'malformed-url',
  },
  { name: 'no such page', url: '/nowhere', method: 'GET', status: 404, type: 'no-such-page' },
];

test.each(requests)('$name', ({ url = '/cases', ...bad }) => expectRefused(under, url, bad));

test('what is wrong with the key is said in the same round as what is wrong with the body, where one is needed', async () => {
  const pointers = async (url: string, key: string | null): Promise<readonly string[]> => {
    const answer = await under.ask('POST', url, { body: { surplus: 1 }, key });
    return (problemIn(answer).errors ?? []).map(({ in: part, pointer }) => `${part} ${pointer}`);
  };
  const KEY = 'header /idempotency-key';
  expect(await pointers('/cases', null)).toContain(KEY);
  expect(await pointers('/cases', 'a b')).toContain(KEY);
  expect(await pointers('/cases', '0123-abcd')).not.toContain(KEY);
  const preview = await pointers('/cases/RR-2026-0001/timestamps/incident/corrections/preview', null);
  expect(preview).toContain('body /surplus');
  expect(preview).not.toContain(KEY);
});

// The framework refuses it in a way of its own; a client that is not ours found that this was answered as our fault.
test.each(['QUERY', 'PUT', 'DELETE', 'TRACE'])(
  'a method that nobody answers, %s, is no fault of ours',
  async (method) => {
    const answer = await under.app.inject({ method: method as 'PUT', url: '/healthz' });
    expect([answer.statusCode >= 400 && answer.statusCode < 500, problemIn(answer).type]).toEqual([
      true,
      expect.stringMatching(/^\/problems\/(malformed-request|no-such-page)$/),
    ]);
  },
);
