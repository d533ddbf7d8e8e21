// A change of the calendar accepted as everything runs, while worker, API and Temporal are killed one after the other: every
// open case follows, each once, those opened meanwhile too; no agency is told twice of one date; nothing is lost or doubled (R7, R9).

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, type CivilDate } from '../../domain/calendar/civilDate';
import { workingCalendar, addWorkingDays } from '../../domain/calendar/workingCalendar';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/references';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { openEngine, type RealEngine } from './realEngine';
import { referralOf } from './referral';
import type { Part } from './parts';
import { untilTrue } from './until';
import { verdictOf } from '../records/chainVerdict';
import { dumpOf } from '../../records/cases/dump';

const CASES = 24;
const SETTLES_MS = 150_000;

let engine: RealEngine;
const references: CaseReference[] = [];
let day: CivilDate;
beforeAll(async () => {
  engine = await openEngine();
  const now = Date.now() as Instant;
  const calendar = workingCalendar(await engine.records.holidays.snapshot(now));
  // Every case received today counts over it.
  day = addWorkingDays(calendar, londonDayAt(now), 4);
}, 120_000);
afterAll(() => engine.close(), 60_000);

const write = async <T>(path: string, body: object): Promise<T> =>
  JSON.parse((await engine.caller.insist({ path, body })).answer.text) as T;

const openCase = async (): Promise<CaseReference> => {
  const { reference } = await write<{ reference: CaseReference }>(
    '/cases',
    referralOf(engine.agencies.slice(0, 2)),
  );
  references.push(reference);
  return reference;
};

interface Preview {
  readonly version: string;
  readonly casesThatMove: number;
  readonly openCases: number;
}
const asked = () => ({ list: [{ date: day, title: 'Day of Mourning' }] });
const preview = async (body: object): Promise<Preview> =>
  JSON.parse(
    (await engine.caller.ask({ method: 'POST', path: '/calendar-changes/preview', body })).text,
  ) as Preview;

const accept = async (body: object, struck: readonly (readonly [Part, number])[]): Promise<number> => {
  const { version } = await preview(body);
  const striking = struck.map(async ([part, afterMs]) => {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await engine.parts.kill(part);
    await engine.parts.launch(part);
  });
  const { number } = await write<{ number: number }>('/calendar-changes', {
    preview: version,
    ...body,
    authority: 'Royal Proclamation, invented',
    reason: 'A test of it.',
  });
  await Promise.all(striking);
  return number;
};

const everybodyFollows = (): Promise<void> =>
  untilTrue('nobody is behind', SETTLES_MS, async () => {
    const behind = await engine.records.calendarChanges.casesBehind(undefined, 1).catch(() => undefined);
    return behind?.length === 0;
  });

/** The adoptions of a case, by the number of the change. */
const adoptionsOf = async (reference: CaseReference): Promise<readonly number[]> =>
  (await engine.records.events.ofCase(reference)).flatMap((event) =>
    event.kind === 'CalendarAdopted' ? [event.body.change] : [],
  );

/** Whoever has been told of a date is told of the next one from there; at night nobody has been told of any yet. */
const isToldOfEachDateOnce = async (reference: CaseReference): Promise<void> => {
  const known = new Map<string, CivilDate>();
  for (const event of await engine.records.events.ofCase(reference)) {
    if (event.kind !== 'AgencyToldOfDates') continue;
    for (const { key, was, due } of event.body.moves) {
      expect({ key, was }).toEqual({ key, was: known.get(key) ?? was });
      expect(due).not.toBe(was);
      known.set(key, due);
    }
  }
};

it('reaches every open case once, whatever dies while it is brought, and those opened meanwhile (R9)', async () => {
  for (let n = 0; n < CASES; n += 1) await openCase();
  for (const reference of references.slice(0, 4)) await write(`/cases/${reference}/scoping-requests`, {});
  const before = await preview(asked());
  expect([before.openCases, before.casesThatMove]).toEqual([CASES, CASES]);
  const [number] = await Promise.all([
    accept(asked(), [
      ['worker', 150],
      ['Temporal', 400],
      ['API', 700],
    ]),
    openCase(),
  ]);
  await everybodyFollows();
  for (const reference of references.slice(0, CASES)) expect(await adoptionsOf(reference)).toEqual([number]);
  // Opened while it was accepted: before or after, and perhaps recorded late, but with the new day.
  await untilTrue('the case opened meanwhile counts with the new day', SETTLES_MS, async () => {
    const last = references.at(-1);
    const found = last === undefined ? undefined : await engine.records.cases.stateOf(last);
    return found?.calendar.snapshot.holidays.some(({ date }) => date === day) === true;
  });
}, 300_000);

it('is taken back in the same way, two changes at once end at the last, and no agency is told twice of one date', async () => {
  const { version } = await preview({ withdraw: [day] });
  const body = { preview: version, withdraw: [day], authority: 'Proclaimed by mistake', reason: 'A test.' };
  const other = { list: [{ date: addDays(day, 7), title: 'Other day' }] };
  const both = await Promise.all([
    engine.caller.ask({ method: 'POST', path: '/calendar-changes', body, key: 'take-back-0001' }),
    engine.caller.ask({
      method: 'POST',
      path: '/calendar-changes',
      body: { ...other, preview: (await preview(other)).version, authority: 'Another', reason: 'A test.' },
      key: 'another-day-0001',
    }),
  ]);
  // Whoever was second has a stale preview.
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  await everybodyFollows();
  for (const reference of references) {
    const numbers = await adoptionsOf(reference);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    await isToldOfEachDateOnce(reference);
    expect((await verdictOf(engine.database, reference)).broken).toEqual([]);
  }
  // Other projections than the events make would show here.
  const dump = await dumpOf(engine.database);
  await engine.records.cases.rebuildAll();
  expect(await dumpOf(engine.database)).toBe(dump);
}, 300_000);
