// A reconsideration that the partners answered late, and that another disagreement of the Panel overtakes: that it was missed the team hears
// all the same, once, and may say why (R5, R6, R19). In cases opened before rules version 23 it is forgotten.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { ALL_AGREE, Race } from './race';
import { REASON } from './story';
import { told } from './tellings';

const confirmed = (on: string): CommandBody => ({
  kind: 'confirmDecision',
  on: civilDate(on),
  agreedBy: ALL_AGREE,
  reason: REASON,
});
const WHY: CommandBody = { kind: 'explainLateness', key: 'reconsideration', reason: REASON };
const NEVER: CommandBody = { kind: 'correctPanelReply', number: 2, reason: REASON };

/** The Panel disagreed on Monday 20 April: due on Tuesday 5 May. Confirmed on the 6th before nine, and the next letter came before nine. */
const overtaken = (options = {}) => {
  const race = new Race().toPanel(options).at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 07:30');
  return race.act(confirmed('2026-05-06')).at('2026-05-06 08:30').replied('disagrees');
};
const heard = (race: Race) => told(race, 'missed').filter((at) => at > '2026-05');

describe('R6, R19: a miss of which the team had not heard as the Panel disagreed again', () => {
  it('is told in the next mail of nine, once, as what is done, and the new date stays open', () => {
    const race = overtaken().at('2026-05-15 12:00');
    expect(heard(race)).toEqual(['2026-05-06 09:00']);
    expect(race.of('TeamBriefed').find(({ body }) => body.on === '2026-05-06')?.body.items).toEqual([
      { about: 'missed', key: 'reconsideration', due: '2026-05-05', on: '2026-05-06' },
    ]);
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-20' });
  });

  it('is told beside that of the next, each once', () => {
    expect(heard(overtaken().at('2026-05-29 12:00'))).toEqual(['2026-05-06 09:00', '2026-05-21 09:00']);
  });

  it('is told once also where that letter was none, before nine or after', () => {
    const before = overtaken().act(NEVER).at('2026-05-15 12:00');
    const after = overtaken().at('2026-05-07 12:00').act(NEVER).at('2026-05-15 12:00');
    for (const race of [before, after]) {
      expect(heard(race)).toEqual(['2026-05-06 09:00']);
      expect(race.line('reconsideration')).toMatchObject({ status: 'missed', doneOn: '2026-05-06' });
    }
  });

  it('is told after the end where the case has ended before nine', () => {
    const race = overtaken().act(confirmed('2026-05-06'));
    race.act({ kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON });
    race.act({ kind: 'settleReply', reason: REASON }).at('2026-05-07 12:00');
    expect(heard(race)).toEqual(['2026-05-06 09:00']);
  });

  it('that the team has heard is not told again', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 12:00');
    race.act(confirmed('2026-05-06')).replied('disagrees').at('2026-05-15 12:00');
    expect(heard(race)).toEqual(['2026-05-06 09:00']);
  });

  it('in a case of before is told to nobody', () => {
    expect(heard(overtaken({ rulesVersion: 22 }).at('2026-05-15 12:00'))).toEqual([]);
  });
});

describe('R5, R19: why the answer to the disagreement before was late', () => {
  it('is said also after the Panel has disagreed again', () => {
    expect(overtaken().act(WHY).last.kind).toBe('LatenessExplained');
  });

  it('is asked of nobody where it was in time', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    expect(race.act(confirmed('2026-04-20')).replied('disagrees').refusal(WHY)).toBe('NotMissed');
  });

  it('is refused in a case of before, and of what was never missed', () => {
    expect(overtaken({ rulesVersion: 22 }).refusal(WHY)).toBe('NotMissed');
    expect(overtaken().refusal({ ...WHY, key: 'completeLocal' })).toBe('NotMissed');
  });
});
