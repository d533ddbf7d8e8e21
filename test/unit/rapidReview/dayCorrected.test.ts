// Days that people type about agencies and the Panel, put right (R8): what rests on them is restated, what is counted from them
// moves, and a day that cannot have been is refused.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { ALL_AGREE, CHAIR, Race, SCHOOL, wentByPortal } from './race';
import { london, REASON } from './story';

const secured = (on: string) =>
  ({
    kind: 'recordRecordsSecured',
    agency: SCHOOL,
    on: civilDate(on),
    secured: { paper: true, electronic: true, locked: true },
  }) as const;
const correctSecured = (on: string, agency = SCHOOL) =>
  ({ kind: 'correctRecordsSecured', agency, on: civilDate(on), reason: REASON }) as const;
const correctInformed = (on: string, dispatch = 1) =>
  ({ kind: 'correctPanelInformed', dispatch, on: civilDate(on), reason: REASON }) as const;
const correctReply = (on: string, number = 1) =>
  ({ kind: 'correctPanelReply', number, on: civilDate(on), reason: REASON }) as const;
const disagrees = (on: string) =>
  ({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate(on) }) as const;

describe('R8: the day on which an agency secured its records', () => {
  const line = `recordsSecured:${SCHOOL}` as const;
  /** Asked on 31 March: due on Tuesday 7 April, after Easter. */
  const late = () => new Race().received().asked().at('2026-04-09 12:00').act(secured('2026-04-08'));

  it('is put right: nobody carries a false breach, and the original stays', () => {
    const race = late();
    expect(race.line(line)).toMatchObject({ status: 'missed', doneOn: '2026-04-08' });
    race.act(correctSecured('2026-04-02'));
    expect(race.line(line)).toMatchObject({ status: 'met', due: race.line(line).due, doneOn: '2026-04-02' });
    expect(race.of('RecordsSecuredCorrected')[0]?.body).toMatchObject({
      was: '2026-04-08',
      on: '2026-04-02',
    });
    race.act(correctSecured('2026-04-09'));
    expect(race.line(line)).toMatchObject({ status: 'missed', doneOn: '2026-04-09' });
  });

  it.each([
    ['what is recorded already', '2026-04-08', 'SecuredCorrectionChangesNothing'],
    ['tomorrow', '2026-04-10', 'AnsweredInFuture'],
    ['a year too early', '2025-04-02', 'BeforeTheCase'],
  ])('is refused as %s', (_, on, code) => {
    expect(late().refusal(correctSecured(on))).toBe(code);
  });

  it('is refused where none is recorded', () => {
    expect(new Race().received().asked().refusal(correctSecured('2026-03-31'))).toBe('RecordsNotSecured');
  });
});

