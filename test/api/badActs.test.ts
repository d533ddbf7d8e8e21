// Bad acts on a case (point 9 of the issue): each is refused for what it is, and changes nothing.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { apiUnderTest, at, type ApiUnderTest } from './apiUnderTest';
import { expectRefused, type Bad } from './refusals';
import { openCase } from './stories';

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under);
  await under.ask('POST', `/cases/${reference}/scoping-requests/AG-0001/sent-another-way`, {
    body: { channel: 'paper', on: '2026-03-30' },
  });
});
afterAll(() => under.close());

const inCase = (path: string): string => `/cases/${reference}${path}`;

const acts: readonly (Bad & { readonly path: string })[] = [
  {
    name: 'sending with no agency named',
    path: '/scoping-requests',
    asking: { body: { agencies: [] } },
    status: 422,
    type: 'no-agency-to-ask',
    pointer: 'body /agencies',
  },
  {
    name: 'sending twice to the same',
    path: '/scoping-requests',
    asking: { body: { agencies: ['AG-0002', 'AG-0002'] } },
    status: 422,
    type: 'agency-listed-twice',
    pointer: 'body /agencies',
  },
  {
    name: 'sending to an agency that is not on the case',
    path: '/scoping-requests',
    asking: { body: { agencies: ['AG-0003'] } },
    status: 409,
    type: 'agency-not-on-case',
    pointer: 'body /agencies',
  },
  {
    name: 'an agency not in the register',
    path: '/agencies',
    asking: { body: { agency: 'AG-0999' } },
    status: 422,
    type: 'agency-not-in-register',
    pointer: 'body /agency',
  },
  {
    name: 'an agency that is on the case already',
    path: '/agencies',
    asking: { body: { agency: 'AG-0001' } },
    status: 409,
    type: 'agency-already-on-case',
    pointer: 'body /agency',
  },
  {
    name: 'the wrong version',
    path: '/timestamps',
    asking: { body: { timestamp: 'incident', at: '2026-03-30T10:00:00+01:00' }, ifMatch: '"999"' },
    status: 412,
    type: 'version-moved-on',
    pointer: 'header /if-match',
  },
  {
    name: 'correcting what is not recorded',
    path: '/timestamps/incident/corrections',
    asking: { body: { at: '2026-03-30T10:00:00+01:00', reason: 'No reason' } },
    status: 409,
    type: 'timestamp-not-recorded',
  },
  {
    name: 'correcting to what it is',
    path: '/timestamps/referralReceived/corrections',
    asking: { body: { at: '2026-03-30T16:20:00+01:00', reason: 'No reason' } },
    status: 409,
    type: 'correction-changes-nothing',
  },
  {
    name: 'recording what is recorded',
    path: '/timestamps',
    asking: { body: { timestamp: 'referralReceived', at: '2026-03-30T10:00:00+01:00' } },
    status: 409,
    type: 'timestamp-already-recorded',
    says: 'Monday 30 March 2026 at 16:20',
  },
  {
    name: 'sent already',
    path: '/scoping-requests/AG-0001/sent-another-way',
    asking: { body: { channel: 'paper', on: '2026-03-30' } },
    status: 409,
    type: 'request-already-sent',
  },
  {
    name: 'sent tomorrow',
    path: '/scoping-requests/AG-0002/sent-another-way',
    asking: { body: { channel: 'paper', on: '2026-03-31' } },
    status: 422,
    type: 'request-sent-in-future',
    pointer: 'body /on',
  },
  {
    name: 'sent before the referral',
    path: '/scoping-requests/AG-0002/sent-another-way',
    asking: { body: { channel: 'telephone', on: '2026-03-27' } },
    status: 422,
    type: 'request-sent-before-referral',
    pointer: 'body /on',
  },
  {
    name: 'mail as another way',
    path: '/scoping-requests/AG-0002/sent-another-way',
    asking: { body: { channel: 'mail', on: '2026-03-30' } },
    status: 400,
    type: 'malformed-request',
    pointer: 'body /channel',
  },
  {
    name: 'void without a request',
    path: '/scoping-requests/AG-0002/void',
    asking: { body: { reason: 'No reason' } },
    status: 409,
    type: 'request-not-made',
  },
  {
    name: 'a bounce of somebody who was not asked',
    path: '/scoping-requests/AG-0001/bounces',
    asking: { body: { contact: 'AG-0001-C9' } },
    status: 409,
    type: 'contact-not-asked',
    pointer: 'body /contact',
  },
  {
    name: 'an If-Match that is no version',
    path: '/agencies',
    asking: { body: { agency: 'AG-0003' }, ifMatch: 'seven' },
    status: 400,
    type: 'malformed-if-match',
    pointer: 'header /if-match',
  },
  {
    name: 'a timestamp that there is not',
    path: '/timestamps/breakfast/corrections',
    asking: { body: { at: '2026-03-30T10:00:00+01:00', reason: 'No reason' } },
    status: 404,
    type: 'no-such-page',
    pointer: 'path /timestamp',
  },
];

