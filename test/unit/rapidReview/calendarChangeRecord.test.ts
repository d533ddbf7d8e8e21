// What stays on record of an accepted change of the bank holidays: the meeting whose day it takes, the number by which a case
// follows, the calendar that a done date was judged under, the first dates that lateness is told against (R7 to R9).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { effectOnCase } from '../../../domain/calendarChange/effects';
import { caseShapeOf } from '../../../domain/calendarChange/shapes';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { sayExplanation } from '../../../domain/timetable/sayExplanation';
import type { AgencyId } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { answer, BOARD, COUNCIL, POLICE, Race, SCHOOL } from './race';
import { REASON, london, Story } from './story';

const asked = () => new Race().received().asked();
const the14th = proclaimed(officialCalendar, '2026-04-14');

describe('R9: the day of the meeting becomes a holiday', () => {
  const race = () => asked().meetingArranged('2026-04-14 10:00').at('2026-04-01 12:00');

  it('the team is told at once, though the day lies inside the window', () => {
    const told = race().adopt(the14th);
    expect(told.of('MeetingOutsideWindow')[0]?.body).toMatchObject({ on: '2026-04-14', way: 'dayOff' });
    expect(told.mails('meetingOutsideWindow')).toHaveLength(1);
    expect(warningsOf(told.open, told.calendar)).toContainEqual(
      expect.objectContaining({ about: 'meetingOutsideWindow', way: 'dayOff' }),
    );
    // Another change leaves it where it is.
    told.adopt(proclaimed(the14th, '2026-04-16'), 2);
    expect(told.of('MeetingOutsideWindow')).toHaveLength(1);
  });

  it('a preview says so before', () => {
    const { open } = race();
    const change = { before: officialCalendar, after: the14th, now: london('2026-04-01 12:00') };
    expect(effectOnCase(caseShapeOf(open, officialCalendar), change).meetingLeaves).toMatchObject({
      on: '2026-04-14',
      way: 'dayOff',
    });
  });

  it('is told even where the meeting lay outside its window before', () => {
    const late = asked().meetingArranged('2026-04-21 10:00', { reason: REASON }).at('2026-04-01 12:00');
    late.adopt(proclaimed(officialCalendar, '2026-04-21'));
    expect(late.of('MeetingOutsideWindow').map(({ body }) => body.way)).toEqual(['dayOff']);
  });
});

describe('R9: a case follows by the number of the change', () => {
  it('also where the calendar is the one it has, which is recorded and moves nothing', () => {
    const race = asked().at('2026-04-01 12:00').adopt(officialCalendar, 2);
    expect(race.of('CalendarAdopted')[0]?.body).toMatchObject({ change: 2, days: [] });
    expect(race.of('DatesMoved')).toEqual([]);
    // The first change, taken back by the second, comes late.
    race.adopt(the14th, 1);
    expect([race.of('CalendarAdopted').length, race.open.calendar]).toEqual([
      1,
      officialCalendar.snapshot.version,
    ]);
  });
});

describe('R8: what was done keeps the calendar it was judged under', () => {
  it('in its explanation, whatever was proclaimed since', () => {
    const race = asked().at('2026-04-01 12:00').adopt(proclaimed(officialCalendar, '2026-04-20'));
    const [told] = explanationsOfCase(race.events, (version) => {
      const known = race.calendars.get(version);
      if (known === undefined) throw new Error(version);
      return known;
    }).filter(({ key }) => key === `scopingDispatch:${SCHOOL}`);
    expect(told?.calendar.version).toBe(officialCalendar.snapshot.version);
  });

  const the9th = proclaimed(officialCalendar, '2026-04-09');
  const toldOf = (race: Race, agency: AgencyId) => {
    const calendarOf = (version: string) => race.calendars.get(version) ?? race.calendar;
    const found = explanationsOfCase(race.events, calendarOf).find(
      ({ key }) => key === `agencyReturn:${agency}`,
    );
    if (found === undefined) throw new Error(agency);
    const naming = { agency: String, person: String, event: String };
    const said = sayExplanation(found, calendarOf(found.calendar.version), naming);
    return [found.due, said.split('\n').at(-1)];
  };
  const inTimeThatDay = () =>
    new Race()
      .received()
      .asked()
      .at('2026-04-08 10:00')
      .adopt(the9th)
      .at('2026-04-08 10:10')
      .adopt(officialCalendar, 2)
      .at('2026-04-08 12:00')
      .act(answer(SCHOOL, '2026-04-08'));

  it('of a day on which it changed by its date as that day began', () => {
    const race = inTimeThatDay();
    expect(toldOf(race, SCHOOL)[0]).toBe('2026-04-09');
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ due: '2026-04-09', workingDaysEarly: 1 });
  });

  it('of a day on which it changed early by what it was before, whatever is proclaimed then', () => {
    const race = asked().at('2026-04-07 12:00').act(answer(SCHOOL, '2026-04-07'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ workingDaysEarly: 2 });
    race.at('2026-04-07 14:00').adopt(proclaimed(officialCalendar, '2026-04-08'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ due: '2026-04-09', workingDaysEarly: 2 });
  });

  it('late by what it was as the day began by the later date, and says why', () => {
    const race = asked()
      .at('2026-04-09 12:00')
      .act(answer(POLICE, '2026-04-09'))
      .at('2026-04-10 10:00')
      .adopt(the9th)
      .at('2026-04-10 10:10')
      .adopt(officialCalendar, 2)
      .at('2026-04-10 12:00')
      .act(answer(SCHOOL, '2026-04-10'));
    expect(toldOf(race, SCHOOL)).toEqual([
      '2026-04-10',
      'Done on Friday 10 April 2026, a day on which the calendar changed: it is judged by its date as that day began or, where it is late by that, by the later one (R7).',
    ]);
    expect(toldOf(race, POLICE)).toEqual([
      '2026-04-09',
      'Done on Thursday 9 April 2026; it keeps the date it was judged by (R7).',
    ]);
  });

  it('a corrected receipt that restates it is a move of its date', () => {
    const race = asked().at('2026-04-02 12:00');
    race.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      at: london('2026-03-26 10:00'),
      reason: REASON,
    });
    const told = explanationsOfCase(race.events, () => race.calendar).find(
      ({ key }) => key === `scopingDispatch:${SCHOOL}`,
    );
    expect(told?.changes.map(({ was, due }) => [was, due])).toEqual([
      [undefined, '2026-04-01'],
      ['2026-04-01', '2026-03-30'],
    ]);
  });
});

