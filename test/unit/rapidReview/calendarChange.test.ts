// An accepted change of the bank holidays, brought to an open case: which dates move, what is recorded of it, what keeps
// its date, and what becomes of misses, reminders and the meeting (R7 to R9, R11). Received on Monday 30 March 2026 and asked
// the day after: records by Thursday 2 April, returns by Thursday 9, the meeting by Monday 20, complete by Wednesday 22.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { decide } from '../../../domain/rapidReview/decide';
import { wakeAt } from '../../../domain/rapidReview/wake';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { BOARD, COUNCIL, POLICE, Race, SCHOOL, WITHDRAWAL, answer } from './race';
import { REASON, Story, london } from './story';

const asked = (calendar = officialCalendar) => new Race(calendar).received().asked();
const RETURN = `agencyReturn:${SCHOOL}`;
/** Before the returns are due: they are due on Friday 10 April then, and all that follows a day later. */
const the8th = proclaimed(officialCalendar, '2026-04-08');
const the9th = proclaimed(officialCalendar, '2026-04-09');
/** The events of the last act, in order. */
const kindsSince = (race: Race, from: number) => race.events.slice(from).map(({ kind }) => kind);
/** Of the first change that the case followed. */
const firstDays = (race: Race) => race.of('CalendarAdopted')[0]?.body.days;

describe('R9: an open case goes to the new calendar', () => {
  it('records the change with its days, and each date that moves with before and after', () => {
    const race = asked().at('2026-04-01 12:00').adopt(the8th);
    const adopted = race.of('CalendarAdopted')[0];
    expect(adopted?.body).toEqual({
      change: 1,
      from: officialCalendar.snapshot.version,
      to: the8th.snapshot.version,
      days: [{ date: '2026-04-08', title: 'State Funeral', change: 'listed' }],
    });
    expect(race.of('DatesMoved').at(-1)?.body).toEqual({
      toTell: adopted?.number,
      moves: [
        ...[COUNCIL, POLICE, BOARD, SCHOOL].map((agency) => ({
          key: `agencyReturn:${agency}`,
          was: '2026-04-09',
          due: '2026-04-10',
        })),
        { key: 'meeting', was: '2026-04-20', due: '2026-04-21' },
        { key: 'completeLocal', was: '2026-04-22', due: '2026-04-23' },
      ],
    });
    expect(race.headline).toBe('2026-04-23');
    expect(race.open.calendar).toBe(the8th.snapshot.version);
  });

  it('a day taken back brings dates forward, and counts as withdrawn', () => {
    const race = asked()
      .at('2026-04-01 12:00')
      .adopt(otherThan(officialCalendar, { withdrawn: ['2026-04-06'] }));
    expect(firstDays(race)).toEqual([{ date: '2026-04-06', title: 'Easter Monday', change: 'withdrawn' }]);
    expect([race.line('agencyReturn', SCHOOL).due, race.headline]).toEqual(['2026-04-08', '2026-04-21']);
  });

  it('where no date moves, the calendar is all that changes', () => {
    const race = asked().at('2026-04-01 12:00');
    const { length } = race.events;
    race.adopt(proclaimed(officialCalendar, '2026-11-11'));
    expect(kindsSince(race, length)).toEqual(['CalendarAdopted']);
  });

  it('says nothing of days before the referral, nor of weekends, which change no date', () => {
    const race = asked().at('2026-04-01 12:00');
    race.adopt(proclaimed(officialCalendar, '2026-03-27', '2026-04-11', '2026-03-30'));
    expect(firstDays(race)?.map(({ date }) => date)).toEqual(['2026-03-30']);
  });

  it('names a day before the referral where the notification is counted from before it', () => {
    const race = new Race().received({ timestamps: { localAuthorityAware: london('2026-03-26 10:00') } });
    race.at('2026-03-31 12:00').adopt(proclaimed(officialCalendar, '2026-03-26', '2026-03-27'));
    expect(firstDays(race)?.map(({ date }) => date)).toEqual(['2026-03-26', '2026-03-27']);
    expect(race.of('DatesMoved').at(-1)?.body.moves).toEqual([
      { key: 'notification', was: '2026-04-02', due: '2026-04-07' },
    ]);
  });

  it('a later change wins: one that came before it, and the same again, have no effect', () => {
    const race = asked().at('2026-04-01 12:00').adopt(the8th, 2);
    const { length } = race.events;
    race.adopt(the9th, 1).adopt(the8th, 2).adopt(the9th, 2);
    expect(race.events).toHaveLength(length);
    race.adopt(the9th, 3);
    expect(race.of('CalendarAdopted').at(-1)?.body).toMatchObject({
      change: 3,
      from: the8th.snapshot.version,
      days: [
        { date: '2026-04-08', change: 'withdrawn' },
        { date: '2026-04-09', change: 'listed' },
      ],
    });
  });

  it('what time has brought up to that very moment comes first, by the calendar of then', () => {
    const race = asked().at('2026-04-09 23:59');
    const { length } = race.events;
    race.now = london('2026-04-10 00:00');
    race.adopt(the9th);
    const kinds = kindsSince(race, length);
    expect(kinds.slice(0, 5)).toEqual([...Array<string>(4).fill('ObligationMissed'), 'CalendarAdopted']);
    expect(kinds).toContain('ObligationReinstated');
    expect(race.misses()).toContain(`2026-04-10 00:00 ${RETURN} due 2026-04-09`);
  });

  it('from then on days are counted by it: a request, a reminder, a mail to the team', () => {
    const race = new Race().received().at('2026-03-31 09:30').adopt(the8th).asked();
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-10');
    race.at('2026-04-13 12:00');
    expect(race.reminders(SCHOOL).filter((line) => line.startsWith('2026-04-08'))).toEqual([]);
    expect(race.briefings().filter((line) => line.startsWith('2026-04-08'))).toEqual([]);
  });
});

