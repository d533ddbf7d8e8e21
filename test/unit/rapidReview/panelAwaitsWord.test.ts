// While the next word to the national Panel is the partners' (R5, R12, R19): the case warns of it, the team hears of it once at nine, nothing
// is settled, and what the Panel is told of a delay or asked for is true.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { askedSince } from '../../../domain/rapidReview/panel/askedSince';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { CHAIR, Race, confirmed as confirmedOn, said, wentByPortal } from './race';
import { REASON } from './story';
import { lastItem, told } from './tellings';

const say = (contact: 'other' | 'chase' | 'willBeLate', expected?: string): CommandBody => ({
  kind: 'contactPanel',
  contact,
  channel: 'mail',
  note: REASON,
  ...(expected === undefined ? {} : { expected: civilDate(expected) }),
});
const confirmation = confirmedOn('2026-04-24');
const settle: CommandBody = { kind: 'settleReply', reason: REASON };

/** Informed on Tuesday 14 April; it writes on Monday 20. */
const wrote = (reply: Parameters<Race['replied']>[0]) =>
  new Race().toPanel().at('2026-04-20 12:00').replied(reply);
const asksForMore = () => wrote('asksForMore');
const confirmed = () => wrote('disagrees').at('2026-04-21 12:00').act(confirmedOn('2026-04-21'));
const decidedAgain = () => {
  const race = wrote('disagrees').at('2026-04-21 10:00').meetingArranged('2026-04-23 10:00');
  return race.quorate().by(CHAIR).decided().closed();
};
const warned = (race: Race) =>
  warningsOf(race.open, race.calendar).filter(({ about }) => about === 'panelAwaitsWord');

describe('R5, R19: the next word is with the partners', () => {
  it.each([
    ['the Panel has asked for more', asksForMore, { word: 'more', on: '2026-04-20' }],
    ['a disagreement was answered', confirmed, { word: 'answerToDisagreement', on: '2026-04-20' }],
    ['the group has decided again', decidedAgain, { word: 'decisionAgain', on: '2026-04-23' }],
  ])('%s, and it has not been told: the case warns, and the team hears it once', (_what, race, owed) => {
    const about = 'panelAwaitsWord';
    expect(warned(race())).toEqual([{ about, ...owed }]);
    const later = race().at('2026-05-29 12:00');
    expect(told(later, about)).toHaveLength(1);
    expect(lastItem(later, about)).toEqual({ about, ...owed });
  });

  it.each([
    ['asked for more', asksForMore, 'more'],
    ['disagreed', confirmed, 'answerToDisagreement'],
  ] as const)('it has %s: settled only once it is told', (_what, race, word) => {
    expect(race().refused(settle)).toEqual({ code: 'PanelNotAnswered', word, on: '2026-04-20' });
    const answered = race().act(say('other'));
    expect(warned(answered)).toEqual([]);
    expect(answered.act(settle).state.status).toBe('ended');
  });

  it('is not where the partners still reconsider, nor while something is on its way, nor once it went', () => {
    expect(warned(wrote('disagrees'))).toEqual([]);
    expect(warned(asksForMore().reported().act({ kind: 'informPanel' }))).toEqual([]);
    expect(warned(asksForMore().reported().informed())).toEqual([]);
    expect(warned(wrote('considersNationalReview'))).toEqual([]);
  });
});

