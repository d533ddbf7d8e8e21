// R5: the Panel can be told of a delay at any time, but of none that there is not: what it was told cannot be unsaid.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { Race } from './race';
import { REASON } from './story';

const late = (expected: string): CommandBody => ({
  kind: 'contactPanel',
  contact: 'willBeLate',
  channel: 'mail',
  note: REASON,
  expected: civilDate(expected),
});

describe('word to the Panel that the review will be late', () => {
  it('is refused for a day by which it is due, and taken for the day after', () => {
    const race = new Race().received();
    expect(race.line('completeLocal')).toMatchObject({ due: '2026-04-22' });
    expect(race.refusal(late('2026-04-22'))).toBe('ExpectedInTime');
    expect(race.act(late('2026-04-23')).notices.at(-1)?.body).toMatchObject({ kind: 'panelWillBeLate' });
  });

  it('is refused once decision and report went, and nothing is newer', () => {
    expect(new Race().toPanel().refusal(late('2026-05-29'))).toBe('PanelAlreadyInformed');
  });

  it.each(['asksForMore', 'disagrees'] as const)(
    'is taken while the next word is with the partners: %s',
    (reply) => {
      const race = new Race().toPanel().replied(reply).act(late('2026-05-29'));
      expect(race.open.panel.contacts.map(({ contact }) => contact)).toEqual(['willBeLate']);
    },
  );

  it('is refused once what it asked was answered, unless a report is newer', () => {
    const word: CommandBody = { kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON };
    const answered = () => new Race().toPanel().replied('asksForMore').act(word);
    expect(answered().refused(late('2026-05-29'))).toEqual({
      code: 'PanelAlreadyInformed',
      on: '2026-04-14',
    });
    expect(answered().reported().act(late('2026-05-29')).last.kind).toBe('PanelContacted');
  });

  it('of the answer to its disagreement, is refused for a day by which that is due', () => {
    const race = new Race().toPanel().replied('disagrees');
    const { due = civilDate('2026-01-01') } = race.line('reconsideration');
    expect(race.refusal(late(due))).toBe('ExpectedInTime');
  });

  it('says what of it is late', () => {
    const told = (race: Race) => race.act(late('2026-05-29')).notices.at(-1)?.body;
    expect(told(new Race().toPanel().replied('disagrees'))).toMatchObject({ disagreedOn: expect.anything() });
    expect(told(new Race().toPanel().replied('asksForMore'))).not.toHaveProperty('disagreedOn');
  });
});
