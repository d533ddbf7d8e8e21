// What was recorded of the partners' confirmation after a disagreement of the Panel, put right (R8, R19): it was given on another day, or
// not at all.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { CHAIR, Race, confirmed, decision, row, said, wentByPortal } from './race';
import { REASON } from './story';
import { told } from './tellings';

const wasOn = (on: string): CommandBody => ({
  kind: 'correctConfirmation',
  on: civilDate(on),
  reason: REASON,
});
const NEVER: CommandBody = { kind: 'correctConfirmation', reason: REASON };
const RECONSIDERATION = keyOf({ obligation: 'reconsideration' });
const line = (race: Race) => race.line(RECONSIDERATION);

/** The Panel disagreed on Monday 20 April: the partners answer by Tuesday 5 May, after the bank holiday. */
const disagreed = () => new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
/** Recorded on Wednesday 6 May, as of that day: late. */
const late = () => disagreed().at('2026-05-06 12:00').act(confirmed('2026-05-06'));

describe('R8, R19: the day on which the partners confirmed the decision', () => {
  it('is put right: nobody carries a false breach, and the original stays', () => {
    const race = late();
    expect(line(race)).toMatchObject({ status: 'missed', due: '2026-05-05', doneOn: '2026-05-06' });
    race.act(wasOn('2026-05-05'));
    expect(line(race)).toMatchObject({ status: 'met', due: '2026-05-05', doneOn: '2026-05-05' });
    expect(race.of('ConfirmationCorrected')[0]?.body).toEqual({
      decision: 1,
      was: '2026-05-06',
      on: '2026-05-05',
      reason: REASON,
    });
    race.act(wasOn('2026-05-06'));
    expect(line(race)).toMatchObject({ status: 'missed', doneOn: '2026-05-06' });
  });

  it('is of no other obligation: what was met before stays as it was', () => {
    const race = late();
    const before = (['meeting', 'completeLocal'] as const).map((key) => race.line(key));
    race.act(wasOn('2026-05-05')).act(NEVER);
    expect((['meeting', 'completeLocal'] as const).map((key) => race.line(key))).toEqual(before);
  });

  it.each([
    ['to what is recorded already', '2026-05-06', 'ConfirmationCorrectionChangesNothing'],
    ['to a day before the disagreement', '2026-04-19', 'DatedOutsideItsTime'],
    ['to a day to come', '2026-05-07', 'DatedOutsideItsTime'],
  ])('is not corrected %s', (_what, on, code) => {
    expect(late().refusal(wasOn(on))).toBe(code);
  });

  it('is corrected to the day of the disagreement, and to today', () => {
    expect(line(late().act(wasOn('2026-04-20')))).toMatchObject({ doneOn: '2026-04-20' });
    expect(line(late().at('2026-05-07 12:00').act(wasOn('2026-05-07')))).toMatchObject({
      doneOn: '2026-05-07',
    });
  });

  it('lies before what came after it, and not before what was of a day before it', () => {
    const sent = disagreed().at('2026-05-01 12:00').act(confirmed('2026-04-27'));
    sent.act({ kind: 'attachReport', document: row('report') });
    sent.by(CHAIR).act(wentByPortal('2026-04-28'));
    expect(sent.refused(wasOn('2026-04-29'))).toMatchObject({ to: '2026-04-28', until: 'dispatch' });
    expect(line(sent.act(wasOn('2026-04-28')))).toMatchObject({ doneOn: '2026-04-28' });
    const replied = disagreed().at('2026-05-01 12:00').act(confirmed('2026-04-27'));
    replied.act({ kind: 'recordPanelReply', reply: 'asksForMore', on: civilDate('2026-04-24') });
    expect(line(replied.act(wasOn('2026-04-29')))).toMatchObject({ doneOn: '2026-04-29' });
  });

  it('counts a mail that is on its way from the day of its order', () => {
    const race = disagreed().at('2026-04-27 12:00').act(confirmed('2026-04-24'));
    race.reported().act({ kind: 'informPanel' }).at('2026-04-29 12:00');
    expect(race.refused(wasOn('2026-04-28'))).toMatchObject({ to: '2026-04-27', until: 'dispatch' });
  });
});

