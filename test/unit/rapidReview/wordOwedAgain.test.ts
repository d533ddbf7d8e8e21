// When the team hears that the next word to the Panel is the partners' (R5, R12): at nine of the working day after the letter, the decision or
// the confirmation, once for each of them, and anew where what had answered is none (R8). What is owed, `panelAwaitsWord.test.ts` has.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { CHAIR, Race, confirmed, decision, said, wentByPortal } from './race';
import { REASON, Story } from './story';

const noLetter = (number: number): CommandBody => ({ kind: 'correctPanelReply', number, reason: REASON });
const noWord = (number: number): CommandBody => ({ kind: 'correctPanelContact', number, reason: REASON });
const letter = (reply: 'asksForMore' | 'disagrees', on: string): CommandBody => ({
  kind: 'recordPanelReply',
  reply,
  on: civilDate(on),
});
/** When it was told, and what. */
const tellings = (race: Race): readonly string[] =>
  race
    .of('TeamBriefed')
    .flatMap(({ at, body }) =>
      body.items.flatMap((item) =>
        item.about === 'panelAwaitsWord' ? [`${Story.say(at)} ${item.word}`] : [],
      ),
    );

/** Informed on Tuesday 14 April; the letter of Monday 20 is recorded before nine. */
const wrote = (reply: 'asksForMore' | 'disagrees') =>
  new Race().toPanel().at('2026-04-20 08:00').replied(reply);
const asksForMore = () => wrote('asksForMore');
/** Confirmed on Wednesday 22 April, before nine. */
const answered = () => wrote('disagrees').at('2026-04-22 08:00').act(confirmed('2026-04-22'));
/** On Thursday 23 April, before nine. */
const decidedAgain = () => {
  const race = wrote('disagrees').at('2026-04-21 10:00').meetingArranged('2026-04-23 08:00');
  return race.quorate().by(CHAIR).decided().closed();
};

describe('R12: that the next word is the partners’ is told at nine of the working day after', () => {
  it.each([
    ['the letter', asksForMore, '2026-04-21 09:00 more'],
    ['the decision', decidedAgain, '2026-04-24 09:00 decisionAgain'],
    ['the confirmation', answered, '2026-04-23 09:00 answerToDisagreement'],
  ])('%s', (_what, race, telling) => {
    expect(tellings(race().at('2026-05-15 12:00'))).toEqual([telling]);
  });
});

describe('R8, R12: it is told anew', () => {
  const asked =
    (...acts: readonly CommandBody[]) =>
    () => {
      const race = asksForMore().at('2026-04-22 12:00');
      for (const act of acts) race.act(act);
      return race;
    };

  it.each([
    ['where the word that had answered is taken back', asked(said('2026-04-22'), noWord(1))],
    [
      'of a letter of the same day, where the first was none',
      asked(noLetter(1), letter('asksForMore', '2026-04-20')),
    ],
    ['of a second letter of the same day', asked(letter('asksForMore', '2026-04-20'))],
  ])('%s', (_when, race) => {
    expect(tellings(race().at('2026-05-15 12:00'))).toEqual([
      '2026-04-21 09:00 more',
      '2026-04-23 09:00 more',
    ]);
  });

  it('where the partners confirm anew', () => {
    const race = answered().at('2026-04-24 12:00').act({ kind: 'correctConfirmation', reason: REASON });
    expect(tellings(race.act(confirmed('2026-04-24')).at('2026-05-15 12:00'))).toEqual([
      '2026-04-23 09:00 answerToDisagreement',
      '2026-04-27 09:00 answerToDisagreement',
    ]);
  });
});

describe('R12: it is told once', () => {
  it('of a decision that is recorded anew', () => {
    const race = decidedAgain().at('2026-04-24 12:00');
    race.by(CHAIR).act(decision('2026-04-23 08:00', { insteadOf: { decision: 2, reason: REASON } }));
    expect(tellings(race.at('2026-05-15 12:00'))).toEqual(['2026-04-24 09:00 decisionAgain']);
  });

  it('of a letter after which another of that day asks nothing', () => {
    const race = asksForMore().at('2026-04-21 12:00');
    race.act({ kind: 'recordPanelReply', reply: 'considersNationalReview', on: civilDate('2026-04-20') });
    expect(tellings(race.at('2026-05-15 12:00'))).toEqual(['2026-04-21 09:00 more']);
  });

  it('where the mail of the answer comes to nothing: that it failed is told', () => {
    const race = asksForMore().at('2026-04-21 12:00').reported().act({ kind: 'informPanel' });
    race.hear(race.dispatch('refused')).at('2026-05-15 12:00');
    expect(tellings(race)).toEqual(['2026-04-21 09:00 more']);
    expect(race.briefings().filter((said) => said.includes('mailFailed'))).toHaveLength(1);
  });

  it('of each letter that waits, though another was answered meanwhile, and was not after all', () => {
    const race = wrote('disagrees').replied('asksForMore');
    race.at('2026-04-24 12:00').act(confirmed('2026-04-24'));
    // A word of before the confirmation answers what the Panel asked beside its disagreement, and not that.
    race.at('2026-04-27 12:00').act(said('2026-04-23')).at('2026-04-28 12:00').act(noWord(1));
    race.at('2026-04-29 12:00').act(said('2026-04-23')).at('2026-05-15 12:00');
    expect(tellings(race)).toEqual(['2026-04-21 09:00 more', '2026-04-27 09:00 answerToDisagreement']);
  });

  it('of a decision, and anew where its dispatch was none, though a letter waits since', () => {
    const race = decidedAgain().signedOff().at('2026-04-27 12:00').act(wentByPortal('2026-04-27'));
    race.at('2026-04-28 10:00').act(letter('asksForMore', '2026-04-24')).at('2026-04-29 12:00');
    race.act({ kind: 'correctPanelInformed', dispatch: 2, reason: REASON }).at('2026-05-08 12:00');
    expect(tellings(race).filter((said) => said.includes('decisionAgain'))).toEqual([
      '2026-04-24 09:00 decisionAgain',
      '2026-04-30 09:00 decisionAgain',
    ]);
  });
});