describe('acts on a case', () => {
  test.each(acts)('$name', ({ path, ...bad }) => expectRefused(under, inCase(path), bad));

  test('a correction that contradicts another timestamp', async () => {
    await under.ask('POST', inCase('/timestamps'), {
      body: { timestamp: 'incident', at: '2026-03-29T10:00:00+01:00' },
    });
    await expectRefused(under, inCase('/timestamps/incident/corrections'), {
      name: 'contradicts',
      asking: { body: { at: '2026-03-30T16:21:00+01:00', reason: 'No reason' } },
      status: 422,
      type: 'timestamps-contradict',
      pointer: 'body /at',
    });
  });

  test('a correction that contradicts a request that was sent', async () => {
    under.clock.now = at('2026-03-31T12:00:00+01:00');
    await expectRefused(under, inCase('/timestamps/referralReceived/corrections'), {
      name: 'contradicts',
      asking: { body: { at: '2026-03-31T09:00:00+01:00', reason: 'No reason' } },
      status: 422,
      type: 'correction-contradicts-request',
      pointer: 'body /at',
    });
    under.clock.now = at('2026-03-30T16:25:00+01:00');
  });

  test('an agency without a contact: named, and by default', async () => {
    await under.ask('POST', inCase('/agencies'), { body: { agency: 'AG-0003' } });
    const rest = 'To ask the others meanwhile: {"agencies":["AG-0002"]}.';
    for (const [body, says] of [
      [{ agencies: ['AG-0003'] }, 'the register has no contact for AG-0003.'],
      [{ agencies: ['AG-0002', 'AG-0003'] }, rest],
      // What the body does not name is named here.
      [{}, rest],
    ] as const) {
      await expectRefused(under, inCase('/scoping-requests'), {
        name: 'without a contact',
        asking: { body },
        status: 422,
        type: 'agency-without-contact',
        pointer: 'body /agencies',
        says: JSON.stringify(says).slice(1, -1),
      });
    }
  });
});

describe('an unknown case', () => {
  const bodies: Readonly<Record<string, object>> = {
    '/timestamps': { timestamp: 'incident', at: '2026-03-30T10:00:00+01:00' },
    '/timestamps/incident/corrections': { at: '2026-03-30T10:00:00+01:00', reason: 'No reason' },
    '/agencies': { agency: 'AG-0001', note: 'No note' },
    '/scoping-requests': {},
    '/scoping-requests/AG-0001/void': { reason: 'No reason' },
  };
  test.each(['RR-2026-9999', 'RR-26-1', 'nonsense'])(
    '%s is not found, and leaves no key and no text',
    async (unknown) => {
      const keysOf = async () =>
        (await sql`select count(*) as keys from case_key`.execute(under.database)).rows;
      const before = await keysOf();
      for (const [path, body] of Object.entries(bodies))
        await expectRefused(under, `/cases/${unknown}${path}`, {
          name: path,
          asking: { body },
          status: 404,
          type: 'unknown-case',
        });
      for (const path of ['', '/timetable', '/chronology', '/particulars', '/notices'])
        await expectRefused(under, `/cases/${unknown}${path}`, {
          name: path,
          method: 'GET',
          status: 404,
          type: 'unknown-case',
        });
      expect(await keysOf()).toEqual(before);
    },
  );
});
