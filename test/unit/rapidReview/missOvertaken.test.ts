// A reconsideration that the partners answered late, and that another disagreement of the Panel overtakes: that it was missed the team hears
// all the same, once, and may say why (R5, R6, R19).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { caseShapeOf } from '../../../domain/calendarChange/shapes';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { reconsiderationsExplained } from '../../../domain/rapidReview/panel/whyLate';
import { Race, confirmed } from './race';
import { REASON } from './story';
import { lastItem, told } from './tellings';

const WHY: CommandBody = { kind: 'explainLateness', key: 'reconsideration', reason: REASON };
const NEVER: CommandBody = { kind: 'correctPanelReply', number: 2, reason: REASON };

/** The Panel disagreed on Monday 20 April: due on Tuesday 5 May. Confirmed on the 6th before nine, and the next letter came before nine. */
const overtaken = () => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 07:30');
  return race.act(confirmed('2026-05-06')).at('2026-05-06 08:30').replied('disagrees');
};
const heard = (race: Race) => told(race, 'missed').filter((at) => at > '2026-05');
const explained = ({ events }: Race) => [...reconsiderationsExplained(events)];
const takenBack = (race: Race) => told(race, 'missTakenBack');

/** As before, but that the first letter was typed with a day on which it had not come, and the right one can be told. */
const typed = (on: string) => {
  const race = new Race().toPanel().at('2026-04-24 12:00');
  race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate(on) }).at('2026-05-06 07:30');
  return race.act(confirmed('2026-05-06')).at('2026-05-06 08:30').replied('disagrees');
};
const first = (on: string): CommandBody => ({
  kind: 'correctPanelReply',
  number: 1,
  on: civilDate(on),
  reason: REASON,
});

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

  it('is told once where that of the next is of the same day', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.at('2026-05-06 07:30').act(confirmed('2026-05-06')).at('2026-05-06 08:30');
    race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
    expect(heard(race.at('2026-05-08 12:00'))).toEqual(['2026-05-06 09:00', '2026-05-06 09:00']);
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
});

describe('R5, R19: why the answer to the disagreement before was late', () => {
  it('is said also after the Panel has disagreed again', () => {
    expect(overtaken().act(WHY).last.kind).toBe('LatenessExplained');
  });

  it('is asked of nobody where it was in time', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    expect(race.act(confirmed('2026-04-20')).replied('disagrees').refusal(WHY)).toBe('NotMissed');
  });

  it('is refused of what was never missed', () => {
    expect(overtaken().refusal({ ...WHY, key: 'completeLocal' })).toBe('NotMissed');
  });
});