describe('R5, R19: what the Panel had asked for before it disagreed', () => {
  const more = { about: 'panelAwaitsWord', word: 'more', on: '2026-04-20' };
  const disagrees = (race: Race) => race.at('2026-04-20 15:00').replied('disagrees');

  it('is still owed while the partners reconsider, told at the next nine, and once', () => {
    const race = disagrees(asksForMore());
    expect(warned(race)).toEqual([more]);
    const later = race.at('2026-04-24 12:00');
    expect(told(later, 'panelAwaitsWord')).toEqual(['2026-04-21 09:00']);
    expect(lastItem(later, 'panelAwaitsWord')).toEqual(more);
  });

  it('is not where it was told by then, and the answer to the disagreement is owed by itself', () => {
    const race = disagrees(asksForMore()).at('2026-04-21 10:00').act(say('other'));
    expect(warned(race)).toEqual([]);
    race.at('2026-04-22 12:00').act(confirmedOn('2026-04-22'));
    expect(warned(race)).toEqual([{ ...more, word: 'answerToDisagreement' }]);
    expect(warned(race.act(say('other')))).toEqual([]);
  });

  it('is told with the answer to the disagreement, where it waited for that', () => {
    const race = disagrees(asksForMore()).at('2026-04-22 12:00').act(confirmedOn('2026-04-22'));
    expect(warned(race)).toEqual([{ ...more, word: 'answerToDisagreement' }]);
    expect(warned(race.act(say('other')))).toEqual([]);
    expect(told(race.at('2026-05-04 12:00'), 'panelAwaitsWord')).toEqual(['2026-04-21 09:00']);
  });

  it('goes with the decision that was taken again, and is not owed while the partners reconsider that: no word could answer it', () => {
    const race = disagrees(asksForMore()).at('2026-04-21 10:00').meetingArranged('2026-04-23 10:00');
    race.quorate().by(CHAIR).decided().closed().at('2026-04-24 12:00').replied('disagrees');
    expect(warned(race)).toEqual([]);
    race.act(say('other')).at('2026-04-28 12:00').act(confirmedOn('2026-04-28'));
    expect(warned(race)).toMatchObject([{ word: 'decisionAgain' }]);
    expect(warned(race.signedOff().reported().informed())).toEqual([]);
  });

  describe('also where it asked for it after that', () => {
    const answer = { about: 'panelAwaitsWord', word: 'answerToDisagreement', on: '2026-04-20' };
    const TOLD_MORE = '2026-04-23 09:00';
    const asked = () => wrote('disagrees').at('2026-04-22 12:00').replied('asksForMore');
    const answered = () => asked().at('2026-04-24 12:00').act(confirmation);

    it('and once the partners have answered the team hears of that, which one word tells with what was asked', () => {
      expect(warned(answered())).toEqual([answer]);
      const later = answered().at('2026-05-29 12:00');
      expect(told(later, 'panelAwaitsWord')).toEqual([TOLD_MORE, '2026-04-27 09:00']);
      expect(lastItem(later, 'panelAwaitsWord')).toEqual(answer);
      expect(warned(later.act(say('other')))).toEqual([]);
    });

    it('which is no news of what was asked where they had not, and is told anew once they have', () => {
      const race = answered().at('2026-04-28 10:00').act({ kind: 'correctConfirmation', reason: REASON });
      expect(warned(race)).toEqual([{ ...more, on: '2026-04-22' }]);
      race.at('2026-04-30 12:00').act(confirmedOn('2026-04-30')).at('2026-05-29 12:00');
      expect(told(race, 'panelAwaitsWord')).toEqual([TOLD_MORE, '2026-04-27 09:00', '2026-05-01 09:00']);
      expect(lastItem(race, 'panelAwaitsWord')).toEqual(answer);
    });
  });

  it('is lost sight of in a case of before', () => {
    const race = new Race().toPanel({ rulesVersion: 26 }).at('2026-04-20 12:00').replied('asksForMore');
    expect(warned(disagrees(race))).toEqual([]);
  });
});

