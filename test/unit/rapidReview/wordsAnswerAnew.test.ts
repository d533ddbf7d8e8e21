// What the words to the national Panel answer once the reply, the partners' confirmation or a dispatch before them is put right (R5, R8,
// R12, R19): the same as where that had been recorded right at first.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { SEATS } from '../../../domain/policy/policyProfile';
import { notYetWithPanel, panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import { CHAIR, Race, confirmed, decision, said, wentByPortal } from './race';
import { REASON } from './story';
import { told } from './tellings';

const CHASE: CommandBody = { kind: 'contactPanel', contact: 'chase', channel: 'telephone', note: REASON };
const replied = (reply: 'asksForMore' | 'disagrees', on: string): CommandBody => ({
  kind: 'recordPanelReply',
  reply,
  on: civilDate(on),
});
const replyWasOn = (on: string): CommandBody => ({
  kind: 'correctPanelReply',
  number: 1,
  on: civilDate(on),
  reason: REASON,
});
const confirmedOn = (on: string): CommandBody => ({
  kind: 'correctConfirmation',
  on: civilDate(on),
  reason: REASON,
});
const saidOn = (on: string): CommandBody => ({
  kind: 'correctPanelContact',
  number: 1,
  on: civilDate(on),
  reason: REASON,
});
const never = (number = 1): CommandBody => ({ kind: 'correctPanelReply', number, reason: REASON });

/** Decision and report went on Tuesday 14 April; what is told was recorded on Friday 24 April, in its order. */
const race = (acts: readonly CommandBody[]) => {
  const open = new Race().toPanel().at('2026-04-24 12:00');
  for (const act of acts) open.act(act);
  return open;
};
const waited = (acts: readonly CommandBody[]) => panelWaitedFor(race(acts).open);

describe('R8, R12: what a word answers, as the day of the reply is put right', () => {
  const asked = (on: string) => [replied('asksForMore', on), said('2026-04-21')];

  it.each([
    ['before it, it answers', '2026-04-22', '2026-04-20', '2026-04-21'],
    ['to its very day, it answers', '2026-04-22', '2026-04-21', '2026-04-21'],
    ['after it, it does not', '2026-04-20', '2026-04-22', undefined],
  ])('%s', (_what, typed, right, since) => {
    expect(waited([...asked(typed), replyWasOn(right)])).toBe(since);
    expect(waited(asked(right))).toBe(since);
    expect(waited([...asked(typed), replyWasOn(right), replyWasOn(typed)])).toBe(waited(asked(typed)));
  });

  it('after it, the Panel is not chased, and its silence is told to nobody', () => {
    const open = race([...asked('2026-04-20'), replyWasOn('2026-04-22')]).at('2026-05-12 12:00');
    expect(told(open, 'panelSilent')).toEqual([]);
    expect(open.refusal(CHASE)).toBe('PanelNotAwaited');
  });

  it('one that was recorded before the reply answers nothing, unless its own day is put right since', () => {
    const acts = [said('2026-04-21'), replied('asksForMore', '2026-04-22'), replyWasOn('2026-04-20')];
    expect(waited(acts)).toBeUndefined();
    expect(waited([...acts, saidOn('2026-04-22')])).toBe('2026-04-22');
    expect(waited([...acts, saidOn('2026-04-20')])).toBeUndefined();
  });

  it('one that was never said answers nothing all the same', () => {
    const word: CommandBody = { kind: 'correctPanelContact', number: 1, reason: REASON };
    expect(waited([...asked('2026-04-22'), word, replyWasOn('2026-04-20')])).toBeUndefined();
  });
});

describe('R8, R12: what a word answers, where the Panel has not replied so', () => {
  const byMistake = [replied('asksForMore', '2026-04-20'), said('2026-04-23'), never()];

  it('is nothing: since the dispatch nothing has come of it', () => {
    expect(waited(byMistake)).toBe('2026-04-14');
    expect(waited([said('2026-04-23')])).toBe('2026-04-14');
  });

  it('is the reply before that, though it seemed to disagree, and not what another dispatch had answered', () => {
    const asked = replied('asksForMore', '2026-04-16');
    const two = [asked, replied('disagrees', '2026-04-20'), said('2026-04-23'), never(2)];
    expect(waited(two)).toBe('2026-04-23');
    const portal = wentByPortal('2026-04-17');
    expect(waited([asked, portal, ...byMistake.slice(0, 2), never(2)])).toBe('2026-04-17');
  });

  it('is what it asked, where what seemed to have answered that did not go', () => {
    const dispatch = wentByPortal('2026-04-20');
    const gone: CommandBody = { kind: 'correctPanelInformed', dispatch: 2, reason: REASON };
    const acts = [replied('asksForMore', '2026-04-16'), dispatch, said('2026-04-21'), gone];
    expect(waited(acts)).toBe('2026-04-21');
  });
});

describe('R8, R19: what a word answers, as the day of the confirmation is put right', () => {
  const disagreed = (on: string) => [replied('disagrees', '2026-04-17'), confirmed(on), said('2026-04-21')];

  it.each([
    ['after it, it does not', '2026-04-20', '2026-04-23', undefined],
    ['before it, it answers', '2026-04-23', '2026-04-20', '2026-04-21'],
  ])('%s', (_what, typed, right, since) => {
    expect(waited([...disagreed(typed), confirmedOn(right)])).toBe(since);
    expect(waited(disagreed(right))).toBe(since);
  });

  it('one that was recorded before the confirmation answers nothing, whatever its day', () => {
    const [letter, answer, word] = disagreed('2026-04-23');
    const acts = [letter, word, answer].filter((act) => act !== undefined);
    expect(waited([...acts, confirmedOn('2026-04-20')])).toBeUndefined();
  });

  it('one whose own day is put right to before the confirmation answers nothing', () => {
    const acts = [replied('disagrees', '2026-04-17'), confirmed('2026-04-22'), said('2026-04-23')];
    expect(waited([...acts, saidOn('2026-04-20')])).toBeUndefined();
  });

  it('one that answered the disagreement before does so again where the next is none', () => {
    const acts = [...disagreed('2026-04-20'), replied('disagrees', '2026-04-22'), never(2)];
    expect(waited(acts)).toBe('2026-04-21');
    expect(waited([...acts, confirmedOn('2026-04-22')])).toBeUndefined();
  });
});

describe('R8, R12: what a word answers is judged as the case stood when it heard of it', () => {
  it('and not by what went since another way, in the place of a mail that hung', () => {
    const hung = (typed: string, right: string) => {
      const open = new Race().toPanel().at('2026-04-20 10:00').reported().act({ kind: 'informPanel' });
      open.at('2026-04-27 12:00').act(replied('asksForMore', typed)).act(said('2026-04-24'));
      return panelWaitedFor(open.act(wentByPortal('2026-04-22')).act(replyWasOn(right)).open);
    };
    expect([hung('2026-04-20', '2026-04-21'), hung('2026-04-25', '2026-04-21')]).toEqual([
      '2026-04-24',
      '2026-04-24',
    ]);
  });

  it('nor by a decision that was recorded since, whose dispatch was of before the letter', () => {
    const decidedSince = () => {
      const open = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
      open.at('2026-04-21 10:00').meetingArranged('2026-04-23 10:00').quorate().closed();
      open
        .at('2026-04-24 12:00')
        .act(replied('asksForMore', '2026-04-24'))
        .act(said('2026-04-24'))
        .by(CHAIR)
        .act(decision('2026-04-23 10:00'));
      for (const seat of SEATS)
        open.act({ kind: 'signOffDecision', seat, on: civilDate('2026-04-23'), evidence: REASON });
      // Another word, of a delay, is put right, which changes nothing of that.
      const delay: CommandBody = {
        kind: 'contactPanel',
        contact: 'willBeLate',
        channel: 'telephone',
        on: civilDate('2026-04-20'),
        expected: civilDate('2026-05-20'),
        note: REASON,
      };
      const wasOn = civilDate('2026-04-21');
      return open
        .act(wentByPortal('2026-04-23'))
        .act(delay)
        .act({ kind: 'correctPanelContact', number: 2, on: wasOn, reason: REASON });
    };
    expect(notYetWithPanel(decidedSince().open)).toBeUndefined();
  });
});
