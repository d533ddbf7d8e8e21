// Whether what the Panel asked is answered, so that the next word is with it (R12): by the order of events and not by days, and not by
// whatever was said to it.

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import { Race, confirmed } from './race';
import { REASON } from './story';
import { told } from './tellings';

const word = { kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON } as const;
const late = { ...word, contact: 'willBeLate', expected: civilDate('2026-05-20') } as const;
const chase = { ...word, contact: 'chase' } as const;

it('R12: what was said in the morning answers no question of the afternoon', () => {
  const race = new Race()
    .toPanel()
    .at('2026-04-16 09:30')
    .act(word)
    .at('2026-04-16 15:00')
    .replied('asksForMore');
  expect(panelWaitedFor(race.open)).toBeUndefined();
  expect(told(race.at('2026-05-06 12:00'), 'panelSilent')).toEqual([]);
  expect(race.refusal(chase)).toBe('PanelNotAwaited');
});

it('R12: what was said after it answers it, and the wait begins with it', () => {
  const race = new Race()
    .toPanel()
    .at('2026-04-16 15:00')
    .replied('asksForMore')
    .at('2026-04-23 12:00')
    .act(word);
  expect(panelWaitedFor(race.open)).toBe('2026-04-23');
  // Over the bank holiday of Monday 4 May.
  expect(told(race.at('2026-05-30 12:00'), 'panelSilent')).toEqual(['2026-05-11 09:00']);
});

it('R5: a notice of delay answers nothing', () => {
  const more = new Race().toPanel().at('2026-04-16 15:00').replied('asksForMore').act(late);
  expect(panelWaitedFor(more.open)).toBeUndefined();
  const disagreed = new Race()
    .toPanel()
    .at('2026-04-16 15:00')
    .replied('disagrees')
    .at('2026-04-17 10:00')
    .act(late);
  disagreed.at('2026-04-20 10:00').act(confirmed('2026-04-20'));
  expect(panelWaitedFor(disagreed.open)).toBeUndefined();
});

it('R19: a disagreement is answered only by what is said once the partners have confirmed', () => {
  const race = new Race()
    .toPanel()
    .at('2026-04-16 15:00')
    .replied('disagrees')
    .at('2026-04-17 10:00')
    .act(word);
  race.at('2026-04-20 10:00').act(confirmed('2026-04-20'));
  expect(panelWaitedFor(race.open)).toBeUndefined();
  expect(race.refusal(chase)).toBe('PanelNotAwaited');
  expect(panelWaitedFor(race.act(word).open)).toBe('2026-04-20');
});

it('R19: another decision goes to it by its dispatch, and by nothing else', () => {
  const race = new Race().toPanel().at('2026-04-16 15:00').replied('disagrees');
  race.meetingArranged('2026-04-20 10:00').quorate().decided({ outcome: 'noFurtherReview' }).closed();
  expect(panelWaitedFor(race.act(word).open)).toBeUndefined();
  expect(panelWaitedFor(race.signedOff().informed().open)).toBe('2026-04-20');
});
