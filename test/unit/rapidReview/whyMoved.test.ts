// R9: why dates have moved, as far as whoever hears of them is to know: the bank holidays over which they are counted, of all that has changed
// since the agency knew its date.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { daysThatMoved, whyMoved } from '../../../domain/rapidReview/calendarChange/whyMoved';
import type { MailReport } from '../../../domain/rapidReview/mailReport';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { Race, SCHOOL } from './race';
import { CONTACT, REASON } from './story';

const asked = () => new Race().received().asked();
const the8th = proclaimed(officialCalendar, '2026-04-08');
const RETURN = `agencyReturn:${SCHOOL}`;

/** Of the last word to the school. */
const whyOf = (race: Race) => {
  const told = race.of('AgencyToldOfDates').findLast(({ body }) => body.agency === SCHOOL);
  if (told === undefined) throw new Error('not told');
  const { days, corrected } = whyMoved(race.events, told.body, race.open, race.calendar);
  return { days: days.map(({ date }) => date), corrected };
};
const whyTold = (race: Race): readonly string[] => whyOf(race).days;

describe('R9: why dates have moved', () => {
  it('of the days that one change brought, those over which its dates are counted', () => {
    const whyAt = (...days: readonly string[]) => {
      const race = asked()
        .at('2026-04-01 12:00')
        .adopt(proclaimed(officialCalendar, ...days));
      return whyTold(race);
    };
    // The request went on Tuesday 31 March, the return was due on Thursday 9 April.
    expect(whyAt('2026-03-31', '2026-04-08', '2026-04-20')).toEqual(['2026-04-08']);
    expect(whyAt('2026-04-09')).toEqual(['2026-04-09']);
    // The return would have been due on Friday 10 April: it is counted over both.
    expect(whyAt('2026-04-09', '2026-04-10')).toEqual(['2026-04-09', '2026-04-10']);
    expect(whyAt('2026-04-08', '2026-04-13')).toEqual(['2026-04-08']);
  });

  it.each([
    [
      'not of a day that a later change took back, which moved nothing',
      [['04-08', '04-13'], ['04-08'], ['04-08', '04-09']],
      ['04-08', '04-09'],
    ],
    [
      'also of a day that moved nothing when it came',
      [['04-13'], ['04-08', '04-09', '04-13']],
      ['04-08', '04-09', '04-13'],
    ],
    ['of none that came and went', [['04-08'], [], ['04-07']], ['04-07']],
  ])('of several changes that came at night: %s', (_what, changes, days) => {
    const race = asked().at('2026-04-01 18:00');
    for (const [index, listed] of changes.entries())
      race.adopt(proclaimed(officialCalendar, ...listed.map((date) => `2026-${date}`)), index + 1);
    expect(whyTold(race.at('2026-04-02 12:00'))).toEqual(days.map((date) => `2026-${date}`));
  });

  it('the second time of what has changed since the first', () => {
    const race = asked().at('2026-04-01 12:00').adopt(the8th);
    race.at('2026-04-02 12:00').adopt(proclaimed(officialCalendar, '2026-04-08', '2026-04-09'), 2);
    expect(whyTold(race)).toEqual(['2026-04-09']);
  });

  it('of a date that was agreed: of the day that came upon it, and of none before', () => {
    const race = asked().at('2026-04-01 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-20'), reason: REASON });
    race.adopt(proclaimed(officialCalendar, '2026-04-15', '2026-04-20'));
    const body = race.of('AgencyToldOfDates').find((event) => event.body.agency === SCHOOL)?.body;
    expect(body?.moves).toMatchObject([{ key: RETURN, was: '2026-04-20', due: '2026-04-21' }]);
    const days = body && whyMoved(race.events, body, race.open, race.calendar).days;
    expect(days?.map(({ date }) => date)).toEqual(['2026-04-20']);
  });

  it('of a day taken back, that one', () => {
    const race = asked()
      .at('2026-04-01 12:00')
      .adopt(otherThan(officialCalendar, { withdrawn: ['2026-04-06', '2026-05-04'] }));
    const body = race.of('AgencyToldOfDates')[0]?.body;
    expect(race.of('CalendarAdopted')[0]?.body.days).toHaveLength(2);
    expect(body && whyMoved(race.events, body, race.open, race.calendar)).toMatchObject({
      days: [{ date: '2026-04-06', change: 'withdrawn' }],
      corrected: false,
    });
  });

  it('the team hears which of them put the meeting outside its window', () => {
    const race = asked()
      .at('2026-04-01 12:00')
      .meetingArranged('2026-04-10 10:00')
      .adopt(proclaimed(officialCalendar, '2026-04-08', '2026-05-05'));
    const [left] = race.of('MeetingOutsideWindow');
    const days = left && daysThatMoved(race.events, left.body, race.open, race.calendar);
    expect(days?.map(({ date }) => date)).toEqual(['2026-04-08']);
    expect(
      left && daysThatMoved(race.events, { ...left.body, meeting: 2 }, race.open, race.calendar),
    ).toEqual([]);
  });

  it('not of a bank holiday far away where somebody recorded another way of asking while the mail was under way', () => {
    const race = new Race().received().at('2026-03-31 18:00').send([SCHOOL]);
    const told: MailReport['told'] = {
      asOf: race.state.version,
      dates: [{ key: RETURN as ObligationKey, due: civilDate('2026-04-09') }],
    };
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-30'),
      contacts: [],
    });
    race.hear(race.report(SCHOOL, 'accepted', { told }));
    race.adopt(proclaimed(officialCalendar, '2026-06-15')).at('2026-04-01 09:00');
    expect(whyOf(race)).toEqual({ days: [], corrected: true });
  });

  it('of the day of asking too, where that was put right between changes of the calendar', () => {
    const byTelephone = () =>
      new Race()
        .received()
        .at('2026-03-31 18:00')
        .act({
          kind: 'recordRequestSent',
          agency: SCHOOL,
          channel: 'telephone',
          on: civilDate('2026-03-31'),
          contacts: [CONTACT(SCHOOL)],
        });
    const race = byTelephone().adopt(the8th);
    race.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate('2026-03-30'), reason: REASON });
    race.adopt(proclaimed(officialCalendar, '2026-04-08', '2026-04-09'), 2).at('2026-04-01 12:00');
    expect(whyOf(race)).toMatchObject({ corrected: true });
    // Put back, it is as it was.
    const back = byTelephone().adopt(the8th);
    for (const on of ['2026-03-30', '2026-03-31'])
      back.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate(on), reason: REASON });
    expect(whyOf(back.at('2026-04-01 12:00'))).toMatchObject({ corrected: false });
  });

  it('of each date that moves, though another alone is counted over what the last change brought', () => {
    const race = asked().at('2026-04-01 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-10'), reason: REASON });
    race.adopt(proclaimed(officialCalendar, '2026-04-08', '2026-04-09'));
    race.adopt(proclaimed(officialCalendar, '2026-04-02'), 2);
    expect(whyTold(race)).toEqual(['2026-04-02', '2026-04-08', '2026-04-09']);
  });
});
