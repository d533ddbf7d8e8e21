// How the story of the proclaimed day ends: with what was held, in lines. That it was held, the system test holds.

import { expect, it } from '@jest/globals';
import { inOrder } from '../../cli/demo/proclaimed/notInOrder';
import type { Played } from '../../cli/demo/stage';
import { civilDate } from '../../domain/calendar/civilDate';
import { Story } from './rapidReview/story';

const played = (accepted: number): Played => {
  const { state, calendar } = new Story().opened('2026-03-30 15:20');
  const mail = { acceptedAt: 0 };
  return {
    folded: { state, calendar, events: [] },
    notices: [...Array.from({ length: accepted }, () => mail), {}],
  } as unknown as Played;
};

it('says that its day was kept, that each agency was told once, and that nobody was mailed on a day off', () => {
  expect(inOrder({ review: played(2), earlier: played(1) }, { toldOn: civilDate('2026-04-13') })).toEqual([
    '- the review was completed on its new day, Wednesday 22 April 2026;',
    '- each agency whose date moved (0) was told once, on Monday 13 April 2026 at 09:00;',
    '- of 3 mails none went on a day off.',
  ]);
});
