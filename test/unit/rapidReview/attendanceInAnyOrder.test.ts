// Who fills a seat is recorded in any order (R14): whoever did before another was recorded fills it until the other does, and a decision of
// that time is judged by it.

import { expect, it } from '@jest/globals';
import { sayEvent } from '../../../api/chronology/sayEvent';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { quorumAt } from '../../../domain/rapidReview/meeting/quorum';
import { POLICE, Race, arrival, decision, row } from './race';
import { CONTACT, london } from './story';

const DAY = '2026-04-14';
const convened = (): Race => {
  const race = new Race().received().asked().meetingArranged().convened().at(`${DAY} 13:00`);
  race.act(arrival('localAuthority', `${DAY} 10:00`)).act(arrival('integratedCareBoard', `${DAY} 10:00`));
  return race.act(arrival('police', `${DAY} 11:00`, { who: { named: row('B') } }));
};

it('R14: a holder of before is added, fills the seat until the other does, and the decision stands', () => {
  const race = convened();
  expect(race.refusal(decision(`${DAY} 10:30`))).toBe('Inquorate');
  race.act(arrival('police', `${DAY} 10:00`));
  expect(race.of('AttendeeArrived').at(-1)?.body.seatUntil).toBe(race.of('AttendeeArrived').at(-2)?.body.at);
  expect(sayEvent(race.events.at(-1) as CaseEvent, (code) => code)).toContain(
    'in the seat of the police until Tuesday 14 April 2026 at 11:00',
  );
  race.act(decision(`${DAY} 10:30`));
  expect(race.of('DecisionTaken')).toHaveLength(1);
});

it('R14: a seat has one holder at a time', () => {
  const race = convened();
  expect(race.refusal(arrival('police', `${DAY} 11:00`))).toBe('SeatAlreadyFilled');
  race.act(arrival('police', `${DAY} 10:00`));
  expect(race.refusal(arrival('police', `${DAY} 10:30`, { who: { named: row('C') } }))).toBe(
    'SeatAlreadyFilled',
  );
});

it('R14: whoever held it before is no holder again once the other leaves, though still there', () => {
  const race = convened();
  race.act(arrival('police', `${DAY} 10:00`));
  const other = race.of('AttendeeArrived').at(-2)?.body.attendee ?? '';
  race.act({ kind: 'recordDeparture', attendee: other, at: london(`${DAY} 11:30`) });
  race.act(decision(`${DAY} 11:30`));
  const [meeting = { presences: [] }] = race.open.meetings;
  const police = (time: string) =>
    quorumAt(meeting, ['police'], london(`${DAY} ${time}`)).seats.map(({ filledBy, why }) => filledBy ?? why);
  expect(police('10:59')).toEqual([CONTACT(POLICE)]);
  expect(police('11:00')).toEqual([other]);
  expect(police('11:31')).toEqual(['left']);
});
