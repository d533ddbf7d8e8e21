// Refusals of what is said of a meeting that are no rules of the case. Those are `problems/rejections/`.

import type { Instant } from '../../domain/calendar/instant';
import { kind } from '../problems/problem';
import { moment } from '../problems/rejections/exampleFacts';
import { sayInstant } from '../problems/saying';

export const meetingProblems = {
  openedWhen: kind<{ startsAt: Instant }>({
    slug: 'opening-of-past-meeting',
    status: 422,
    title: 'When the meeting was opened is not said',
    says: ({ startsAt }) =>
      `This meeting is recorded as held, from ${sayInstant(startsAt)} on. Say in "at" when it was opened: without it that would be now, and nothing that happened in it could be recorded before that.`,
    example: { startsAt: moment('2026-04-14T10:00:00+01:00') },
  }),
};