describe('R8, R19: a confirmation that the partners did not give', () => {
  it('leaves the disagreement to be answered: nothing goes to the Panel until it is', () => {
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22')).act(NEVER);
    expect(line(race)).toMatchObject({ status: 'open', due: '2026-05-05' });
    expect(line(race)).not.toHaveProperty('doneOn');
    expect(race.reported().refusal({ kind: 'informPanel' })).toBe('DisagreementNotReconsidered');
    expect(race.refusal(NEVER)).toBe('NotConfirmed');
    expect(line(race.act(confirmed('2026-04-22')))).toMatchObject({ status: 'met', doneOn: '2026-04-22' });
  });

  it('is missed after all where its day is past, and the team hears of that once', () => {
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22'));
    race.at('2026-05-07 12:00').act(NEVER);
    expect(line(race)).toMatchObject({ status: 'missed', due: '2026-05-05' });
    race.at('2026-05-15 12:00');
    expect(told(race, 'missed').filter((at) => at > '2026-05-01')).toEqual(['2026-05-08 09:00']);
  });

  it('leaves the reply free to be taken back as well', () => {
    const reply: CommandBody = { kind: 'correctPanelReply', number: 1, reason: REASON };
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22'));
    expect(race.refusal(reply)).toBe('PanelReplyBuiltUpon');
    expect(race.act(NEVER).act(reply).open.panelDisagreedOn).toBeUndefined();
  });

  it('was told the Panel by no word: one that was said since answers nothing any more', () => {
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22')).act(said('2026-04-22'));
    expect(panelWaitedFor(race.open)).toBe('2026-04-22');
    race.act(NEVER);
    expect(panelWaitedFor(race.open)).toBeUndefined();
    race.act(confirmed('2026-04-22'));
    expect(panelWaitedFor(race.open)).toBeUndefined();
  });

  it('of a further disagreement: the answer to the one before is put right once that is none', () => {
    const race = disagreed().at('2026-04-24 12:00').act(confirmed('2026-04-22'));
    race.replied('disagrees').act(confirmed('2026-04-24'));
    race.act(NEVER).act({ kind: 'correctPanelReply', number: 2, reason: REASON });
    expect(line(race)).toMatchObject({ status: 'met', doneOn: '2026-04-22' });
    expect(line(race.act(wasOn('2026-04-23')))).toMatchObject({ status: 'met', doneOn: '2026-04-23' });
  });

  it('begins no date anew: a further disagreement is answered instead of it', () => {
    const race = disagreed().adopt(proclaimed(officialCalendar, '2026-05-05'));
    const first = () => firstDates(race.events, (version) => race.calendarOf(version)).get(RECONSIDERATION);
    expect(first()).toBe('2026-05-05');
    race.at('2026-04-22 12:00').act(confirmed('2026-04-22')).act(NEVER).replied('disagrees');
    expect(first()).toBe('2026-05-05');
  });

  it.each([
    ['the Panel has replied since', 'reply', (race: Race) => race.replied('considersNationalReview')],
    ['a mail is on its way', 'dispatch', (race: Race) => race.reported().act({ kind: 'informPanel' })],
    [
      'a mail may have arrived',
      'dispatch',
      (race: Race) => race.reported().act({ kind: 'informPanel' }).hear(race.dispatch('lapsed')),
    ],
  ])('is not taken back once %s', (_what, by, since) => {
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22'));
    expect(since(race).refused(NEVER)).toEqual({ code: 'ConfirmationBuiltUpon', by });
  });

  it('is taken back where the mail was refused', () => {
    const race = disagreed().at('2026-04-22 12:00').act(confirmed('2026-04-22'));
    race.reported().act({ kind: 'informPanel' });
    expect(race.hear(race.dispatch('refused')).act(NEVER).last.kind).not.toBe('ConfirmationBuiltUpon');
    expect(race.of('ConfirmationCorrected')).toHaveLength(1);
  });
});

