// A word to the Panel that was recorded wrong (R5, R8): it was said on another day, or not at all.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { ContactPanel } from '../../../domain/rapidReview/panel/commands';
import { panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { Race } from './race';
import { REASON } from './story';

const said = (on: string, rest: Partial<ContactPanel> = {}): ContactPanel => ({
  kind: 'contactPanel',
  contact: 'other',
  channel: 'telephone',
  on: civilDate(on),
  note: REASON,
  ...rest,
});
const never = (number = 1): CommandBody => ({ kind: 'correctPanelContact', number, reason: REASON });
const wasOn = (on: string, number = 1): CommandBody => ({
  kind: 'correctPanelContact',
  number,
  on: civilDate(on),
  reason: REASON,
});
/** Decision and report went on Tuesday 14 April. */
const informed = (until = '2026-04-20 12:00') => new Race().toPanel().at(until);
const contacts = ({ open }: Race) => open.panel.contacts;

describe('R5, R8: a word to the Panel that was recorded wrong', () => {
  it('is of the right day from then on: a chaser begins the wait anew from there', () => {
    const race = informed().act(said('2026-04-20', { contact: 'chase' }));
    expect(panelWaitedFor(race.open)).toBe('2026-04-20');
    race.act(wasOn('2026-04-17'));
    expect(panelWaitedFor(race.open)).toBe('2026-04-17');
    expect(race.of('PanelContactCorrected')[0]?.body).toEqual({
      number: 1,
      was: '2026-04-20',
      on: '2026-04-17',
      reason: REASON,
    });
  });

  it('counts for nothing where it was never said, and its number is given once', () => {
    const race = informed()
      .act(said('2026-04-20', { contact: 'chase' }))
      .act(never());
    expect(panelWaitedFor(race.open)).toBe('2026-04-14');
    expect(race.refusal(never())).toBe('NoSuchPanelContact');
    race.act(said('2026-04-20'));
    expect(race.refusal(wasOn('2026-04-17'))).toBe('NoSuchPanelContact');
    expect(contacts(race.act(wasOn('2026-04-17', 2)))[1]).toMatchObject({ on: '2026-04-17' });
  });

  it('is the one of that number, and no other', () => {
    const race = informed().act(said('2026-04-15')).act(said('2026-04-16')).act(said('2026-04-17'));
    race.act(wasOn('2026-04-18', 2)).act(never(3));
    expect(contacts(race).map(({ on, takenBack }) => [on, takenBack])).toEqual([
      ['2026-04-15', undefined],
      ['2026-04-18', undefined],
      ['2026-04-17', true],
    ]);
  });

  it.each([
    ['that there is not', wasOn('2026-04-17', 2), 'NoSuchPanelContact'],
    ['numbered nought', wasOn('2026-04-17', 0), 'NoSuchPanelContact'],
    ['to what is recorded already', wasOn('2026-04-20'), 'PanelCorrectionChangesNothing'],
    ['to a day before the referral', wasOn('2026-03-29'), 'DatedOutsideItsTime'],
    ['to a day to come', wasOn('2026-04-21'), 'DatedOutsideItsTime'],
  ])('is not corrected: one %s', (_what, command, code) => {
    expect(informed().act(said('2026-04-20')).refusal(command)).toBe(code);
  });

  it('a chaser lies on the first day on which anything went, or after it', () => {
    const race = informed().act(said('2026-04-17', { contact: 'chase' }));
    race.replied('asksForMore').reported().informed();
    expect(race.refused(wasOn('2026-04-13'))).toMatchObject({ from: '2026-04-14', since: 'dispatch' });
    expect(contacts(race.act(wasOn('2026-04-14')))[0]).toMatchObject({ on: '2026-04-14' });
  });

  it('is not corrected where it went by mail', () => {
    const mailed = informed().act(said('2026-04-20', { channel: 'mail' }));
    expect(mailed.refusal(never())).toBe('PanelContactNotRecordedByHand');
  });
});

describe('R12: what a word to the Panel answers, as its day is put right', () => {
  /** The Panel asked for more on Thursday 16 April. */
  const asked = () => informed('2026-04-16 12:00').replied('asksForMore').at('2026-04-20 12:00');

  it('answers what the Panel had asked by the right day, and nothing that it asked later', () => {
    const race = asked().act(said('2026-04-17'));
    expect(panelWaitedFor(race.act(wasOn('2026-04-16')).open)).toBe('2026-04-16');
    expect(panelWaitedFor(race.act(wasOn('2026-04-15')).open)).toBeUndefined();
    expect(panelWaitedFor(race.act(wasOn('2026-04-18')).open)).toBe('2026-04-18');
  });

  it('recorded before the Panel asked, it was said after that where its right day is later, and not on that very day', () => {
    const before = () =>
      informed('2026-04-16 10:00').act(said('2026-04-15')).replied('asksForMore').at('2026-04-20 12:00');
    expect(panelWaitedFor(before().act(wasOn('2026-04-16')).open)).toBeUndefined();
    expect(panelWaitedFor(before().act(wasOn('2026-04-17')).open)).toBe('2026-04-17');
  });

  it('never said, it leaves what the Panel asked to be answered', () => {
    const race = asked().act(said('2026-04-17')).act(never());
    expect(panelWaitedFor(race.open)).toBeUndefined();
    expect(panelWaitedFor(race.act(said('2026-04-20')).open)).toBe('2026-04-20');
  });

  it('never said, it has not put right what the Panel was sent', () => {
    const race = informed().act({ kind: 'correctSignOff', seat: 'police', reason: REASON });
    const warns = () =>
      warningsOf(race.open, race.calendar).some(({ about }) => about === 'panelHasSignOffs');
    race.act(said('2026-04-20'));
    expect(warns()).toBe(false);
    race.act(never());
    expect(warns()).toBe(true);
  });
});
