// GET /coming-notices a page at a time: what the clock would send grows with the cases that are open. The pages together are the whole in
// order of time, also where several mails of a case come at one moment.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ComingNoticeView } from '../../api/reminders/comingNoticesSchema';
import { comingOfAll } from '../../api/reminders/presentComing';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast } from './cast';
import { askedRace } from './changesOfCalendar';
import { expectRefused } from './refusals';

interface Coming {
  readonly notices: readonly ComingNoticeView[];
  readonly next?: string;
}

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  for (let cases = 0; cases < 3; cases += 1) await askedRace(cast);
});
afterAll(() => under.close());

const page = async (query: string): Promise<Coming> => {
  const answer = await under.ask('GET', `/coming-notices${query}`);
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.anything()]);
  return answer.json<Coming>();
};
const all = async (): Promise<readonly ComingNoticeView[]> =>
  (await comingOfAll(under.records, { from: under.clock.now, workingDays: 10 })).notices;

test('the pages together are all of them, in order of time', async () => {
  const whole = await all();
  expect(whole.length).toBeGreaterThan(30);
  const order = whole.map(({ at, reference }) => `${at} ${reference}`);
  expect(order).toEqual(order.toSorted());
  // One case sends several at one moment, and a page may end between them.
  expect(new Set(order).size).toBeLessThan(order.length);
  for (const limit of [1, 7]) {
    const found: ComingNoticeView[] = [];
    for (let query = `?limit=${limit}`; ;) {
      const { notices, next } = await page(query);
      found.push(...notices);
      if (next === undefined) break;
      expect(notices).toHaveLength(limit);
      query = `?limit=${limit}&after=${next}`;
    }
    expect(found).toEqual(whole);
  }
});

test('fifty where nobody says how many, and a place from nowhere is refused', async () => {
  const whole = await all();
  const { notices, next } = await page('');
  expect(notices).toEqual(whole.slice(0, 50));
  expect(next === undefined).toBe(whole.length <= 50);
  expect((await page('?limit=200')).notices).toEqual(whole);
  for (const after of ['nowhere', Buffer.from('2026-04-22/RR-2026-0007').toString('base64url')])
    await expectRefused(under, `/coming-notices?after=${after}`, {
      name: after,
      asking: {},
      method: 'GET',
      status: 400,
      type: 'unreadable-cursor',
      pointer: 'query /after',
      says: 'The place to go on from is not known',
    });
});

test('what went meanwhile neither repeats nor hides others', async () => {
  const { notices, next = '' } = await page('?limit=5');
  const before = await all();
  cast.at('04-03 08:00');
  const rest = await page(`?limit=200&after=${next}`);
  const shown = new Set(notices.map((notice) => JSON.stringify(notice)));
  expect(rest.notices.filter((notice) => shown.has(JSON.stringify(notice)))).toEqual([]);
  expect(before.slice(0, 5)).toEqual(notices);
});
