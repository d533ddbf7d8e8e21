// How many working days early or late something was done, by the calendar that the case had on the day it was done (R7, R8): days that
// have changed since are counted as they were then, and of a day on which it changed the calendar that gave the date is the one.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { DayChanged } from '../../../domain/calendar/daysChanged';
import { currentProfile } from '../../../domain/policy/profiles';
import { calendarAt, calendarsOn, changedOn } from '../../../domain/timetable/calendarsOfCase';
import { dueDates } from '../../../domain/timetable/dueDates';
import { earliness } from '../../../domain/timetable/earliness';
import type { CalendarFollowed, TimetableFacts } from '../../../domain/timetable/facts';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { isWorkingDay, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { AGENCY, london } from '../rapidReview/story';
import { proclaimed } from '../rapidReview/otherCalendars';
import { officialCalendar } from '../calendars';

const KEY = keyOf({ obligation: 'agencyReturn', agency: AGENCY(1) });
const day = civilDate;
const changed = (date: string, change: DayChanged['change']): DayChanged => ({
  date: day(date),
  title: 'Proclaimed',
  change,
});
const followed = (at: string, ...days: readonly DayChanged[]): CalendarFollowed => ({ at: london(at), days });

/** Asked on Tuesday 31 March: due on Thursday 9 April by the official list. */
const facts = (...calendarsFollowed: readonly CalendarFollowed[]): TimetableFacts => ({
  profile: currentProfile,
  timestamps: { referralReceived: london('2026-03-30 16:20') },
  agencies: [
    { agency: AGENCY(1), identified: 'withReferral', sent: { on: day('2026-03-31'), channel: 'mail' } },
  ],
  outcomes: {},
  calendarsFollowed,
});
const early = (given: TimetableFacts, calendar: WorkingCalendar, on: string, due: string) =>
  earliness(given, calendar, KEY, day(on), day(due));
const dueBy = (given: TimetableFacts, calendar: WorkingCalendar) =>
  dueDates(given, calendar).find((one) => keyOf(one) === KEY)?.due;

/** The list of now, with the 8th; the case followed it on the evening of the 2nd. */
const with8th = proclaimed(officialCalendar, '2026-04-08');
const listed8th = followed('2026-04-02 18:00', changed('2026-04-08', 'listed'));

describe('how early or late', () => {
  it('is counted by the list of now where nothing has changed since', () => {
    expect(early(facts(), officialCalendar, '2026-04-07', '2026-04-09')).toBe(2);
    expect(early(facts(), officialCalendar, '2026-04-09', '2026-04-09')).toBe(0);
    expect(early(facts(), officialCalendar, '2026-04-13', '2026-04-09')).toBe(-2);
    // Late on a day off is as late as the next working day.
    expect(early(facts(), officialCalendar, '2026-04-11', '2026-04-09')).toBe(-2);
    expect(early(facts(listed8th), with8th, '2026-04-07', '2026-04-10')).toBe(2);
  });

  it('counts a day that was listed since as it was: a working day between, the day itself, and none outside', () => {
    expect(early(facts(listed8th), with8th, '2026-04-01', '2026-04-09')).toBe(4);
    expect(early(facts(listed8th), with8th, '2026-04-01', '2026-04-08')).toBe(3);
    expect(early(facts(listed8th), with8th, '2026-04-01', '2026-04-07')).toBe(2);
    const later = followed('2026-04-20 18:00', changed('2026-04-08', 'listed'));
    expect(early(facts(later), with8th, '2026-04-08', '2026-04-07')).toBe(-1);
    expect(early(facts(later), with8th, '2026-04-09', '2026-04-08')).toBe(-1);
    expect(early(facts(later), with8th, '2026-04-10', '2026-04-07')).toBe(-3);
  });

  it('counts a day that was withdrawn since as the day off that it was, by the first of several changes', () => {
    const withdrawn = followed('2026-04-20 18:00', changed('2026-04-08', 'withdrawn'));
    expect(early(facts(withdrawn), officialCalendar, '2026-04-07', '2026-04-10')).toBe(2);
    // Done on that day off: as late as the next working day.
    expect(early(facts(withdrawn), officialCalendar, '2026-04-08', '2026-04-07')).toBe(-1);
    const again = followed('2026-04-21 18:00', changed('2026-04-08', 'listed'));
    expect(early(facts(withdrawn, again), with8th, '2026-04-07', '2026-04-10')).toBe(2);
    const back = followed('2026-04-22 18:00', changed('2026-04-08', 'withdrawn'));
    const listed = followed('2026-04-20 18:00', changed('2026-04-08', 'listed'));
    expect(early(facts(listed, back), officialCalendar, '2026-04-07', '2026-04-10')).toBe(3);
  });

  it('leaves alone what had changed before the day it was done', () => {
    expect(early(facts(listed8th), with8th, '2026-04-03', '2026-04-10')).toBe(3);
  });

  it('of a day on which the calendar changed is by the first that gives the date', () => {
    const thatDay = followed('2026-04-07 12:00', changed('2026-04-08', 'listed'));
    const given = facts(thatDay);
    expect(dueBy(given, officialCalendar)).toBe('2026-04-09');
    expect(dueBy(given, with8th)).toBe('2026-04-10');
    // By that of the morning, and by that of the evening.
    expect(early(given, with8th, '2026-04-07', '2026-04-09')).toBe(2);
    expect(early(given, with8th, '2026-04-07', '2026-04-10')).toBe(2);
    // Neither gives it: by that of the evening.
    expect(early(given, with8th, '2026-04-07', '2026-04-13')).toBe(3);
  });

  it('of a day on which it changed twice is by the first of the three that gives the date', () => {
    const given = facts(
      followed('2026-04-07 10:00', changed('2026-04-08', 'listed')),
      followed('2026-04-07 12:00', changed('2026-04-10', 'listed')),
    );
    const withBoth = proclaimed(officialCalendar, '2026-04-08', '2026-04-10');
    expect(dueBy(given, withBoth)).toBe('2026-04-13');
    expect(
      ['2026-04-09', '2026-04-10', '2026-04-13'].map((due) => early(given, withBoth, '2026-04-07', due)),
    ).toEqual([2, 2, 2]);
    // None gives it: by that of the evening.
    expect(early(given, withBoth, '2026-04-07', '2026-04-14')).toBe(3);
  });

  it('is not said of a day that the calendar does not know', () => {
    expect(early(facts(), officialCalendar, '2099-04-07', '2026-04-09')).toBeUndefined();
  });
});

describe('the calendars of a case', () => {
  const both = facts(listed8th, followed('2026-04-07 12:00', changed('2026-04-10', 'listed')));
  const now = proclaimed(officialCalendar, '2026-04-08', '2026-04-10');
  const off = (calendar: WorkingCalendar): readonly string[] =>
    ['2026-04-08', '2026-04-10'].filter((date) => !isWorkingDay(calendar, day(date)));

  it('are without what has changed after a moment', () => {
    const at = (moment: string): readonly string[] => off(calendarAt(both, now, london(moment)));
    expect(at('2026-04-02 17:59')).toEqual([]);
    expect(at('2026-04-02 18:00')).toEqual(['2026-04-08']);
    expect(at('2026-04-07 11:59')).toEqual(['2026-04-08']);
    expect(at('2026-04-07 12:00')).toEqual(['2026-04-08', '2026-04-10']);
  });

  it('are all those of a day, that of its beginning first', () => {
    const on = (date: string) => calendarsOn(both, now, day(date)).map(off);
    expect(on('2026-04-01')).toEqual([[]]);
    expect(on('2026-04-02')).toEqual([[], ['2026-04-08']]);
    expect(on('2026-04-03')).toEqual([['2026-04-08']]);
    expect(on('2026-04-07')).toEqual([['2026-04-08'], ['2026-04-08', '2026-04-10']]);
    expect(on('2026-04-08')).toEqual([['2026-04-08', '2026-04-10']]);
  });

  it('are more than one on a day on which one of them came', () => {
    const several = ['2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08'].map((date) =>
      changedOn(both, now, day(date)),
    );
    expect(several).toEqual([false, true, true, false]);
    expect(changedOn({}, now, day('2026-04-02'))).toBe(false);
    expect(off(calendarAt({}, officialCalendar, london('2026-04-02 18:00')))).toEqual([]);
  });
});