describe('R5, R8: what the Panel asked is answered by what went to it since', () => {
  const owes = (word: string, on = '2026-04-20') => [{ about: 'panelAwaitsWord', word, on }];
  const asked = () => asksForMore().at('2026-04-22 12:00');

  it('and not by what had gone before it asked, whenever that is recorded', () => {
    expect(asked().refused(wentByPortal('2026-04-19'))).toEqual({
      code: 'PanelAlreadyInformed',
      on: '2026-04-14',
    });
    expect(warned(asked().act(wentByPortal('2026-04-20')))).toEqual([]);
    const race = asked().act(wentByPortal('2026-04-21'));
    expect(warned(race)).toEqual([]);
    race.act({ kind: 'correctPanelInformed', dispatch: 2, on: civilDate('2026-04-15'), reason: REASON });
    expect(warned(race)).toEqual(owes('more'));
    expect(race.refusal(settle)).toBe('PanelNotAnswered');
  });

  /** It disagreed on Monday 20 April and asked for more on Wednesday 22, which was sent on the 23rd; the partners confirmed on the 24th. */
  const both = () => {
    const race = wrote('disagrees').at('2026-04-22 12:00').replied('asksForMore');
    return race.at('2026-04-23 12:00').act(said('2026-04-23')).at('2026-04-24 12:00').act(confirmation);
  };

  it('each by its own word: what it asked beside a disagreement may go before the partners have answered that', () => {
    expect(warned(both())).toEqual(owes('answerToDisagreement'));
    const told = both().act(say('other'));
    expect(warned(told)).toEqual([]);
    expect(told.act(settle).state.status).toBe('ended');
  });

  it('by one word to both, once the partners have answered', () => {
    const race = wrote('disagrees').at('2026-04-22 12:00').replied('asksForMore').at('2026-04-24 12:00');
    expect(warned(race.act(confirmation))).toEqual(owes('answerToDisagreement'));
    expect(warned(race.act(say('other')))).toEqual([]);
  });

  it('a disagreement by nothing that went before the partners had answered it, in whatever order it is recorded', () => {
    const by = (body: CommandBody) => wrote('disagrees').at('2026-04-24 10:00').act(confirmation).act(body);
    expect(warned(by(wentByPortal('2026-04-22')))).toEqual(owes('answerToDisagreement'));
    expect(warned(by(said('2026-04-22')))).toEqual(owes('answerToDisagreement'));
    expect(warned(by(wentByPortal('2026-04-24')))).toEqual([]);
    // On the very day only the order tells.
    const sameDay = wrote('disagrees').at('2026-04-22 12:00').replied('asksForMore');
    sameDay.at('2026-04-24 10:00').act(said('2026-04-24')).at('2026-04-24 15:00').act(confirmation);
    expect(warned(sameDay)).toEqual(owes('answerToDisagreement'));
  });

  it('another decision by its dispatch alone: until that goes the Panel is not chased, nor silent', () => {
    const race = wrote('disagrees').at('2026-04-21 10:00').replied('asksForMore');
    race.meetingArranged('2026-04-23 10:00').at('2026-04-23 09:30').act(said('2026-04-23'));
    race.quorate().by(CHAIR).decided().closed();
    expect(warned(race)).toEqual(owes('decisionAgain', '2026-04-23'));
    expect(race.refusal(say('chase'))).toBe('PanelNotAwaited');
    expect(told(race.at('2026-05-29 12:00'), 'panelSilent')).toEqual([]);
  });

  it('by what went another way after it asked, also in the place of a mail that was ordered before', () => {
    const hangs = () =>
      new Race()
        .toPanel()
        .at('2026-04-20 10:00')
        .reported()
        .act({ kind: 'informPanel' })
        .at('2026-04-20 12:00');
    const again = hangs().replied('disagrees').at('2026-04-21 10:00').meetingArranged('2026-04-23 10:00');
    expect(warned(again.quorate().by(CHAIR).decided().closed())).toEqual(owes('decisionAgain', '2026-04-23'));
    const race = hangs().replied('asksForMore').at('2026-04-22 12:00');
    expect(warned(race)).toEqual(owes('more'));
    expect(warned(race.act(wentByPortal('2026-04-22')))).toEqual([]);
    // On the very day, by the order in which the case heard that it went.
    expect(warned(hangs().replied('asksForMore').act(wentByPortal('2026-04-20')))).toEqual([]);
  });

  it('and not by what the case had heard of before that letter, whatever its day', () => {
    const letter: CommandBody = {
      kind: 'recordPanelReply',
      reply: 'asksForMore',
      on: civilDate('2026-04-21'),
    };
    const wordBefore = (word: CommandBody) =>
      new Race().toPanel().at('2026-04-22 10:00').reported().act(word).at('2026-04-23 10:00').act(letter);
    for (const word of [wentByPortal('2026-04-22'), said('2026-04-22')])
      expect(warned(wordBefore(word))).toEqual(owes('more', '2026-04-21'));
    const right: CommandBody = {
      kind: 'correctPanelInformed',
      dispatch: 2,
      on: civilDate('2026-04-23'),
      reason: REASON,
    };
    expect(warned(wordBefore(wentByPortal('2026-04-22')).act(right))).toEqual([]);
  });

  it('which holds the partners to their confirmation', () => {
    const race = new Race().toPanel().at('2026-04-20 10:00').reported().act({ kind: 'informPanel' });
    race.at('2026-04-20 12:00').replied('disagrees').at('2026-04-22 12:00').act(confirmedOn('2026-04-22'));
    race.act(wentByPortal('2026-04-22')).at('2026-04-24 12:00');
    const correct: CommandBody = { kind: 'correctConfirmation', reason: REASON };
    expect(race.refusal(correct)).toBe('ConfirmationBuiltUpon');
    expect(race.refusal({ ...correct, on: civilDate('2026-04-23') })).toBe('DatedOutsideItsTime');
  });

  it('once: what it disagreed with before it disagreed again needs no word any more', () => {
    const race = confirmed().act(wentByPortal('2026-04-21')).at('2026-04-22 12:00').replied('disagrees');
    race.at('2026-04-24 10:00').act(confirmation);
    expect(askedSince(race.open).map(({ number }) => number)).toEqual([2]);
  });

  it('as the days of a dispatch are put right', () => {
    const race = asked().act(wentByPortal('2026-04-21')).act(said('2026-04-22'));
    race.act({ kind: 'correctPanelInformed', dispatch: 2, on: civilDate('2026-04-15'), reason: REASON });
    expect(warned(race)).toEqual([]);
  });

  it('as the days are put right', () => {
    const wordOn = (on: string): CommandBody => ({
      kind: 'correctPanelContact',
      number: 1,
      on: civilDate(on),
      reason: REASON,
    });
    const race = both().at('2026-04-27 12:00').act(wordOn('2026-04-25'));
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(wordOn('2026-04-23')))).toEqual(owes('answerToDisagreement'));
    // Now neither is answered, and one word answers both.
    expect(warned(race.act(wordOn('2026-04-21')))).toEqual(owes('answerToDisagreement'));
    expect(warned(race.act(say('other')))).toEqual([]);
  });

  it('by a mail once the server has accepted it, and not while that may come to nothing', () => {
    const mailed = () => asked().reported().act({ kind: 'informPanel' });
    expect(mailed().refused(settle)).toEqual({ code: 'PanelAlreadyInformed' });
    const race = mailed();
    expect(race.hear(race.dispatch('accepted')).act(settle).state.status).toBe('ended');
  });
});

