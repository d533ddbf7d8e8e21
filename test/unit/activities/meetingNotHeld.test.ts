// The team's mail on the morning after a meeting that nobody opened says so, and not that there was never a date, nor that it was
// not held: that can be recorded still (R12).

import { expect, it } from '@jest/globals';
import { invitation } from '../rapidReview/race';
import { REASON, Story } from '../rapidReview/story';
import { Office } from './office';

const met = (): Story =>
  new Story()
    .opened('2026-03-30 16:20')
    .at('2026-03-31 10:00')
    .act(invitation('2026-04-14 10:00'))
    .at('2026-04-13 12:00');

const lastBriefing = async (story: Story): Promise<string> => {
  const { key = '' } = story.notices.filter(({ body }) => body.kind === 'teamBriefing').at(-1) ?? {};
  const office = new Office(story).only(key);
  await office.call();
  return office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
};

it('a meeting that nobody opened is named with its day', async () => {
  expect(await lastBriefing(met().at('2026-04-15 09:00'))).toContain(
    'Meeting on Tuesday 14 April 2026: nobody opened it on that day. If it was held, open it now with a moment of that day, and record who came. If it was not, no other is fixed: fix one today.',
  );
});

it('a meeting that was cancelled leaves no date', async () => {
  const text = await lastBriefing(
    met().act({ kind: 'cancelMeeting', reason: REASON }).at('2026-04-14 09:00'),
  );
  expect(text).toContain('No meeting is arranged, and one is to decide this case.');
  expect(text).not.toContain('nobody opened it');
});
