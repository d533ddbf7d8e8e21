// What is answered while a part of the system is away: which part, whether the write may have been taken, and that
// repeating is safe. Nothing of the inside.

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Check } from '../../api/health/readiness';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { openCase, problemIn, referral } from './stories';

let under: ApiUnderTest;
let reference: string;
const ready = { temporal: true, worker: true, cases: undefined as string | undefined, keys: true };
beforeAll(async () => {
  under = await apiUnderTest({
    readiness: {
      temporal: () =>
        ready.temporal ? Promise.resolve() : Promise.reject(new Error('14 UNAVAILABLE 10.0.0.7')),
      worker: () => Promise.resolve(ready.worker),
      cases: () => Promise.resolve(ready.cases),
      missingKeys: () => (ready.keys ? Promise.resolve([]) : Promise.reject(new Error('no answer in time'))),
    },
  });
  reference = await openCase(under);
});
afterAll(() => under.close());
afterEach(() => {
  under.gateway.mood = undefined;
  Object.assign(ready, { temporal: true, worker: true, cases: undefined, keys: true });
});

test.each([
  ['temporalAway', '/problems/temporal-unavailable', '5'],
  ['workerAway', '/problems/worker-not-answering', '10'],
] as const)('%s while an agency is added', async (kind, type, seconds) => {
  const asking = { body: { agency: 'AG-0003' }, key: newKey() };
  under.gateway.mood = { kind };
  const answer = await under.ask('POST', `/cases/${reference}/agencies`, asking);
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe(seconds);
  expect(problemIn(answer).type).toBe(type);
  expect(problemIn(answer).detail).toContain('may have been taken all the same');
  expect(problemIn(answer).detail).toContain('Repeat it with the same Idempotency-Key');
});

test('an unknown case is not taken for one that the records do not know yet', async () => {
  under.gateway.mood = { kind: 'temporalAway' };
  const answer = await under.ask('POST', '/cases/RR-2026-7777/agencies', { body: { agency: 'AG-0001' } });
  expect(problemIn(answer).type).toBe('/problems/temporal-unavailable');
});

test('a case for which nothing runs any more says so', async () => {
  under.gateway.mood = { kind: 'notRunning' };
  const answer = await under.ask('POST', `/cases/${reference}/agencies`, { body: { agency: 'AG-0003' } });
  expect(answer.statusCode).toBe(409);
  expect(problemIn(answer).type).toBe('/problems/case-closed');
});

test('R22: one that was merged, and for which nothing runs any more, names the case that goes on', async () => {
  const [merged, into] = [await openCase(under), await openCase(under)];
  expect((await under.ask('POST', `/cases/${into}/duplicates`, { body: { of: merged } })).statusCode).toBe(
    200,
  );
  const body = { as: 'merged', reason: 'Logged twice' };
  const settled = await under.ask('POST', `/cases/${into}/duplicates/${merged}/settlement`, { body });
  expect(settled.statusCode).toBe(200);
  under.gateway.mood = { kind: 'notRunning' };
  const answer = await under.ask('POST', `/cases/${merged}/agencies`, { body: { agency: 'AG-0003' } });
  expect(problemIn(answer)).toMatchObject({ status: 409, type: '/problems/case-ended' });
  expect(problemIn(answer).detail).toContain(`Act on ${into}, which goes on for it.`);
});

describe('without a database', () => {
  const nowhere = connect('postgres://nobody:nothing@127.0.0.1:1/none');
  afterAll(() => nowhere.destroy());
  let away: ApiUnderTest;
  beforeAll(async () => {
    away = await apiUnderTest({
      records: createRecords(nowhere, { master: under.ring }),
      identity: under.identity,
    });
  });
  afterAll(() => away.close());
  const asToken = () => ({ as: null, headers: { authorization: `Bearer ${under.tokens.coordinator}` } });

  test('reading and writing are answered with 503', async () => {
    for (const answer of [
      await away.ask('GET', '/cases', asToken()),
      await away.ask('POST', '/cases', { body: referral({ agencies: [] }), ...asToken() }),
    ]) {
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('5');
      expect(problemIn(answer).type).toBe('/problems/records-unavailable');
      expect(answer.body).not.toMatch(/127\.0\.0\.1|ECONN|nobody/);
    }
  });

  test('the process is alive, and not ready', async () => {
    expect((await away.ask('GET', '/healthz', { as: null })).statusCode).toBe(200);
    const answer = await away.ask('GET', '/readyz', { as: null });
    expect(answer.statusCode).toBe(503);
    expect(answer.json<{ checks: Check[] }>().checks.find(({ name }) => name === 'database')).toEqual({
      name: 'database',
      ok: false,
      why: 'The database does not answer.',
    });
  });
});

