// GET /cases/:reference/coming-notices of the mails that tell agencies their new dates (R9): each says why the dates have moved.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readComingCommand, runComingCommand } from '../../cli/comingNotices/command';
import type { ComingNoticeView } from '../../api/reminders/comingNoticesSchema';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi, type FollowedApi } from './calendarFollowers';
import { COUNCIL, type Race } from './cast';
import { askedRace, listing, REASON } from './changesOfCalendar';

let under: ApiUnderTest;
let api: FollowedApi;
beforeAll(async () => {
  api = await followedApi();
  ({ under } = api);
});
afterAll(() => under.close());

const newDates = async (race: Race): Promise<readonly ComingNoticeView[]> => {
  const { notices } = await race.read<{ notices: readonly ComingNoticeView[] }>('/coming-notices');
  return notices.filter(({ kind }) => kind === 'datesMoved');
};

test('R9: a change of the bank holidays, accepted in the evening, is the cause of the mails of the next morning', async () => {
  const race = await askedRace(api.cast, [COUNCIL]);
  race.at('04-01 18:00');
  await api.changes.accept(listing('2026-04-08'));
  expect(await newDates(race)).toMatchObject([
    {
      at: '2026-04-02T08:00:00.000Z',
      to: { agency: COUNCIL },
      what: expect.stringContaining('its new dates'),
      why: [{ inWords: 'Wednesday 8 April 2026 is a bank holiday now (State Funeral)' }],
    },
  ]);
  const asked = readComingCommand(['--case', race.reference]);
  expect(await runComingCommand(under.records, asked, under.clock.now)).toContain(
    '    because Wednesday 8 April 2026 is a bank holiday now (State Funeral)',
  );
});

test('R9: and a day of the request that is put right is the cause of its own', async () => {
  const race = await api.cast.open({ agencies: [COUNCIL] });
  race.at('04-01 18:00');
  await race.act(`/scoping-requests/${COUNCIL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await race.act(`/scoping-requests/${COUNCIL}/corrections`, { on: '2026-04-01', reason: REASON });
  expect((await newDates(race)).map(({ why }) => why)).toEqual([
    [{ inWords: 'the wrong day had been recorded for the request' }],
  ]);
});
