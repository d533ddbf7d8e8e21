// What the API counts, and what it shows of the cases: routes as patterns, problems by type, figures that are read or not
// shown at all.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { apiMetrics } from '../../api/watching/apiMetrics';
import { watchCases, type Watched } from '../../api/watching/watchCases';
import type { CaseGateway } from '../../api/writing/caseGateway';
import { watchedGateway } from '../../api/watching/watchedGateway';
import { instant } from '../../domain/calendar/instant';
import { createLogger } from '../../platform/logging/createLogger';
import { officialCalendar } from '../unit/calendars';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { CANARIES, openCase, referral } from './stories';

const registry = new Registry();
const metrics = apiMetrics(registry);
let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest({ metrics });
});
afterAll(() => under.close());

const valueIn = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};
const value = async (line: string): Promise<number | undefined> =>
  valueIn(await registry.metrics(), `rapid_review_${line}`);

test('every type of problem and every command is there at 0', async () => {
  expect(await value('problems_total{type="unauthenticated"}')).toBe(0);
  expect(await value('commands_total{command="openCase",outcome="workerAway"}')).toBe(0);
  expect(await value('command_duration_seconds_count{command="openCase"}')).toBe(0);
  expect(await value('http_responses_total{status="5xx"}')).toBe(0);
});

test('a request counts under the pattern of its route, never under its address', async () => {
  const reference = await openCase(under);
  await under.ask('GET', `/cases/${reference}`);
  await under.ask('GET', `/cases/${encodeURIComponent(CANARIES.child)}`);
  await under.ask('GET', `/${encodeURIComponent(CANARIES.child)}?name=${encodeURIComponent(CANARIES.child)}`);
  const seconds = 'http_request_duration_seconds_count';
  expect(await value(`${seconds}{method="GET",route="/cases/:reference",status="2xx"}`)).toBe(1);
  expect(await value(`${seconds}{method="GET",route="/cases/:reference",status="4xx"}`)).toBe(1);
  expect(await value(`${seconds}{method="GET",route="none",status="4xx"}`)).toBe(1);
  expect(await value('http_responses_total{status="2xx"}')).toBe(2);
  expect(await value('http_responses_total{status="4xx"}')).toBe(2);
  const text = await registry.metrics();
  for (const word of [reference, ...Object.values(CANARIES)]) expect(text).not.toContain(word);
});

test('a refusal counts by its type, also of whoever is turned away at the door', async () => {
  await under.ask('POST', '/cases', { body: referral({ receivedAt: '2026-04-30T16:20:00+01:00' }) });
  expect(await value('problems_total{type="received-in-future"}')).toBe(1);
  await under.app.inject({ method: 'GET', url: '/cases' });
  expect(await value('problems_total{type="unauthenticated"}')).toBe(1);
  expect(await value('http_request_duration_seconds_count{method="GET",route="/cases",status="4xx"}')).toBe(
    1,
  );
});

test('whoever watches is timed, and is no answer to anybody', async () => {
  const before = await value('http_responses_total{status="2xx"}');
  await under.app.inject({ method: 'GET', url: '/healthz' });
  expect(await value('http_responses_total{status="2xx"}')).toBe(before);
  expect(await value('http_request_duration_seconds_count{method="GET",route="/healthz",status="2xx"}')).toBe(
    1,
  );
});

test('nobody is left in flight', async () => {
  expect(await value('http_requests_in_flight')).toBe(0);
});

test('a command is timed, counted and left as it is', async () => {
  const { gateway } = under;
  const watched = watchedGateway(gateway, metrics);
  const command = { kind: 'closeMeeting', asked: { commandId: 'c' } } as never;
  gateway.mood = { kind: 'workerAway' };
  expect(await watched.act('RR-2026-0001' as never, command)).toEqual({ kind: 'workerAway' });
  gateway.mood = undefined;
  const broken = { act: () => Promise.reject(new Error('no')) } as unknown as CaseGateway;
  const failing = watchedGateway(broken, metrics);
  await expect(failing.act('RR-2026-0001' as never, command)).rejects.toThrow('no');
  expect(await value('commands_total{command="closeMeeting",outcome="workerAway"}')).toBe(1);
  expect(await value('commands_total{command="closeMeeting",outcome="failed"}')).toBe(1);
  expect(await value('command_duration_seconds_count{command="closeMeeting"}')).toBe(2);
});

