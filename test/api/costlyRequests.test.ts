// What a body that is small costs nobody: whatever it holds, it is counted, checked and answered in bounds.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { problemIn } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const asked = (body: unknown) => under.ask('POST', '/timetables', { body, key: null });
const named = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`unknown${index}`, 1]));
const RECEIVED = { receivedAt: '2026-03-30T16:20:00+01:00' };

describe('a body of very many values', () => {
  test('is refused before each is checked, however deep they lie', async () => {
    const lists = Array.from({ length: 10 }, () => Array<number>(500).fill(1));
    for (const body of [{ agencies: Array<unknown>(5_000).fill({}) }, { agencies: lists }, lists]) {
      const answer = await asked(body);
      expect(answer.statusCode).toBe(413);
      expect(problemIn(answer)).toMatchObject({
        type: '/problems/too-many-values',
        detail: expect.stringContaining('5000 values') as unknown,
      });
    }
  });

  test('is taken with as many as may be', async () => {
    expect((await asked(named(5_000))).statusCode).toBe(400);
    expect((await asked(named(5_001))).statusCode).toBe(413);
  });

  test('is told of a hundred that are wrong, and of no more', async () => {
    const { errors = [] } = problemIn(await asked(named(4_000)));
    expect(errors).toHaveLength(100);
  });
});

describe('a timetable that is supposed', () => {
  const days = Array.from({ length: 31 }, (_, index) =>
    new Date(Date.UTC(2026, 3, 1 + index)).toISOString().slice(0, 10),
  );
  const agencies = Array.from({ length: 50 }, (_, index) => ({
    agency: `AG-${1_000 + index}`,
    sentOn: '2026-03-31',
  }));

  test('is explained day by day for as many agencies and holidays as may be supposed', async () => {
    const answer = await asked({ ...RECEIVED, agencies, holidays: { extra: days } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body.length).toBeLessThan(2_000_000);
  });

  test('is refused for more of either', async () => {
    const answer = await asked({
      ...RECEIVED,
      agencies: [...agencies, { agency: 'AG-2000' }],
      holidays: { extra: [...days, '2026-06-01'], fewer: [...days, '2026-06-01'] },
    });
    expect(problemIn(answer).errors).toEqual([
      { in: 'body', pointer: '/agencies', detail: 'must have at most 50 entries' },
      { in: 'body', pointer: '/holidays/extra', detail: 'must have at most 31 entries' },
      { in: 'body', pointer: '/holidays/fewer', detail: 'must have at most 31 entries' },
    ]);
  });
});
