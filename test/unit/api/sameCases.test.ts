// When the records and Temporal are said to hold different cases: not before a minute has gone, and not where they cannot be counted.

import { beforeEach, expect, test } from '@jest/globals';
import { sameCases } from '../../../api/health/sameCases';

const SECOND = 1_000;

let counted: { inRecords: number; running: number | Error };
let now: number;
let warned: number;
let ask: () => Promise<string | undefined>;
beforeEach(() => {
  counted = { inRecords: 3, running: 3 };
  now = 0;
  warned = 0;
  ask = sameCases({
    inRecords: () => Promise.resolve(counted.inRecords),
    running: () =>
      counted.running instanceof Error ? Promise.reject(counted.running) : Promise.resolve(counted.running),
    now: () => now,
    logger: { warn: () => void (warned += 1) },
  });
});
const askedAt = (seconds: number): Promise<string | undefined> => {
  now = seconds * SECOND;
  return ask();
};

test('as many in both are the same', async () => {
  expect(await askedAt(0)).toBeUndefined();
  expect(await askedAt(3_600)).toBeUndefined();
});

test('records that were lost, or restored from before, are said once it has stood for a minute', async () => {
  counted = { inRecords: 0, running: 1 };
  expect(await askedAt(0)).toBeUndefined();
  expect(await askedAt(59)).toBeUndefined();
  expect(await askedAt(60)).toBe(
    'Temporal runs 1 case that the records do not have: the records are older than Temporal, or new. Stop API and worker, and see "Restoring" in docs/operations.md.',
  );
});

test('cases whose workflows were lost are said, and no longer once they run again', async () => {
  counted = { inRecords: 40, running: 12 };
  await askedAt(0);
  expect(await askedAt(60)).toBe(
    'The records have 28 cases that Temporal does not run: see "Temporal lost" in docs/operations.md.',
  );
  counted.running = 40;
  expect(await askedAt(70)).toBeUndefined();
});

test('a case that runs and is recorded a moment later is no difference, however many there are', async () => {
  for (let second = 0; second < 300; second += 20) {
    counted = { inRecords: 3 + second, running: 4 + second };
    expect(await askedAt(second)).toBeUndefined();
    counted.inRecords += 1;
    expect(await askedAt(second + 10)).toBeUndefined();
  }
});

test('what cannot be counted is no difference, goes to the log, and does not make one younger', async () => {
  counted = { inRecords: 3, running: 5 };
  await askedAt(0);
  counted.running = new Error('14 UNAVAILABLE');
  expect(await askedAt(30)).toBeUndefined();
  expect(warned).toBe(1);
  counted.running = 5;
  expect(await askedAt(60)).toContain('Temporal runs 2 cases');
});