describe('R8: a fact that is put right after a change may be counted from an earlier day', () => {
  it('a change remembers the days before anything was counted from', () => {
    const heard = { localAuthorityAware: london('2026-06-22 10:00') };
    const timestamps = { ...heard, notificationSent: london('2026-06-23 10:00') };
    const opened = () => new Story().opened('2026-06-23 12:00', { timestamps }).at('2026-06-26 12:00');
    const earlier: CommandBody = {
      kind: 'correctTimestamp',
      timestamp: 'localAuthorityAware',
      reason: REASON,
      at: london('2026-06-15 10:00'),
    };
    const the18th = proclaimed(officialCalendar, '2026-06-18');
    const corrected = opened().act(earlier).adopt(the18th);
    const changed = opened().adopt(the18th).at('2026-06-26 13:00').act(earlier);
    expect([corrected, changed].map((story) => story.line('notification').status)).toEqual([
      'missed',
      'missed',
    ]);
  });
});

describe('R7, R8: what is said of what is done stays when the calendar changes later', () => {
  const DONE = ['recordsSecured', 'agencyReturn', 'scopingDispatch'] as const;
  const secured = (agency: AgencyId, on: string): CommandBody => ({
    kind: 'recordRecordsSecured',
    agency,
    on: civilDate(on),
    secured: { paper: true, electronic: true, locked: true },
  });
  const done = () =>
    asked()
      .at('2026-04-13 12:00')
      .act(answer(SCHOOL, '2026-04-13'))
      .act(answer(POLICE, '2026-04-02'))
      .act(secured(SCHOOL, '2026-04-09'))
      .act(secured(POLICE, '2026-04-01'));
  const lines = (race: Race) => DONE.flatMap((name) => [race.line(name, SCHOOL), race.line(name, POLICE)]);

  it.each([
    ['a day in the past is listed', ['2026-04-08']],
    ['and one that lies between the doing and its date', ['2026-04-02', '2026-04-09', '2026-04-13']],
    ['and one after all of it', ['2026-04-15']],
  ])('%s', (_what, days) => {
    const race = done();
    const before = lines(race);
    expect(before.map(({ workingDaysEarly }) => workingDaysEarly)).toEqual([-3, 1, -2, 3, 1, 1]);
    race.at('2026-04-14 12:00').adopt(proclaimed(officialCalendar, ...days));
    expect(lines(race)).toEqual(before);
    expect(lines(race.at('2026-04-14 13:00').adopt(officialCalendar, 2))).toEqual(before);
  });

  it('what is done after the change counts by the new calendar', () => {
    const race = asked().at('2026-04-07 12:00').adopt(proclaimed(officialCalendar, '2026-04-09'));
    race.at('2026-04-08 12:00').act(answer(POLICE, '2026-04-08'));
    expect(race.line('agencyReturn', POLICE)).toMatchObject({ due: '2026-04-10', workingDaysEarly: 1 });
  });

  it('a case that is complete has no headline any more, under any calendar', () => {
    const timestamps = { notificationSent: london('2026-03-30 16:20') };
    const race = new Race().received({ timestamps }).asked().meetingArranged().returned().quorate().decided();
    race.evidenced().closed().signedOff().reported().referenced();
    expect(race.headline).toBe('2026-04-22');
    expect(race.informed().headline).toBeUndefined();
    race.at('2026-04-17 12:00').adopt(proclaimed(officialCalendar, '2026-04-20'));
    expect(race.headline).toBeUndefined();
  });
});

describe('R7, R9: a case that has outlived its calendar', () => {
  const the7th = proclaimed(officialCalendar, '2026-04-07');
  /** Its calendar knows the days up to 29 May, and nobody wakes it after. */
  const outlived = () =>
    new Race(otherThan(officialCalendar, { coversTo: '2026-05-29' }))
      .received()
      .at('2026-03-31 10:00')
      .sent(COUNCIL, POLICE, BOARD, SCHOOL)
      .outageUntil('2026-06-03 12:00')
      .adopt(the7th);

  it('records the days of the change, and each date that moves', () => {
    const race = outlived();
    expect(race.of('CalendarAdopted')[0]?.body.days).toMatchObject([
      { date: '2026-04-07', change: 'listed' },
    ]);
    expect(race.of('DatesMoved').at(-1)?.body.moves).toContainEqual({
      key: `agencyReturn:${SCHOOL}`,
      was: '2026-04-09',
      due: '2026-04-10',
    });
    // Nobody was told of a date that holds no more: the agency hears the new one.
    expect(race.at('2026-06-04 12:00').of('AgencyToldOfDates')).not.toEqual([]);
  });
});