describe('R5: what the Panel is told is so', () => {
  const mailed = (race: Race) => race.notices.at(-1)?.body;

  it('that the answer is late, and not the review, which it has', () => {
    const late = say('willBeLate', '2026-05-29');
    const body = { kind: 'panelWillBeLate', expected: '2026-05-29' };
    expect(mailed(asksForMore().act(late))).toEqual({ ...body, askedOn: '2026-04-20' });
    expect(mailed(confirmed().act(late))).toEqual({ ...body, disagreedOn: '2026-04-20' });
  });

  it('of which letter it is, where the Panel has asked for more since the answer to its disagreement', () => {
    const race = confirmed().act(say('other')).at('2026-04-23 12:00').replied('asksForMore');
    expect(mailed(race.act(say('willBeLate', '2026-05-29')))).toMatchObject({ askedOn: '2026-04-23' });
    expect(mailed(race)).not.toHaveProperty('disagreedOn');
  });

  it('that its next word is awaited, and not that it has not replied', () => {
    const body = { kind: 'panelChase', sentOn: '2026-04-14' };
    const chased = wrote('considersNationalReview').act(say('chase'));
    expect(mailed(chased)).toEqual({ ...body, repliedOn: '2026-04-20' });
    const onThatDay = new Race().toPanel().replied('considersNationalReview').act(say('chase'));
    expect(mailed(onThatDay)).toEqual({ ...body, repliedOn: '2026-04-14' });
    expect(mailed(new Race().toPanel().act(say('chase')))).toEqual(body);
  });
});
