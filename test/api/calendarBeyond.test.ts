// A change of the bank holidays that one case cannot follow, over HTTP: a date of that case lies at the end of the list. It is
// foreseen and shown, in every form, and the change is accepted for all others (R9).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { COUNCIL, type Race } from './cast';
import { askedRace, type Changes, listing, REASON } from './changesOfCalendar';

/** The working day after the one that was agreed, and the last that the list knows. */
const THE_LAST = listing('2028-12-29', '2026-04-08');

let under: ApiUnderTest;
let changes: Changes;
let near: Race;
let far: Race;
beforeAll(async () => {
  const api = await followedApi();
  ({ under, changes } = api);
  const { cast } = api;
  near = await askedRace(cast, [COUNCIL]);
  far = await askedRace(cast, [COUNCIL]);
  for (const race of [near, far]) await race.at('04-01 12:00').wake();
  await far.act(`/returns/${COUNCIL}/agreed-date`, { due: '2028-12-28', reason: REASON });
});
afterAll(() => under.close());

test('R9: it is foreseen as a case that cannot follow, as data, for a spreadsheet and in the table', async () => {
  const { cannotFollow, casesThatMove, cases, version } = await changes.preview(THE_LAST);
  expect([cannotFollow, casesThatMove]).toEqual([1, 1]);
  expect(cases.map((one) => [one.reference, one.cannotFollow, one.moves.length])).toEqual([
    [near.reference, undefined, 3],
    [far.reference, true, 0],
  ]);
  const says = 'cannot follow: a date lies beyond the calendar';
  expect(await changes.text('csv', THE_LAST)).toContain(
    `\r\n${far.reference},case,the case,,,,,${says},${version}\r\n`,
  );
  const table = await changes.text('txt', THE_LAST);
  expect(table).toContain('\nCannot follow, since a date lies beyond the calendar: 1 case.\n');
  expect(table).toMatch(new RegExp(`^${far.reference} +the case +${says}$`, 'm'));
});

test('R9: the change is accepted; that case keeps its calendar, and the answer names its problem', async () => {
  const { foreseen, progress, failures } = await changes.accept(THE_LAST);
  expect(foreseen.cannotFollow).toBe(1);
  expect(progress).toMatchObject({ brought: 1, moved: 1, behind: 1, refused: 1, done: true });
  expect(failures).toMatchObject([
    { reference: far.reference, code: 'CalendarDoesNotCover', type: '/problems/calendar-does-not-cover' },
  ]);
  expect((await under.ask('GET', failures[0]?.type ?? '')).statusCode).toBe(200);
});