describe('R6, R8, R19: where the day of the disagreement before is put right, and the next has overtaken its answer', () => {
  it('what was in time by the right day is told to nobody as missed, and asks for no reason', () => {
    const race = typed('2026-04-20').act(first('2026-04-22'));
    expect(race.of('PanelReplyCorrected').at(-1)?.body).toMatchObject({
      answer: { kind: 'met', due: '2026-05-07', on: '2026-05-06' },
    });
    expect(race.refusal(WHY)).toBe('NotMissed');
    race.at('2026-05-15 12:00');
    expect([heard(race), takenBack(race)]).toEqual([[], []]);
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-20' });
  });

  it('what was late by the right day, and not by the one before, is told, and may be explained', () => {
    const race = typed('2026-04-22').act(first('2026-04-20'));
    expect(race.act(WHY).last.kind).toBe('LatenessExplained');
    expect(explained(race)).toEqual(['2026-05-05']);
    expect(heard(race.at('2026-05-15 12:00'))).toEqual(['2026-05-06 09:00']);
  });

  it('a miss that the team had heard of it hears to be none, once, also after the next letter was none', () => {
    const race = () => typed('2026-04-20').at('2026-05-07 12:00').act(first('2026-04-22'));
    const stands = race().at('2026-05-15 12:00');
    expect([heard(stands), takenBack(stands)]).toEqual([['2026-05-06 09:00'], ['2026-05-08 09:00']]);
    expect(lastItem(stands, 'missTakenBack')).toEqual({
      about: 'missTakenBack',
      key: 'reconsideration',
      was: '2026-05-05',
      on: '2026-05-06',
    });
    const never = race().act(NEVER).at('2026-05-15 12:00');
    const neverLater = race().at('2026-05-11 12:00').act(NEVER).at('2026-05-15 12:00');
    for (const one of [never, neverLater]) {
      expect([heard(one), takenBack(one)]).toEqual([['2026-05-06 09:00'], ['2026-05-08 09:00']]);
      expect(one.line('reconsideration')).toMatchObject({ status: 'met', due: '2026-05-07' });
    }
  });

  it('that of a further letter, which was none, it hears to be none too', () => {
    const right = first('2026-04-22');
    const hears = (race: Race) => [heard(race.at('2026-06-05 12:00')), takenBack(race)];
    const missed = ['2026-05-06 09:00', '2026-05-21 09:00'];
    const apart = typed('2026-04-20').at('2026-05-07 12:00').act(right).at('2026-05-22 12:00').act(NEVER);
    expect(hears(apart)).toEqual([missed, ['2026-05-08 09:00', '2026-05-26 09:00']]);
    const atOnce = typed('2026-04-20').at('2026-05-22 12:00').act(right).act(NEVER);
    expect(hears(atOnce)).toEqual([missed, ['2026-05-26 09:00', '2026-05-26 09:00']]);
  });

  it('that of a further letter, which was none, also where the first was late too, and is still', () => {
    const never = () => overtaken().at('2026-05-22 12:00').act(NEVER);
    const hears = (race: Race) => [heard(race.at('2026-06-05 12:00')), takenBack(race)];
    const missed = ['2026-05-06 09:00', '2026-05-21 09:00'];
    expect(hears(never())).toEqual([missed, ['2026-05-26 09:00']]);
    expect(lastItem(never().at('2026-06-05 12:00'), 'missTakenBack')).toEqual({
      about: 'missTakenBack',
      key: 'reconsideration',
      was: '2026-05-20',
    });
    // It is of no letter that comes since.
    expect(hears(never().replied('disagrees'))).toEqual([missed, ['2026-05-26 09:00']]);
  });

  it('a change of the calendar finds it believed once, though two are to be told', () => {
    const race = typed('2026-04-20').at('2026-05-22 12:00').act(first('2026-04-22')).act(NEVER);
    expect(caseShapeOf(race.open, race.calendar).believed).toEqual(['reconsideration']);
  });

  it('put back before the mail, it is what the team believes; put back after, it is told anew', () => {
    const race = () => typed('2026-04-20').at('2026-05-07 12:00').act(first('2026-04-22'));
    const same = race().act(first('2026-04-20')).at('2026-05-15 12:00');
    expect([heard(same), takenBack(same)]).toEqual([['2026-05-06 09:00'], []]);
    const later = race().at('2026-05-08 12:00').act(first('2026-04-20')).at('2026-05-15 12:00');
    expect(heard(later)).toEqual(['2026-05-06 09:00', '2026-05-11 09:00']);
    expect(takenBack(later)).toEqual(['2026-05-08 09:00']);
  });

  it('an explained miss that is none explains nothing', () => {
    expect(explained(typed('2026-04-20').act(WHY).act(first('2026-04-22')))).toEqual([]);
  });

  it('it is its own answer that is judged, also where the Panel has disagreed a third time', () => {
    const race = typed('2026-04-20').act(confirmed('2026-05-06')).at('2026-05-06 08:45').replied('disagrees');
    expect(heard(race.act(first('2026-04-22')).at('2026-05-15 12:00'))).toEqual([]);
    expect(race.open.panel.replies.map(({ before }) => before?.outcome?.due)).toEqual([
      undefined,
      '2026-05-07',
      '2026-05-20',
    ]);
  });

  it('of one that was not answered, and of another reply, nothing is judged', () => {
    const race = new Race().toPanel().at('2026-04-24 12:00');
    race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
    race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-24') });
    race.act(first('2026-04-22'));
    expect(race.of('PanelReplyCorrected').at(-1)?.body).not.toHaveProperty('answer');
  });
});

