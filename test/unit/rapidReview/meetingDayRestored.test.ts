// The team was told that the day of the meeting lies outside its window, or is a day off; a bank holiday taken back, a corrected
// fact or the diary puts it right: it hears so once, at nine, and of nothing that it has not been told (R3, R7, R8, R9).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { Race, invitation } from './race';
import { REASON, london } from './story';
import { lastItem, told } from './tellings';

/** The window is Friday 10 to Monday 20 April; with the 8th a holiday, Monday 13 to Tuesday 21. */
const the8th = proclaimed(officialCalendar, '2026-04-08');
const the14th = proclaimed(officialCalendar, '2026-04-14');
/** Without the days of Easter the window closes on Thursday 16 April. */
const withoutEaster = otherThan(officialCalendar, { withdrawn: ['2026-04-03', '2026-04-06'] });

const arranged = (startsAt = '2026-04-10 10:00', rest: Parameters<Race['meetingArranged']>[1] = {}) =>
  new Race().received().asked().at('2026-04-01 12:00').meetingArranged(startsAt, rest);
/** The team was told at once, on 1 April at noon. */
const left = () => arranged().adopt(the8th, 1);
const heard = (race: Race) => told(race, 'meetingDayRestored');
const mailsOf = (race: Race) => race.mails('meetingOutsideWindow').length;
const restored = (race: Race) => race.of('MeetingDayRestored').map(({ body }) => body);

describe('R9: a bank holiday is taken back', () => {
  it('the meeting is in its window again: recorded, and told in the next mail, once', () => {
    const race = left().adopt(officialCalendar, 2);
    const window = { opens: '2026-04-10', closes: '2026-04-20' };
    expect(restored(race)).toEqual([{ meeting: 1, on: '2026-04-10', way: 'inside', ...window }]);
    race.at('2026-04-09 12:00');
    expect(heard(race)).toEqual(['2026-04-02 09:00']);
    expect(lastItem(race, 'meetingDayRestored')).toEqual({
      about: 'meetingDayRestored',
      on: '2026-04-10',
      was: 'early',
      way: 'inside',
      ...window,
    });
    expect(mailsOf(race)).toBe(1);
  });

  it('the day itself is a working day again', () => {
    const race = arranged('2026-04-14 10:00').adopt(the14th, 1).adopt(officialCalendar, 2);
    expect(restored(race)).toMatchObject([{ on: '2026-04-14', way: 'inside' }]);
    expect(heard(race.at('2026-04-09 12:00'))).toEqual(['2026-04-02 09:00']);
    expect(lastItem(race, 'meetingDayRestored')).toMatchObject({ was: 'dayOff', way: 'inside' });
  });

  it('the day is a working day again, and lies outside the window as it was arranged', () => {
    const race = arranged('2026-04-21 10:00', { reason: REASON });
    race.adopt(proclaimed(officialCalendar, '2026-04-21'), 1).adopt(officialCalendar, 2);
    expect(restored(race)).toMatchObject([{ on: '2026-04-21', way: 'late' }]);
    expect(heard(race.at('2026-04-09 12:00'))).toEqual(['2026-04-02 09:00']);
    expect(lastItem(race, 'meetingDayRestored')).toMatchObject({ was: 'dayOff', way: 'late' });
    // Inside after all: that it has not heard.
    race.adopt(the8th, 3).at('2026-04-13 12:00');
    expect(heard(race)).toEqual(['2026-04-02 09:00', '2026-04-10 09:00']);
    expect(lastItem(race, 'meetingDayRestored')).toMatchObject({ was: 'late', way: 'inside' });
  });

  it('once there is a decision, by an earlier meeting, nobody waits for this one', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00').meetingArranged('2026-04-13 10:00');
    race.quorate();
    const { now: at } = race;
    race.closed().meetingArranged('2026-04-20 10:00');
    race.adopt(proclaimed(officialCalendar, '2026-04-20'), 1).decided({ at }).adopt(officialCalendar, 2);
    expect(mailsOf(race)).toBe(1);
    expect([restored(race), heard(race.at('2026-04-17 12:00'))]).toEqual([[], []]);
  });

  it('outside again before nine, nothing is told of either: the team believes what is so', () => {
    const race = left().adopt(officialCalendar, 2).adopt(the8th, 3).at('2026-04-09 12:00');
    expect(race.of('MeetingOutsideWindow')).toHaveLength(2);
    expect([heard(race), mailsOf(race)]).toEqual([[], 1]);
    race.adopt(officialCalendar, 4).at('2026-04-10 09:30');
    expect([heard(race), mailsOf(race)]).toEqual([['2026-04-10 09:00'], 1]);
  });

  it('outside again in another way, that is told at once', () => {
    const race = arranged('2026-04-20 10:00').adopt(withoutEaster, 1).adopt(officialCalendar, 2);
    expect(race.of('MeetingOutsideWindow').map(({ body }) => body.way)).toEqual(['late']);
    race.adopt(proclaimed(officialCalendar, '2026-04-20'), 3).at('2026-04-09 12:00');
    expect([heard(race), mailsOf(race)]).toEqual([[], 2]);
  });

  it('outside again after it has heard, it is told both anew', () => {
    const race = left().adopt(officialCalendar, 2).at('2026-04-02 12:00').adopt(the8th, 3);
    expect(mailsOf(race)).toBe(2);
    race.adopt(officialCalendar, 4).at('2026-04-09 12:00');
    expect(heard(race)).toEqual(['2026-04-02 09:00', '2026-04-07 09:00']);
  });
});

