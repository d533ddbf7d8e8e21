// What the team is told about the calendar: news once, what lasts on its first day and then on Mondays.

import { describe, expect, test } from '@jest/globals';
import type { CalendarSnapshot } from '../../../domain/calendar/calendarSnapshot';
import { civilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import {
  calendarBriefing,
  keyOfItem,
  type CalendarFacts,
  type CalendarItem,
} from '../../../domain/holidayLedger/calendarBriefing';
import type { Ledger } from '../../../domain/holidayLedger/ledger';
import { standing } from '../../../domain/holidayLedger/standing';
import { snapshotOf } from '../../../platform/holidays/snapshot';
import { byHand, ledgerWith, LIBRARY, listed, withdrawn } from './ledgerStory';

const [MONDAY, TUESDAY, NEXT_MONDAY] = ['2026-05-04', '2026-05-05', '2026-05-11'] as const;
const DIFFERENCE = {
  date: civilDate('2026-09-14'),
  title: 'Invented day of mourning',
  against: 'govUk',
  kind: 'notInSource',
} as const;
const NOT_READ = { fault: 'empty', since: civilDate('2026-05-02') };

const facts = (ledger: Ledger, more: Partial<CalendarFacts> = {}): CalendarFacts => ({
  ledger,
  differences: [],
  casesThatMove: 0,
  calendar: workingCalendar(snapshotOf(standing(ledger))),
  ...more,
});
const told = (of: CalendarFacts, today: string, before: readonly CalendarItem[] = []) =>
  calendarBriefing(of, civilDate(today), new Set(before.map(keyOfItem)));
const dates = (items: readonly CalendarItem[]) =>
  items.flatMap((item) => (item.about === 'newDay' ? [`${item.date} ${item.source}`] : []));

describe('new days', () => {
  test('are told once, with whose word they are', () => {
    const of = facts(ledgerWith(listed('2026-08-31', 'Summer'), byHand('2026-09-14', 'Mourning')));
    const items = told(of, TUESDAY);
    expect(dates(items)).toEqual(['2026-08-31 govUk', '2026-09-14 person']);
    expect(told(of, TUESDAY, items)).toEqual([]);
    expect(told(of, NEXT_MONDAY, items)).toEqual([]);
  });

  test('that the official list has after a person are told again, as confirmed', () => {
    const of = facts(ledgerWith(byHand('2026-09-14', 'Mourning'), listed('2026-09-14', 'Mourning')));
    expect(dates(told(of, TUESDAY))).toEqual(['2026-09-14 person', '2026-09-14 govUk']);
  });

  test('are none of what the ledger began with', () => {
    expect(told(facts(ledgerWith()), TUESDAY)).toEqual([]);
  });

  test.each([
    ['is past', [byHand('2026-05-01', 'x')]],
    ['was withdrawn again', [byHand('2026-09-14', 'x'), withdrawn('2026-09-14')]],
    ['is only predicted', [listed('2028-05-01', 'x', LIBRARY)]],
  ])('are not told where the day %s', (_, added) => {
    expect(told(facts(ledgerWith(...added)), TUESDAY)).toEqual([]);
  });

  test('of today are told still', () => {
    expect(dates(told(facts(ledgerWith(byHand(TUESDAY, 'x'))), TUESDAY))).toHaveLength(1);
  });

  test('that come with a later version of the programme are told, however long they were known', () => {
    const of = facts(ledgerWith(listed('2026-08-31', 'Summer', undefined, '2025-11-01')));
    expect(dates(told(of, TUESDAY))).toEqual(['2026-08-31 govUk']);
  });
});

describe('what lasts', () => {
  test.each<[string, Partial<CalendarFacts>, CalendarItem['about']]>([
    ['a difference', { differences: [DIFFERENCE] }, 'difference'],
    ['open cases that wait for a change to be accepted (R9)', { casesThatMove: 3 }, 'changeWaits'],
    ['a list that was not taken', { notRead: NOT_READ }, 'notRead'],
  ])('%s is told on its first day, and then on Mondays', (_, more, about) => {
    const of = facts(ledgerWith(), more);
    const first = told(of, TUESDAY);
    expect(first.map((item) => item.about)).toEqual([about]);
    expect(told(of, '2026-05-06', first)).toEqual([]);
    expect(told(of, NEXT_MONDAY, first)).toEqual(first);
    expect(told(facts(ledgerWith()), NEXT_MONDAY, first)).toEqual([]);
  });

  test('another fault, or the same one anew, is told on its own first day', () => {
    const first = told(facts(ledgerWith(), { notRead: NOT_READ }), MONDAY);
    const other = facts(ledgerWith(), { notRead: { ...NOT_READ, fault: 'shrunken' } });
    expect(told(other, TUESDAY, first)).toHaveLength(1);
    const anew = facts(ledgerWith(), { notRead: { ...NOT_READ, since: civilDate(TUESDAY) } });
    expect(told(anew, TUESDAY, first)).toHaveLength(1);
  });
});

describe('the end of the calendar', () => {
  const official = snapshotOf(standing(ledgerWith()));
  const ending = (confirmedTo: string): CalendarSnapshot => ({
    ...official,
    confirmedTo: civilDate(confirmedTo),
  });
  const of = facts(ledgerWith(), { calendar: workingCalendar(ending('2026-07-07')) });

  test('is told from the day on which fewer than sixty days are left', () => {
    expect(told(of, '2026-05-08')).toEqual([]);
    expect(told(of, '2026-05-09')).toEqual([{ about: 'calendarEnds', confirmedTo: '2026-07-07' }]);
  });

  test('is told again on Mondays, past the end too, when days are only predicted', () => {
    const first = told(of, '2026-05-12');
    expect(told(of, '2026-05-13', first)).toEqual([]);
    expect(told(of, '2026-05-18', first)).toEqual(first);
    expect(told(of, '2026-08-03', first)).toEqual(first);
  });
});
