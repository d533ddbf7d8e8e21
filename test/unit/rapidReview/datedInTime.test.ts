// Between which days a day can lie, and what happened on them: the earliest of what answers it, and today where that is no later.

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { dayOf, outsideItsTime, receiptOf, type DayOf } from '../../../domain/rapidReview/datedInTime';
import { officialCalendar } from '../calendars';
import { london } from './story';

const now = london('2026-04-16 12:00');
const after = (...answeredBy: readonly DayOf[]) =>
  outsideItsTime(
    civilDate('2026-04-20'),
    { of: 'decision', on: civilDate('2026-04-14') },
    officialCalendar,
    now,
    ...answeredBy,
  );

it('is the earliest of several, whichever is named first', () => {
  const [reply, answer] = [
    { of: 'reply', on: civilDate('2026-04-15') },
    { of: 'reconsideration', on: civilDate('2026-04-14') },
  ] as const;
  const wanted = { from: '2026-04-14', to: '2026-04-14', since: 'decision', until: 'reconsideration' };
  expect(after(reply, answer)).toMatchObject(wanted);
  expect(after(answer, reply)).toMatchObject(wanted);
});

it('is today where nothing answers it, or that is of today', () => {
  for (const bounds of [[], [{ of: 'reply', on: civilDate('2026-04-16') } as const]]) {
    expect(after(...bounds)).toMatchObject({ to: '2026-04-16' });
    expect(after(...bounds)).not.toHaveProperty('until');
  }
});

it('has no first day where nothing is known that it answers', () => {
  expect(dayOf('dispatch', undefined)).toBeUndefined();
  const early = civilDate('2020-01-01');
  expect(
    outsideItsTime(early, receiptOf({ timestamps: {} }, officialCalendar), officialCalendar, now),
  ).toBeUndefined();
});
