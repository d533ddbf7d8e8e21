// The diary of the sub-group as everything runs: a date that is moved takes the meetings with it; moved while Temporal is
// away, it stands, and the worker finds by itself who is behind.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEngine, type RealEngine } from './realEngine';
import { referralOf } from './referral';
import { untilTrue } from './until';

let engine: RealEngine;
let reference: string;
let date: string;
/** Mornings of working days inside the window of the case. */
let mornings: readonly string[];
beforeAll(async () => {
  engine = await openEngine();
}, 120_000);
afterAll(() => engine.close(), 60_000);

interface DiaryDate {
  readonly id: string;
  readonly cases: readonly { readonly reference: string; readonly followed: boolean }[];
}

const write = async <T>(path: string, body: object): Promise<T> =>
  JSON.parse((await engine.caller.insist({ path, body })).answer.text) as T;

const startsAt = async (): Promise<string | undefined> => {
  const path = `/cases/${reference}/meetings`;
  return (await engine.caller.read<{ meetings: { startsAt: string }[] }>(path)).meetings.at(-1)?.startsAt;
};

it('takes the meetings that use a date with it', async () => {
  ({ reference } = await write<{ reference: string }>('/cases', referralOf(engine.agencies.slice(0, 2))));
  const { proposals } = await engine.caller.read<{ proposals: { on: string }[] }>(
    `/cases/${reference}/meeting/proposals`,
  );
  mornings = proposals.map(({ on }) => `${on}T10:00:00.000Z`);
  ({ id: date } = await write<DiaryDate>('/sub-group-dates', { startsAt: mornings[0] }));
  await write(`/cases/${reference}/meeting`, { diaryDate: date });
  const moved = await write<DiaryDate>(`/sub-group-dates/${date}/moves`, { startsAt: mornings[1] });
  expect(moved.cases.map((one) => one.reference)).toEqual([reference]);
  await untilTrue('the meeting has followed', 30_000, async () => (await startsAt()) === mornings[1]);
}, 90_000);

it('is followed by itself, where the change could only be recorded', async () => {
  await engine.parts.kill('Temporal');
  const moved = await write<DiaryDate>(`/sub-group-dates/${date}/moves`, { startsAt: mornings[2] });
  expect(moved.cases).toEqual([{ reference, followed: false }]);
  await engine.parts.launch('Temporal');
  await engine.parts.stop('worker');
  await engine.parts.launch('worker');
  await untilTrue('the meeting has followed', 60_000, async () => (await startsAt()) === mornings[2]);
  const { cases } = await engine.caller.read<DiaryDate>(`/sub-group-dates/${date}`);
  expect(cases).toEqual([{ reference, followed: true }]);
}, 150_000);
