// Other holidays than the ledger's: what changes, what is kept and changes nothing, and what is said of it.

import { describe, expect, it } from '@jest/globals';
import { civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { supposing, type OtherHolidays } from '../../../domain/calendar/otherHolidays';
import { addWorkingDays, BeyondCalendar, workingCalendar } from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar } from '../calendars';

const { snapshot } = officialCalendar;
const day = civilDate;
const days = (...dates: string[]): CivilDate[] => dates.map(day);

const fiveAfter = (other: OtherHolidays): string =>
  addWorkingDays(workingCalendar(supposing(snapshot, other).snapshot), day('2026-03-30'), 5);
const notesOf = (other: OtherHolidays): readonly string[] => supposing(snapshot, other).notes;

describe('days more and fewer', () => {
  it('move the dates, and the snapshot says with which days it was counted', () => {
    expect(fiveAfter({})).toBe('2026-04-08');
    expect(fiveAfter({ extra: [{ date: day('2026-04-01') }] })).toBe('2026-04-09');
    expect(fiveAfter({ fewer: days('2026-04-03') })).toBe('2026-04-07');
    const both = supposing(snapshot, { extra: [{ date: day('2026-04-01') }], fewer: days('2026-04-03') });
    expect(both.snapshot.version).toBe(`${snapshot.version} with 2026-04-01 without 2026-04-03`);
    expect(both.notes).toEqual([]);
    expect(supposing(snapshot, {}).snapshot.version).toBe(snapshot.version);
  });

  it('are named as supposed, in order of date, with the title given', () => {
    const extra = [{ date: day('2026-04-08'), title: 'Day of mourning' }, { date: day('2026-04-01') }];
    const { holidays } = supposing(snapshot, { extra }).snapshot;
    expect(holidays.filter(({ source }) => source === 'whatIf')).toEqual([
      { date: '2026-04-01', title: 'Holiday', source: 'whatIf', knownSince: '2026-04-01' },
      { date: '2026-04-08', title: 'Day of mourning', source: 'whatIf', knownSince: '2026-04-08' },
    ]);
    expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).sort());
  });

  it.each<[string, OtherHolidays, string[]]>([
    [
      'on a weekend',
      { extra: [{ date: day('2026-04-04') }] },
      ['2026-04-04 is a Saturday: it changes nothing'],
    ],
    [
      'given twice',
      { extra: [{ date: day('2026-04-01') }, { date: day('2026-04-01') }, { date: day('2026-04-01') }] },
      ['2026-04-01 is there twice: it counts once'],
    ],
    [
      'given twice, with its title only the second time',
      { extra: [{ date: day('2026-04-01') }, { date: day('2026-04-01'), title: 'Jubilee' }] },
      ['2026-04-01 is there twice: it counts once'],
    ],
    [
      'given twice, with its title only the first time',
      { extra: [{ date: day('2026-04-01'), title: 'Jubilee' }, { date: day('2026-04-01') }] },
      ['2026-04-01 is there twice: it counts once'],
    ],
    [
      'given twice under one title',
      {
        extra: [
          { date: day('2026-04-01'), title: 'Jubilee' },
          { date: day('2026-04-01'), title: 'Jubilee' },
        ],
      },
      ['2026-04-01 is there twice: it counts once'],
    ],
    [
      'with two titles',
      {
        extra: [
          { date: day('2026-04-01'), title: 'Jubilee' },
          { date: day('2026-04-01'), title: 'Coronation' },
        ],
      },
      ['2026-04-01 has two titles, "Jubilee" and "Coronation": the first is used, and it counts once'],
    ],
    [
      'listed already',
      { extra: [{ date: day('2026-04-03') }] },
      ['2026-04-03 is listed already (Good Friday): it changes nothing'],
    ],
    [
      'listed already under another title',
      { extra: [{ date: day('2026-04-03'), title: 'Jubilee' }] },
      [
        '2026-04-03 is listed already as "Good Friday": that title is used and not "Jubilee", and it changes nothing',
      ],
    ],
    [
      'listed already under the same title',
      { extra: [{ date: day('2026-04-03'), title: 'Good Friday' }] },
      ['2026-04-03 is listed already (Good Friday): it changes nothing'],
    ],
    [
      'taken away though not listed',
      { fewer: days('2026-04-01') },
      ['2026-04-01 is no listed holiday: taking it away changes nothing'],
    ],
    [
      'taken away twice',
      { fewer: days('2026-04-03', '2026-04-03') },
      ['2026-04-03 is there twice: it counts once'],
    ],
    [
      'both added and taken away',
      { extra: [{ date: day('2026-04-03') }], fewer: days('2026-04-03') },
      ['2026-04-03 is both added and taken away: it stays as it was'],
    ],
  ])('a day %s: that is said', (_, other, notes) => {
    expect(notesOf(other)).toEqual(notes);
  });

  it('both added and taken away stays as it was, listed or not', () => {
    for (const date of days('2026-04-03', '2026-04-01')) {
      const { snapshot: same } = supposing(snapshot, { extra: [{ date }], fewer: [date] });
      expect(same).toEqual(snapshot);
    }
  });

  it('the first of two titles is the one that explains', () => {
    const extra = ['Jubilee', 'Coronation'].map((title) => ({ date: day('2026-04-01'), title }));
    const { holidays } = supposing(snapshot, { extra }).snapshot;
    expect(holidays.flatMap(({ date, title }) => (date === '2026-04-01' ? [title] : []))).toEqual([
      'Jubilee',
    ]);
  });

  it.each<[string, (string | undefined)[]]>([
    ['the second time', [undefined, 'Jubilee']],
    ['the first time', ['Jubilee', undefined]],
  ])('a title given only %s is the one that explains', (_, titles) => {
    const extra = titles.map((title) => ({
      date: day('2026-04-01'),
      ...(title === undefined ? {} : { title }),
    }));
    const { holidays } = supposing(snapshot, { extra }).snapshot;
    expect(holidays.flatMap(({ date, title }) => (date === '2026-04-01' ? [title] : []))).toEqual([
      'Jubilee',
    ]);
  });

  it('are all named in the version, in order of date whatever the order they were given in', () => {
    const extra = days('2026-04-08', '2026-04-01').map((date) => ({ date }));
    const fewer = days('2026-05-25', '2026-04-03', '2026-04-02');
    // Thursday 2 April is no listed holiday: taking it away is in no version.
    expect(supposing(snapshot, { extra, fewer }).snapshot.version).toBe(
      `${snapshot.version} with 2026-04-01 2026-04-08 without 2026-04-03 2026-05-25`,
    );
  });

  it('may be the first and the last day of the span', () => {
    const { from, to } = snapshot.covers;
    const ends = [{ date: from }, { date: to }];
    expect(supposing(snapshot, { only: ends }).snapshot.holidays.map(({ date }) => date)).toEqual([from, to]);
    expect(() => supposing(snapshot, { extra: ends, fewer: [from, to] })).not.toThrow();
  });

  it('taken from a weekend, where a listed day changed nothing, are gone from the list, and that is said', () => {
    const listed = calendarOf(['2026-04-03', '2026-04-04']).snapshot;
    const without = supposing(listed, { fewer: days('2026-04-04') });
    expect(without.notes).toEqual(['2026-04-04 is a Saturday: taking it away changes nothing']);
    expect(without.snapshot.version).toBe(`${listed.version} without 2026-04-04`);
    expect(without.snapshot.holidays.map(({ date }) => date)).toEqual(['2026-04-03']);
  });

  it('keep a weekend day in the list, where it changes nothing', () => {
    const other = { extra: [{ date: day('2026-04-04') }] };
    expect(supposing(snapshot, other).snapshot.holidays.some(({ date }) => date === '2026-04-04')).toBe(true);
    expect(fiveAfter(other)).toBe('2026-04-08');
  });
});

