// What was recorded on the wrong case, or of the wrong agency, is taken back: it counts no more, what it was counted from it is
// owed no more, and what it had met is open again, or missed after all (R3, R7, R8, R18, R19).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import type { TimestampName } from '../../../domain/policy/policyProfile';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { ALL_AGREE, CHAIR, decision, invitation, Race, SCHOOL, wentByPortal, WITHDRAWAL } from './race';
import { AGENCY, AWARE, london, REASON } from './story';
import { lastItem, told } from './tellings';

const moment = (timestamp: TimestampName, at: string): CommandBody => ({
  kind: 'recordTimestamp',
  timestamp,
  at: london(at),
});
const noMoment = (timestamp: TimestampName): CommandBody => ({
  kind: 'correctTimestamp',
  timestamp,
  reason: REASON,
});
const noReply = (number = 1): CommandBody => ({ kind: 'correctPanelReply', number, reason: REASON });
const noDispatch = (dispatch = 1): CommandBody => ({
  kind: 'correctPanelInformed',
  dispatch,
  reason: REASON,
});
const reconsidered = (on: string): CommandBody => ({
  kind: 'confirmDecision',
  on: civilDate(on),
  agreedBy: ALL_AGREE,
  reason: REASON,
});
const first = (race: Race) => firstDates(race.events, (version) => race.calendarOf(version));
const explained = (race: Race) => explanationsOfCase(race.events, (version) => race.calendarOf(version));
const keys = (race: Race) => explained(race).flatMap(({ key, due }) => (due === undefined ? [] : [key]));
const warnings = (race: Race) => warningsOf(race.state, race.calendar);

describe('R3, R8: a moment that never was', () => {
  /** Sent on the Friday before the receipt: the Panel's count leads, and closes the window on 17 April. */
  const notified = () =>
    new Race().received().at('2026-03-31 12:00').act(moment('notificationSent', '2026-03-27 11:00'));

  it('leaves nothing that is counted from it: the headline and the window are the others again', () => {
    const race = notified();
    expect(race.line('completePanel').due).toBe('2026-04-21');
    race.act(noMoment('notificationSent'));
    expect(keys(race)).not.toContain('completePanel');
    expect(race.open.timestamps).not.toHaveProperty('notificationSent');
    expect(race.of('DatesMoved').at(-1)?.body.moves).toEqual([
      { key: 'meeting', was: '2026-04-17', due: '2026-04-20' },
    ]);
    expect(race.of('TimestampCorrected').at(-1)?.body).toEqual({
      timestamp: 'notificationSent',
      was: london('2026-03-27 11:00'),
      reason: REASON,
    });
  });

  it('opens again what it had met, or misses it; the team hears that', () => {
    const race = new Race().received().act(moment('localAuthorityAware', '2026-03-24 10:00'));
    race.act(moment('notificationSent', '2026-03-27 11:00')).at('2026-04-02 12:00');
    expect(race.line('notification')).toMatchObject({ status: 'met', due: '2026-03-31' });
    race.act(noMoment('notificationSent'));
    expect(race.line('notification')).toMatchObject({ status: 'missed', due: '2026-03-31' });
    race.at('2026-04-08 12:00');
    expect(told(race, 'missed')).toContain('2026-04-07 09:00');
  });

  it('takes back a miss that was none: the team, which had heard of it, hears that once', () => {
    const race = new Race().received().act(moment('localAuthorityAware', '2026-03-24 10:00'));
    race.at('2026-04-02 12:00');
    expect(race.line('notification')).toMatchObject({ status: 'missed' });
    race.act(noMoment('localAuthorityAware'));
    expect(race.line('notification').due).toBeUndefined();
    expect(race.of('OutcomeRestated').at(-1)?.body).toMatchObject({ key: 'notification', owedNoMore: true });
    race.at('2026-04-30 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-07 09:00']);
    expect(lastItem(race, 'missTakenBack')).toEqual({
      about: 'missTakenBack',
      key: 'notification',
      was: '2026-03-31',
    });
    expect(race.misses().filter((line) => line.includes('notification'))).toHaveLength(1);
  });

  it('recorded rightly afterwards, is counted from anew, from a first date of its own', () => {
    const race = notified().adopt(proclaimed(officialCalendar, '2026-04-16'));
    expect(first(race).get('completePanel' as never)).toBe('2026-04-21');
    race.act(noMoment('notificationSent')).at('2026-04-01 12:00');
    race.act(moment('notificationSent', '2026-03-31 11:05'));
    expect(race.line('completePanel').due).toBe('2026-04-24');
    expect(first(race).get('completePanel' as never) ?? '2026-04-24').toBe('2026-04-24');
    const anchor = explained(race).find(({ key }) => key === 'completePanel')?.anchor;
    expect(anchor).toMatchObject({ at: london('2026-03-31 11:05') });
    expect(anchor).not.toHaveProperty('corrected');
  });

  it('is refused of the receipt, and of one that is not recorded', () => {
    expect(notified().refusal(noMoment('referralReceived'))).toBe('ReceiptNotByMistake');
    expect(notified().refusal(noMoment('incident'))).toBe('TimestampNotRecorded');
  });
});

