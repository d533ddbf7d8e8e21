// Why something was late, as people have said it: kept beside its date, for those who may read texts (R5, R24).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, POLICE } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

test('R5: each word of it is shown with its date, who said it and when; of no other date', async () => {
  const race = await cast.open({ agencies: [POLICE] });
  await race.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await race.at('04-13 12:00').wake();
  const key = `agencyReturn:${POLICE}`;
  const whyLate = async (of: string): Promise<unknown> =>
    (await race.read<{ whyLate: unknown }>(`/timetable/${of}`)).whyLate;
  expect(await whyLate(key)).toEqual([]);
  await race.act(`/lateness/${key}`, { reason: 'Canaryreason: the records were in store.' });
  await race.at('04-14 12:00').act(`/lateness/${key}`, { reason: 'Canaryreason: they were found.' });
  expect(await whyLate(key)).toMatchObject([
    { at: '2026-04-13T11:00:00.000Z', reason: { text: 'Canaryreason: the records were in store.' } },
    { at: '2026-04-14T11:00:00.000Z', reason: { text: 'Canaryreason: they were found.' } },
  ]);
  expect(await whyLate(`recordsSecured:${POLICE}`)).toEqual([]);
});
