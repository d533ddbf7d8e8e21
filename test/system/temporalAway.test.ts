// Temporal away, or not answering, while a referral is logged: 503, and the repeat is answered with the time of the
// first attempt. And commands that meet a workflow just going on as new: each is taken, once.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Instant } from '../../domain/calendar/instant';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import type { Answer } from './caller';
import { CaseOnItsOwn } from './caseOnItsOwn';
import { openEngine, type RealEngine } from './realEngine';
import { referralOf } from './referral';
import { untilTrue } from './until';

const calendar = workingCalendar(shippedSnapshot());

interface Opened {
  readonly reference: string;
  readonly timetable: { readonly headline: { readonly date: string } };
}

let engine: RealEngine;
beforeAll(async () => {
  engine = await openEngine();
}, 120_000);
afterAll(() => engine.close(), 60_000);

const expectProblem = ({ status, headers, text }: Answer, slug: string): void => {
  const { type, detail } = JSON.parse(text) as { readonly type: string; readonly detail: string };
  expect([status, type.split('/').at(-1)]).toEqual([503, slug]);
  expect(detail).toContain('Repeat it with the same Idempotency-Key');
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
};

/** Logs a referral while `part` is not there, and again once it is back. */
const logTwice = async (
  slug: string,
  away: { readonly begin: () => Promise<void> | void; readonly end: () => Promise<void> | void },
): Promise<void> => {
  const { caller, agencies } = engine;
  const { cases } = engine.records;
  const before = (await cases.list({ limit: 50 })).items.length;
  const asking = { method: 'POST', path: '/cases', body: referralOf(agencies), key: randomUUID() } as const;
  await away.begin();
  const from = Date.now();
  const first = await caller.ask(asking);
  const to = Date.now();
  expectProblem(first, slug);
  expect((await cases.list({ limit: 50 })).items).toHaveLength(before);
  await away.end();

  const { answer } = await caller.insist(asking);
  expect(answer.status).toBe(201);
  const { reference, timetable } = JSON.parse(answer.text) as Opened;
  const { timestamps } = await caller.read<{ timestamps: { referralReceived: string } }>(
    `/cases/${reference}`,
  );
  const received = Date.parse(timestamps.referralReceived) as Instant;
  expect(received).toBeGreaterThanOrEqual(from);
  // The time of arrival, and the first attempt had been answered long before the second came.
  expect(received).toBeLessThanOrEqual(to);
  expect(timetable.headline.date).toBe(addWorkingDays(calendar, londonDateOf(calendar, received), 15));
  expect((await caller.ask(asking)).text).toBe(answer.text);
  expect((await cases.list({ limit: 50 })).items).toHaveLength(before + 1);
};

describe('a referral logged', () => {
  it(
    'while Temporal is away is refused for now, and keeps its first receipt time',
    () =>
      logTwice('temporal-unavailable', {
        begin: () => engine.parts.kill('Temporal'),
        end: () => engine.parts.launch('Temporal'),
      }),
    60_000,
  );

  it(
    'while Temporal does not answer, too',
    () =>
      logTwice('worker-not-answering', {
        begin: () => engine.parts.signal('Temporal', 'SIGSTOP'),
        end: () => engine.parts.signal('Temporal', 'SIGCONT'),
      }),
    60_000,
  );

  it(
    'while no worker is there, too',
    () =>
      logTwice('worker-not-answering', {
        begin: () => engine.parts.kill('worker'),
        end: () => engine.parts.launch('worker'),
      }),
    90_000,
  );
});

describe('commands that race with continue-as-new', () => {
  it('are each taken exactly once', async () => {
    const one = await CaseOnItsOwn.open(engine, { historyLimit: 10 });
    const streams = [0, 1, 2, 3, 4].map(async (stream) => {
      for (const n of [1, 2, 3, 4]) await one.addAgency(`AG-${1_000 + stream * 10 + n}`);
    });
    const runs = one.watchRuns(Promise.all(streams));
    await Promise.all(streams);
    const { events } = engine.records;
    await untilTrue('all is recorded', 30_000, async () => (await events.version(one.reference)) >= 21);
    const recorded = await events.ofCase(one.reference);
    expect(recorded.map(({ number }) => number)).toEqual(recorded.map((_, index) => index + 1));
    const identified = recorded.flatMap((event) =>
      event.kind === 'AgencyIdentified' ? [event.body.agency] : [],
    );
    expect(identified).toHaveLength(20);
    expect(new Set(identified).size).toBe(20);
    expect(one.accepted).toHaveLength(20);
    expect(new Set(one.accepted.map(({ version }) => version)).size).toBe(20);
    expect((await runs).size).toBeGreaterThan(2);
    await one.close();
  }, 90_000);
});