describe('R8, R19: another letter of the Panel beside the confirmation', () => {
  const letter = (on: string): CommandBody => ({
    kind: 'recordPanelReply',
    reply: 'considersNationalReview',
    on: civilDate(on),
  });
  const letterWasOn = (on: string, number = 2): CommandBody => ({
    kind: 'correctPanelReply',
    number,
    on: civilDate(on),
    reason: REASON,
  });
  const acts = (recorded: readonly CommandBody[]) => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.at('2026-04-30 12:00');
    for (const act of recorded) race.act(act);
    return race;
  };
  /** Of Thursday 23 April: the partners had not confirmed yet as the case heard of it. */
  const before = (on: string) => acts([letter('2026-04-23'), confirmed(on)]);
  const after = () => acts([confirmed('2026-04-23'), letter('2026-04-23')]);

  it('which came before it neither holds its day, nor it', () => {
    expect(line(before('2026-04-23').act(wasOn('2026-04-27')))).toMatchObject({ doneOn: '2026-04-27' });
    expect(line(before('2026-04-27').act(NEVER))).toMatchObject({ status: 'open', due: '2026-05-05' });
  });

  it('of a day before it, though heard of later, does not rest on it', () => {
    const race = acts([confirmed('2026-04-27'), letter('2026-04-23')]);
    expect(line(race.act(NEVER))).toMatchObject({ status: 'open' });
  });

  it('which came after it does, and it lies before that letter', () => {
    expect(after().refused(NEVER)).toEqual({ code: 'ConfirmationBuiltUpon', by: 'reply' });
    expect(after().refused(wasOn('2026-04-24'))).toMatchObject({ to: '2026-04-23', until: 'reply' });
  });

  it('is put right to any day since the one before: only what it answers lies before it', () => {
    const race = after().act(letterWasOn('2026-04-28'));
    expect(race.open.panel.replies[1]).toMatchObject({ on: '2026-04-28' });
    expect(race.refused(letterWasOn('2026-04-17'))).toMatchObject({ from: '2026-04-20', since: 'reply' });
    expect(race.refused(letterWasOn('2026-04-24', 1))).toMatchObject({ until: 'reconsideration' });
  });
});

describe('what was not confirmed', () => {
  it('is not corrected: before a disagreement, or where the group decided again', () => {
    expect(new Race().toPanel().refusal(NEVER)).toBe('NotConfirmed');
    expect(disagreed().refusal(wasOn('2026-04-20'))).toBe('NotConfirmed');
    const again = disagreed()
      .at('2026-04-21 09:00')
      .meetingArranged('2026-04-22 10:00')
      .at('2026-04-22 09:00');
    again.quorate().decided();
    expect(again.open.panel.reconsideredOn).toBe('2026-04-22');
    expect(again.refusal(NEVER)).toBe('NotConfirmed');
  });
});

describe('R8, R19: a confirmation of the day on which the group had decided again', () => {
  /** Decided again on Thursday 23 April; before that had gone the Panel disagreed again, and the partners confirmed, all on that day. */
  const onOneDay = () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.at('2026-04-21 10:00').meetingArranged('2026-04-23 10:00').quorate().by(CHAIR).decided().closed();
    return race
      .at('2026-04-23 15:00')
      .replied('disagrees')
      .at('2026-04-23 16:00')
      .act(confirmed('2026-04-23'));
  };

  it('is put right, though it is of the day of the decision; and taken back', () => {
    const race = () => onOneDay().at('2026-04-24 12:00');
    expect(line(race().act(wasOn('2026-04-24')))).toMatchObject({ status: 'met', doneOn: '2026-04-24' });
    expect(line(race().act(NEVER))).toMatchObject({ status: 'open' });
  });

  it('a decision that is the answer is none that is confirmed, also where it is recorded anew, and the next letter was none', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-04-21 10:00');
    race.meetingArranged('2026-04-23 10:00').quorate().by(CHAIR).decided().closed();
    expect(race.refusal(NEVER)).toBe('NotConfirmed');
    const anew = () => ({ ...decision('2026-04-23 10:00'), insteadOf: { decision: 2, reason: REASON } });
    race.at('2026-04-24 10:00').replied('disagrees').by(CHAIR).act(anew());
    race.act({ kind: 'correctPanelReply', number: 2, reason: REASON });
    expect(race.refusal(NEVER)).toBe('NotConfirmed');
    expect(line(race)).toMatchObject({ status: 'met', doneOn: '2026-04-23' });
  });
});
