// What a correction would do, asked over HTTP before it is made: who would be told of new dates, by mail or in person, at once
// or at the next 09:00 (R8, R9). Nothing is changed by it.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, COUNCIL, HOSPITAL, type Race } from './cast';
import { REASON } from './changesOfCalendar';

/** Nobody can be mailed there. */
const SOCIETY = 'AG-0003';

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
beforeEach(async () => {
  race = await cast.open({ agencies: [COUNCIL, HOSPITAL, SOCIETY] });
  race.at('04-01 10:00');
  for (const agency of [COUNCIL, HOSPITAL, SOCIETY])
    await race.act(`/scoping-requests/${agency}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await race.at('04-01 12:00').wake();
});
afterAll(() => under.close());

interface Preview {
  readonly version: number;
  readonly moves: readonly unknown[];
  readonly told: readonly { readonly agency: string; readonly how: string }[];
}

const preview = async (agency: string, on: string): Promise<Preview> => {
  const answer = await race.ask(`/scoping-requests/${agency}/corrections/preview`, { body: { on } });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
  return answer.json<Preview>();
};
const correct = (agency: string, on: string) =>
  race.act(`/scoping-requests/${agency}/corrections`, { on, reason: REASON });

test.each([
  ['at once, in the hours of notices', '04-01 12:00'],
  ['at the next 09:00, in the evening', '04-01 18:00'],
])('R9: the agency whose date moves is told, and how: %s', async (_, time) => {
  await race.at(time).wake();
  const { moves, told } = await preview(COUNCIL, '2026-03-30');
  expect([moves.length, told]).toEqual([2, [{ agency: COUNCIL, how: 'byMail' }]]);
  expect((await preview(SOCIETY, '2026-03-30')).told).toEqual([{ agency: SOCIETY, how: 'inPerson' }]);
});

test('R9: a move that is undone before anybody has heard of it is told to nobody', async () => {
  await race.at('04-01 18:00').wake();
  await correct(COUNCIL, '2026-03-30');
  const { moves, told } = await preview(COUNCIL, '2026-03-31');
  expect([moves, told]).toEqual([
    [
      { key: `agencyReturn:${COUNCIL}`, was: '2026-04-08', due: '2026-04-09' },
      { key: `recordsSecured:${COUNCIL}`, was: '2026-04-01', due: '2026-04-02' },
    ],
    [],
  ]);
});

test('R9: whoever waits to hear of an earlier correction is not told because of this one', async () => {
  await race.at('04-01 18:00').wake();
  await correct(COUNCIL, '2026-03-30');
  expect((await preview(HOSPITAL, '2026-03-30')).told).toEqual([{ agency: HOSPITAL, how: 'byMail' }]);
});