describe('R8: records that are not secured', () => {
  const line = `recordsSecured:${SCHOOL}` as const;
  const secured = (): CommandBody => ({
    kind: 'recordRecordsSecured',
    agency: SCHOOL,
    on: civilDate('2026-04-01'),
    secured: { paper: true, electronic: true, locked: true },
  });
  const notSecured: CommandBody = { kind: 'correctRecordsSecured', agency: SCHOOL, reason: REASON };

  it('are owed again, and reminded of', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00').act(secured());
    expect(race.line(line)).toMatchObject({ status: 'met' });
    race.act(notSecured);
    expect(race.line(line)).toMatchObject({ status: 'open', due: '2026-04-02' });
    expect(race.refusal(notSecured)).toBe('RecordsNotSecured');
    race.at('2026-04-07 12:00');
    expect(race.of('AgencyReminded').at(-1)?.body.owes).toContainEqual({
      key: line,
      due: '2026-04-02',
      missed: true,
    });
    race.act(secured());
    expect(race.line(line)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
  });

  it('after their day are missed', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00').act(secured()).at('2026-04-08 12:00');
    race.act(notSecured);
    expect(race.line(line)).toMatchObject({ status: 'missed', due: '2026-04-02' });
    expect(race.line(line)).not.toHaveProperty('doneOn');
  });
});

describe('R8, R18: decision and report that did not go to the Panel', () => {
  const recorded = () => new Race().toGate().at('2026-04-21 12:00').by(CHAIR).act(wentByPortal('2026-04-21'));

  it('leave the completion open, or missed, and may go', () => {
    const race = recorded();
    expect(race.line('completeLocal')).toMatchObject({ status: 'met' });
    race.act(noDispatch());
    expect(race.refusal(noDispatch())).toBe('NoSuchDispatch');
    expect(race.line('completeLocal')).toMatchObject({ status: 'open', due: '2026-04-22' });
    race.at('2026-04-23 12:00');
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed' });
    race.act(wentByPortal('2026-04-23'));
    expect(race.open.panel.dispatches.map(({ number, sent }) => [number, sent?.on])).toEqual([
      [1, undefined],
      [2, '2026-04-23'],
    ]);
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-23' });
  });

  it('nobody hears the same outcome twice, and whoever came in between hears it too', () => {
    const keys = (race: Race): readonly string[] =>
      race.notices.flatMap(({ key }) => (key.includes('/outcome/') ? [key] : []));
    const race = recorded();
    const heard = keys(race);
    expect(heard).toHaveLength(3 + 1 + race.open.agencies.length);
    race.act(noDispatch()).act({ kind: 'addAgency', agency: AGENCY(9) });
    race
      .send([AGENCY(9)])
      .by(CHAIR)
      .act(wentByPortal('2026-04-21'));
    // What stands under a key already the ledger sends once.
    expect([...new Set(keys(race))].sort()).toEqual(
      [...heard, `${race.open.reference}/outcome/1/${AGENCY(9)}`].sort(),
    );
  });

  it('may be decided otherwise, and the case withdrawn: the Panel has nothing', () => {
    const again = recorded()
      .act(noDispatch())
      .act(decision('2026-04-14 10:00', { insteadOf: { decision: 1, reason: REASON } }));
    expect(again.open.decisions.at(-1)).toMatchObject({ number: 2 });
    const withdrawn = recorded().act(noDispatch());
    withdrawn.act(WITHDRAWAL);
    expect(withdrawn.state).toMatchObject({ status: 'ended' });
  });

  it('leave a dispatch before them as it was: the same does not go again', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('asksForMore').by(CHAIR);
    race.act(wentByPortal('2026-04-20')).act(noDispatch(2)).act(noReply());
    expect(race.refused({ kind: 'informPanel' })).toMatchObject({
      code: 'PanelAlreadyInformed',
      on: '2026-04-14',
    });
  });

  it('count as gone after all, where word comes that their mail was accepted', () => {
    const race = new Race().toGate().at('2026-04-21 12:00').by(CHAIR).act({ kind: 'informPanel' });
    race.act(wentByPortal('2026-04-21')).act(noDispatch());
    race.hear(race.dispatch('accepted')).hear(race.dispatch('accepted'));
    expect(race.of('PanelDispatchSent')).toHaveLength(2);
    expect(race.open.panel.dispatches).toMatchObject([{ sent: { on: '2026-04-21', channel: 'mail' } }]);
    expect(race.line('completeLocal')).toMatchObject({ status: 'met' });
  });

  it('are not taken back once the Panel has answered, nor where the mail server says that they went', () => {
    const replied = recorded().at('2026-04-24 12:00').replied('considersNationalReview');
    expect(replied.refused(noDispatch())).toEqual({
      code: 'DispatchAnswered',
      dispatch: 1,
      repliedOn: '2026-04-24',
    });
    expect(new Race().toPanel().refusal(noDispatch())).toBe('DispatchNotRecordedByHand');
    replied.act(noReply()).act(noDispatch());
    expect(replied.line('completeLocal')).toMatchObject({ status: 'missed' });
  });
});