const READINESS: Watched['readiness'] = {
  temporal: () => Promise.resolve(),
  worker: () => Promise.resolve(false),
  cases: () => Promise.resolve(undefined),
  missingKeys: () => Promise.resolve([]),
};

const shownBy = async (given: Partial<Watched>): Promise<string> => {
  const watched: Watched = {
    records: under.records,
    calendar: () => Promise.resolve(officialCalendar.snapshot),
    readiness: READINESS,
    now: () => under.clock.now,
    ...given,
  };
  const logger = createLogger({ level: 'silent', name: 'api' });
  return watchCases(new Registry(), watched, logger).metrics();
};

test('the figures are those of the records at that moment, every code at least at 0', async () => {
  const text = await shownBy({});
  expect(valueIn(text, 'rapid_review_figures_read')).toBe(1);
  expect(valueIn(text, 'rapid_review_open_cases{stage="referral"}')).toBe(1);
  expect(valueIn(text, 'rapid_review_open_cases{stage="panel"}')).toBe(0);
  expect(valueIn(text, 'rapid_review_obligations{obligation="meeting",standing="open"}')).toBe(1);
  expect(valueIn(text, 'rapid_review_obligations{obligation="meeting",standing="unnoticed"}')).toBe(0);
  expect(valueIn(text, 'rapid_review_notices_failed{template="safetyAlert"}')).toBe(0);
  expect(valueIn(text, 'rapid_review_cases_behind{lead="diary"}')).toBe(0);
  expect(valueIn(text, 'rapid_review_events')).toBeGreaterThan(0);
  expect(valueIn(text, 'rapid_review_master_keys_missing')).toBe(0);
  expect(valueIn(text, 'rapid_review_ready{check="database"}')).toBe(1);
  expect(valueIn(text, 'rapid_review_ready{check="worker"}')).toBe(0);
});

test('keys that are missing are counted', async () => {
  const missing = ['lost', 'lost-too'].map((keyId) => ({ keyId, sealed: [{ what: 'names', rows: 1 }] }));
  const readiness = { ...READINESS, missingKeys: () => Promise.resolve(missing) };
  expect(valueIn(await shownBy({ readiness }), 'rapid_review_master_keys_missing')).toBe(2);
  const unknown = { ...READINESS, missingKeys: () => Promise.reject(new Error('no answer in time')) };
  const text = await shownBy({ readiness: unknown });
  expect(valueIn(text, 'rapid_review_master_keys_missing')).toBeUndefined();
  expect(valueIn(text, 'rapid_review_figures_read')).toBe(1);
  expect(text).not.toContain('check="keys"');
});

test('the days of the calendar go down to its end, and below 0 after it', async () => {
  const { confirmedTo } = officialCalendar.snapshot;
  const daysLeft = async (now: string): Promise<number | undefined> =>
    valueIn(await shownBy({ now: () => instant(Date.parse(now)) }), 'rapid_review_calendar_days_left');
  expect(await daysLeft(`${confirmedTo}T12:00:00Z`)).toBe(0);
  expect(await daysLeft('2026-03-30T23:30:00Z')).toBe(
    Math.round((Date.parse(confirmedTo) - Date.parse('2026-03-31')) / 86_400_000),
  );
  expect(await daysLeft('2199-01-01T12:00:00Z')).toBe(-1);
});

test('what cannot be read is not shown as it was, nor as 0', async () => {
  let away = false;
  const { figures, ...others } = under.records;
  const records = {
    ...others,
    figures: {
      at: (...asked: Parameters<typeof figures.at>) =>
        away ? Promise.reject(new Error('away')) : figures.at(...asked),
    },
  };
  const logger = createLogger({ level: 'silent', name: 'api' });
  let now = under.clock.now;
  const watched: Watched = {
    records,
    calendar: () => Promise.resolve(officialCalendar.snapshot),
    readiness: READINESS,
    now: () => now,
  };
  const ticks = { ms: 0 };
  const shown = watchCases(new Registry(), watched, logger, () => ticks.ms);
  expect(valueIn(await shown.metrics(), 'rapid_review_events')).toBeGreaterThan(0);
  away = true;
  now = instant(now + 60_000);
  ticks.ms += 60_000;
  const text = await shown.metrics();
  expect(valueIn(text, 'rapid_review_figures_read')).toBe(0);
  expect(
    text.split('\n').filter((line) => /^rapid_review_(open|obl|not|cases|events|cal)/.test(line)),
  ).toEqual([]);
  away = false;
  expect(valueIn(await shown.metrics(), 'rapid_review_figures_read')).toBe(1);
});
