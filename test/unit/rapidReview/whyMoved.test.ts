// R9: why dates have moved, as far as whoever hears of them is to know: the bank holidays over which they are counted, of all that has changed
// since the agency knew its date.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { daysThatMoved, whyMoved } from '../../../domain/rapidReview/calendarChange/whyMoved';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { Race, SCHOOL } from './race';
import { REASON } from './story';

const asked = () => new Race().received().asked();
const the8th = proclaimed(officialCalendar, '2026-04-08');
const RETURN = `agencyReturn:${SCHOOL}`;

/** Of the last word to the school. */
const whyTold = (race: Race): readonly string[] => {
  const told = race.of('AgencyToldOfDates').findLast(({ body }) => body.agency === SCHOOL);
  if (told === undefined) throw new Error('not told');
  return whyMoved(race.events, told.body, race.open, race.calendar).days.map(({ date }) => date);
};

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
});
