// The diary of the sub-group: what a person may do to it, and what is refused with what would be right (C5).

import { describe, expect, test } from '@jest/globals';
import type { DiaryDate } from '../../../domain/rapidReview/meeting/diary';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { addDate, cancelDate, moveDate } from '../../../domain/subGroupDiary/acts';
import { officialCalendar as calendar } from '../calendars';
import { london } from '../rapidReview/story';

const ID = (n: number): DiaryDateId => `SG-000${n}` as DiaryDateId;
const NOW = london('2026-03-30 16:25');

const diaryDate = (n: number, starts: string, rest: Partial<DiaryDate> = {}): DiaryDate => ({
  id: ID(n),
  version: 1,
  startsAt: london(starts),
  cancelled: false,
  ...rest,
});
const DIARY = [
  diaryDate(1, '2026-04-14 10:00'),
  diaryDate(2, '2026-04-15 10:00', { cancelled: true, version: 2 }),
  diaryDate(3, '2026-03-30 10:00'),
];

describe('a date is added', () => {
  test('C5: on a working day that is ahead, by day', () => {
    const startsAt = london('2026-04-16 20:00');
    expect(addDate(DIARY, startsAt, calendar, NOW)).toEqual({
      ok: true,
      draft: { change: 'added', startsAt },
    });
  });

  test('where another one was cancelled', () => {
    expect(addDate(DIARY, london('2026-04-15 10:00'), calendar, NOW).ok).toBe(true);
  });

  test.each([
    ['2026-04-03 10:00', { code: 'MeetingOnDayOff', why: 'Good Friday', next: '2026-04-07' }],
    ['2026-04-11 10:00', { code: 'MeetingOnDayOff', why: 'Saturday', next: '2026-04-13' }],
    ['2026-04-14 20:01', { code: 'MeetingAtNight', from: 420, until: 1200 }],
    ['2026-04-14 06:59', { code: 'MeetingAtNight' }],
    ['2026-03-30 16:25', { code: 'MeetingInPast', now: NOW }],
    ['2026-04-14 10:00', { code: 'DiaryDateTaken', date: ID(1) }],
  ])('but not at %s', (starts, rejection) => {
    const decision = addDate(DIARY, london(starts), calendar, NOW);
    expect(decision).toMatchObject({ ok: false, rejection });
  });
});

describe('a date is moved', () => {
  const move = (n: number, starts: string, expectedVersion?: number) =>
    moveDate(
      DIARY,
      {
        date: ID(n),
        startsAt: london(starts),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      },
      calendar,
      NOW,
    );

  test('C5: to another time, by whoever read it as it stands', () => {
    expect(move(1, '2026-04-16 10:00', 1)).toEqual({
      ok: true,
      draft: { date: ID(1), change: 'moved', startsAt: london('2026-04-16 10:00') },
    });
  });

  test.each([
    [1, '2026-04-14 10:00', undefined, { code: 'DiaryDateUnchanged' }],
    [1, '2026-04-06 10:00', undefined, { code: 'MeetingOnDayOff', why: 'Easter Monday' }],
    [1, '2026-04-16 10:00', 2, { code: 'DiaryDateMovedOn', expected: 2, actual: 1 }],
    [2, '2026-04-16 10:00', undefined, { code: 'DiaryDateCancelled' }],
    [3, '2026-04-16 10:00', undefined, { code: 'DiaryDateOver' }],
    [9, '2026-04-16 10:00', undefined, { code: 'UnknownDiaryDate', date: ID(9) }],
  ])('but not SG-000%i to %s, read at version %s', (n, starts, version, rejection) => {
    expect(move(n, starts, version)).toMatchObject({ ok: false, rejection });
  });
});

describe('a date is cancelled', () => {
  test('once, while it is ahead', () => {
    expect(cancelDate(DIARY, { date: ID(1) }, NOW)).toEqual({
      ok: true,
      draft: { date: ID(1), change: 'cancelled', startsAt: london('2026-04-14 10:00') },
    });
    expect(cancelDate(DIARY, { date: ID(2) }, NOW)).toMatchObject({
      rejection: { code: 'DiaryDateCancelled' },
    });
    expect(cancelDate(DIARY, { date: ID(3) }, NOW)).toMatchObject({ rejection: { code: 'DiaryDateOver' } });
    expect(cancelDate(DIARY, { date: ID(1), expectedVersion: 7 }, NOW)).toMatchObject({
      rejection: { code: 'DiaryDateMovedOn' },
    });
  });
});
