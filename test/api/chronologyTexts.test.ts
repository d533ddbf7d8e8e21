// The chronology of a whole race: every text with what it is, and names where there are codes.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, HOSPITAL, moment, POLICE, SCHOOL, type Race } from './cast';

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

interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly what: string;
}

const entries = async (race: Race, kind: string): Promise<readonly Entry[]> => {
  const { events } = await race.read<{ events: readonly Entry[] }>('/chronology');
  return events.filter((one) => one.kind === kind);
};
const said = async (race: Race, kind: string): Promise<readonly string[]> =>
  (await entries(race, kind)).map(({ what }) => what);

test('the chronology names an agency whose proposal was declined', async () => {
  const race = await cast.open();
  const sent = { channel: 'paper', on: '2026-03-31' };
  await race.at('03-31 10:00').act(`/scoping-requests/${POLICE}/sent-another-way`, sent);
  await race.act(`/returns/${POLICE}`, { answer: 'wrongOrganisation', askInstead: { agency: HOSPITAL } });
  const [proposed] = await entries(race, 'AgencyProposed');
  await race.act(`/proposals/${proposed?.number ?? 0}/declined`, { reason: 'Canaryreason' });
  expect(await said(race, 'AgencyProposed')).toEqual([
    expect.stringMatching(/^Example Police named Example \D+ as the one to ask instead\.$/u),
  ]);
});

test('the chronology names who was invited, and then was not', async () => {
  const race = await cast.open();
  const invitees = [{ agency: POLICE }];
  const reason = 'Canaryreason';
  await race.at('03-31 10:00').act('/meeting', { startsAt: moment('04-14 10:00'), invitees });
  await race.act('/meeting/rearrangement', { alsoInvite: [{ agency: HOSPITAL }], reason });
  await race.act('/meeting/rearrangement', { invitees, reason });
  expect(await said(race, 'MeetingRearranged')).toEqual([
    expect.stringMatching(/with an invitation to Example \D+\.$/u),
    expect.stringMatching(/without Example \D+, who had been invited\.$/u),
  ]);
});

test('the chronology names who came, also where the opening was undone', async () => {
  const race = await (await cast.open()).meets('04-14 10:00', ['police']);
  await race.act('/meeting/arrivals', { name: 'Canaryname of a teacher', agency: SCHOOL });
  await race.act('/meeting/opening/undoing', { reason: 'Canaryreason' });
  expect(await said(race, 'AttendeeArrived')).toEqual([
    expect.stringMatching(/^Canaryduty 0 of Example Police came/),
    expect.stringMatching(/^Canaryname of a teacher of \D+ came/),
  ]);
});
