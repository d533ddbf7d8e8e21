// Why something was late, as people have said it: kept beside its date, for those who may read texts (R5, R24).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast, POLICE } from './cast';

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

test('R5, R19: of a reconsideration those for the one that the last disagreement asks for', async () => {
  const race = await (await cast.open()).readyForPanel();
  await race.at('04-16 10:00').act('/panel/dispatch');
  await race.mailGoes();
  await race.at('04-20 12:00').act('/panel/replies', { reply: 'disagrees' });
  await race.at('05-06 12:00').act('/decision/confirmation', { agreedBy: AGREED_BY, reason: 'It stands.' });
  await race.act('/lateness/reconsideration', { reason: 'Canaryreason: one was away.' });
  const shown = async (): Promise<unknown> =>
    (await race.read<{ whyLate: unknown }>('/timetable/reconsideration')).whyLate;
  expect(await shown()).toMatchObject([{ reason: { text: 'Canaryreason: one was away.' } }]);
  await race.act('/panel/replies', { reply: 'disagrees' });
  expect(await shown()).toEqual([]);
});