describe('readiness', () => {
  const asked = async () => {
    const answer = await under.ask('GET', '/readyz', { as: null });
    const { ok, checks } = answer.json<{ ok: boolean; checks: Check[] }>();
    return { status: answer.statusCode, ok, bad: checks.filter((check) => !check.ok) };
  };

  test('everything is there', async () => {
    expect(await asked()).toEqual({ status: 200, ok: true, bad: [] });
  });
  test('a database too slow to count keys is no reason to serve nobody', async () => {
    ready.keys = false;
    expect(await asked()).toEqual({ status: 200, ok: true, bad: [] });
  });
  test('Temporal is away', async () => {
    ready.temporal = false;
    const { status, bad } = await asked();
    expect(status).toBe(503);
    expect(bad).toEqual([{ name: 'temporal', ok: false, why: 'The Temporal server does not answer.' }]);
  });
  test('no worker polls', async () => {
    ready.worker = false;
    expect(await asked()).toMatchObject({ status: 503, bad: [{ name: 'worker' }] });
  });
  test('the records and Temporal do not hold the same cases', async () => {
    ready.cases = 'The records have 2 cases that Temporal does not run.';
    expect(await asked()).toEqual({
      status: 503,
      ok: false,
      bad: [{ name: 'cases', ok: false, why: ready.cases }],
    });
  });
});

