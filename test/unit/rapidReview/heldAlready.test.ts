// A meeting that took place before anybody arranged it here, as in a case that is logged late: recorded as held, it is opened, attended and
// decided in like any other, and nobody is asked to come (C5, R14, R22).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { SEATS } from '../../../domain/policy/policyProfile';
import type { ArrangeMeeting } from '../../../domain/rapidReview/meeting/commands';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { REASON, london } from './story';
import { Race, WITHDRAWAL, arrival, decision, invitation } from './race';

const held = (startsAt: string, rest: Partial<ArrangeMeeting> = {}): ArrangeMeeting =>
  invitation(startsAt, { held: true, ...rest });
/** The afternoon of the Thursday after the meeting's Tuesday. */
const late = () => new Race().received().asked().returned().at('2026-04-16 15:00');

describe('a meeting that has taken place', () => {
  it('is recorded with who came and what was decided, in time', () => {
    const race = late().act(held('2026-04-14 10:00'));
    expect(race.mails('meetingInvitation')).toEqual([]);
    race.act({ kind: 'openMeeting', at: london('2026-04-14 10:05') });
    for (const seat of SEATS) race.act(arrival(seat, '2026-04-14 10:05'));
    race.act(decision('2026-04-14 11:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
  });

  it('outside its window is a departure with reason, as when it is arranged ahead', () => {
    const race = late().at('2026-04-22 12:00');
    expect(race.refusal(held('2026-04-21 10:00'))).toBe('MeetingOutsideWindowNeedsReason');
    race.act(held('2026-04-21 10:00', { reason: REASON }));
    expect(race.of('MeetingArranged')[0]?.body).toMatchObject({ held: true, departure: { way: 'late' } });
  });

  it('that nobody opens is not held after all: the team hears it, and it is cancelled without a word', () => {
    const race = late().act(held('2026-04-14 10:00')).at('2026-04-17 12:00');
    expect(race.briefings().filter((told) => told.includes('meetingNotFixed'))).toHaveLength(2);
    expect(
      race.refusal({ ...invitation('2026-04-20 10:00'), kind: 'rearrangeMeeting', reason: REASON }),
    ).toBe('MeetingTookPlace');
    race.act({ kind: 'cancelMeeting', reason: REASON });
    expect(race.mails('meetingCancelled')).toEqual([]);
    race.act(invitation('2026-04-20 10:00'));
    expect(race.mails('meetingInvitation').length).toBeGreaterThan(0);
  });

  it('is cancelled without a word too where the case ends', () => {
    const race = late().act(held('2026-04-14 10:00')).act(WITHDRAWAL);
    expect(race.of('MeetingCancelled')).toHaveLength(1);
    expect(race.mails('meetingCancelled')).toEqual([]);
  });

  it('warns of nothing that cannot be put right, nor tells of its day', () => {
    const race = late().act(held('2026-04-14 10:00', { invitees: [] }));
    race.adopt(proclaimed(officialCalendar, '2026-04-14'));
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
    expect(warningsOf(race.open, race.calendar).map(({ about }) => about)).not.toEqual(
      expect.arrayContaining(['seatsNotInvited']),
    );
  });

  it('has no papers that an answer could come after', () => {
    const race = new Race().received().asked().at('2026-04-09 15:00');
    race.act(held('2026-04-09 10:00', { reason: REASON }));
    expect(warningsOf(race.open, race.calendar).map(({ about }) => about)).not.toContain('returnAfterPapers');
  });

  it('comes after any that is recorded, and after what it is to answer', () => {
    const met = () => {
      const race = new Race().received().asked().meetingArranged().returned().convened();
      race.arrived('police').at('2026-04-14 11:00').closed();
      return race.at('2026-04-16 12:00');
    };
    const race = met();
    expect(race.refused(held('2026-04-13 15:00'))).toEqual({
      code: 'MeetingNotAfterLast',
      on: '2026-04-13',
      last: '2026-04-14',
    });
    expect(race.refused(held('2026-04-14 10:59'))).toEqual({
      code: 'MomentOutOfOrder',
      at: london('2026-04-14 10:59'),
      what: 'meetingBefore',
      recorded: london('2026-04-14 11:00'),
    });
    // Without a quorum in the morning it may have met again that day (R14).
    const reconvened = met().act(held('2026-04-14 15:00'));
    reconvened.act({ kind: 'openMeeting', at: london('2026-04-14 15:00') });
    for (const seat of SEATS) reconvened.act(arrival(seat, '2026-04-14 15:00'));
    reconvened.act(decision('2026-04-14 16:00'));
    expect(reconvened.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
    race.act(held('2026-04-15 10:00'));
    expect(race.of('MeetingArranged')).toHaveLength(2);
    const again = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-04-21 12:00');
    expect(again.refused(held('2026-04-17 10:00'))).toMatchObject({
      code: 'DatedOutsideItsTime',
      from: '2026-04-20',
      to: '2026-04-21',
      since: 'disagreement',
    });
  });

  it('does not decide before a receipt that was corrected since', () => {
    const race = new Race()
      .received()
      .at('2026-04-08 12:00')
      .act(held('2026-04-02 10:00', { reason: REASON }));
    race.act({ kind: 'openMeeting', at: london('2026-04-02 10:00') });
    for (const seat of SEATS) race.act(arrival(seat, '2026-04-02 10:00'));
    const received = {
      timestamp: 'referralReceived',
      at: london('2026-04-07 10:00'),
      reason: REASON,
    } as const;
    race.act({ kind: 'correctTimestamp', ...received });
    expect(race.refused(decision('2026-04-02 11:00'))).toEqual({
      code: 'DatedOutsideItsTime',
      on: '2026-04-02',
      from: '2026-04-07',
      to: '2026-04-08',
      since: 'receipt',
    });
  });

  it.each([
    ['2026-04-11', 'Saturday'],
    ['2026-04-06', 'Easter Monday'],
  ])('on a day off, %s, is recorded, warned of until it is opened, and told nobody', (day, why) => {
    const race = late().act(held(`${day} 10:00`, { reason: REASON }));
    const told = () => warningsOf(race.open, race.calendar).filter(({ about }) => about === 'heldOnDayOff');
    expect(told()).toEqual([{ about: 'heldOnDayOff', on: day, why }]);
    race.act({ kind: 'openMeeting', at: london(`${day} 10:05`) });
    expect(told()).toEqual([]);
    for (const seat of SEATS) race.act(arrival(seat, `${day} 10:05`));
    race.act(decision(`${day} 11:00`));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: day });
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
    for (const mail of ['meetingInvitation', 'meetingOutsideWindow'] as const)
      expect(race.mails(mail)).toEqual([]);
    // Ahead nobody is asked to come on one.
    const ahead = new Race().received().asked();
    expect(ahead.refusal(invitation(`${day} 10:00`))).toBe('MeetingOnDayOff');
  });

  it('is refused ahead, before the referral, and by night; an invitation for then says that it may be recorded', () => {
    expect(late().refusal(held('2026-04-16 15:01'))).toBe('MomentInFuture');
    expect(late().refused(held('2026-03-27 10:00', { reason: REASON }))).toEqual({
      code: 'DatedOutsideItsTime',
      on: civilDate('2026-03-27'),
      from: civilDate('2026-03-30'),
      to: civilDate('2026-04-16'),
      since: 'receipt',
    });
    expect(late().refusal(held('2026-04-14 22:00'))).toBe('MeetingAtNight');
    expect(late().refused(invitation('2026-04-14 10:00'))).toMatchObject({ mayBeHeld: true });
  });

  it('where another is arranged that one is not moved there: it is cancelled, or opened where the day is the same', () => {
    const move = (to: string) =>
      ({ kind: 'rearrangeMeeting', startsAt: london(to), reason: REASON }) as const;
    const arranged = () =>
      new Race().received().asked().meetingArranged('2026-04-17 10:00').at('2026-04-17 09:00');
    const race = arranged();
    expect(race.refused(move('2026-04-16 10:00'))).toMatchObject({ arranged: 'anotherDay', mayBeHeld: true });
    race.act({ kind: 'cancelMeeting', reason: REASON }).act(held('2026-04-16 10:00'));
    const sameDay = arranged();
    expect(sameDay.refused(move('2026-04-17 08:30'))).toMatchObject({ arranged: 'thatDay' });
    expect(
      sameDay.act({ kind: 'openMeeting', at: london('2026-04-17 08:30') }).of('MeetingOpened'),
    ).toHaveLength(1);
  });
});
