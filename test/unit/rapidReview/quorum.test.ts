// Quorum (R14): every seat filled, at the moment that is asked about, by somebody who was there in it without a conflict;
// it is worked out from who came and went, never waived, and nothing recorded later takes a decision its quorum.

import { describe, expect, it } from '@jest/globals';
import { SEATS } from '../../../domain/policy/policyProfile';
import type { RecordArrival } from '../../../domain/rapidReview/meeting/commands';
import { quorumAt, unfilledAt } from '../../../domain/rapidReview/meeting/quorum';
import { AGENCY, CONTACT, london } from './story';
import { BOARD, POLICE, Race, SCHOOL, arrival, decision, excluded, invitation, row } from './race';

const DAY = '2026-04-14';
const at = (time: string) => london(`${DAY} ${time}`);
const [OFFICER, NURSE] = [CONTACT(POLICE), CONTACT(BOARD)];

/** In the meeting of Tuesday 14 April at ten; the clock stands at noon of that day, so that any of its moments is past. */
const convened = () => new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`);
const came = (race: Race, ...arrivals: readonly RecordArrival[]): Race => {
  for (const one of arrivals) race.act(one);
  return race;
};
const quorate = () => came(convened(), ...SEATS.map((seat) => arrival(seat, `${DAY} 10:00`)));
const twoOfThree = () =>
  came(convened(), arrival('localAuthority', `${DAY} 10:00`), arrival('police', `${DAY} 10:00`));
const left = (attendee: string, time: string) =>
  ({ kind: 'recordDeparture', attendee, at: at(time) }) as const;
const conflict = (attendee: string, time: string) =>
  ({ kind: 'declareConflict', attendee, at: at(time), note: row('interest') }) as const;
const closing = (time: string) => ({ kind: 'closeMeeting', at: at(time), minutes: row('minutes') }) as const;

/** `police left, …`, or `quorate`. */
const quorum = (race: Race, time: string): string => {
  const [meeting] = race.open.meetings;
  if (meeting === undefined) throw new Error('there is no meeting');
  const found = quorumAt(meeting, SEATS, at(time));
  const why = found.seats.flatMap((one) => (one.why === undefined ? [] : [`${one.seat} ${one.why}`]));
  expect(unfilledAt(found)).toEqual(why.map((text) => text.split(' ')[0]));
  return found.quorate ? 'quorate' : why.join(', ');
};

describe('R14: quorum at any moment, and why not', () => {
  it('counts seats, not heads: two of three are none, however many others are there', () => {
    const teacher = CONTACT(SCHOOL);
    const { seat: _none, ...guest } = arrival('police', `${DAY} 10:00`, { who: { contact: teacher } });
    const race = twoOfThree();
    for (const contact of [teacher, CONTACT(SCHOOL, 2), CONTACT(SCHOOL, 3)])
      race.act({ ...guest, agency: SCHOOL, agencyKind: 'school', who: { contact } });
    expect(quorum(race, '10:30')).toBe('integratedCareBoard nobody');
  });

  it('begins with the arrival of the last, and ends with the departure of the first', () => {
    const race = came(
      convened(),
      arrival('localAuthority', `${DAY} 10:00`),
      arrival('police', `${DAY} 10:05`),
      arrival('integratedCareBoard', `${DAY} 10:20`),
    ).act(left(OFFICER, '11:00'));
    expect(quorum(race, '09:59')).toBe('localAuthority nobody, police nobody, integratedCareBoard nobody');
    expect(quorum(race, '10:19')).toBe('integratedCareBoard nobody');
    expect(quorum(race, '10:20')).toBe('quorate');
    // Whoever leaves at that very minute was still there.
    expect(quorum(race, '11:00')).toBe('quorate');
    expect(quorum(race, '11:01')).toBe('police left');
  });

  it('somebody who attends remotely counts as much', () => {
    const race = came(
      convened(),
      ...SEATS.map((seat) => arrival(seat, `${DAY} 10:00`, { remote: seat === 'police' })),
    );
    expect(quorum(race, '10:00')).toBe('quorate');
  });

  it('whoever is back is back from then on', () => {
    const race = quorate().act(left(NURSE, '10:30'));
    race.act(arrival('integratedCareBoard', `${DAY} 10:50`, { who: { attendee: NURSE } }));
    expect([quorum(race, '10:40'), quorum(race, '10:50')]).toEqual(['integratedCareBoard left', 'quorate']);
  });

  it('a seat may be handed over: another delegate takes it when its holder goes', () => {
    const race = quorate().act(left(OFFICER, '10:30'));
    const who = { contact: CONTACT(POLICE, 2) };
    race.act(arrival('police', `${DAY} 10:30`, { who }));
    expect([quorum(race, '10:30'), quorum(race, '10:31')]).toEqual(['quorate', 'quorate']);
    expect(race.refusal(arrival('police', `${DAY} 10:40`, { who: { contact: CONTACT(POLICE, 3) } }))).toBe(
      'SeatAlreadyFilled',
    );
  });

  it('somebody present may take a seat that is free, from then on', () => {
    const race = twoOfThree();
    const { seat: _none, ...guest } = arrival('integratedCareBoard', `${DAY} 10:00`);
    const seat = 'integratedCareBoard';
    race.act(guest).act({ kind: 'takeSeat', attendee: NURSE, agencyKind: seat, seat, at: at('10:10') });
    expect([quorum(race, '10:09'), quorum(race, '10:10')]).toEqual(['integratedCareBoard nobody', 'quorate']);
  });

  it('a declared conflict empties the seat from its moment on', () => {
    const race = quorate().act(conflict(OFFICER, '10:15'));
    expect([quorum(race, '10:14'), quorum(race, '10:15')]).toEqual(['quorate', 'police conflict']);
    expect(race.refusal(conflict(OFFICER, '10:20'))).toBe('ConflictAlreadyDeclared');
    // Another delegate may take it; they themselves may not come back to it.
    race.act(left(OFFICER, '10:20'));
    expect(race.refusal(arrival('police', `${DAY} 10:30`))).toBe('ConflictedFillsNoSeat');
    race.act(arrival('police', `${DAY} 10:30`, { who: { contact: CONTACT(POLICE, 2) } }));
    expect(quorum(race, '10:30')).toBe('quorate');
  });

  it('a declared conflict is one with the case: it holds in the next meeting too', () => {
    const race = quorate().act(conflict(OFFICER, '10:15')).closed();
    race.meetingArranged('2026-04-16 10:00').convened().arrived('localAuthority', 'integratedCareBoard');
    expect(race.refusal(arrival('police', '2026-04-16 10:00'))).toBe('ConflictedFillsNoSeat');
  });

  it('says for which agency somebody filled a seat, whatever they came back for', () => {
    const race = quorate().act(left(OFFICER, '10:20'));
    const { seat: _, ...guest } = arrival('police', `${DAY} 10:30`);
    race.act({ ...guest, agency: SCHOOL, agencyKind: 'school' });
    const [meeting] = race.open.meetings;
    const { seats } = quorumAt(meeting ?? { presences: [] }, SEATS, at('10:10'));
    expect(seats.find(({ seat }) => seat === 'police')).toEqual({
      seat: 'police',
      filledBy: OFFICER,
      agency: POLICE,
    });
  });

  it('R13: whoever is kept off the case may be there, and fills no seat', () => {
    const exclude = excluded(POLICE, OFFICER);
    const race = new Race().received().asked().meetingArranged().act(exclude).convened();
    expect(race.refusal(arrival('police', `${DAY} 10:00`))).toBe('ExcludedFillsNoSeat');
    const { seat, ...guest } = arrival('police', `${DAY} 10:00`);
    race.act(guest);
    expect(
      race.refusal({
        kind: 'takeSeat',
        attendee: OFFICER,
        agencyKind: 'police',
        seat: 'police',
        at: at('10:00'),
      }),
    ).toBe('ExcludedFillsNoSeat');
    race.act(arrival('police', `${DAY} 10:00`, { who: { contact: CONTACT(POLICE, 2) } }));
    expect(quorum(race.arrived('localAuthority', 'integratedCareBoard'), '10:00')).toBe('quorate');
  });

  it('ends with the meeting, for everybody', () => {
    const race = quorate().act(closing('11:00'));
    expect(quorum(race, '11:00')).toBe('quorate');
    expect(quorum(race, '11:01')).toBe('localAuthority left, police left, integratedCareBoard left');
  });
});

describe('R14: a meeting that nobody closes', () => {
  const NEXT = '2026-04-15';
  const morningAfter = () =>
    came(
      new Race().received().asked().meetingArranged().convened().at(`${DAY} 12:00`),
      ...SEATS.map((seat) => arrival(seat, `${DAY} 10:00`)),
    ).at(`${NEXT} 09:10`);

  it('ends with its day: nobody comes, goes or decides in it after that, and all of it can be said as of that day', () => {
    const race = morningAfter();
    const over = { code: 'MomentAfterMeetingDay', at: london(`${NEXT} 09:10`), on: DAY };
    for (const act of [
      decision(`${NEXT} 09:10`),
      arrival('police', `${NEXT} 09:10`),
      { kind: 'recordDeparture', attendee: OFFICER, at: london(`${NEXT} 09:10`) } as const,
      { kind: 'closeMeeting', at: london(`${NEXT} 09:10`), minutes: row('minutes') } as const,
    ])
      expect(race.refused(act)).toEqual(over);
    race.act(decision(`${DAY} 11:30`));
    race.act(closing('12:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: DAY });
  });

  it('is to be closed before another is arranged', () => {
    expect(morningAfter().refused(invitation('2026-04-16 10:00'))).toEqual({ code: 'MeetingUnderWay' });
  });
});

describe('R14: who may sit where', () => {
  it('people of organisations that are not invited may come, and are marked', () => {
    const race = convened().act({
      kind: 'recordArrival',
      who: { named: row('name') },
      agency: AGENCY(6),
      agencyKind: 'voluntary',
      remote: true,
      at: at('10:00'),
    });
    expect(race.of('AttendeeArrived')[0]?.body).toEqual({
      meeting: 1,
      attendee: 'A-1',
      agency: AGENCY(6),
      remote: true,
      uninvited: true,
      at: at('10:00'),
      note: 'c9.name',
    });
  });

  it('those in no register are numbered through the case', () => {
    const named = (name: string) => arrival('police', `${DAY} 10:00`, { who: { named: row(name) } });
    const { seat: _seat, ...first } = named('one');
    const { seat: _none, ...second } = named('two');
    const race = convened()
      .act(first)
      .act(second)
      .act({ ...first, who: { person: 'P-0005' as never } });
    expect(race.of('AttendeeArrived').map(({ body }) => body.attendee)).toEqual(['A-1', 'A-2', 'P-0005']);
  });

  const sitting = (rest: Partial<RecordArrival>) => arrival('integratedCareBoard', `${DAY} 10:05`, rest);
  it.each([
    ['a provider in the board’s seat', sitting({ agencyKind: 'nhsProvider' }), 'SeatNotForAgency'],
    [
      'the British Transport Police in the police’s',
      sitting({ seat: 'police', agencyKind: 'britishTransportPolice' }),
      'SeatNotForAgency',
    ],
    ['a second person in a seat', sitting({ seat: 'police', agencyKind: 'police' }), 'SeatAlreadyFilled'],
    ['one person in two seats', sitting({ who: { contact: OFFICER } }), 'OnePersonOneSeat'],
    ['the same person twice', arrival('police', `${DAY} 10:05`), 'AttendeeAlreadyPresent'],
    ['somebody back who never was there', sitting({ who: { attendee: 'A-7' } }), 'NoSuchAttendee'],
    ['an arrival in the future', sitting({ at: at('12:01') }), 'MomentInFuture'],
    ['an arrival before the meeting', sitting({ at: at('09:59') }), 'MomentBeforeMeeting'],
    ['a departure of who is not there', left(NURSE, '10:10'), 'AttendeeNotPresent'],
    ['a conflict of who is not there', conflict(NURSE, '10:10'), 'AttendeeNotPresent'],
    ['a departure before the arrival', left(OFFICER, '10:01'), 'MomentOutOfOrder'],
    ['a departure in the future', left(OFFICER, '12:01'), 'MomentInFuture'],
    [
      'a seat of another kind, taken by who is there',
      {
        kind: 'takeSeat',
        attendee: OFFICER,
        agencyKind: 'police',
        seat: 'integratedCareBoard',
        at: at('10:10'),
      },
      'SeatNotForAgency',
    ],
    ['a closing before what is recorded', closing('10:01'), 'MomentOutOfOrder'],
  ] as const)('%s is refused, with nothing changed', (_what, command, code) => {
    const race = came(
      convened(),
      arrival('localAuthority', `${DAY} 10:00`),
      arrival('police', `${DAY} 10:02`),
    );
    expect(race.refusal(command)).toBe(code);
  });

  it.each([
    ['an arrival', sitting({})],
    ['a departure', left(OFFICER, '10:30')],
    ['a conflict', conflict(OFFICER, '11:30')],
    ['a closing', closing('11:30')],
    [
      'a seat',
      { kind: 'takeSeat', attendee: OFFICER, agencyKind: 'police', seat: 'police', at: at('11:30') },
    ],
  ] as const)('%s is refused where no meeting is under way', (_what, command) => {
    const race = quorate().act(closing('11:00'));
    expect(race.refusal(command)).toBe('MeetingNotUnderWay');
  });
});

describe('R14: nothing recorded later takes a decision its quorum', () => {
  const decided = () => quorate().act(decision(`${DAY} 11:00`));

  it.each([
    ['a departure', left(OFFICER, '10:59')],
    ['a conflict', conflict(OFFICER, '11:00')],
  ])('%s dated back before it is refused', (_what, command) => {
    expect(decided().refused(command)).toEqual({
      code: 'WouldUndoDecision',
      seat: 'police',
      decidedAt: at('11:00'),
    });
  });

  it('at its very minute or after it everybody may go', () => {
    const race = decided().act(left(OFFICER, '11:00')).act(conflict(NURSE, '11:01'));
    expect(quorum(race, '11:00')).toBe('quorate');
  });

  it('a closing dated back before it is refused', () => {
    expect(decided().refusal(closing('10:59'))).toBe('MomentOutOfOrder');
  });
});