describe('a day before all that the case knows of', () => {
  it('is refused, of records and of answers; an incident that is recorded opens the way', () => {
    const race = new Race().received().at('2026-04-01 12:00');
    expect(race.refused(secured('2026-03-28'))).toMatchObject({ code: 'BeforeTheCase', from: '2026-03-30' });
    race.act({ kind: 'recordTimestamp', timestamp: 'incident', at: london('2026-03-28 21:15') });
    race.act(secured('2026-03-28'));
    expect(race.open.agencies.find(({ agency }) => agency === SCHOOL)?.recordsSecuredOn).toBe('2026-03-28');
  });

  it('that an incident of before any calendar lets in takes no timetable away', () => {
    const race = new Race().received();
    race.act({ kind: 'recordTimestamp', timestamp: 'incident', at: london('1926-03-01 10:00') });
    race.act(secured('1926-04-01')).asked().at('2026-04-01 12:00');
    const line = race.line(`recordsSecured:${SCHOOL}`);
    expect(line).toMatchObject({ status: 'met', doneOn: '1926-04-01' });
    expect(line).not.toHaveProperty('workingDaysEarly');
    race.act(correctSecured('2026-04-01'));
    expect(race.line(`recordsSecured:${SCHOOL}`)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
  });
});

describe('R8, R18: the day on which decision and report went another way', () => {
  const late = () => new Race().toGate().at('2026-04-23 12:00').by(CHAIR).act(wentByPortal('2026-04-23'));

  it('is put right: the completion was in time, or was not', () => {
    const race = late();
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-23' });
    race.act(correctInformed('2026-04-22'));
    expect(race.line('completeLocal')).toMatchObject({
      status: 'met',
      due: '2026-04-22',
      doneOn: '2026-04-22',
    });
    race.act(correctInformed('2026-04-23'));
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-23' });
  });

  it.each([
    ['before the decision', correctInformed('2026-04-13'), 'DatedOutsideItsTime'],
    ['in the future', correctInformed('2026-04-24'), 'DatedOutsideItsTime'],
    ['what is recorded already', correctInformed('2026-04-23'), 'PanelCorrectionChangesNothing'],
    ['of a dispatch that there is not', correctInformed('2026-04-22', 2), 'NoSuchDispatch'],
  ])('is refused %s', (_, command, code) => {
    expect(late().refusal(command)).toBe(code);
  });

  it('may lie after the reply that called for it', () => {
    const race = new Race().toPanel().at('2026-04-16 12:00').replied('asksForMore').reported();
    race.at('2026-04-20 12:00').by(CHAIR).act(wentByPortal('2026-04-16'));
    race.act(correctInformed('2026-04-20', 2));
    expect(race.open.panel.dispatches[1]?.sent).toMatchObject({ on: '2026-04-20' });
    race.at('2026-04-24 12:00').replied('considersNationalReview').at('2026-04-28 12:00');
    expect(race.refused(correctInformed('2026-04-27', 2))).toMatchObject({ to: '2026-04-24' });
  });

  it('is refused after the reply to it, and of a mail, which the mail server has dated', () => {
    const replied = late().at('2026-04-27 12:00').act(disagrees('2026-04-24'));
    expect(replied.refused(correctInformed('2026-04-27'))).toMatchObject({ to: '2026-04-24' });
    expect(new Race().toPanel().refusal(correctInformed('2026-04-14'))).toBe('DispatchNotRecordedByHand');
  });

  it('is that of a mail, which nobody takes back, where word comes that one had gone before it', () => {
    const race = new Race().toGate().at('2026-04-22 16:00').act({ kind: 'informPanel' });
    const accepted = race.dispatch('accepted');
    race.at('2026-04-23 12:00').by(CHAIR).act(wentByPortal('2026-04-23')).hear(accepted);
    expect(race.open.panel.dispatches[0]?.sent).toEqual({ on: '2026-04-22', channel: 'mail' });
    expect(race.refusal({ kind: 'correctPanelInformed', dispatch: 1, reason: REASON })).toBe(
      'DispatchNotRecordedByHand',
    );
  });
});

describe('R8, R19: the day of a reply of the Panel', () => {
  const replied = () => new Race().toPanel().at('2026-04-20 12:00').act(disagrees('2026-04-20'));

  it('is put right: what is counted from it moves', () => {
    const race = replied();
    const before = race.line('reconsideration').due;
    race.act(correctReply('2026-04-17'));
    const { due } = race.line('reconsideration');
    expect(due).toBeDefined();
    expect(due).not.toBe(before);
    expect(race.of('DatesMoved').at(-1)?.body.moves).toEqual([{ key: 'reconsideration', was: before, due }]);
    expect(race.open.panelDisagreedOn).toBe('2026-04-17');
  });

  it('of one that is no disagreement, put right, leaves nothing to reconsider', () => {
    const race = new Race().toPanel().at('2026-04-16 12:00').replied('asksForMore');
    race.act(correctReply('2026-04-15'));
    expect(race.open.panel.replies).toMatchObject([{ reply: 'asksForMore', on: '2026-04-15' }]);
    expect(() => race.line('reconsideration')).toThrow('no obligation');
  });

  it.each([
    ['before the Panel was informed', correctReply('2026-04-13'), 'DatedOutsideItsTime'],
    ['in the future', correctReply('2026-04-21'), 'DatedOutsideItsTime'],
    ['what is recorded already', correctReply('2026-04-20'), 'PanelCorrectionChangesNothing'],
    ['of a reply that there is not', correctReply('2026-04-17', 2), 'NoSuchPanelReply'],
  ])('is refused %s', (_, command, code) => {
    expect(replied().refusal(command)).toBe(code);
  });

  it('is refused before the reply that came first, though the Panel was informed by then, and after the next', () => {
    const race = new Race().toPanel().at('2026-04-16 12:00').replied('asksForMore');
    race.at('2026-04-20 12:00').act(disagrees('2026-04-20'));
    expect(race.refused(correctReply('2026-04-15', 2))).toMatchObject({ from: '2026-04-16', since: 'reply' });
    expect(race.refused(correctReply('2026-04-21', 1))).toMatchObject({ to: '2026-04-20' });
    race.at('2026-04-22 12:00');
    expect(race.refused(correctReply('2026-04-21', 1))).toMatchObject({ to: '2026-04-20', until: 'reply' });
  });

  it('is refused after the partners have answered it', () => {
    const race = replied().at('2026-04-22 12:00');
    race.act({ kind: 'confirmDecision', on: civilDate('2026-04-21'), agreedBy: ALL_AGREE, reason: REASON });
    expect(race.refused(correctReply('2026-04-22'))).toMatchObject({
      to: '2026-04-21',
      since: 'dispatch',
      until: 'reconsideration',
    });
  });
});

describe('R8: a receipt that is put right', () => {
  it('to before, so that the completion was late: the team hears of it as of what is done', () => {
    const race = new Race().toPanel();
    const at = london('2026-03-19 10:00');
    race.act({ kind: 'correctTimestamp', timestamp: 'referralReceived', at, reason: REASON });
    expect(race.notices.findLast(({ body }) => body.kind === 'completionMissed')?.body).toMatchObject({
      key: 'completeLocal',
      due: '2026-04-13',
      completeOn: '2026-04-14',
    });
  });

  const receivedAt = (at: string): CommandBody => ({
    kind: 'correctTimestamp',
    timestamp: 'referralReceived',
    reason: REASON,
    at: london(at),
  });
  const decided = () => new Race().received().meetingArranged().quorate().decided().at('2026-04-16 12:00');

  it('does not lie after the day on which the group has decided', () => {
    expect(decided().refused(receivedAt('2026-04-15 10:00'))).toEqual({
      code: 'CorrectionContradictsDecision',
      decidedOn: '2026-04-14',
      received: '2026-04-15',
    });
    const race = decided().act(receivedAt('2026-04-14 08:00'));
    expect(race.open.timestamps.referralReceived).toBe(london('2026-04-14 08:00'));
  });
});
