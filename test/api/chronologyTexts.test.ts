// The chronology of a whole race: every text with what it is, and names where there are codes.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, moment } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

test('the chronology shows every text of a decision, each with what it is, and says names for codes', async () => {
  const race = await (await cast.open()).decided();
  const { events } = await race.read<{
    events: readonly {
      readonly kind: string;
      readonly what: string;
      readonly text?: string;
      readonly texts: readonly { readonly of: string; readonly text?: string }[];
    }[];
  }>('/chronology');
  const taken = events.find(({ kind }) => kind === 'DecisionTaken');
  expect(taken?.text).toBe('Canaryrationale of the group');
  expect(taken?.texts.map(({ of, text }) => [of, text])).toEqual([
    ['reason', 'Canaryrationale of the group'],
    ['whether improvements are needed', 'Canaryreasons on improvementsNeeded'],
    ['whether themes recur', 'Canaryreasons on recurrentThemes'],
    ['whether agencies worked together', 'Canaryreasons on agenciesWorkingTogether'],
    [
      'whether the national Panel thinks a local review more appropriate',
      'Canaryreasons on panelPrefersLocalReview',
    ],
  ]);
  expect(taken?.what).toContain('Decision 1 was taken on Tuesday 14 April 2026 at 11:00');
  for (const { what } of events) expect(what).not.toMatch(/undefined|\[object/);
});

test('the chronology names whoever came to a meeting: by the register, or as they were written down', async () => {
  const race = await (await cast.open()).meets('04-14 10:00', ['localAuthority', 'police']);
  const named = { name: 'Canaryname of the board', agency: BOARD, at: moment('04-14 10:00') };
  await race.act('/meeting/arrivals', named);
  await race.at('04-14 11:00').act('/meeting/departures', { attendee: 'A-1' });
  const { events } = await race.read<{ events: readonly { kind: string; what: string }[] }>('/chronology');
  const said = events.filter(({ kind }) => kind.startsWith('Attendee')).map(({ what }) => what);
  expect(said).toEqual([
    expect.stringMatching(/^Canarycontact Merrow of Example City Council came/),
    expect.stringMatching(/^Canaryduty 0 of Example Police came/),
    expect.stringMatching(/^Canaryname of the board of Example Integrated Care Board came/),
    'Canaryname of the board left on Tuesday 14 April 2026 at 11:00.',
  ]);
});
