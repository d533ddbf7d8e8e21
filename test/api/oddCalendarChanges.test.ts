// Changes of the bank holidays that are odd, and yet right (point 8 of the issue): each is kept, and what comes of it is said.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { type Cast, COUNCIL } from './cast';
import { AUTHORITY, type Changes, listing, REASON } from './changesOfCalendar';
import { expectRefused } from './refusals';

let under: ApiUnderTest;
let changes: Changes;
let cast: Cast;
beforeAll(async () => {
  ({ under, changes, cast } = await followedApi());
  await cast.open({ agencies: [COUNCIL] });
});
beforeEach(() => void cast.at('04-01 12:00'));
afterAll(() => under.close());

describe('what is odd, and right', () => {
  test('a day on a weekend is kept in the ledger, is said to change nothing, and changes nothing; nor is it taken back so', async () => {
    const body = { date: '2026-04-11', title: 'Invented', authority: AUTHORITY, reason: REASON };
    const kept = await under.ask('POST', '/holidays', { body });
    expect([kept.statusCode, kept.body]).toEqual([
      201,
      expect.stringContaining('Saturday 11 April 2026 is not a working day anyway: it changes nothing.'),
    ]);
    const { days, casesToBring, casesThatMove, cases } = await changes.preview();
    expect([days, casesToBring, casesThatMove, cases]).toEqual([[], 1, 0, []]);
    await expectRefused(under, '/calendar-changes/preview', {
      name: 'taking it back',
      asking: { body: { withdraw: ['2026-04-11'] } },
      status: 422,
      type: 'holiday-on-weekend',
      pointer: 'body /withdraw/0',
      says: 'withdraw it with POST /holidays/2026-04-11/withdrawals',
    });
    expect((await changes.accept()).progress).toMatchObject({ moved: 0, behind: 0, done: true });
    expect((await under.ask('GET', '/holidays/2026-04-11')).json()).toMatchObject({ holiday: true });
  });

  test('a day that stands is taken back and listed in one change, to put its title right', async () => {
    const list = [{ date: '2026-12-28', title: 'Boxing Day, invented' }];
    const { days, notes } = await changes.preview({ list, withdraw: ['2026-12-28'] });
    const says = 'Monday 28 December 2026 would be called Boxing Day, invented, and not Boxing Day';
    expect([days, notes]).toEqual([[], [`${says}: no date moves by that.`]]);
    expect((await changes.accept({ list, withdraw: ['2026-12-28'] })).progress).toMatchObject({ done: true });
    const day = await under.ask('GET', '/holidays/2026-12-28');
    expect([day.json(), day.body]).toEqual([
      expect.objectContaining({ holiday: true }),
      expect.stringContaining('Boxing Day, invented'),
    ]);
  });

  test('R8: a day in the past is said to change nothing that is met', async () => {
    const { notes } = await changes.preview({ ...listing('2026-03-31'), withdraw: ['2025-12-26'] });
    expect(notes).toEqual(
      ['Friday 26 December 2025', 'Tuesday 31 March 2026'].map(
        (day) => `${day} is past: obligations that are met keep the dates they were met under (R8).`,
      ),
    );
  });
});

test('R24: what somebody wrote is in no log', () => {
  expect(under.log()).not.toContain('Canary');
});