describe('R7, R8: what is done keeps its date', () => {
  it.each([
    ['proclaimed before it was done', '2026-04-07'],
    ['proclaimed on the day itself', '2026-04-09'],
  ])('a return that is in, a day %s', (_, day) => {
    const race = asked()
      .returned('2026-04-08')
      .at('2026-04-09 12:00')
      .adopt(proclaimed(officialCalendar, day));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-09' });
    expect(race.of('OutcomeRestated')).toEqual([]);
    const moves = race.of('DatesMoved').at(-1)?.body.moves;
    expect(moves?.map(({ key }) => key)).toEqual(['meeting', 'completeLocal']);
  });

  it('a request that went in time, by a day that is counted from the referral', () => {
    const race = asked().at('2026-04-01 12:00').adopt(proclaimed(officialCalendar, '2026-03-31'));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-01' });
    expect(race.of('OutcomeRestated')).toEqual([]);
  });

  it('a return that came late stays late, by the date it was judged by', () => {
    const race = asked().returned('2026-04-10').at('2026-04-10 13:00').adopt(the9th);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    expect([...race.of('OutcomeRestated'), ...race.of('ObligationReinstated')]).toEqual([]);
  });

  it('what was missed and may still be done in time is reinstated, and the miss stays in the chronology', () => {
    const race = asked().at('2026-04-10 08:00').adopt(the9th);
    expect(race.of('ObligationReinstated').map(({ body }) => body)).toContainEqual({
      key: RETURN,
      was: '2026-04-09',
      due: '2026-04-10',
    });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-10' });
    race.act(answer(SCHOOL, '2026-04-10'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-10' });
    expect(race.misses()).toContain(`2026-04-10 00:00 ${RETURN} due 2026-04-09`);
  });

  it('reinstated and missed again, it is recorded as missed again, by the new day', () => {
    const race = asked().at('2026-04-10 08:00').adopt(the9th).at('2026-04-13 08:00');
    expect(race.misses().filter((miss) => miss.includes(RETURN))).toEqual([
      `2026-04-10 00:00 ${RETURN} due 2026-04-09`,
      `2026-04-11 00:00 ${RETURN} due 2026-04-10`,
    ]);
  });

  it('what was missed and is late all the same moves, and is not missed twice', () => {
    const race = asked().at('2026-04-13 12:00').adopt(the9th);
    const restated = race.of('OutcomeRestated').filter(({ body }) => body.key === RETURN);
    expect(restated.map(({ body }) => [body.was.due, body.now?.due, body.now?.kind])).toEqual([
      ['2026-04-09', '2026-04-10', 'missed'],
    ]);
    expect(race.misses().filter((miss) => miss.includes(RETURN))).toHaveLength(1);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-10' });
  });

  it('a day taken back makes late at once, and the team hears of it', () => {
    const race = asked(the8th).at('2026-04-10 12:00').adopt(officialCalendar);
    expect(race.misses()).toContain(`2026-04-10 12:00 ${RETURN} due 2026-04-09`);
    race.at('2026-04-13 12:00');
    expect(race.briefings().at(-1)).toMatch(/^2026-04-13 09:00 .*missed agencyReturn:AG-0004/);
  });

  it('R6: a completion that is late by it is told at once', () => {
    const race = asked(the8th).at('2026-04-23 12:00').adopt(officialCalendar);
    expect(race.misses()).toContain('2026-04-23 12:00 completeLocal due 2026-04-22');
    expect(race.mails('completionMissed')).toHaveLength(1);
  });

  it('R10: a date that was agreed with the agency stays', () => {
    const race = asked().at('2026-04-01 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-20'), reason: REASON });
    race.adopt(the8th);
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-20');
  });
});

