// What is recorded after something that came later counts as if it had been recorded in its time, and what comes too late to help is told
// nobody (R3, R8, R13, R18 to R20).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { SEATS } from '../../../domain/policy/policyProfile';
import { nobodyKeptOff, quorumAt } from '../../../domain/rapidReview/meeting/quorum';
import { panelWaitedFor } from '../../../domain/rapidReview/panel/waitedFor';
import {
  ALL_AGREE,
  arrival,
  CHAIR,
  POLICE,
  Race,
  WITHDRAWAL,
  confirmed,
  excluded,
  said,
  wentByPortal,
} from './race';
import { CONTACT, london, REASON } from './story';

const moment = (timestamp: 'notificationSent' | 'notificationCopyReceived', at: string): CommandBody => ({
  kind: 'recordTimestamp',
  timestamp,
  at: london(at),
});

describe('R8, R18: what went to the Panel before a mail of the same, recorded after it', () => {
  /** Complete by Wednesday 22 April; the mail went on the 23rd. */
  const mailed = () => new Race().toGate().at('2026-04-23 12:00').informed();

  it('is taken, and completes the review on its own day: nobody carries a false breach', () => {
    const race = mailed();
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-23' });
    race.by(CHAIR).act(wentByPortal('2026-04-22'));
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-22' });
    expect(panelWaitedFor(race.open)).toBe('2026-04-23');
  });

  it('is refused of that day or later, as nothing new, and where its own day was typed: that is corrected', () => {
    expect(mailed().by(CHAIR).refusal(wentByPortal('2026-04-23'))).toBe('PanelAlreadyInformed');
    const typed = new Race().toGate().at('2026-04-23 12:00').by(CHAIR).act(wentByPortal('2026-04-22'));
    expect(typed.refusal(wentByPortal('2026-04-21'))).toBe('PanelAlreadyInformed');
  });
});

describe('R19: a word to the Panel from between its disagreement and the answer of the partners', () => {
  const between = () =>
    new Race()
      .toPanel()
      .at('2026-04-20 12:00')
      .replied('disagrees')
      .at('2026-04-24 12:00')
      .act(confirmed('2026-04-23'));

  it('answers nothing, whenever it is recorded; one of the day of the answer does', () => {
    expect(panelWaitedFor(between().act(said('2026-04-22')).open)).toBeUndefined();
    expect(panelWaitedFor(between().act(said('2026-04-23')).open)).toBe('2026-04-23');
  });
});

describe('R3, C5: the earliest day for the meeting, where the headline leaves the window none', () => {
  /** By that the review is complete on 8 April, before WD7, which is Friday 10 April. */
  const NOTIFIED = moment('notificationSent', '2026-03-16 11:00');
  const told = (race: Race) => race.act(NOTIFIED).of('MeetingWindowLeavesNothing').length;

  it('is told while it can be held then, and no more once it is past or held', () => {
    expect(told(new Race().received().asked().at('2026-04-10 12:00'))).toBe(1);
    expect(told(new Race().received().asked().at('2026-04-13 12:00'))).toBe(0);
    expect(told(new Race().toDecision().at('2026-04-15 12:00'))).toBe(0);
  });

  it('is not told again where a settlement is undone', () => {
    const early = { timestamps: { notificationSent: london('2026-03-16 11:00') } };
    const race = new Race()
      .received(early)
      .asked()
      .meetingArranged('2026-04-14 10:00', { reason: REASON })
      .returned()
      .quorate()
      .decided()
      .evidenced()
      .closed()
      .signedOff()
      .reported()
      .referenced()
      .informed()
      .at('2026-05-05 12:00')
      .replied('agrees')
      .act({ kind: 'undoSettlement', reason: REASON });
    expect(race.of('MeetingWindowLeavesNothing')).toHaveLength(1);
  });
});

describe('R20: criteria that are not met, where only the copy of the notification is known', () => {
  const notMet: CommandBody = { kind: 'findCriteriaNotMet', agreedBy: ALL_AGREE, reason: REASON };
  const copied = () => new Race().received().act(moment('notificationCopyReceived', '2026-03-30 15:00'));

  it('end the case, and the Panel is told', () => {
    const race = copied().act(notMet);
    expect(race.state.status).toBe('ended');
    expect(race.mails('panelCriteriaNotMet')).toHaveLength(1);
  });

  it('are how it ends: withdrawn, the Panel would not be told', () => {
    expect(copied().refused(WITHDRAWAL)).toEqual({
      code: 'NotifiedAlready',
      on: '2026-03-30',
      byItsCopy: true,
    });
  });
});

describe('R20: what was done lapses by no end', () => {
  it('also where nobody knows by when it was due', () => {
    const race = new Race().toPanel().at('2026-05-05 12:00').replied('agrees');
    expect(race.of('CaseEnded')[0]?.body.lapsed).toEqual(['notification']);
  });
});

describe('R13, R14: somebody who is kept off the case while in a seat', () => {
  const OFFICER = CONTACT(POLICE);
  const exclude = excluded(POLICE, OFFICER);
  const keptOff = (options = {}) =>
    new Race().received(options).asked().meetingArranged().returned().quorate().act(exclude);

  it('fills it no more: the meeting decides nothing until somebody else does', () => {
    expect(() => keptOff().decided()).toThrow('Inquorate');
    const { open } = keptOff();
    const [meeting = { presences: [] }] = open.meetings;
    const { seats } = quorumAt(meeting, SEATS, london('2026-04-14 10:00'), nobodyKeptOff(open));
    expect(seats.find(({ seat }) => seat === 'police')).toEqual({ seat: 'police', why: 'keptOff' });
  });

  it('filled it where the meeting has decided: the record of that is put right all the same', () => {
    const race = new Race().toDecision().act(exclude);
    race.decided({ insteadOf: { decision: 1, reason: REASON } });
    expect(race.open.decisions).toHaveLength(2);
  });

  it('gives it up in the very minute in which somebody else takes it: that one fills it', () => {
    const replaced = (options = {}) => {
      const at = london('2026-04-14 10:00');
      const race = keptOff(options).act({ kind: 'recordDeparture', attendee: OFFICER, at });
      const who = { contact: CONTACT(POLICE, 2) };
      return race.act(arrival('police', '2026-04-14 10:00', { who }));
    };
    expect(replaced().decided().of('DecisionTaken')[0]?.body.quorum).toContainEqual({
      seat: 'police',
      attendee: CONTACT(POLICE, 2),
    });
    expect(() => replaced({ rulesVersion: 25 }).decided()).toThrow('Inquorate');
  });
});
