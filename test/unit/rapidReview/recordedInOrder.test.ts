// What is recorded of a meeting out of its order is refused, and the refusal says what is recorded of which later moment (R14).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { BOARD, POLICE, Race, arrival, decision, row } from './race';
import { CONTACT, london } from './story';

const DAY = '2026-04-14';
const at = (time: string) => london(`${DAY} ${time}`);
const [OFFICER, NURSE] = [CONTACT(POLICE), CONTACT(BOARD)];
const left = (attendee: string, time: string): CommandBody => ({
  kind: 'recordDeparture',
  attendee,
  at: at(time),
});
const conflict = (attendee: string, time: string): CommandBody => ({
  kind: 'declareConflict',
  attendee,
  at: at(time),
  note: row('interest'),
});
const closing = (time: string): CommandBody => ({
  kind: 'closeMeeting',
  at: at(time),
  minutes: row('minutes'),
});

/** Opened at ten; the board's delegate is there from ten past, and in their seat from a quarter past. */
const met = (): Race => {
  const race = new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`);
  const { seat, ...nurse } = arrival('integratedCareBoard', `${DAY} 10:10`);
  race
    .act(arrival('localAuthority', `${DAY} 10:00`))
    .act(arrival('police', `${DAY} 10:05`))
    .act(nurse);
  if (seat === undefined) throw new Error('there is no seat to take');
  return race.act({ kind: 'takeSeat', attendee: NURSE, agencyKind: seat, seat, at: at('10:15') });
};
const goneAgain = (): Race => met().act(left(OFFICER, '10:40'));

describe('R14: a moment before what is recorded is refused, and is told what that is', () => {
  it.each([
    ['the arrival of whoever leaves', met, left(OFFICER, '10:04'), 'arrival', OFFICER, '10:05'],
    ['the seat that they took since', met, left(NURSE, '10:12'), 'seat', NURSE, '10:15'],
    [
      'their conflict of interest',
      () => met().act(conflict(OFFICER, '10:30')),
      left(OFFICER, '10:20'),
      'conflict',
      OFFICER,
      '10:30',
    ],
    [
      'the departure of whoever comes again',
      goneAgain,
      arrival('police', `${DAY} 10:39`),
      'departure',
      OFFICER,
      '10:40',
    ],
    ['of all that anybody did, the last', goneAgain, closing('10:12'), 'departure', OFFICER, '10:40'],
    [
      'what was decided',
      () => met().act(decision(`${DAY} 11:00`)),
      closing('10:59'),
      'decision',
      undefined,
      '11:00',
    ],
  ] as const)('%s', (_what, race, command, what, attendee, recorded) => {
    expect(race().refused(command)).toEqual({
      code: 'MomentOutOfOrder',
      at: 'at' in command ? command.at : undefined,
      what,
      ...(attendee === undefined ? {} : { attendee }),
      recorded: at(recorded),
    });
  });

  it('of two of one moment, the first', () => {
    expect(goneAgain().act(left(NURSE, '10:40')).refused(closing('10:39'))).toMatchObject({
      what: 'departure',
      attendee: OFFICER,
    });
  });

  it('at that very moment it is recorded', () => {
    expect(
      goneAgain()
        .act(arrival('police', `${DAY} 10:40`))
        .act(closing('10:40'))
        .of('MeetingClosed'),
    ).toHaveLength(1);
  });
});