describe('R8, R19: a reply that the Panel did not give', () => {
  const disagreed = (options: Parameters<Race['toPanel']>[0] = {}) =>
    new Race().toPanel(options).at('2026-04-20 12:00').replied('disagrees');

  it('leaves nothing to reconsider, and its number to no other', () => {
    const race = disagreed();
    expect(race.line('reconsideration').due).toBeDefined();
    race.act(noReply());
    expect(keys(race)).not.toContain('reconsideration');
    expect(race.open.panelDisagreedOn).toBeUndefined();
    race.replied('asksForMore');
    expect(race.open.panel.replies).toMatchObject([{ number: 2, reply: 'asksForMore' }]);
    expect(race.refusal(noReply(1))).toBe('NoSuchPanelReply');
  });

  it('of a second disagreement: the first counts again, as the partners had answered it', () => {
    const race = disagreed().at('2026-04-22 12:00').act(reconsidered('2026-04-21'));
    const met = race.line('reconsideration');
    expect(met).toMatchObject({ status: 'met', doneOn: '2026-04-21' });
    race.at('2026-04-24 12:00').replied('disagrees');
    expect(race.line('reconsideration')).toMatchObject({ status: 'open' });
    race.act(noReply(2));
    expect(race.line('reconsideration')).toMatchObject({ ...met });
    expect(race.open.panelDisagreedOn).toBe('2026-04-20');
    expect(race.of('ObligationMet').filter(({ body }) => body.key === 'reconsideration')).toHaveLength(1);
    const anchor = explained(race).find(({ key }) => key === 'reconsideration')?.anchor;
    expect(anchor?.event).toBe(race.of('PanelReplied')[0]?.number);
  });

  it('nor is a miss of the first recorded, or told, again; and its first date is as it was', () => {
    const race = disagreed().adopt(proclaimed(officialCalendar, '2026-05-05'));
    const firstDate = first(race).get('reconsideration' as never);
    race.at('2026-05-11 12:00').act(reconsidered('2026-05-11')).at('2026-05-12 12:00').replied('disagrees');
    const late = race.of('ObligationMissed').filter(({ body }) => body.key === 'reconsideration');
    expect([late.length, first(race).has('reconsideration' as never)]).toEqual([1, false]);
    race.at('2026-05-13 12:00').act(noReply(2)).at('2026-05-20 12:00');
    expect(race.line('reconsideration')).toMatchObject({ status: 'missed', doneOn: '2026-05-11' });
    expect(race.of('ObligationMissed').filter(({ body }) => body.key === 'reconsideration')).toEqual(late);
    expect(first(race).get('reconsideration' as never)).toBe(firstDate);
    expect(told(race, 'missed').filter((at) => at > '2026-05-13')).toEqual([]);
  });

  it('nor does a further one begin anew the first date of one that the partners have not answered', () => {
    const race = disagreed();
    const { due } = race.line('reconsideration');
    race.at('2026-04-22 12:00').replied('disagrees').act(noReply(2));
    race.at('2026-04-24 12:00').replied('disagrees');
    expect(race.line('reconsideration').due).not.toBe(due);
    expect(first(race).get('reconsideration' as never)).toBe(due);
  });

  it('leaves a meeting that was arranged for it with nothing to decide, and the case warns of it', () => {
    const race = disagreed(AWARE).act(invitation('2026-04-28 10:00'));
    expect(warnings(race).map(({ about }) => about)).not.toContain('nothingToDecide');
    race.act(noReply());
    expect(warnings(race)).toContainEqual({ about: 'nothingToDecide', on: '2026-04-28' });
    race.act({ kind: 'cancelMeeting', reason: REASON });
    expect(warnings(race)).toEqual([]);
  });

  it('is not taken back from under what came after it', () => {
    const builtUpon = { code: 'PanelReplyBuiltUpon', number: 1 };
    const twice = disagreed().at('2026-04-22 12:00').replied('asksForMore');
    expect(twice.refused(noReply(1))).toEqual({ ...builtUpon, by: 'laterReply' });
    const answered = disagreed().at('2026-04-22 12:00').act(reconsidered('2026-04-21'));
    expect(answered.refused(noReply(1))).toEqual({ ...builtUpon, by: 'reconsideration' });
  });
});