describe('another list altogether', () => {
  it('is named day by day in the version, in order of date, and is known for the whole span', () => {
    const only = days('2026-04-04', '2026-03-31').map((date) => ({ date }));
    const confirmedTo = day('2026-12-31');
    const other = supposing({ ...snapshot, confirmedTo }, { only }).snapshot;
    expect(other.version).toBe('only 2026-03-31 2026-04-04');
    expect(other.confirmedTo).toBe(snapshot.covers.to);
  });

  it('replaces every day, weekends and repeats said as well', () => {
    const other = { only: days('2026-04-04', '2026-03-31', '2026-03-31').map((date) => ({ date })) };
    expect(fiveAfter(other)).toBe('2026-04-07');
    expect(notesOf(other)).toEqual([
      '2026-04-04 is a Saturday: it changes nothing',
      '2026-03-31 is there twice: it counts once',
    ]);
  });
});

it.each<[OtherHolidays]>([
  [{ extra: [{ date: day('2031-01-01') }] }],
  [{ fewer: days('1999-01-01') }],
  [{ only: [{ date: day('2029-01-01') }] }],
])('a day outside the span is refused: %j', (other) => {
  expect(() => supposing(snapshot, other)).toThrow(BeyondCalendar);
  expect(() => supposing(snapshot, other)).toThrow(/The holiday .* lies outside the calendar/);
});
