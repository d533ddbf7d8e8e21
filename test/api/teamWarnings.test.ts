// The team was warned this morning that a return is due tomorrow; a day more, and it is warned anew (R12): said in the preview of a
// change of the bank holidays, beside the reminders to agencies.

import { afterAll, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { COUNCIL } from './cast';
import { askedRace, listing } from './changesOfCalendar';

let under: ApiUnderTest;
afterAll(() => under.close());

test('R12: a warning that was given comes anew for another date, in data, as a table and for a spreadsheet', async () => {
  const api = await followedApi();
  ({ under } = api);
  const { cast, changes } = api;
  const race = await askedRace(cast, [COUNCIL]);
  await race.at('04-08 12:00').wake();
  const the8th = listing('2026-04-08');
  const { cases, teamWarnings } = await changes.preview(the8th);
  const key = `agencyReturn:${COUNCIL}`;
  expect(cases.flatMap((one) => one.teamWarnings.filter((warning) => warning.key === key))).toEqual([
    { key, workingDaysBefore: 1, how: 'later', comes: '2026-04-09' },
  ]);
  expect(teamWarnings).toEqual({ sooner: 0, later: 3, fallAway: 0 });
  expect(await changes.text('csv', the8th)).toContain(
    `teamWarning 1 of agencyReturn,team's warning before the scoping return,${COUNCIL},Example City Council,,2026-04-09,comes anew,`,
  );
  const table = await changes.text('txt', the8th);
  expect(table).toContain(
    'Warnings to the team that a date is at risk: 0 come sooner, 3 later, 0 fall away.',
  );
  expect(table).toMatch(
    /team's warning before the scoping return +Thursday 9 April 2026 +comes anew +Example City Council/,
  );
});