test('the end of the calendar is said from sixty days before, and fails only when today is not covered', async () => {
  const before = under.clock.now;
  const askedOn = async (year: number, month: number, day: number) => {
    under.clock.now = Date.UTC(year, month, day) as typeof before;
    const { statusCode, body } = await under.ask('GET', '/readyz', { as: null });
    return [statusCode, /official list[^"]*/.exec(body)?.[0]];
  };
  expect(await askedOn(2028, 10, 1)).toEqual([200, undefined]);
  const ends = 'official list of bank holidays ends on Sunday 31 December 2028: extend the calendar.';
  expect(await askedOn(2028, 10, 2)).toEqual([200, ends]);
  const [status, ended] = await askedOn(2029, 0, 2);
  expect(status).toBe(503);
  expect(ended).toContain('ended on Sunday 31 December 2028');
  under.clock.now = before;
});

test('what nobody foresaw is a 500 without a word about the inside', async () => {
  const broken = { ...under.records.cases, list: () => Promise.reject(new Error('the name of a child')) };
  const other = await apiUnderTest({
    records: { ...under.records, cases: broken },
    identity: under.identity,
  });
  const authorization = `Bearer ${under.tokens.coordinator}`;
  const answer = await other.ask('GET', '/cases', { as: null, headers: { authorization } });
  expect(answer.statusCode).toBe(500);
  expect(problemIn(answer).type).toBe('/problems/unexpected');
  expect(answer.body).not.toContain('name of a child');
  expect(other.log()).toContain('"problem":"unexpected"');
  expect(other.log()).not.toContain('name of a child');
  await other.close();
});

test('what is sealed under a key that is missing says so, and so does readiness; all else goes on', async () => {
  const master = keyRingOf([{ id: 'another', bytes: randomBytes(32) }]);
  const other = await apiUnderTest({
    records: createRecords(under.database, { master }),
    identity: under.identity,
  });
  const ask = (url: string) =>
    other.ask('GET', url, { as: null, headers: { authorization: `Bearer ${under.tokens.coordinator}` } });
  const answer = await ask(`/cases/${reference}/particulars`);
  expect(answer.statusCode).toBe(500);
  expect(problemIn(answer)).toMatchObject({
    type: '/problems/key-missing',
    detail: expect.stringContaining('once it is put back'),
  });
  expect(other.log()).toContain(`"type":"UnknownKey","keyId":"${under.ring.current.id}"`);
  expect((await ask(`/cases/${reference}`)).statusCode).toBe(200);
  const keysOf = async (api: ApiUnderTest) => {
    const { statusCode, body } = await api.ask('GET', '/readyz', { as: null });
    const { checks } = JSON.parse(body) as { checks: Check[] };
    return [statusCode, checks.find(({ name }) => name === 'keys')?.why];
  };
  expect(await keysOf(other)).toEqual([
    200,
    expect.stringMatching(/^What is sealed under 1 master key cannot be read/),
  ]);
  expect(await keysOf(under)).toEqual([200, undefined]);
  await other.close();
});

test('too many requests of one person are held back, but not those who watch', async () => {
  const slow = await apiUnderTest({ requestsPerMinute: 3 });
  const statuses: number[] = [];
  for (let asked = 0; asked < 6; asked += 1) statuses.push((await slow.ask('GET', '/cases')).statusCode);
  // The first was of somebody at their address.
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  const answer = await slow.ask('GET', '/cases');
  expect(problemIn(answer).type).toBe('/problems/too-many-requests');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect((await slow.ask('GET', '/healthz', { as: null })).statusCode).toBe(200);
  await slow.close();
});

test('a token that was revoked takes nothing from whoever had it', async () => {
  const slow = await apiUnderTest({ requestsPerMinute: 3 });
  const { people } = slow.records;
  const shown = async (token: string): Promise<number> =>
    (await slow.app.inject({ url: '/cases', headers: { authorization: `Bearer ${token}` } })).statusCode;
  const first = slow.tokens.coordinator;
  expect(await shown(first)).toBe(200);
  const known = await people.list();
  const revoked = known.find(({ actor }) => actor === slow.actors.coordinator);
  if (revoked === undefined) throw new Error('the coordinator has no token');
  await people.revoke(revoked.tokenId, slow.clock.now);
  const { token } = await people.issue({
    role: 'coordinator',
    person: '',
    actor: slow.actors.coordinator,
    at: slow.clock.now,
  });
  expect(await shown(token)).toBe(200);
  // Once it is known that it has ended, whoever shows it is somebody at their address.
  expect([await shown(first), await shown(first), await shown(first)]).toEqual([401, 401, 429]);
  expect(await shown(token)).toBe(200);
  await slow.close();
});

test('who guesses tokens, links or addresses is held back, and the team is not', async () => {
  const slow = await apiUnderTest({ requestsPerMinute: 3, trustedProxies: ['127.0.0.1'] });
  const statusesOf = async (url: string, from: string): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 5; asked += 1)
      statuses.push((await slow.app.inject({ url, headers: { 'x-forwarded-for': from } })).statusCode);
    return statuses;
  };
  const link = `/answers/RR-2026-0001/AG-0001/${'A'.repeat(22)}`;
  expect(await statusesOf(link, '192.0.2.1')).toEqual([404, 404, 404, 429, 429]);
  expect(await statusesOf('/nothing-here', '192.0.2.1')).toEqual([404, 404, 404, 429, 429]);
  expect(await statusesOf('/cases', '192.0.2.1')).toEqual([401, 401, 401, 429, 429]);
  // From elsewhere behind the same proxy nothing of it is felt.
  expect(await statusesOf('/safety-notice', '192.0.2.2')).toEqual([401, 401, 401, 429, 429]);
  expect((await slow.ask('GET', '/cases')).statusCode).toBe(200);
  await slow.close();
});

test('who guesses tokens takes nothing from who is at work at the same address, and a concern says what else to do', async () => {
  const slow = await apiUnderTest({ requestsPerMinute: 3 });
  const guess = () =>
    slow.app.inject({ url: '/cases', headers: { authorization: 'Bearer rr_TK-9999_guess' } });
  expect((await slow.ask('GET', '/cases')).statusCode).toBe(200);
  expect([(await guess()).statusCode, (await guess()).statusCode, (await guess()).statusCode]).toEqual([
    401, 401, 429,
  ]);
  expect((await slow.ask('GET', '/cases')).statusCode).toBe(200);
  const concern = await slow.app.inject({ method: 'POST', url: '/cases/RR-2026-0001/safety-concerns' });
  expect([concern.statusCode, problemIn(concern).detail]).toEqual([429, expect.stringContaining('ring 999')]);
  await slow.close();
});