describe('R3, R8: a corrected fact, and the diary', () => {
  const notified = (at: string): CommandBody => ({
    kind: 'correctTimestamp',
    timestamp: 'notificationSent',
    at: london(at),
    reason: REASON,
  });

  it('a corrected notification brings the window back to the meeting', () => {
    const race = arranged('2026-04-20 10:00').act({
      kind: 'recordTimestamp',
      timestamp: 'notificationSent',
      at: london('2026-03-27 10:00'),
    });
    expect(mailsOf(race)).toBe(1);
    race.act(notified('2026-03-31 10:00')).at('2026-04-09 12:00');
    expect(restored(race)).toMatchObject([{ on: '2026-04-20', way: 'inside', closes: '2026-04-20' }]);
    expect(heard(race)).toEqual(['2026-04-02 09:00']);
  });

  it('the diary moves the meeting out of its window, and into it again', () => {
    const date = 'SG-0001' as DiaryDateId;
    const race = arranged('2026-04-14 10:00', { diary: { date, version: 1 } });
    const follow = (version: number, startsAt: string) =>
      race.act({ kind: 'followDiary', date, version, startsAt: london(startsAt) });
    follow(2, '2026-04-22 10:00');
    follow(3, '2026-04-23 10:00');
    follow(4, '2026-04-16 10:00').at('2026-04-09 12:00');
    expect(restored(race)).toMatchObject([{ on: '2026-04-16', way: 'inside' }]);
    expect([heard(race), mailsOf(race)]).toEqual([['2026-04-02 09:00'], 2]);
  });
});

describe('R12: nobody is told what they know, or were never told of', () => {
  it('of a meeting that was arranged outside with a reason', () => {
    const race = arranged('2026-04-21 10:00', { reason: REASON }).adopt(the8th, 1).at('2026-04-09 12:00');
    expect(restored(race)).toMatchObject([{ on: '2026-04-21', way: 'inside' }]);
    expect(heard(race)).toEqual([]);
  });

  it('of one that they have moved themselves', () => {
    const race = left().act({ ...invitation('2026-04-14 10:00'), kind: 'rearrangeMeeting', reason: REASON });
    race.adopt(officialCalendar, 2).at('2026-04-09 12:00');
    expect([restored(race), heard(race)]).toEqual([[], []]);
  });

  it('but of one whose day they left as it was, with others invited', () => {
    const race = left().adopt(officialCalendar, 2);
    const { startsAt, invitees } = invitation('2026-04-10 10:00');
    const fewer = invitees.slice(0, 3);
    race.act({ kind: 'rearrangeMeeting', startsAt, invitees: fewer, reason: REASON });
    expect(heard(race.at('2026-04-09 12:00'))).toEqual(['2026-04-02 09:00']);
  });

  it('of one that is cancelled before nine, or has begun by then', () => {
    const cancelled = left().adopt(officialCalendar, 2).act({ kind: 'cancelMeeting', reason: REASON });
    expect(heard(cancelled.at('2026-04-09 12:00'))).toEqual([]);
    const early = arranged('2026-04-10 08:30').adopt(the8th, 1).at('2026-04-09 18:00');
    early.adopt(officialCalendar, 2).at('2026-04-13 12:00');
    expect([restored(early).length, heard(early)]).toEqual([1, []]);
    const opened = left().at('2026-04-09 18:00').adopt(officialCalendar, 2).at('2026-04-10 08:50');
    opened.act({ kind: 'openMeeting', at: london('2026-04-10 08:50') }).at('2026-04-13 12:00');
    expect([restored(opened).length, heard(opened)]).toEqual([1, []]);
  });
});
