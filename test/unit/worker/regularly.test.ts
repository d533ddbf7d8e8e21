// The worker asks by itself who is behind the diary: at once, regularly, never twice at a time, and not after its end.

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { regularly, untilDone } from '../../../worker/regularly';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const EVERY = 60_000;

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
    EVERY,
  );
  expect(asked).toBe(1);
  await jest.advanceTimersByTimeAsync(EVERY);
  await jest.advanceTimersByTimeAsync(EVERY);
  expect([asked, warned.length]).toEqual([3, 1]);
  stop();
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
  const stop = regularly('the diary', diary.followDiary, { warn: () => undefined }, EVERY);
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect(asked).toBe(1);
  stop();
});

test('where it is to be done once: again after each failure, and no more once it is done or stopped', async () => {
  let tried = 0;
  const warned: unknown[] = [];
  const logger = { warn: (...line: unknown[]) => void warned.push(line) };
  const doneAtTry = (nth: number) => () => {
    tried += 1;
    return tried < nth ? Promise.reject(new Error('Temporal is busy')) : Promise.resolve();
  };
  untilDone('the schedule', doneAtTry(3), logger, EVERY);
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect([tried, warned.length]).toEqual([3, 2]);
  tried = 0;
  const stop = untilDone('the schedule', doneAtTry(100), logger, EVERY);
  await jest.advanceTimersByTimeAsync(EVERY);
  stop();
  await jest.advanceTimersByTimeAsync(5 * EVERY);
  expect(tried).toBe(2);
});
