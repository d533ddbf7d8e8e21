// What came with the cases that were merged into one, over HTTP (R22): their receipts, shown each by itself and put right each by itself
// (R8), and what they knew of the incident that does not fit (R3).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { openCase } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

interface CaseShown {
  readonly timestamps: { readonly referralReceived: string };
  readonly duplicates: readonly object[];
  readonly agencies: readonly { readonly identified: string }[];
}

const REASON = 'Canaryreason to put it right';
const act = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await under.ask('POST', path, { body, key: newKey(), headers });
  expect([path, answer.statusCode, answer.body.slice(0, 300)]).toEqual([path, 200, expect.anything()]);
  return answer;
};

test('R8, R22: each is corrected by itself, and the earliest counts', async () => {
  const one = await openCase(under);
  const of = await openCase(under, { receivedAt: '2026-03-27T09:00:00Z' });
  await act(`/cases/${one}/duplicates`, { of });
  await act(`/cases/${one}/duplicates/${of}/settlement`, { as: 'merged', reason: REASON });
  const own = (await under.ask('GET', `/cases/${one}`)).json<{ readonly receivedItself: string }>()
    .receivedItself;
  const path = `/cases/${one}/timestamps/referralReceived/corrections`;

  const correction = { at: '2026-03-28T12:00:00Z', reason: REASON };
  const seen = await under.ask('POST', `${path}/preview`, { body: correction });
  expect(seen.json()).toMatchObject({
    moves: [],
    warnings: [{ about: 'otherReceiptCounts', of, on: '2026-03-27' }],
  });
  await act(path, correction, { 'if-match': String(seen.headers.etag) });
  expect((await under.ask('GET', `/cases/${one}`)).json()).toMatchObject({
    timestamps: { referralReceived: '2026-03-27T09:00:00.000Z' },
    receivedItself: '2026-03-28T12:00:00.000Z',
    duplicates: [{ of, settled: 'absorbed', receivedAt: '2026-03-27T09:00:00.000Z' }],
  });

  const ofOther = { at: '2026-03-29T12:00:00Z', of, reason: REASON };
  const next = await under.ask('POST', `${path}/preview`, { body: ofOther });
  await act(path, ofOther, { 'if-match': String(next.headers.etag) });
  const { events } = (await under.ask('GET', `/cases/${one}/chronology`)).json<{
    readonly events: readonly { readonly kind: string; readonly what: string }[];
  }>();
  expect(events.flatMap(({ kind, what }) => (kind === 'TimestampCorrected' ? [what] : []))).toEqual([
    expect.stringContaining(
      'Corrected: the receipt of the referral was on Saturday 28 March 2026 at 12:00, not on',
    ),
    `Corrected: the receipt of ${of} was on Sunday 29 March 2026 at 13:00, not on Friday 27 March 2026 at 09:00. An earlier receipt counts, on Saturday 28 March 2026 at 12:00.`,
  ]);
  expect(own).not.toBe('2026-03-28T12:00:00.000Z');
});

