// Why two like cases may have different dates (R7 to R9, ADR 29): the explanation of a date says what of the list of bank holidays has
// changed since the calendar that it was counted with, and why the date stands all the same, or not yet.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ExplanationView } from '../../api/timetable/explanationSchema';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { BOARD, COUNCIL, POLICE, type Cast, type Race } from './cast';
import { askedRace, AUTHORITY, listing, REASON, type Changes } from './changesOfCalendar';

let under: ApiUnderTest;
let cast: Cast;
let changes: Changes;
beforeAll(async () => {
  ({ under, cast, changes } = await followedApi());
});
afterAll(() => under.close());

const explained = async (race: Race, key: string): Promise<ExplanationView> =>
  (await race.read<{ explanation: ExplanationView }>(`/timetable/${key}`)).explanation;
const returned = (race: Race, agency: string) =>
  race.act(`/returns/${agency}`, { answer: 'full', how: 'paper', content: 'Canarycontent' });
const TAKEN_BACK = {
  date: '2026-04-08',
  title: 'State Funeral',
  change: 'withdrawn',
  inWords: 'Wednesday 8 April 2026 is no longer a bank holiday (State Funeral)',
};
const says = 'The list of bank holidays has changed since';

test('R7, R8: what was done under a day that is taken back since says so, and a like case of after has nothing to say', async () => {
  cast.at('03-30 16:00');
  await under.ask('POST', '/holidays', {
    body: { ...listing('2026-04-08').list[0], authority: AUTHORITY, reason: REASON },
  });
  const before = await askedRace(cast);
  await before.at('04-10 12:00').wake();
  await returned(before, COUNCIL);
  expect(await explained(before, `agencyReturn:${COUNCIL}`)).not.toHaveProperty('changedSince');
  await before.at('04-13 12:00').wake();
  await under.ask('POST', '/holidays/2026-04-08/withdrawals', {
    body: { authority: AUTHORITY, reason: REASON },
  });

  const done = await explained(before, `agencyReturn:${COUNCIL}`);
  expect([done.due, done.doneOn, done.changedSince]).toEqual(['2026-04-10', '2026-04-10', [TAKEN_BACK]]);
  expect(done.text).toContain(
    `${says}: ${TAKEN_BACK.inWords}. What was done is judged by the calendar of its day: a like case that did not have that calendar then may come to another date (R7, R8).`,
  );
  // Nobody has accepted that yet.
  const open = await explained(before, `agencyReturn:${POLICE}`);
  expect([open.due, open.changedSince]).toEqual(['2026-04-10', [TAKEN_BACK]]);
  expect(open.text).toContain(
    `${says}: ${TAKEN_BACK.inWords}. The case goes by it once the change is accepted`,
  );
  // The day was not on its way.
  expect(await explained(before, `scopingDispatch:${BOARD}`)).not.toHaveProperty('changedSince');

  await changes.accept();
  expect((await explained(before, `agencyReturn:${COUNCIL}`)).changedSince).toEqual([TAKEN_BACK]);
  expect(await explained(before, `agencyReturn:${POLICE}`)).not.toHaveProperty('changedSince');

  const after = await cast.open();
  await after.at('04-13 12:00').wake();
  await after.act(`/scoping-requests/${COUNCIL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await after.act(`/returns/${COUNCIL}`, {
    answer: 'full',
    how: 'paper',
    content: 'Canarycontent',
    on: '2026-04-10',
  });
  const late = await explained(after, `agencyReturn:${COUNCIL}`);
  expect([late.due, late.doneOn, late.changedSince]).toEqual(['2026-04-09', '2026-04-10', undefined]);
});

test('R9, R20: a case that has ended follows no change', async () => {
  const race = await askedRace(cast);
  const partners = ['localAuthority', 'police', 'integratedCareBoard'] as const;
  await race.act('/withdrawal', {
    agreedBy: partners.map((seat) => ({ seat, evidence: 'Canaryevidence' })),
    reason: REASON,
  });
  await changes.accept(listing('2026-04-07'));
  const lapsed = await explained(race, `agencyReturn:${POLICE}`);
  expect(lapsed.changedSince).toMatchObject([{ date: '2026-04-07', change: 'listed' }]);
  expect(lapsed.text).toContain('The case has ended, and follows no change (R9).');
});
