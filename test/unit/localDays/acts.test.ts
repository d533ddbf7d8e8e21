// The register of local days: what a person may do to it, and what is refused with what would be right (R2).

import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { BeyondCalendar } from '../../../domain/calendar/workingCalendar';
import { addLocalDays, takeBackLocalDays } from '../../../domain/localDays/acts';
import type { DaysToAdd } from '../../../domain/localDays/localDays';
import { officialCalendar as calendar } from '../calendars';
import { AGENCY } from '../rapidReview/story';
import { ID, localDays } from './invented';

const days = (first: string, last: string, rest: Partial<DaysToAdd> = {}): DaysToAdd => ({
  kind: 'closure',
  title: 'Another name',
  firstDay: civilDate(first),
  lastDay: civilDate(last),
  ...rest,
});

const KNOWN = [
  localDays(1, '2026-12-24', '2027-01-01'),
  localDays(2, '2026-04-02', '2026-04-10', { takenBack: true, version: 2 }),
  localDays(3, '2026-07-20', '2026-07-20', { agency: AGENCY(1) }),
];
const add = (given: DaysToAdd) => addLocalDays(KNOWN, given, calendar);

describe('local days are added', () => {
  test.each([
    ['over bank holidays and weekends', days('2026-12-24', '2027-01-03')],
    ['from a weekend to a weekend', days('2026-07-18', '2026-07-26')],
    ['of a Sunday and a Monday', days('2026-07-19', '2026-07-20')],
    ['of Easter and the day after', days('2026-04-03', '2026-04-07')],
    ['of a year to the day', days('2026-02-01', '2027-01-31')],
    ['of a leap year', days('2024-01-01', '2024-12-31')],
    ['to the last day of the calendar', days('2028-12-29', '2028-12-31')],
    ['that were taken back', days('2026-04-02', '2026-04-10')],
    ['of another kind on the same days', days('2026-12-24', '2027-01-01', { kind: 'schoolHolidays' })],
    ['of one agency where everybody has them', days('2026-12-24', '2027-01-01', { agency: AGENCY(1) })],
    ['of another agency', days('2026-07-20', '2026-07-20', { agency: AGENCY(2) })],
  ])('R2: %s', (_, given) => {
    expect(add(given)).toEqual({ ok: true, draft: { change: 'added', days: given } });
  });

  test.each([
    ['that end before they begin', days('2026-04-10', '2026-04-02'), { code: 'LastDayBeforeFirst' }],
    [
      'of a year and a day',
      days('2026-02-01', '2027-02-01'),
      { code: 'LocalDaysTooLong', atMost: '2027-01-31' },
    ],
    ['of a Saturday', days('2026-07-18', '2026-07-18'), { code: 'LocalDaysOnWeekend' }],
    ['of a weekend alone', days('2026-07-18', '2026-07-19'), { code: 'LocalDaysOnWeekend' }],
    ['of a Sunday', days('2026-07-19', '2026-07-19'), { code: 'LocalDaysOnWeekend' }],
    [
      'of a bank holiday',
      days('2026-05-25', '2026-05-25'),
      { code: 'LocalDaysOnDaysOff', holidays: ['Spring bank holiday'] },
    ],
    [
      'of bank holidays and the weekend between',
      days('2026-04-03', '2026-04-06'),
      { code: 'LocalDaysOnDaysOff', holidays: ['Good Friday', 'Easter Monday'] },
    ],
    [
      'that stand already, whatever they are called',
      days('2026-12-24', '2027-01-01'),
      { code: 'LocalDaysStandAlready', standing: KNOWN[0] },
    ],
    [
      'that the agency has already',
      days('2026-07-20', '2026-07-20', { agency: AGENCY(1) }),
      { code: 'LocalDaysStandAlready', standing: KNOWN[2] },
    ],
  ])('but not %s', (_, given, rejection) => {
    expect(add(given)).toMatchObject({ ok: false, rejection });
  });

  test.each([
    ['2011-12-31', '2012-01-06', '2011-12-31'],
    ['2028-12-20', '2029-01-03', '2029-01-03'],
  ])('but not from %s to %s, where the calendar does not reach', (first, last, asked) => {
    expect(() => add(days(first, last))).toThrow(BeyondCalendar);
    expect(() => add(days(first, last))).toThrow(asked);
  });
});

describe('local days are taken back', () => {
  test('R2: once, by whoever read them as they stand, with all that was said of them', () => {
    const { agency, kind, title, firstDay, lastDay } = localDays(3, '2026-07-20', '2026-07-20', {
      agency: AGENCY(1),
    });
    expect(takeBackLocalDays(KNOWN, { id: ID(3), expectedVersion: 1 })).toEqual({
      ok: true,
      draft: { id: ID(3), change: 'takenBack', days: { kind, title, firstDay, lastDay, agency } },
    });
  });

  test.each([
    [{ id: ID(2) }, { code: 'LocalDaysTakenBack', id: ID(2) }],
    [{ id: ID(9) }, { code: 'UnknownLocalDays', id: ID(9) }],
    [
      { id: ID(1), expectedVersion: 2 },
      { code: 'LocalDaysMovedOn', expected: 2, actual: 1 },
    ],
  ])('but not %j', (given, rejection) => {
    expect(takeBackLocalDays(KNOWN, given)).toMatchObject({ ok: false, rejection });
  });
});