describe('R3, R7: the meeting', () => {
  it('is outside its window when the window opens later, and the team is told at once', () => {
    const race = asked().at('2026-04-01 12:00').meetingArranged('2026-04-10 10:00').adopt(the8th);
    expect(race.of('MeetingOutsideWindow').map(({ body }) => body)).toEqual([
      { meeting: 1, on: '2026-04-10', way: 'early', opens: '2026-04-13', closes: '2026-04-21' },
    ]);
    expect(race.mails('meetingOutsideWindow')).toHaveLength(1);
  });

  it('is outside its window when the window closes sooner', () => {
    const race = asked(the8th)
      .at('2026-04-01 12:00')
      .meetingArranged('2026-04-21 10:00')
      .adopt(officialCalendar);
    expect(race.of('MeetingOutsideWindow').map(({ body }) => [body.on, body.way])).toEqual([
      ['2026-04-21', 'late'],
    ]);
  });

  it('inside its window as before, nothing is said of it', () => {
    const race = asked().at('2026-04-01 12:00').meetingArranged('2026-04-14 10:00').adopt(the8th);
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
  });
});

describe('R11: the ladder after a change', () => {
  /** When which rung of the return was sent. */
  const ofReturn = (race: Race) =>
    race
      .of('AgencyReminded')
      .flatMap(({ at, body }) =>
        body.rungs.filter(({ key }) => key === RETURN).map(({ rung }) => `${Story.say(at)} ${rung}`),
      );

  it('a rung that was sent is not sent again for the new date; those ahead move with it', () => {
    const race = asked().at('2026-04-07 12:00').adopt(the8th).at('2026-04-20 12:00');
    expect(ofReturn(race)).toEqual([
      '2026-04-07 09:00 twoBefore',
      '2026-04-09 09:00 oneBefore',
      '2026-04-13 09:00 oneAfter',
    ]);
  });

  it('a rung whose new day is past already is skipped and recorded, never sent', () => {
    const race = asked(proclaimed(officialCalendar, '2026-04-07', '2026-04-08')).at('2026-04-09 12:00');
    race.adopt(officialCalendar);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({
      cause: 'alreadyPast',
      rungs: [{ key: RETURN, rung: 'oneBefore', due: '2026-04-09' }],
    });
    race.at('2026-04-20 12:00');
    expect(ofReturn(race)).toEqual(['2026-04-09 09:00 twoBefore', '2026-04-10 09:00 oneAfter']);
  });

  it('on a day that was proclaimed meanwhile nobody is reminded', () => {
    const race = asked().at('2026-04-07 18:00').adopt(the8th).at('2026-04-08 18:00');
    expect(race.reminders(SCHOOL).filter((line) => line.startsWith('2026-04-08'))).toEqual([]);
  });

  it('a reminder that is due at the very moment of the change goes first', () => {
    const race = asked().at('2026-04-07 08:59');
    race.now = london('2026-04-07 09:00');
    race.adopt(the8th).at('2026-04-07 12:00');
    const ofSchool = race.of('AgencyReminded').filter(({ body }) => body.agency === SCHOOL);
    expect(ofSchool.at(-1)?.number).toBeLessThan(race.of('CalendarAdopted')[0]?.number ?? 0);
    expect(ofReturn(race)).toEqual(['2026-04-07 09:00 twoBefore']);
  });
});

describe('R9: what is refused changes nothing', () => {
  const adopt = (change: number, calendar: string) => ({ kind: 'adoptCalendar', change, calendar }) as const;

  it('a calendar that did not come with the command, or is another', () => {
    const race = asked().at('2026-04-01 12:00');
    const { version } = the8th.snapshot;
    expect(race.refused(adopt(1, version))).toEqual({ code: 'CalendarNotGiven', calendar: version });
    const other = decide(race.state, race.command(adopt(1, version)), race.calendar, race.now, the9th);
    expect(other).toEqual({ ok: false, rejection: { code: 'CalendarNotGiven', calendar: version } });
  });

  it('a calendar that does not reach as far as the dates of the case', () => {
    const race = asked().at('2026-04-01 12:00');
    const short = otherThan(officialCalendar, { coversTo: '2026-04-21' });
    expect(race.refused(adopt(1, race.offered(short)))).toMatchObject({
      code: 'CalendarDoesNotCover',
      to: '2026-04-21',
    });
    expect(race.adopt(the8th).open.calendarChange).toBe(1);
  });

  it('a case that has ended', () => {
    const race = asked().at('2026-04-01 12:00').act(WITHDRAWAL);
    expect(race.refusal(adopt(1, race.offered(the8th)))).toBe('CaseHasEnded');
    expect(wakeAt(race.state, race.calendar)).toBeUndefined();
  });

  it('a case that carries no review, and one that there is not', () => {
    const recorded = new Race().received({ nature: 'careLeaverDeath' });
    expect(recorded.refusal(adopt(1, recorded.offered(the8th)))).toBe('CaseCarriesNoReview');
    const none = new Story();
    expect(none.refused(adopt(1, none.offered(the8th))).code).toBe('CaseNotOpen');
  });
});