test('R8, R22: those of a chain are handed on, each of its own case', async () => {
  const last = await openCase(under);
  const one = await openCase(under, { receivedAt: '2026-03-28T09:00:00Z', agencies: [] });
  const of = await openCase(under, { receivedAt: '2026-03-27T09:00:00Z' });
  await act(`/cases/${one}/duplicates`, { of });
  await act(`/cases/${one}/duplicates/${of}/settlement`, { as: 'merged', reason: REASON });
  await act(`/cases/${last}/duplicates`, { of: one });
  await act(`/cases/${last}/duplicates/${one}/settlement`, { as: 'merged', reason: REASON });
  const shown = async () => (await under.ask('GET', `/cases/${last}`)).json<CaseShown>();
  const { duplicates, agencies } = await shown();
  expect(duplicates).toEqual([
    { of: one, settled: 'absorbed', receivedAt: '2026-03-28T09:00:00.000Z' },
    { of, settled: 'absorbed', receivedAt: '2026-03-27T09:00:00.000Z' },
  ]);
  expect(agencies).not.toEqual([]);
  expect(agencies.map(({ identified }) => identified)).toEqual(agencies.map(() => 'withReferral'));

  expect((await under.ask('GET', `/cases/${last}/chronology`)).body).toContain(
    `${one} was merged into this case, which counts from the earlier receipt of ${of}, on Friday 27 March 2026 at 09:00,`,
  );

  const path = `/cases/${last}/timestamps/referralReceived/corrections`;
  const body = { at: '2026-03-29T12:00:00Z', of, reason: REASON };
  const seen = await under.ask('POST', `${path}/preview`, { body });
  expect(seen.json()).toMatchObject({
    warnings: expect.arrayContaining([
      expect.objectContaining({ about: 'otherReceiptCounts', of: one, on: '2026-03-28' }),
    ]),
  });
  await act(path, body, { 'if-match': String(seen.headers.etag) });
  const after = await shown();
  expect(after.timestamps.referralReceived).toBe('2026-03-28T09:00:00.000Z');
  // They were on the last of the chain, and not on the one between.
  expect(after.agencies.map(({ identified }) => identified)).toEqual(
    agencies.map(() => '2026-03-29T12:00:00.000Z'),
  );
});

test('R22: whoever the other had found is known since then, also where that one is merged itself', async () => {
  const last = await openCase(under, { agencies: ['AG-0001', 'AG-0002'] });
  const one = await openCase(under, { receivedAt: '2026-03-28T09:00:00Z', agencies: ['AG-0002'] });
  const of = await openCase(under, { receivedAt: '2026-03-23T09:00:00Z', agencies: [] });
  for (const agency of ['AG-0001', 'AG-0002'])
    await act(`/cases/${of}/agencies`, {
      agency,
      identifiedAt: agency === 'AG-0001' ? '2026-03-27T10:00:00Z' : '2026-03-29T10:00:00Z',
    });
  const known = async (reference: string) =>
    (await under.ask('GET', `/cases/${reference}`))
      .json<CaseShown>()
      .agencies.map(({ identified }) => identified);
  await act(`/cases/${one}/duplicates`, { of });
  await act(`/cases/${one}/duplicates/${of}/settlement`, { as: 'merged', reason: REASON });
  expect(await known(one)).toEqual(['2026-03-28T09:00:00.000Z']);
  await act(`/cases/${last}/duplicates`, { of: one });
  await act(`/cases/${last}/duplicates/${one}/settlement`, { as: 'merged', reason: REASON });
  expect(await known(last)).toEqual(['2026-03-27T10:00:00.000Z', '2026-03-28T09:00:00.000Z']);
});

test('R3, R22: a moment that does not fit is warned of, and handed on where the case is merged itself', async () => {
  const one = await openCase(under);
  const of = await openCase(under);
  const last = await openCase(under);
  await act(`/cases/${one}/timestamps`, { timestamp: 'localAuthorityAware', at: '2026-03-28T10:00:00Z' });
  await act(`/cases/${of}/timestamps`, { timestamp: 'notificationSent', at: '2026-03-27T12:00:00Z' });
  await act(`/cases/${one}/duplicates`, { of });
  await act(`/cases/${one}/duplicates/${of}/settlement`, { as: 'merged', reason: REASON });
  const warned = { about: 'momentOfMerged', what: 'notificationSent', at: '2026-03-27T12:00:00.000Z' };
  expect((await under.ask('GET', `/cases/${one}`)).json()).toMatchObject({
    timestamps: { localAuthorityAware: '2026-03-28T10:00:00.000Z' },
    warnings: expect.arrayContaining([expect.objectContaining({ ...warned, of })]),
  });
  await act(`/cases/${last}/duplicates`, { of: one });
  await act(`/cases/${last}/duplicates/${one}/settlement`, { as: 'merged', reason: REASON });
  expect((await under.ask('GET', `/cases/${last}`)).json()).toMatchObject({
    timestamps: { localAuthorityAware: '2026-03-28T10:00:00.000Z' },
    warnings: expect.arrayContaining([expect.objectContaining({ ...warned, of: one })]),
  });
});
