// POST /cases/:reference/agencies of one that was found before somebody recorded it: its request is due from the day on which it was found; and
// of one that the register did not have: as what it is there, and who is called the same.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TimetableView } from '../../api/timetable/timetableSchema';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { Cast, moment } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const SCOUTS = { name: 'Example Scouts', kind: 'voluntary', contacts: [{ email: 'lead@scouts.example' }] };
const scouts = (identifiedAt: string) => ({ newAgency: SCOUTS, identifiedAt });

test('counts from then, and says so', async () => {
  const race = (await cast.open()).at('04-09 12:00');
  await race.act('/agencies', scouts(moment('04-07 15:00')));
  const { timetable } = await race.read<{ timetable: TimetableView }>('/timetable');
  const dispatch = timetable.obligations.filter(({ obligation }) => obligation === 'scopingDispatch').at(-1);
  expect(dispatch).toMatchObject({ due: '2026-04-08', counting: { anchorDate: '2026-04-07' } });
  expect(JSON.stringify(await race.read('/chronology'))).toContain(
    'was added to the case; it had been found on Tuesday 7 April 2026 at 15:00',
  );
});

test('before the referral or ahead is refused, with its field; nothing goes into the register', async () => {
  const race = (await cast.open()).at('04-09 12:00');
  const agencies = async () => (await under.ask('GET', '/agencies')).body;
  const before = await agencies();
  await race.refused('/agencies', scouts(moment('03-27 15:00')), {
    status: 422,
    type: 'dated-outside-its-time',
    pointer: 'body /identifiedAt',
    says: 'from Monday 30 March 2026, when the referral was received, to Thursday 9 April 2026, today',
  });
  await race.refused('/agencies', scouts(moment('04-09 12:30')), {
    status: 422,
    type: 'moment-in-future',
    pointer: 'body /identifiedAt',
    says: 'at 12:30',
  });
  expect(await agencies()).toBe(before);
});

test('R22: one that the register did not have is answered with its code, and with others of its name', async () => {
  const race = await cast.open();
  const add = async (name: string) => {
    const asking = { key: newKey(), body: { newAgency: { ...SCOUTS, name } } };
    const first = (await race.ask('/agencies', asking)).json<{ agency: string; sameName?: string[] }>();
    expect((await race.ask('/agencies', asking)).json()).toEqual(first);
    return first;
  };
  const first = await add('Example Swimming Club');
  expect(first.agency).toMatch(/^AG-/u);
  expect(first).not.toHaveProperty('sameName');
  const second = await add('example swimming  club');
  expect(second.agency).not.toBe(first.agency);
  expect(second.sameName).toEqual([first.agency]);
});
