// A change of the bank holidays holds from when a person accepted it: by what date something is judged does not depend on when the case
// followed the change (R7, R8, R9).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { answer, Race, SCHOOL, WITHDRAWAL } from './race';
import { london, REASON } from './story';

// Asked on Tuesday 31 March, the returns are due on Thursday 9 April; with Wednesday 8 April a holiday on Friday 10 April.
const APRIL_8 = proclaimed(officialCalendar, '2026-04-08');
const ACCEPTED = '2026-04-09 12:00';
const asked = () => new Race().received().asked();
const RETURN = keyOf({ obligation: 'agencyReturn', agency: SCHOOL });
const ofSchool = (race: Race) => {
  const { status, due, doneOn } = race.line('agencyReturn', SCHOOL);
  return { status, due, doneOn };
};
const MET = { status: 'met', due: '2026-04-10', doneOn: '2026-04-10' };
const LATE = { status: 'missed', due: '2026-04-09', doneOn: '2026-04-10' };
const onPaper = answer(SCHOOL, '2026-04-10', { how: 'paper' });

describe('a change that the case follows late', () => {
  const followed = (when: string) => {
    const race = asked().outageUntil(when);
    return ofSchool(race.adopt(APRIL_8, 1, ACCEPTED).at('2026-04-13 10:00').act(onPaper));
  };

  it.each(['2026-04-09 12:05', '2026-04-10 08:00', '2026-04-13 08:00'])(
    'judges what was done on its day alike, followed at %s',
    (when) => {
      expect(followed(when)).toEqual(MET);
    },
  );

  it('judges alike what was recorded before it was followed', () => {
    const race = asked().at('2026-04-10 16:00').act(answer(SCHOOL, '2026-04-10'));
    expect(ofSchool(race)).toEqual(LATE);
    race.at('2026-04-13 08:00').adopt(APRIL_8, 1, ACCEPTED);
    expect(ofSchool(race)).toEqual(MET);
    const calendars = (version: string) => race.calendars.get(version) ?? officialCalendar;
    expect(firstDates(race.events, calendars).get(RETURN)).toBe('2026-04-09');
    const restated = race.of('OutcomeRestated').map(({ body }) => body);
    expect(restated).toContainEqual(
      expect.objectContaining({
        key: RETURN,
        now: { kind: 'met', due: MET.due, on: MET.due },
      }),
    );
  });

  describe('on the very day of the acceptance', () => {
    // Missed at midnight, and due that very day by the new calendar.
    const recorded = (at: string) => {
      const race = asked().at(at).act(answer(SCHOOL, '2026-04-10'));
      return race.at('2026-04-13 08:00').adopt(APRIL_8, 1, '2026-04-10 12:00');
    };

    it('judges alike what was recorded after it, and leaves what was recorded before', () => {
      expect(ofSchool(recorded('2026-04-10 15:00'))).toEqual(MET);
      expect(ofSchool(recorded('2026-04-10 11:00'))).toEqual(LATE);
    });

    it('judges alike a day that was put right after it, and what is put right once it is followed', () => {
      const race = asked().at('2026-04-09 10:00').act(answer(SCHOOL, '2026-04-09')).at('2026-04-10 15:00');
      race.act({
        kind: 'correctReturn',
        agency: SCHOOL,
        number: 1,
        on: civilDate('2026-04-10'),
        reason: REASON,
      });
      expect(ofSchool(race)).toEqual(LATE);
      expect(ofSchool(race.at('2026-04-13 08:00').adopt(APRIL_8, 1, '2026-04-10 12:00'))).toEqual(MET);
    });

    it('owed again, it is missed as it was', () => {
      const race = recorded('2026-04-10 11:00').at('2026-04-13 10:00');
      race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
      expect(race.open.outcomes[RETURN]).toEqual({
        kind: 'missed',
        due: '2026-04-10',
        noticed: london('2026-04-10 00:00'),
        told: true,
      });
    });
  });
});

describe('a change accepted while the case had ended', () => {
  it('judges what was done then, once the withdrawal is undone', () => {
    const race = asked().at('2026-04-08 12:00');
    race.act(WITHDRAWAL);
    race.at('2026-04-10 15:00').act(answer(SCHOOL, '2026-04-10')).at('2026-04-13 10:00');
    const follow = { change: 1, calendar: race.offered(APRIL_8), accepted: london(ACCEPTED) };
    race.act({ kind: 'undoWithdrawal', reason: REASON, follow });
    expect(ofSchool(race)).toEqual(MET);
  });
});

describe('what was done before the change', () => {
  it('keeps the date that it was judged by, late or in time, on the day of the change too (R7, R8)', () => {
    const late = asked().at('2026-04-10 10:00').act(answer(SCHOOL, '2026-04-10'));
    expect(ofSchool(late.at('2026-04-10 15:00').adopt(APRIL_8))).toEqual(LATE);
    const inTime = asked().adopt(APRIL_8).at('2026-04-10 10:00').act(answer(SCHOOL, '2026-04-10'));
    expect(ofSchool(inTime.at('2026-04-10 15:00').adopt(officialCalendar, 2))).toEqual(MET);
  });
});

it('R7: what is done on the very day that is proclaimed a holiday keeps the date that this day began with', () => {
  const race = asked().at('2026-04-09 10:00').adopt(proclaimed(officialCalendar, '2026-04-09'));
  expect(ofSchool(race)).toMatchObject({ status: 'open', due: '2026-04-10' });
  race.at('2026-04-09 12:00').act(answer(SCHOOL, '2026-04-09'));
  expect(ofSchool(race)).toEqual({ status: 'met', due: '2026-04-09', doneOn: '2026-04-09' });
});
