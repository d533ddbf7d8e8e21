// What is done after the end of a case is recorded as done: late by its days where it had been missed, and no miss where it turns out to
// have come in time. What had not been missed has lapsed with the case (R8, R20).

import { expect, it } from '@jest/globals';
import { ALL_AGREE, answer, Race, SCHOOL } from './race';
import { REASON } from './story';

/** The returns are due on Thursday 9 April. */
const withdrawn = (at: string, rest: Parameters<Race['received']>[0] = {}) =>
  new Race().received(rest).asked().at(at).act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON });
const ofSchool = (race: Race) => {
  const { status, doneOn, workingDaysEarly } = race.line('agencyReturn', SCHOOL);
  return { status, doneOn, workingDaysEarly };
};

it.each([
  [15, { status: 'missed', doneOn: '2026-04-13', workingDaysEarly: -2 }],
  // In a case of before nobody saw that it had come.
  [14, { status: 'missed' }],
])('a return that was missed is done late (rules version %d)', (rulesVersion, line) => {
  const race = withdrawn('2026-04-10 12:00', { rulesVersion });
  race.at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
  expect(ofSchool(race)).toEqual(line);
});

it('one that had come in time was never missed', () => {
  const race = withdrawn('2026-04-10 12:00').at('2026-04-13 12:00');
  race.act(answer(SCHOOL, '2026-04-09', { how: 'paper' }));
  expect(ofSchool(race)).toEqual({ status: 'met', doneOn: '2026-04-09', workingDaysEarly: 0 });
});

it('one that was not due yet has lapsed, and comes to nothing until the withdrawal is undone', () => {
  const race = withdrawn('2026-04-07 12:00').at('2026-04-08 12:00').act(answer(SCHOOL, '2026-04-08'));
  expect(ofSchool(race)).toEqual({ status: 'lapsed' });
  race.act({ kind: 'undoWithdrawal', reason: REASON });
  expect(ofSchool(race)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
});

it('taken up again, nothing is recorded a second time', () => {
  const race = withdrawn('2026-04-10 12:00').at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
  const met = () => race.of('ObligationMet').filter(({ body }) => body.key.startsWith('agencyReturn'));
  expect(met()).toHaveLength(1);
  race.at('2026-04-14 12:00').act({ kind: 'undoWithdrawal', reason: REASON });
  expect(met()).toHaveLength(1);
  expect(ofSchool(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-13' });
});
