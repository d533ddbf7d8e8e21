// The mail that a meeting has left its window says where it lies after the day on which the review must be complete, too (C5).

import { expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { Race } from '../rapidReview/race';
import { london } from '../rapidReview/story';
import { Office } from './office';

const notified = (at: string): CommandBody => ({
  kind: 'recordTimestamp',
  timestamp: 'notificationSent',
  at: london(at),
});

/** Of a meeting on Monday 20 April, once a notification of before the referral is recorded. */
const mailed = async (notification: string): Promise<string> => {
  const race = new Race().received().asked().meetingArranged('2026-04-20 10:00').at('2026-04-02 12:00');
  const office = new Office(race.act(notified(notification))).only('meetingOutsideWindow');
  await office.call();
  return office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
};

it('names that day where the meeting lies after it', async () => {
  expect(await mailed('2026-03-25 10:00')).toContain(
    'That is after its window, which closes on Wednesday 15 April 2026, and after the review must be complete, on Friday 17 April 2026.',
  );
});

it('names no such day where the meeting lies before it', async () => {
  const said = await mailed('2026-03-27 10:00');
  expect(said).toContain('That is after its window, which closes on Friday 17 April 2026.');
  expect(said).not.toContain('must be complete');
});
