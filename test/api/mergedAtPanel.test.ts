// R22: a case whose decision the national Panel has, or may have, does not end as merged. The refusal names that case, not the one that was asked, and the way round
// that does work.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, type Race } from './cast';
import { openCase } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const merged = { as: 'merged', reason: 'One incident, reported twice.' };
const onItsWay = async (): Promise<Race> => {
  const race = await (await cast.open()).readyForPanel();
  await race.at('04-16 10:00').act('/panel/dispatch');
  return race;
};
const withPanel = async (): Promise<Race> => {
  const race = await onItsWay();
  await race.at('04-16 10:01').mailGoes();
  return race;
};

test.each([
  ['is on its way', onItsWay],
  ['has arrived', withPanel],
])('the other, whose decision %s, goes on: merged the other way round', async (_, toPanel) => {
  const other = await toPanel();
  const of = other.reference;
  const one = await openCase(under);
  const noted = await under.ask('POST', `/cases/${one}/duplicates`, { body: { of } });
  expect(noted.statusCode).toBe(200);
  const asked = await under.ask('POST', `/cases/${one}/duplicates/${of}/settlement`, { body: merged });
  expect([asked.statusCode, asked.json()]).toMatchObject([
    409,
    {
      type: '/problems/other-case-with-panel',
      detail: `Decision and report of ${of} have gone to the national Panel, or may have, so ${of} goes on, and is not merged into ${one}. Merge ${one} into it: note that there (POST /cases/${of}/duplicates) and settle it there (POST /cases/${of}/duplicates/${one}/settlement). Where the Panel may have those of both, link the two instead. Nothing was changed.`,
    },
  ]);
  await other.act('/duplicates', { of: one });
  expect((await other.act(`/duplicates/${one}/settlement`, merged)).events).toContain('CaseAbsorbed');
});