describe('R6, R8, R19: that a miss is none, where the next letter comes before the team has heard so', () => {
  /** Heard of on the 6th of May at nine; the 22nd was the right day, known at noon, and the next letter is of that day too. */
  const putRight = () => {
    const race = new Race().toPanel().at('2026-04-24 12:00');
    race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
    return race.at('2026-05-06 12:00').act(first('2026-04-22'));
  };
  const met = () => putRight().act(confirmed('2026-05-06')).replied('disagrees');
  const later = (race: Race) => race.at('2026-05-15 12:00');

  it('is told of the answer that was given, and not of the date of the next', () => {
    expect(lastItem(later(met()), 'missTakenBack')).toMatchObject({ was: '2026-05-05', on: '2026-05-06' });
  });

  it('is told to nobody where the day is put back: the team believes what is so', () => {
    const back = later(met().act(first('2026-04-20')));
    expect([heard(back), takenBack(back)]).toEqual([['2026-05-06 09:00'], []]);
  });

  it('nor where it had been put back before that letter', () => {
    const race = putRight().act(first('2026-04-20')).act(confirmed('2026-05-06'));
    expect(takenBack(later(race.replied('disagrees')))).toEqual([]);
  });

  it('is told of the first also where the next was none', () => {
    const race = later(met().act(NEVER));
    expect([heard(race), takenBack(race)]).toEqual([['2026-05-06 09:00'], ['2026-05-07 09:00']]);
    expect(lastItem(race, 'missTakenBack')).toMatchObject({ was: '2026-05-05', on: '2026-05-06' });
  });
});

describe('R6, R8, R19: that a miss is none, and that another answer due on the same day was missed', () => {
  const letter: CommandBody = { kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') };
  /** Missed by the 5th of May and heard of at nine; at noon it is known that it was answered that very day, and that the Panel wrote again. */
  const evened = (options = {}) =>
    new Race()
      .toPanel(options)
      .at('2026-04-24 12:00')
      .act(letter)
      .at('2026-05-06 12:00')
      .act(confirmed('2026-04-20'))
      .act(letter);
  const hears = (race: Race) => [heard(race.at('2026-05-15 12:00')), takenBack(race)];
  const SIXTH = '2026-05-06 09:00';
  const SEVENTH = '2026-05-07 09:00';

  it('is told to nobody: what the team believes is so', () => {
    expect(hears(evened())).toEqual([[SIXTH], []]);
    expect(hears(evened({ rulesVersion: 25 }))).toEqual([[SIXTH, SEVENTH], [SEVENTH]]);
  });

  it('is told once that letter was none, or of another day', () => {
    const third = evened().at('2026-05-07 12:00').open.panel.replies.at(-1)?.number ?? 0;
    const corrected = { kind: 'correctPanelReply', number: third, reason: REASON } as const;
    const none = evened().at('2026-05-07 12:00').act(corrected);
    expect(hears(none)).toEqual([[SIXTH], ['2026-05-08 09:00']]);
    const moved = evened().at('2026-05-07 12:00');
    moved.act({ ...corrected, on: civilDate('2026-04-21') });
    expect(hears(moved)).toEqual([[SIXTH, '2026-05-08 09:00'], ['2026-05-08 09:00']]);
  });

  it('leaves what is beyond it: of two more one is told, of four three, each once', () => {
    const two = (race: Race) => race.act(confirmed('2026-05-06')).act(letter);
    expect(hears(two(evened()))).toEqual([[SIXTH, SEVENTH], []]);
    expect(hears(two(two(two(evened()))))).toEqual([[SIXTH, SEVENTH, SEVENTH, SEVENTH], []]);
  });
});
