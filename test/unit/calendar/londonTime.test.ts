// London time where an ordinary year does not tell a mistake: before the first change that is known, in an hour that the
// clocks repeat, and with two hours of summer time, as in the years from 1941 on (R1).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { formatInstant, parseInstant, type Instant } from '../../../domain/calendar/instant';
import {
  londonDateOf,
  londonDateToSay,
  londonInstant,
  sayLondonTime,
} from '../../../domain/calendar/londonTime';
import { BeyondCalendar, workingCalendar } from '../../../domain/calendar/workingCalendar';
import { officialCalendar } from '../calendars';

const at = (text: string): Instant => parseInstant(text) as Instant;
const utc = (moment: Instant): string => formatInstant(moment).replace('.000', '');

/** Summer time from 29 March, an hour more from 3 May to 9 August, and winter from 25 October. */
const doubleSummer = workingCalendar({
  ...officialCalendar.snapshot,
  londonOffsets: (
    [
      ['2025-10-26T01:00Z', 0],
      ['2026-03-29T01:00Z', 60],
      ['2026-05-03T01:00Z', 120],
      ['2026-08-09T01:00Z', 60],
      ['2026-10-25T01:00Z', 0],
    ] as const
  ).map(([from, minutes]) => ({ from: at(from), minutes })),
});

describe('the clock in London (R1)', () => {
  it('has a day to be said also where nothing is counted, and the same where it is', () => {
    const within = at('2026-07-15T22:30Z');
    expect(londonDateToSay(doubleSummer, within)).toBe(londonDateOf(doubleSummer, within));
    const beyond = at('2040-01-15T12:00Z');
    expect(() => londonDateOf(doubleSummer, beyond)).toThrow(BeyondCalendar);
    expect(londonDateToSay(doubleSummer, beyond)).toBe('2040-01-15');
  });

  it('goes by the last change at or before the moment, and by none of the others', () => {
    expect(
      [
        ...['2026-01-15T12:00Z', '2026-04-15T12:00Z', '2026-05-03T00:59Z', '2026-05-03T01:00Z'],
        ...['2026-07-15T12:00Z', '2026-08-09T00:59Z', '2026-08-09T01:00Z', '2026-12-15T12:00Z'],
      ].map((moment) => sayLondonTime(doubleSummer, at(moment))),
    ).toEqual(['12:00', '13:00', '01:59', '03:00', '14:00', '02:59', '02:00', '12:00']);
  });

  it('is that of Greenwich before the first change that is known', () => {
    expect(sayLondonTime(doubleSummer, at('2012-07-15T12:00Z'))).toBe('12:00');
    expect(() => londonDateOf(officialCalendar, at('1999-07-15T23:30Z'))).toThrow(BeyondCalendar);
    expect(() => londonDateOf(officialCalendar, at('1999-07-15T23:30Z'))).toThrow(
      '1999-07-15 lies outside the calendar',
    );
  });
});

describe('the moment of a time in London (R1)', () => {
  it.each([
    ['2026-05-03', 0, 30, '2026-05-02T23:30:00Z'],
    ['2026-05-03', 1, 30, '2026-05-03T00:30:00Z'],
    ['2026-05-03', 3, 30, '2026-05-03T01:30:00Z'],
    ['2026-08-09', 1, 30, '2026-08-08T23:30:00Z'],
    ['2026-08-09', 3, 30, '2026-08-09T02:30:00Z'],
    ['2026-08-08', 24, 0, '2026-08-08T22:00:00Z'],
  ])('with two hours of summer time, %s at %i:%i', (date, hour, minute, moment) => {
    expect(utc(londonInstant(doubleSummer, civilDate(date), hour, minute))).toBe(moment);
  });

  it('is, of an hour that comes twice in autumn, in the first of the two', () => {
    expect(utc(londonInstant(officialCalendar, civilDate('2026-10-25'), 1, 30))).toBe('2026-10-25T00:30:00Z');
    expect(utc(londonInstant(officialCalendar, civilDate('2026-10-25'), 2, 0))).toBe('2026-10-25T02:00:00Z');
  });
});
