// Everybody hears the outcome once the Panel has it; where that dispatch was recorded by mistake, the case warns that they heard it too
// soon, until the Panel has a decision (R8, R18).

import { expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { CHAIR, decision, Race, wentByPortal } from './race';
import { REASON } from './story';

const never = (dispatch = 1): CommandBody => ({ kind: 'correctPanelInformed', dispatch, reason: REASON });
const tooSoon = (race: Race) =>
  warningsOf(race.state, race.calendar).filter(({ about }) => about === 'outcomeToldTooSoon');
const recorded = () => new Race().toGate().at('2026-04-21 12:00').by(CHAIR).act(wentByPortal('2026-04-21'));
const WARNING = { about: 'outcomeToldTooSoon', decidedOn: '2026-04-14' };

it('is warned of before the dispatch is taken back, and from then on until the decision has gone', () => {
  const race = recorded();
  expect(tooSoon(race)).toEqual([]);
  const before = race.state;
  race.act(never());
  expect(warningsOfCorrection(before, race.state, [], race.calendar)).toContainEqual(WARNING);
  expect(tooSoon(race)).toEqual([WARNING]);
  race.at('2026-04-22 12:00').act(wentByPortal('2026-04-22'));
  expect(tooSoon(race)).toEqual([]);
});

it('is warned of although the decision is another since: they hear that one once it has gone', () => {
  const race = recorded().act(never());
  race.act(decision('2026-04-14 10:00', { insteadOf: { decision: 1, reason: REASON } }));
  expect(tooSoon(race)).toEqual([WARNING]);
});

it('what they hear next says that it takes the place of that', () => {
  const race = recorded().act(never());
  race.act(decision('2026-04-14 10:00', { insteadOf: { decision: 1, reason: REASON } }));
  race.signedOff().by(CHAIR).act(wentByPortal('2026-04-21'));
  const outcomes = race.notices.filter(({ key }) => key.includes('/outcome/2/'));
  expect(outcomes.length).toBeGreaterThan(3);
  expect(outcomes.map(({ body }) => 'again' in body && body.again)).toEqual(outcomes.map(() => true));
});

it('is not warned of where the Panel has that very decision by a dispatch before it', () => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('asksForMore').by(CHAIR);
  race.act(wentByPortal('2026-04-20')).act(never(2));
  expect(tooSoon(race)).toEqual([]);
});
