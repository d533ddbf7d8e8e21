// A conflict of interest that is put down after its person has left, or after the meeting: the seat is empty from the moment at which it was
// declared, in whatever order the minutes were typed (R14).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { SEATS } from '../../../domain/policy/policyProfile';
import { quorumAt, unfilledAt } from '../../../domain/rapidReview/meeting/quorum';
import { CHAIR, POLICE, Race, arrival, decision, row } from './race';
import { CONTACT, REASON, london } from './story';

const DAY = '2026-04-14';
const at = (time: string) => london(`${DAY} ${time}`);
const OFFICER = CONTACT(POLICE);
const conflict = (time: string) =>
  ({ kind: 'declareConflict', attendee: OFFICER, at: at(time), note: row('interest') }) as const;
const left = (time: string) => ({ kind: 'recordDeparture', attendee: OFFICER, at: at(time) }) as const;
const closing = { kind: 'closeMeeting', at: at('11:00'), minutes: row('minutes') } as const;
const decided = decision(`${DAY} 10:20`);

/** All three sit from ten on; the clock stands at noon. */
const quorate = (): Race => {
  const race = new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`).by(CHAIR);
  for (const seat of SEATS) race.act(arrival(seat, `${DAY} 10:00`));
  return race;
};
const unfilled = (race: Race, time: string) => {
  const [meeting] = race.open.meetings;
  return meeting === undefined ? undefined : unfilledAt(quorumAt(meeting, SEATS, at(time)));
};

describe('R14: a conflict that is recorded late', () => {
  it.each([
    ['before the departure', [conflict('10:15'), left('10:30')]],
    ['after it', [left('10:30'), conflict('10:15')]],
    ['after the meeting was closed', [left('10:30'), closing, conflict('10:15')]],
    ['of somebody who stayed to the end', [closing, conflict('10:15')]],
  ])('takes the seat from then on, %s', (_when, acts) => {
    const race = quorate();
    for (const act of acts) race.act(act);
    expect([unfilled(race, '10:10'), unfilled(race, '10:20')]).toEqual([[], ['police']]);
    expect(race.refusal(decided)).toBe('Inquorate');
    expect(race.act(decision(`${DAY} 10:10`)).open.decisions).toHaveLength(1);
  });

  it('holds in a later stay too', () => {
    const race = quorate()
      .act(left('10:05'))
      .act(arrival('police', `${DAY} 10:10`))
      .act(conflict('10:02'));
    expect(unfilled(race, '10:20')).toEqual(['police']);
  });

  it('holds in a meeting after it, in which they sit already', () => {
    const again = new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`).by(CHAIR);
    again.act(arrival('police', `${DAY} 10:00`)).act(closing);
    again.meetingArranged('2026-04-16 10:00').convened().by(CHAIR).at('2026-04-16 12:00');
    for (const seat of SEATS) again.act(arrival(seat, '2026-04-16 10:00'));
    again.act(conflict('10:15'));
    expect(again.refusal(decision('2026-04-16 10:20'))).toBe('Inquorate');
    // Though the day of that meeting is put right, it is of its own moment.
    again.act({ kind: 'closeMeeting', at: london('2026-04-16 11:00'), minutes: row('minutes') });
    again.at('2026-04-20 12:00');
    again.act({ kind: 'correctMeetingDay', meeting: 2, on: civilDate('2026-04-17'), reason: REASON });
    expect(again.open.meetings[1]?.presences.map(({ conflictAt }) => conflictAt)).toContain(at('10:15'));
  });

  it('takes no decision its quorum', () => {
    const race = quorate().act(decided).act(left('10:30')).act(closing);
    expect(race.refusal(conflict('10:15'))).toBe('WouldUndoDecision');
    expect(race.act(conflict('10:25')).open.decisions).toHaveLength(1);
  });

  it.each([
    ['of a moment at which they had left', [left('10:30')], conflict('10:45'), 'AttendeeNotPresent'],
    ['of a moment before they came', [left('10:30')], conflict('09:59'), 'MomentBeforeMeeting'],
    ['of a moment after the meeting', [closing], conflict('11:30'), 'MeetingNotUnderWay'],
    [
      'of one who has declared it',
      [conflict('10:15'), closing],
      conflict('10:20'),
      'ConflictAlreadyDeclared',
    ],
    ['of a moment ahead', [left('10:30')], conflict('13:00'), 'MomentInFuture'],
  ])('is refused %s, with nothing changed', (_what, acts, late, code) => {
    const race = quorate();
    for (const act of acts) race.act(act);
    expect(race.refusal(late)).toBe(code);
  });
});

describe('R8, R14: a conflict in a meeting whose day is put right', () => {
  const heldThe13th = {
    kind: 'correctMeetingDay',
    meeting: 1,
    on: civilDate('2026-04-13'),
    reason: REASON,
  } as const;
  const decidedThe13th = (time: string) => decision(`2026-04-13 ${time}`);
  /** They left at twenty past ten, and sit again from ten to eleven on; the conflict is of before that. */
  const between = () => {
    const race = quorate()
      .act(left('10:20'))
      .act(arrival('police', `${DAY} 10:50`));
    return race
      .act(conflict('10:10'))
      .act({ ...closing, at: at('11:30') })
      .act(heldThe13th);
  };

  it('takes the seat of a later stay too', () => {
    expect(between().refusal(decidedThe13th('11:00'))).toBe('Inquorate');
    expect(between().act(decidedThe13th('10:05')).open.decisions).toHaveLength(1);
  });

  it('takes it from the very opening on', () => {
    const race = quorate().act(conflict('10:00')).act(closing).act(heldThe13th);
    expect(race.refusal(decidedThe13th('10:00'))).toBe('Inquorate');
  });
});

describe('R8, R14: a conflict of an earlier meeting of the case', () => {
  const on = (meeting: number, day: string) =>
    ({ kind: 'correctMeetingDay', meeting, on: civilDate(day), reason: REASON }) as const;
  /** Declared of the meeting of the 14th, at which they were, while that of the 16th is under way. */
  const carried = () => {
    const race = new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`).by(CHAIR);
    race.act(arrival('police', `${DAY} 10:00`)).act(closing);
    race.meetingArranged('2026-04-16 10:00').convened().by(CHAIR).at('2026-04-16 12:00');
    for (const seat of SEATS) race.act(arrival(seat, '2026-04-16 10:00'));
    race.act(conflict('10:15')).act({ ...closing, at: london('2026-04-16 11:00') });
    return race.at('2026-04-20 12:00').act(on(1, '2026-04-13')).act(on(2, DAY));
  };

  it('moves with the meeting that it was declared in, and takes the seat in the next all the same', () => {
    expect(carried().refusal(decision(`${DAY} 10:05`))).toBe('Inquorate');
  });
});
