// The worker asks by itself who is behind the diary: at once, regularly, never twice at a time, and not after its end.

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { HOUR, instant } from '../../../domain/calendar/instant';
import { ENDS_WITHIN_MS, regularly, untilDone } from '../../../worker/regularly';
import { sweepDossierHourly } from '../../../worker/sweepDossier';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const EVERY = 60_000;
const silent = { warn: () => undefined };

test('at once, and every so often until it is stopped; a failure is logged and keeps nothing from going on', async () => {
  let asked = 0;
  const warned: unknown[] = [];
  const diary = {
    followDiary: () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('the records are away')) : Promise.resolve();
    },
  };
  const stop = regularly(
    'the diary',
    diary.followDiary,
    { warn: (...line: unknown[]) => void warned.push(line) },
    { everyMs: EVERY },
  );
  expect(asked).toBe(1);
  await jest.advanceTimersByTimeAsync(EVERY);
  await jest.advanceTimersByTimeAsync(EVERY);
  expect([asked, warned.length]).toEqual([3, 1]);
  await stop();
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect(asked).toBe(3);
});

test('never while it is still at it', async () => {
  let asked = 0;
  const diary = {
    followDiary: () => {
      asked += 1;
      return new Promise<void>(() => undefined);
    },
  };
  const stop = regularly('the diary', diary.followDiary, silent, { everyMs: EVERY });
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect(asked).toBe(1);
  void stop();
});

test('a round that is stopped hears so and is waited for; that it fails by that is no news', async () => {
  const warned: unknown[] = [];
  const ended: string[] = [];
  const work = async (stopping: AbortSignal): Promise<void> => {
    await new Promise((resolve) => stopping.addEventListener('abort', resolve));
    await new Promise((resolve) => setTimeout(resolve, ENDS_WITHIN_MS / 2));
    ended.push('the round');
    throw new Error('the worker is going down');
  };
  const stop = regularly('the diary', work, { warn: (...line: unknown[]) => void warned.push(line) });
  const stopped = stop().then(() => ended.push('the worker'));
  await jest.advanceTimersByTimeAsync(ENDS_WITHIN_MS);
  await stopped;
  expect(ended).toEqual(['the round', 'the worker']);
  expect(warned).toEqual([]);
});

test('one that does not end is waited for so long, and no longer', async () => {
  const stop = regularly('the diary', () => new Promise<void>(() => undefined), silent);
  let left = false;
  const stopped = stop().then(() => (left = true));
  await jest.advanceTimersByTimeAsync(ENDS_WITHIN_MS - 1);
  expect(left).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  await stopped;
  expect(left).toBe(true);
});

test('the dossier is swept an hour after the start, and every hour then', async () => {
  const sweptBefore: number[] = [];
  const dossier = {
    sweepPending: (before: number) => Promise.resolve(sweptBefore.push(before)),
  };
  const stop = sweepDossierHourly({ dossier }, () => instant(100 * HOUR), {
    ...silent,
    info: () => undefined,
  });
  await jest.advanceTimersByTimeAsync(HOUR - 1);
  expect(sweptBefore).toEqual([]);
  await jest.advanceTimersByTimeAsync(1 + HOUR);
  expect(sweptBefore).toEqual([76 * HOUR, 76 * HOUR]);
  await stop();
});

// The texts of an opening that the records could not take for a day lie there without its event, until the recorder has tried again.
test('the dossier is swept of nothing in the first round in which the records answer again', async () => {
  const sweptBefore: number[] = [];
  let away = true;
  const dossier = {
    sweepPending: (before: number) =>
      away
        ? Promise.reject(new Error('the records are away'))
        : Promise.resolve(sweptBefore.push(before) && 0),
  };
  const stop = sweepDossierHourly({ dossier }, () => instant(100 * HOUR), {
    ...silent,
    info: () => undefined,
  });
  await jest.advanceTimersByTimeAsync(30 * HOUR);
  away = false;
  await jest.advanceTimersByTimeAsync(2 * HOUR);
  expect(sweptBefore).toEqual([0, 76 * HOUR]);
  await stop();
});

test('where it is to be done once: again after each failure, and no more once it is done or stopped', async () => {
  let tried = 0;
  const warned: unknown[] = [];
  const logger = { warn: (...line: unknown[]) => void warned.push(line) };
  const doneAtTry = (nth: number) => () => {
    tried += 1;
    return tried < nth ? Promise.reject(new Error('Temporal is busy')) : Promise.resolve();
  };
  untilDone('the schedule', doneAtTry(3), logger, { everyMs: EVERY });
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect([tried, warned.length]).toEqual([3, 2]);
  tried = 0;
  const stop = untilDone('the schedule', doneAtTry(100), logger, { everyMs: EVERY });
  await jest.advanceTimersByTimeAsync(EVERY);
  await stop();
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect(tried).toBe(2);
});
