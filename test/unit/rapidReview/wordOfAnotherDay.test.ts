// Word to the Panel that is recorded later than it was said (R5): of which day it can be, and what it answers.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ContactPanel } from '../../../domain/rapidReview/panel/commands';
import { panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import { Race } from './race';
import { london, REASON } from './story';

const said = (on: string, rest: Partial<ContactPanel> = {}): ContactPanel => ({
  kind: 'contactPanel',
  contact: 'other',
  channel: 'telephone',
  on: civilDate(on),
  note: REASON,
  ...rest,
});
/** Received on 30 March; decision and report went on Tuesday 14 April. */
const informed = (until = '2026-04-20 12:00') => new Race().toPanel().at(until);

describe('R5: word to the Panel of another day', () => {
  it('is of the day on which it was said; without one, of today', () => {
    const race = informed()
      .act(said('2026-04-17'))
      .act(said('2026-04-20', { channel: 'mail' }));
    const { on: _today, ...now } = said('2026-04-20');
    race.act(now);
    expect(race.open.panel.contacts.map(({ on }) => on)).toEqual(['2026-04-17', '2026-04-20', '2026-04-20']);
    expect(race.of('PanelContacted')[0]?.body).toMatchObject({ on: '2026-04-17', channel: 'telephone' });
  });

  it.each([
    ['before the referral was received', said('2026-03-29'), { from: '2026-03-30', since: 'receipt' }],
    ['to come', said('2026-04-21'), { to: '2026-04-20' }],
    [
      'a chaser before what it chases',
      said('2026-04-13', { contact: 'chase' }),
      { from: '2026-04-14', since: 'dispatch' },
    ],
  ])('is refused: %s', (_what, command, bounds) => {
    expect(informed().refused(command)).toMatchObject({ code: 'DatedOutsideItsTime', ...bounds });
  });

  it('is taken of the very first day, also a chaser', () => {
    const race = informed()
      .act(said('2026-03-30'))
      .act(said('2026-04-14', { contact: 'chase' }));
    expect(race.open.panel.contacts.map(({ on }) => on)).toEqual(['2026-03-30', '2026-04-14']);
  });

  it('may be of before the receipt, once the notification had gone', () => {
    const at = london('2026-03-26 11:00');
    const race = new Race().received().act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at });
    expect(race.refused(said('2026-03-25'))).toMatchObject({ from: '2026-03-26', since: 'notification' });
    expect(race.act(said('2026-03-26')).open.panel.contacts).toHaveLength(1);
  });

  it('a chaser is recorded though the next word has come to be with the partners since', () => {
    const asked = () => informed('2026-05-05 12:00').replied('asksForMore').at('2026-05-06 12:00');
    expect(asked().refusal(said('2026-05-06', { contact: 'chase' }))).toBe('PanelNotAwaited');
    const race = asked().act(said('2026-05-01', { contact: 'chase' }));
    expect(panelWaitedFor(race.open)).toBeUndefined();
  });

  it('a chaser chases the last dispatch', () => {
    const race = informed('2026-04-16 12:00')
      .replied('asksForMore')
      .reported()
      .informed()
      .at('2026-04-20 12:00');
    expect(race.refused(said('2026-04-15', { contact: 'chase' }))).toMatchObject({ from: '2026-04-16' });
  });

  it('is refused by mail: a mail is of the day on which it goes', () => {
    expect(informed().refused(said('2026-04-17', { channel: 'mail' }))).toEqual({
      code: 'MailIsOfItsDay',
      on: '2026-04-17',
    });
  });

  it('a day that was expected then may have passed by now, but not by then', () => {
    const late = (on: string) => said(on, { contact: 'willBeLate', expected: civilDate('2026-04-23') });
    const race = new Race().received().asked().at('2026-04-27 12:00');
    expect(race.refused(late('2026-04-24'))).toEqual({
      code: 'ExpectedDateInPast',
      expected: '2026-04-23',
      today: '2026-04-27',
      saidOn: '2026-04-24',
    });
    expect(race.act(late('2026-04-22')).last.kind).toBe('PanelContacted');
  });

  it('that it will be late is taken of a day before decision and report went, though they have gone since', () => {
    const late = (on: string) => said(on, { contact: 'willBeLate', expected: civilDate('2026-04-27') });
    expect(informed().refusal(late('2026-04-14'))).toBe('PanelAlreadyInformed');
    expect(informed().act(late('2026-04-13')).last.kind).toBe('PanelContacted');
    const inTime = said('2026-04-13', { contact: 'willBeLate', expected: civilDate('2026-04-22') });
    expect(informed().refused(inTime)).toMatchObject({ code: 'ExpectedInTime', due: '2026-04-22' });
  });

  it('answers what the Panel asked on that day or before, and nothing that it asked later', () => {
    const asked = () => informed('2026-04-16 12:00').replied('asksForMore').at('2026-04-20 12:00');
    expect(panelWaitedFor(asked().act(said('2026-04-15')).open)).toBeUndefined();
    expect(panelWaitedFor(asked().act(said('2026-04-16')).open)).toBe('2026-04-16');
    expect(panelWaitedFor(asked().act(said('2026-04-17')).open)).toBe('2026-04-17');
  });
});
