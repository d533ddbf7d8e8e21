// What was done late, and by its right day was late all the same: it stays the miss that it was, noticed when it was, and the team
// hears of it once (R6, R8).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { CHAIR, Race, SCHOOL, answer, wentByPortal } from './race';
import { london, REASON } from './story';

const KEY = `agencyReturn:${SCHOOL}` as const;

describe('R8: a return that was late by another day than was recorded', () => {
  /** Due on Thursday 9 April, missed at midnight and told; it came on Friday 10, and was recorded as of Monday 13. */
  const corrected = () =>
    new Race()
      .received()
      .asked()
      .at('2026-04-13 12:00')
      .act(answer(SCHOOL, '2026-04-13'))
      .at('2026-04-14 12:00')
      .act({ kind: 'correctReturn', agency: SCHOOL, number: 1, on: civilDate('2026-04-10'), reason: REASON });

  it('is no second miss of which the team hears (R6)', () => {
    const race = corrected();
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-10' });
    const tellings = race
      .at('2026-04-30 12:00')
      .briefings()
      .filter((line) => line.includes(`missed ${KEY}`));
    expect(tellings.map((line) => line.slice(0, 16))).toEqual(['2026-04-10 09:00']);
  });

  it('was noticed when it was (R6)', () => {
    const { was, now } = corrected().of('OutcomeRestated').at(-1)?.body ?? {};
    const noticed = london('2026-04-10 00:00');
    expect(was).toMatchObject({ kind: 'missed', due: '2026-04-09', on: '2026-04-13', noticed });
    expect(now).toMatchObject({ kind: 'missed', due: '2026-04-09', on: '2026-04-10', noticed });
  });
});

it('R6, R8: a completion that was late by another day than was recorded is told at once, and not told again', () => {
  /** Due on Wednesday 22 April. */
  const race = new Race().toGate().at('2026-04-24 12:00').by(CHAIR);
  race.act(wentByPortal('2026-04-23'));
  expect(race.mails('completionMissed')).toHaveLength(1);
  race.act({ kind: 'correctPanelInformed', dispatch: 1, on: civilDate('2026-04-24'), reason: REASON });
  expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-24' });
  expect(race.at('2026-04-30 12:00').mails('completionMissed')).toHaveLength(1);
});
