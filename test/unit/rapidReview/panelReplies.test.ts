// The Panel's reply and what follows (R19, R20): agreement settles, a disagreement is reconsidered within its own ten working
// days, the completion stays met and the first decision is never erased.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { REASON } from './story';
import { ALL_AGREE, Race, decision, invitation, wentByPortal } from './race';

/** To the Panel on Tuesday 14 April; the reply comes on Monday 20: ten working days end on Tuesday 5 May. */
const replied = (reply: Parameters<Race['replied']>[0]) =>
  new Race().toPanel().at('2026-04-20 12:00').replied(reply);
const disagreed = () => replied('disagrees');
const confirm = (on: string) =>
  ({ kind: 'confirmDecision', on: civilDate(on), agreedBy: ALL_AGREE, reason: REASON }) as const;
const word = { kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON } as const;
const settle = { kind: 'settleReply', reason: REASON } as const;

describe('R19: the Panel agrees, or announces a national review', () => {
  it.each(['agrees', 'announcesNationalReview'] as const)('%s: settled, and the case ends', (reply) => {
    const race = replied(reply);
    expect(race.state).toMatchObject({ status: 'ended', ending: { cause: 'settled', on: '2026-04-20' } });
    expect(race.line('completeLocal').status).toBe('met');
    expect(race.mails('endedToAgency')).toEqual([]);
  });

  it('considersNationalReview: it goes on until it is settled', () => {
    const race = replied('considersNationalReview');
    expect(race.state.status).toBe('open');
    expect(race.act(settle).state).toMatchObject({ status: 'ended', ending: { cause: 'settled' } });
  });

  it.each(['agrees', 'announcesNationalReview'] as const)(
    '%s: what was on its way to it as the case ended arrives, with its proof',
    (reply) => {
      const race = new Race().toPanel().reported().act({ kind: 'informPanel' });
      const accepted = race.dispatch('accepted');
      race.replied(reply).hear({ ...accepted, acceptedAt: race.now });
      expect(race.state).toMatchObject({
        status: 'ended',
        panel: { dispatches: [{ number: 1 }, { number: 2, sent: { on: '2026-04-14', channel: 'mail' } }] },
      });
      // The same decision: who heard its outcome hears it once.
      expect(race.mails('outcomeToReferrer')).toHaveLength(1);
    },
  );

  it('asked for more, decision and report go again; that changes no date', () => {
    const race = replied('asksForMore').reported().informed();
    expect(race.open.panel.dispatches.map(({ number, report }) => [number, report])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(race.line('completeLocal').doneOn).toBe('2026-04-14');
    const again = replied('asksForMore').informed();
    expect(again.open.panel.dispatches).toHaveLength(2);
  });

  it('asked for more once, it is sent the same once more, and not again on that day', () => {
    const race = replied('asksForMore').informed();
    expect(race.refusal({ kind: 'informPanel' })).toBe('PanelAlreadyInformed');
    expect(race.replied('asksForMore').informed().open.panel.dispatches).toHaveLength(3);
  });
});

describe('R19: the Panel disagrees', () => {
  it('gives the partners ten working days; the completion stays met, and no fifteen days begin', () => {
    const race = disagreed();
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-05' });
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', due: '2026-04-22' });
    expect(race.line('completePanel').status).toBe('awaitingAnchor');
  });

  it('there is no such obligation before', () => {
    expect(() => new Race().toPanel().line('reconsideration')).toThrow('no obligation');
  });

  it('confirmed by all three partners, in writing', () => {
    const race = disagreed().at('2026-04-24 12:00').act(confirm('2026-04-23'));
    expect(race.of('DecisionConfirmed')[0]?.body).toMatchObject({
      decision: 1,
      on: '2026-04-23',
      agreedBy: ALL_AGREE,
    });
    expect(race.line('reconsideration')).toMatchObject({
      status: 'met',
      doneOn: '2026-04-23',
      workingDaysEarly: 7,
    });
  });

  it('decided again, and the Panel has not seen it: nothing is settled yet', () => {
    const race = disagreed().meetingArranged('2026-04-28 10:00').quorate();
    race.decided({ outcome: 'noFurtherReview' });
    expect(race.refused(settle)).toEqual({ code: 'DecisionNotWithPanel' });
  });

  it('nor is it by a word of agreement while the new decision is on its way; with it there, it is', () => {
    const onItsWay = () => {
      const race = new Race().received().asked().meetingArranged().returned().quorate().decided();
      race.evidenced().closed().signedOff().reported().referenced().informed();
      race.at('2026-04-20 12:00').replied('disagrees').meetingArranged('2026-04-28 10:00').quorate();
      return race.decided({ outcome: 'noFurtherReview' }).signedOff().act({ kind: 'informPanel' });
    };
    const agrees = { kind: 'recordPanelReply', reply: 'agrees', on: civilDate('2026-04-28') } as const;
    const race = onItsWay();
    expect(race.refused(agrees)).toEqual({ code: 'DecisionNotWithPanel' });
    // What it announces itself is so, whatever was decided here.
    expect(onItsWay().replied('announcesNationalReview').state.status).toBe('ended');
    race.act(wentByPortal('2026-04-28'));
    expect(race.act(agrees).state.status).toBe('ended');
    expect(race.mails('outcomeToAgency').map((key) => key.split('/')[1])).toContain('2');
  });

  it('a decision that answers the second disagreement is not one of before it', () => {
    const twice = () => {
      const race = new Race().received().asked().meetingArranged().returned().quorate().decided();
      race.evidenced().closed().signedOff().reported().referenced().informed();
      race.at('2026-04-20 12:00').replied('disagrees').meetingArranged('2026-04-28 10:00').quorate().closed();
      race.at('2026-04-29 12:00').act(confirm('2026-04-29')).at('2026-05-13 12:00').replied('disagrees');
      return race.at('2026-05-14 12:00');
    };
    expect(twice().refused(decision('2026-04-28 10:00'))).toMatchObject({
      code: 'DecidedBeforeDisagreement',
      disagreedOn: '2026-05-13',
    });
  });

  it('decided again, at another quorate meeting, wherever its day lies; the first decision is not erased', () => {
    const race = disagreed().meetingArranged('2026-04-28 10:00').quorate();
    race.decided({ outcome: 'noFurtherReview' });
    expect(race.of('MeetingArranged').at(-1)?.body.departure).toBeUndefined();
    expect(race.open.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'practiceReview'],
      [2, 'noFurtherReview'],
    ]);
    expect(race.line('reconsideration')).toMatchObject({ status: 'met', doneOn: '2026-04-28' });
    // The meeting of C5 took the first.
    expect(race.line('meeting').doneOn).toBe('2026-04-14');
    race.signedOff().informed();
    expect(race.notices.at(-1)?.body).toEqual({ kind: 'outcomeToReferrer', again: true });
    expect(race.mails('outcomeToAgency')).toHaveLength(8);
  });

  it('decided again on the very day of the disagreement', () => {
    const race = disagreed().meetingArranged('2026-04-20 15:00').quorate();
    expect(race.decided().open.decisions).toHaveLength(2);
  });

  it('not reconsidered in time it is missed, and told', () => {
    const race = disagreed().at('2026-05-06 12:00');
    expect(race.misses().at(-1)).toBe('2026-05-06 00:00 reconsideration due 2026-05-05');
    expect(race.briefings().at(-1)).toContain('missed reconsideration');
    race.act(confirm('2026-05-06'));
    expect(race.line('reconsideration')).toMatchObject({ status: 'missed', workingDaysEarly: -1 });
  });

  it('twice: the second has ten days of its own, and both are in the record', () => {
    const race = disagreed()
      .at('2026-04-24 12:00')
      .act(confirm('2026-04-24'))
      .at('2026-04-30 12:00')
      .replied('disagrees');
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-15' });
    race.at('2026-05-05 12:00').act(confirm('2026-05-05'));
    expect(race.line('reconsideration')).toMatchObject({ status: 'met', doneOn: '2026-05-05' });
    const met = race.of('ObligationMet').filter(({ body }) => body.key === 'reconsideration');
    expect(met.map(({ body }) => [body.due, body.on])).toEqual([
      ['2026-05-05', '2026-04-24'],
      ['2026-05-15', '2026-05-05'],
    ]);
  });

  it('twice before the partners have answered: the date moves, and a miss stays in the record', () => {
    const race = disagreed().at('2026-04-22 12:00').replied('disagrees');
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-07' });
    race.at('2026-05-08 08:00').replied('disagrees');
    expect(race.of('ObligationReinstated')[0]?.body).toEqual({
      key: 'reconsideration',
      was: '2026-05-07',
      due: '2026-05-22',
    });
    expect(race.line('reconsideration')).toMatchObject({ status: 'open', due: '2026-05-22' });
    expect(race.misses()).toContain('2026-05-08 00:00 reconsideration due 2026-05-07');
  });

  it('it may give way all the same: the case ends, and what was open lapses', () => {
    const race = disagreed().at('2026-04-24 12:00').replied('agrees');
    expect(race.line('reconsideration').status).toBe('lapsed');
    expect(race.of('CaseEnded')[0]?.body.lapsed).toContain('reconsideration');
  });

  it.each([
    ['settling', settle, 'DisagreementNotReconsidered'],
    ['sending again', { kind: 'informPanel' }, 'DisagreementNotReconsidered'],
    ['a confirmation dated before it', confirm('2026-04-19'), 'DatedOutsideItsTime'],
    [
      'a confirmation by two of three',
      { ...confirm('2026-04-20'), agreedBy: ALL_AGREE.slice(1) },
      'PartnersMustAgree',
    ],
    [
      'a confirmation by one partner twice',
      { ...confirm('2026-04-20'), agreedBy: [...ALL_AGREE, ...ALL_AGREE] },
      'SeatNamedTwice',
    ],
    ['a decision of the same meeting', decision('2026-04-14 10:00'), 'AlreadyDecided'],
    [
      'a reply dated before the last',
      { kind: 'recordPanelReply', reply: 'agrees', on: civilDate('2026-04-19') },
      'DatedOutsideItsTime',
    ],
  ] as const)('%s is refused meanwhile, with nothing changed', (_what, command, code) => {
    expect(disagreed().refusal(command)).toBe(code);
  });

  it('reconsidered, there is nothing more to reconsider: no further meeting, no further confirmation', () => {
    const race = disagreed().act(confirm('2026-04-20'));
    expect(race.refusal(confirm('2026-04-20'))).toBe('NothingToReconsider');
    expect(race.refusal(invitation('2026-04-28 10:00'))).toBe('AlreadyDecided');
    expect(race.act(word).act(settle).state.status).toBe('ended');
  });
});

describe('R19: what is refused of replies, with nothing changed', () => {
  it.each([
    [
      'a reply before the Panel was informed',
      new Race().toGate(),
      'agrees',
      '2026-04-14',
      'PanelNotInformed',
    ],
    ['one dated before it was', new Race().toPanel(), 'agrees', '2026-04-13', 'DatedOutsideItsTime'],
    ['one of tomorrow', new Race().toPanel(), 'agrees', '2026-04-15', 'DatedOutsideItsTime'],
  ] as const)('%s', (_what, race, reply, on, code) => {
    expect(race.refusal({ kind: 'recordPanelReply', reply, on: civilDate(on) })).toBe(code);
  });

  it('settling what nobody has replied, reconsidering what nobody disagrees with', () => {
    expect(new Race().toPanel().refusal(settle)).toBe('NoReplyToSettle');
    expect(new Race().toPanel().refusal(confirm('2026-04-14'))).toBe('NothingToReconsider');
  });
});
