// Refusals of a case that is brought another calendar, as problems.

import type { CalendarChangeRejection } from '../../../domain/rapidReview/calendarChange/rejections';
import type { RefusalsOf } from './refused';

export const calendarChangeProblems = {
  CalendarNotGiven: {
    slug: 'calendar-not-given',
    status: 422,
    title: 'The calendar did not come along',
    says: ({ calendar }) =>
      `The case was told to follow the calendar ${calendar}, which did not come with the command. It keeps the one that it has; the engine asks it again.`,
    example: { code: 'CalendarNotGiven', calendar: '1d60b7a2c94e3f58' },
  },
} as const satisfies RefusalsOf<CalendarChangeRejection>;
