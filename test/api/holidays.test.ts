// The ledger of bank holidays over HTTP: what counts and why, what people add with their authority and reason, every
// refusal, and that nothing a person wrote is shown to those who may not read reasons.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { problemIn } from './stories';

const DAY_MS = 24 * 60 * 60 * 1000;
const REASON = 'Canaryreason: proclaimed on Saturday';
const AUTHORITY = 'Canaryauthority: Royal Proclamation, invented';
const texts = { authority: AUTHORITY, reason: REASON };

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const list = (date: string, title = 'Invented celebration') =>
  under.ask('POST', '/holidays', { body: { date, title, ...texts } });
const read = async <T>(path: string): Promise<T> => {
  const answer = await under.ask('GET', path);
  expect(answer.statusCode).toBe(200);
  return answer.json<T>();
};

interface Day {
  readonly holiday: boolean;
  readonly because: string;
  readonly facts: readonly { readonly kind: string; readonly reason?: string; readonly who?: string }[];
}
interface Listing {
  readonly calendar: { readonly version: string };
  readonly holidays: readonly { readonly date: string }[];
  readonly differences: readonly { readonly date: string; readonly against: string; readonly kind: string }[];
}

describe('reading', () => {
  test('lists the days of a year, each with its source, and the differences with the library', async () => {
    const { holidays } = await read<Listing>('/holidays?year=2022');
    const { differences } = await read<Listing>('/holidays');
    expect(holidays.map(({ date }) => date)).toContain('2022-09-19');
    expect(holidays).toHaveLength(10);
    expect(differences.map(({ date, against, kind }) => [date, against, kind])).toEqual([
      ['2012-05-28', 'library', 'onlyInSource'],
      ['2012-06-04', 'library', 'notInSource'],
    ]);
  });

  test('tells everything about one day, and of a day that is none', async () => {
    const day = await read<Day>('/holidays/2022-09-19');
    expect(day).toMatchObject({ holiday: true });
    expect(day.because).toContain('known since');
    expect(await read<Day>('/holidays/2026-11-24')).toMatchObject({ holiday: false, facts: [] });
  });

  test('lists the readings, the newest first', async () => {
    const { items } = await read<{ items: readonly { name: string; outcome: string }[] }>(
      '/holidays/readings',
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
    expect(items.map(({ name }) => name)).toContain('gov.uk as of 2026-02-25');
  });
});

describe('listing, withdrawing, keeping', () => {
  test('a listed day counts at once, with who and why; open cases are said to keep theirs', async () => {
    const before = await read<Listing>('/holidays');
    const answer = await list('2027-05-10');
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toContain('Cases that are open keep counting with the calendar they have until');
    const after = await read<Listing>('/holidays?year=2027');
    expect(after.holidays.map(({ date }) => date)).toContain('2027-05-10');
    expect(after.calendar.version).not.toBe(before.calendar.version);
    expect(after.differences).toContainEqual(
      expect.objectContaining({ date: '2027-05-10', against: 'govUk', kind: 'notInSource' }),
    );
    const { facts } = await read<Day>('/holidays/2027-05-10');
    expect(facts).toEqual([
      expect.objectContaining({ kind: 'listed', reason: REASON, who: 'Sam Inglewood' }),
    ]);
  });

  test('the difference is settled by keeping the day, and silent then', async () => {
    const kept = await under.ask('POST', '/holidays/2027-05-10/kept-differences', {
      body: { against: 'govUk', reason: 'It will be on the list soon.' },
    });
    expect(kept.statusCode).toBe(200);
    const { differences } = await read<Listing>('/holidays');
    const official = differences.filter(({ against }) => against === 'govUk');
    expect(official.map(({ date }) => date)).not.toContain('2027-05-10');
  });

  test('a withdrawn day does not count, and everything that was recorded stays', async () => {
    const answer = await under.ask('POST', '/holidays/2027-05-10/withdrawals', { body: texts });
    expect(answer.statusCode).toBe(200);
    const day = await read<Day>('/holidays/2027-05-10');
    expect(day.holiday).toBe(false);
    expect(day.facts.map(({ kind }) => kind)).toEqual(['listed', 'kept', 'withdrawn']);
  });

  test('a repeat under the same key is answered as the first was, and adds nothing', async () => {
    const key = newKey();
    const body = { date: '2027-06-07', title: 'Invented celebration', ...texts };
    const first = await under.ask('POST', '/holidays', { body, key });
    expect(first.headers.location).toBe('/holidays/2027-06-07');
    const facts = (await under.records.holidays.facts()).length;
    const again = await under.ask('POST', '/holidays', { body, key });
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect((await under.records.holidays.facts()).length).toBe(facts);
    const other = await under.ask('POST', '/holidays', { body: { ...body, title: 'Another' }, key });
    expect(problemIn(other).type).toBe('/problems/idempotency-key-reused');
    const withoutKey = await under.ask('POST', '/holidays', { body, key: null });
    expect(problemIn(withoutKey).type).toBe('/problems/idempotency-key-missing');
  });

  test('an act that was refused, and is sent again on a later day, is of that day', async () => {
    const body = { date: '2027-06-21', title: 'Invented celebration', ...texts };
    expect((await list(body.date)).statusCode).toBe(201);
    const began = under.clock.now;
    const key = newKey();
    expect((await under.ask('POST', '/holidays', { body, key })).statusCode).toBe(409);
    await under.ask('POST', `/holidays/${body.date}/withdrawals`, { body: texts });
    under.clock.now = instant(began + DAY_MS);
    const taken = await under.ask('POST', '/holidays', { body, key });
    under.clock.now = instant(began + 2 * DAY_MS);
    const again = await under.ask('POST', '/holidays', { body, key });
    under.clock.now = began;
    expect([taken.statusCode, again.statusCode, again.json()]).toEqual([201, 201, taken.json()]);
    const fact = (await under.records.holidays.facts()).at(-1);
    expect(fact).toMatchObject({
      recordedAt: began + DAY_MS,
      knownSince: londonDayAt(instant(began + DAY_MS)),
    });
  });

  test('two people who list the same day at once: one is first, the other is told whose it is', async () => {
    const answers = await Promise.all([list('2027-06-14', 'One title'), list('2027-06-14', 'Other title')]);
    const [accepted, refused] = answers.sort((a, b) => a.statusCode - b.statusCode);
    expect([accepted.statusCode, refused.statusCode]).toEqual([201, 409]);
    expect(refused.body).toContain('One title');
    expect(refused.body).toContain('Other title');
    expect(refused.body).toContain('listed by Sam Inglewood');
  });

  test('a holiday on a weekend is kept, and is said to change nothing', async () => {
    const answer = await list('2027-05-15');
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toMatch(/Saturday/);
  });
});

describe('what is refused, with what would be right', () => {
  test.each([
    [
      'a day that counts already',
      () => list('2027-12-27', 'Another title'),
      409,
      '/problems/holiday-already-stands',
    ],
    ['a day outside the ledger', () => list('2031-05-05'), 422, undefined],
    ['a day that does not exist', () => list('2027-02-30'), 400, '/problems/malformed-request'],
    [
      'withdrawing what does not stand',
      () => under.ask('POST', '/holidays/2027-06-01/withdrawals', { body: texts }),
      409,
      '/problems/holiday-does-not-stand',
    ],
    [
      'R2: withdrawing Good Friday',
      () => under.ask('POST', '/holidays/2027-03-26/withdrawals', { body: texts }),
      422,
      '/problems/holiday-stands-by-rule',
    ],
    [
      'keeping a difference that is none',
      () =>
        under.ask('POST', '/holidays/2027-06-01/kept-differences', {
          body: { against: 'govUk', reason: 'Because.' },
        }),
      409,
      '/problems/no-such-difference',
    ],
    [
      'no reason',
      () =>
        under.ask('POST', '/holidays', {
          body: { date: '2027-06-01', title: 'Invented', authority: AUTHORITY },
        }),
      400,
      '/problems/malformed-request',
    ],
  ])('%s', async (_, act, status, type) => {
    const before = (await under.records.holidays.facts()).length;
    const answer = await act();
    expect(answer.statusCode).toBe(status);
    if (type !== undefined) expect(problemIn(answer).type).toBe(type);
    expect(problemIn(answer).detail).toContain('Nothing was changed');
    expect((await under.records.holidays.facts()).length).toBe(before);
  });

  test('what a person wrote is in no log, and not shown to those who may not read reasons', async () => {
    expect(under.log()).not.toContain('Canaryreason');
    expect(under.log()).not.toContain('Canaryauthority');
    const answer = await under.ask('GET', '/holidays/2027-05-10', { as: 'agencyContact' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('Canary');
    expect(answer.body).not.toContain('Sam Inglewood');
    expect(answer.json<Day>().facts).toEqual([
      expect.objectContaining({ kind: 'listed', textWithheld: 'notPermitted' }),
      expect.objectContaining({ kind: 'kept', textWithheld: 'notPermitted' }),
      expect.objectContaining({ kind: 'withdrawn', textWithheld: 'notPermitted' }),
    ]);
  });

  test('a year outside the ledger is no empty list', async () => {
    const answer = await under.ask('GET', '/holidays?year=2035');
    expect(answer.statusCode).toBe(422);
    expect(problemIn(answer)).toMatchObject({
      type: '/problems/calendar-does-not-cover',
      errors: [{ in: 'query', pointer: '/year' }],
    });
  });
});
