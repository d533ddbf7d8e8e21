// Acts on a case that are taken: what each establishes, who is kept as having done it, versions, repeats.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, newKey, type ApiUnderTest, type Asking } from './apiUnderTest';
import { CANARIES, openCase, problemIn, referral } from './stories';

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under);
});
afterAll(() => under.close());

interface Answer {
  readonly reference: string;
  readonly version: number;
  readonly recorded: boolean;
  readonly events: readonly string[];
}

const act = async (path: string, asking: Asking): Promise<Answer> => {
  const answer = await under.ask('POST', `/cases/${reference}${path}`, asking);
  expect([path, answer.statusCode, answer.body.slice(0, 300)]).toEqual([path, 200, expect.anything()]);
  const body = answer.json<Answer>();
  expect(answer.headers.etag).toBe(`"${body.version}"`);
  expect(body.recorded).toBe(true);
  return body;
};

test('a case is carried from its timestamps to its requests', async () => {
  expect(
    (await act('/timestamps', { body: { timestamp: 'incident', at: '2026-03-28T10:00:00Z' } })).events,
  ).toEqual(['TimestampRecorded']);
  const corrected = { body: { at: '2026-03-27T10:00:00Z', reason: CANARIES.reason } };
  expect((await act('/timestamps/incident/corrections', corrected)).events).toContain('TimestampCorrected');
  expect((await act('/agencies', { body: { agency: 'AG-0003', note: CANARIES.note } })).events).toEqual([
    'AgencyIdentified',
  ]);
  const on = { body: { channel: 'telephone', on: '2026-03-30', note: CANARIES.note } };
  expect((await act('/scoping-requests/AG-0003/sent-another-way', on)).events).toContain(
    'ScopingRequestSent',
  );
  expect((await act('/scoping-requests', { body: {} })).events).toEqual([
    'ScopingRequested',
    'ScopingRequested',
  ]);
  const bounce = { as: 'service', body: { contact: 'AG-0002-C1', note: CANARIES.note } } as const;
  expect((await act('/scoping-requests/AG-0002/bounces', bounce)).events).toEqual([
    'RequestBounced',
    'RequestVoided',
  ]);
  expect((await act('/scoping-requests/AG-0001/void', { body: { reason: CANARIES.reason } })).events).toEqual(
    ['RequestVoided'],
  );

  const read = await under.ask('GET', `/cases/${reference}`);
  expect(read.json<{ agencies: unknown }>().agencies).toMatchObject([
    { agency: 'AG-0001', request: 'notAsked', voidRounds: 1 },
    { agency: 'AG-0002', request: 'notAsked', voidRounds: 1 },
    { agency: 'AG-0003', request: 'sent', channel: 'telephone', sentOn: '2026-03-30' },
  ]);
});

test('whoever may write and not read cases is told what was done, and neither dates nor warnings', async () => {
  const opened = await under.ask('POST', '/cases', { body: referral(), as: 'service' });
  expect(Object.keys(opened.json<object>())).toEqual(['reference', 'version', 'recorded', 'events']);

  await act('/scoping-requests', { body: {} });
  const bounce = { body: { contact: 'AG-0002-C1', note: CANARIES.note } };
  const seen = await act('/scoping-requests/AG-0002/bounces', { ...bounce, as: 'service' });
  expect(Object.keys(seen)).toEqual(['reference', 'version', 'recorded', 'events']);
  await act('/scoping-requests', { body: {} });
  expect(await act('/scoping-requests/AG-0002/bounces', bounce)).toMatchObject({
    timetable: { obligations: expect.any(Array) as unknown },
    warnings: expect.any(Array) as unknown,
  });
});

test('an act keeps who asked, under which role, and when it first came', () => {
  const bounce = under.gateway.seen.find(({ kind }) => kind === 'recordBounce');
  expect(bounce?.asked).toMatchObject({
    actor: under.actors.service,
    authority: 'service',
    askedAt: under.clock.now,
  });
});

test('texts are in the dossier, attached; commands carry rows', async () => {
  const texts = under.gateway.seen.flatMap((command) => ('reason' in command ? [command.reason] : []));
  expect(texts.length).toBeGreaterThan(0);
  const rows = new Map((await under.records.dossier.rowsOf(reference as never)).map((row) => [row.row, row]));
  for (const row of texts) expect(rows.get(row)).toMatchObject({ kind: 'reason', attached: true });
  expect(JSON.stringify(under.gateway.seen)).not.toContain('Canary');
});

describe('two people at once', () => {
  const record = (ifMatch: string, asking: Asking = {}) =>
    under.ask('POST', `/cases/${reference}/timestamps`, {
      body: { timestamp: 'localAuthorityAware', at: '2026-03-28T12:00:00Z' },
      ifMatch,
      ...asking,
    });

  test('the one who saw an older version is told, and may repeat with the newer one', async () => {
    const { headers } = await under.ask('GET', `/cases/${reference}`);
    const key = newKey();
    const stale = await record('"2"', { key });
    expect(stale.statusCode).toBe(412);
    expect(problemIn(stale)).toMatchObject({ type: '/problems/version-moved-on' });
    expect(problemIn(stale).detail).toContain('You read version 2');
    const fresh = await record(String(headers.etag), { key });
    expect(fresh.statusCode).toBe(200);
    // And the repeat of what was taken is not a conflict, although the version has moved on.
    const again = await record(String(headers.etag), { key });
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(fresh.json());
  });
});

test('a key is good for one request: not for the same act on another agency or case', async () => {
  const key = newKey();
  const note = { body: { contact: 'AG-0001-C1' }, key };
  await under.ask('POST', `/cases/${reference}/scoping-requests/AG-0001/bounces`, note);
  const other = await under.ask('POST', `/cases/${reference}/scoping-requests/AG-0002/bounces`, note);
  expect(problemIn(other).type).toBe('/problems/idempotency-key-reused');
});

test('a repeat is answered after the contact is gone from the register', async () => {
  const second = await openCase(under, { agencies: ['AG-0002'] });
  const asking = { body: {}, key: newKey() };
  const first = await under.ask('POST', `/cases/${second}/scoping-requests`, asking);
  await under.ask('PATCH', '/agencies/AG-0002', { body: { contacts: [] } });
  const again = await under.ask('POST', `/cases/${second}/scoping-requests`, asking);
  expect(again.statusCode).toBe(200);
  expect(again.json()).toEqual(first.json());
});
