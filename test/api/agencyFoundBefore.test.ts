// POST /cases/:reference/agencies of one that was found before somebody recorded it: its request is due from the day on which it was found.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TimetableView } from '../../api/timetable/timetableSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, moment } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const scouts = (identifiedAt: string) => ({
  newAgency: { name: 'Example Scouts', kind: 'voluntary', contacts: [{ email: 'lead@scouts.example' }] },
  identifiedAt,
});

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
