// The sentence that explains a date: what it passes over, and in which direction it counts.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { supposing } from '../../../domain/calendar/otherHolidays';
import { addWorkingDays, workingCalendar } from '../../../domain/calendar/workingCalendar';
import { daysPassedOver, sayCounting, sayList } from '../../../domain/timetable/explanation';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { officialCalendar } from '../calendars';

const say = (from: string, workingDays: number, anchorSaid = false): string => {
  const anchorDate = civilDate(from);
  const due = addWorkingDays(officialCalendar, anchorDate, workingDays);
  const passed = daysPassedOver(officialCalendar, anchorDate, due);
  return sayCounting({ anchor: 'referralReceived', anchorDate, workingDays }, passed, anchorSaid);
};

describe('how a date was counted', () => {
  it.each([
    [
      '2026-04-01',
      5,
      '5 working days after Wednesday 1 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    ],
    ['2026-04-14', 2, '2 working days after Tuesday 14 April 2026'],
    ['2026-04-14', 5, '5 working days after Tuesday 14 April 2026, not counting weekends'],
    [
      '2026-04-04',
      1,
      '1 working day after Saturday 4 April 2026, not counting weekends and Easter Monday (6 April)',
    ],
    [
      '2026-12-24',
      3,
      '3 working days after Thursday 24 December 2026, not counting weekends, Christmas Day (25 December) and Boxing Day (28 December)',
    ],
    [
      '2026-04-07',
      -1,
      '1 working day before Tuesday 7 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    ],
    ['2026-04-01', 0, 'the same day as Wednesday 1 April 2026'],
  ])('%s, %i working days', (from, days, words) => {
    expect(say(from, days)).toBe(words);
  });

  it('names the start for those who know the case', () => {
    expect(say('2026-03-30', 2, true)).toBe(
      '2 working days after Monday 30 March 2026 (the day the referral was received)',
    );
  });

  it('the days passed over are between, not the ends', () => {
    const passed = daysPassedOver(officialCalendar, civilDate('2026-04-03'), civilDate('2026-04-07'));
    expect(passed).toEqual([
      { date: '2026-04-04', why: 'Saturday' },
      { date: '2026-04-05', why: 'Sunday' },
      { date: '2026-04-06', why: 'Easter Monday', source: 'govUk', knownSince: '2023-12-15' },
    ]);
  });

  it('the later end is none of them, though it does not count either', () => {
    const passed = (from: string, to: string): readonly string[] =>
      daysPassedOver(officialCalendar, civilDate(from), civilDate(to)).map(({ date }) => date);
    expect(passed('2026-04-03', '2026-04-05')).toEqual(['2026-04-04']);
    expect(passed('2026-04-05', '2026-04-03')).toEqual(['2026-04-04']);
    expect(passed('2026-04-04', '2026-04-04')).toEqual([]);
  });

  it('a supposed day was never known, and a predicted one is said as such', () => {
    const only = [{ date: civilDate('2026-04-15'), title: 'Day of mourning' }];
    const supposed = workingCalendar(supposing(officialCalendar.snapshot, { only }).snapshot);
    const ends = [civilDate('2026-04-14'), civilDate('2026-04-16')] as const;
    const [day, ...more] = daysPassedOver(supposed, ...ends);
    expect([day, more]).toStrictEqual([{ date: '2026-04-15', why: 'Day of mourning', source: 'whatIf' }, []]);

    const predicting = workingCalendar(shippedSnapshot(civilDate('2028-06-01')));
    const passed = daysPassedOver(predicting, civilDate('2028-12-29'), civilDate('2029-01-02'));
    const counting = {
      anchor: 'referralReceived',
      anchorDate: civilDate('2028-12-29'),
      workingDays: 1,
    } as const;
    expect(sayCounting(counting, passed, false)).toBe(
      "1 working day after Friday 29 December 2028, not counting weekends and New Year's Day (1 January, predicted: not on the official list yet)",
    );
    expect(passed.at(-1)).toMatchObject({ source: 'library', provisional: true });
  });

  it('counted and passed over together are every day on the way', () => {
    const passed = daysPassedOver(officialCalendar, civilDate('2026-12-18'), civilDate('2027-01-13'));
    expect(passed.length + 15).toBe(26);
  });
});

describe('sayList', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is "%s"', (items, said) => {
    expect(sayList(items)).toBe(said);
  });
});
