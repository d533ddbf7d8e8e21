// Temporal and worker die at the worst moment: the case has decided, and is just recording. What the records then hold must be
// what the case decided, and not a decision that was lost with the server and is taken anew at another time.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { openEngine, type RealEngine } from './realEngine';
import { referralOf } from './referral';
import { untilTrue } from './until';
import { verdictOf } from '../records/chainVerdict';

let engine: RealEngine;
beforeAll(async () => {
  engine = await openEngine();
}, 180_000);
afterAll(() => engine.close(), 60_000);

const openCase = async (): Promise<CaseReference> => {
  const { answer } = await engine.caller.insist({ path: '/cases', body: referralOf() });
  return (JSON.parse(answer.text) as { reference: CaseReference }).reference;
};

const somebodyWaitsForTheCase = async (): Promise<boolean> => {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity where wait_event_type = 'Lock'`.execute(engine.database);
  return rows[0]?.waiting === 1;
};

/** Holds the row that every recording of the case must have, for as long as the work lasts. */
const whileNobodyCanRecord = (reference: CaseReference, work: () => Promise<void>): Promise<void> =>
  engine.database.transaction().execute(async (transaction) => {
    await transaction
      .selectFrom('case_head')
      .select('number')
      .where('reference', '=', reference)
      .forUpdate()
      .execute();
    await work();
  });

it('has recorded what the case decided, when server and worker died while it was recorded', async () => {
  const { caller, parts, records, agencies } = engine;
  const reference = await openCase();
  const [one = '', two = ''] = agencies;
  const before = await records.events.version(reference);
  const path = `/cases/${reference}/agencies`;
  const act = { method: 'POST', path, body: { agency: one }, key: randomUUID() } as const;
  let asked: Promise<unknown> = Promise.resolve();
  await whileNobodyCanRecord(reference, async () => {
    asked = caller.ask(act).catch(() => undefined);
    await untilTrue('the worker is just recording', 10_000, somebodyWaitsForTheCase);
    await parts.kill('Temporal');
  });
  await untilTrue('it is recorded', 10_000, async () => (await records.events.version(reference)) > before);
  await asked;
  // The worker would tell the server afterwards what it had decided.
  await parts.kill('worker');
  await parts.launch('Temporal');
  await parts.launch('worker');

  // The same again, and something new: neither is possible for a case that its own records contradict.
  await caller.insist(act, 60_000);
  await caller.insist({ path, body: { agency: two } }, 60_000);
  await untilTrue('the new one is recorded as well', 60_000, async () => {
    return (await records.events.version(reference)) >= before + 2;
  });
  const events = await records.events.ofCase(reference);
  expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  const identified = events.flatMap((event) =>
    event.kind === 'AgencyIdentified' ? [event.body.agency] : [],
  );
  expect(identified).toEqual([one, two]);
  expect(await verdictOf(engine.database, reference)).toEqual({
    cases: 1,
    checked: events.length,
    broken: [],
  });
}, 180_000);
