// The table that counts, where it is smallest: spans in which every day counts, or none; counts from a day off, and of
// nought days.

import { describe, expect, it } from '@jest/globals';
import { civilDate, fromDayNumber, toDayNumber } from '../../../domain/calendar/civilDate';
import {
  addWorkingDays,
  BeyondCalendar,
  countWorkingDays,
  isWorkingDay,
  reachedFrom,
  whyNotWorking,
  workingCalendar,
  type WorkingCalendar,
} from '../../../domain/calendar/workingCalendar';
import { officialCalendar } from '../calendars';

const spanning = (from: string, to: string): WorkingCalendar =>
  workingCalendar({
    ...officialCalendar.snapshot,
    covers: { from: civilDate(from), to: civilDate(to) },
  });

describe('a span in which every day counts', () => {
  it('may be one day', () => {
    const tuesday = spanning('2026-04-14', '2026-04-14');
    expect(isWorkingDay(tuesday, civilDate('2026-04-14'))).toBe(true);
    expect(() => addWorkingDays(tuesday, civilDate('2026-04-14'), 1)).toThrow(BeyondCalendar);
    expect(() => addWorkingDays(tuesday, civilDate('2026-04-14'), -1)).toThrow(BeyondCalendar);
  });

  it('may be a week from Monday to Friday', () => {
    const week = spanning('2026-04-13', '2026-04-17');
    const [monday, friday] = [civilDate('2026-04-13'), civilDate('2026-04-17')];
    expect(addWorkingDays(week, monday, 4)).toBe(friday);
    expect(addWorkingDays(week, friday, -4)).toBe(monday);
    expect(countWorkingDays(week, monday, friday)).toBe(4);
    expect(isWorkingDay(week, friday)).toBe(true);
    expect(() => addWorkingDays(week, monday, 5)).toThrow(BeyondCalendar);
    expect(() => addWorkingDays(week, friday, -5)).toThrow(BeyondCalendar);
  });
});

it('in a span without a working day nothing is reached, and each day has its reason', () => {
  const easter = spanning('2026-04-03', '2026-04-06');
  const days = ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'].map(civilDate);
  expect(days.map((date) => isWorkingDay(easter, date))).toEqual([false, false, false, false]);
  expect(days.map((date) => whyNotWorking(easter, date))).toEqual([
    ...['Good Friday', 'Saturday', 'Sunday', 'Easter Monday'],
  ]);
  for (const date of days) {
    for (const count of [1, -1]) expect(() => addWorkingDays(easter, date, count)).toThrow(BeyondCalendar);
  }
});

describe('counted from a day off (R1)', () => {
  it.each([
    ['2026-04-11', 1, '2026-04-13'],
    ['2026-04-11', 2, '2026-04-14'],
    ['2026-04-11', -1, '2026-04-10'],
    ['2026-04-11', -2, '2026-04-09'],
    ['2026-04-05', 1, '2026-04-07'],
    ['2026-04-05', -1, '2026-04-02'],
    ['2026-04-03', -2, '2026-04-01'],
  ])('%s and %i working days is %s', (start, days, reached) => {
    expect(addWorkingDays(officialCalendar, civilDate(start), days)).toBe(reached);
  });
});

describe('no days', () => {
  it('are the start on day numbers too, a day off or not (R1)', () => {
    for (const date of ['2026-04-04', '2026-04-06', '2026-04-07'].map(civilDate)) {
      expect(fromDayNumber(reachedFrom(officialCalendar, toDayNumber(date), 0))).toBe(date);
    }
  });
});

it('why a day does not count is asked of the days covered alone', () => {
  const week = spanning('2026-04-13', '2026-04-17');
  for (const date of ['2026-04-12', '2026-04-20', '2026-05-04'].map(civilDate)) {
    expect(() => whyNotWorking(week, date)).toThrow(BeyondCalendar);
  }
  expect(whyNotWorking(week, civilDate('2026-04-15'))).toBeUndefined();
});
