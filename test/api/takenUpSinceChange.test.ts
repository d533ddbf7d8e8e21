// A case that is taken up again follows the change of the bank holidays that it missed while it had ended; one that was opened since
// the change, with the days that it made, has none to follow (R9, R21).

import { afterAll, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { AGREED_BY } from './cast';
import { eventsOf, listing, REASON } from './changesOfCalendar';

let under: ApiUnderTest;
afterAll(() => under.close());

test('R9, R21: a case that was opened since the change follows nothing as its withdrawal is undone', async () => {
  const api = await followedApi();
  ({ under } = api);
  const { cast, changes } = api;
  const withdrawn = await cast.open();
  await withdrawn.act('/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
  cast.at('03-30 16:20');
  await changes.accept(listing('2026-04-22'));
  const since = await cast.open();
  await since.act('/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
  const adopted: number[] = [];
  for (const race of [withdrawn, since]) {
    await race.act('/withdrawal/undoing', { reason: REASON });
    adopted.push((await eventsOf(under, race, 'CalendarAdopted')).length);
  }
  // The first has the days of before.
  expect(adopted).toEqual([1, 0]);
  expect(await under.records.calendarChanges.casesBehind(undefined, 5)).toEqual([]);
});
