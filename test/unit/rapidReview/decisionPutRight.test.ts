// A decision that was recorded wrong: the one that the group took is recorded in its place, and the earlier stays on record. It is
// signed off anew, and told anew where the first was told (R16, R17, R19).

import { describe, expect, it } from '@jest/globals';
import type { TakeDecision } from '../../../domain/rapidReview/decision/commands';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { CONTACT, london } from './story';
import { COUNCIL, decision, Race, row } from './race';

/** In the toDecision race it was taken on Tuesday 14 April at 10:00. */
const putRight = (number: number, rest: Partial<TakeDecision> = {}): TakeDecision => {
  const { at: _at, ...as } = decision('2026-04-14 10:00', { outcome: 'noFurtherReview' });
  return { ...as, insteadOf: { decision: number, reason: row('wrong') }, ...rest };
};

describe('R16: a decision that was recorded wrong', () => {
  it('is replaced by the one that was taken, at its moment and by its quorum, and stays on record', () => {
    const race = new Race().toDecision().closed().at('2026-04-16 12:00').act(putRight(1));
    expect(race.open.decisions).toMatchObject([
      { number: 1, outcome: 'practiceReview' },
      { number: 2, outcome: 'noFurtherReview', decidedAt: london('2026-04-14 10:00'), meeting: 1 },
    ]);
    const [first, second] = race.of('DecisionTaken');
    expect(second?.body).toMatchObject({
      ...{ insteadOf: { decision: 1, reason: row('wrong') }, quorum: first?.body.quorum },
    });
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
  });

  it('is signed off anew: what was signed was another', () => {
    const race = new Race().toGate();
    expect(gate(race.open).chairMay).toEqual([]);
    race.act(putRight(1));
    expect(gate(race.open).chairMay).toHaveLength(3);
    race.signedOff();
    expect(gate(race.open).chairMay).toEqual([]);
  });

  it('goes to the Panel and is told again, where the wrong one was', () => {
    const race = new Race().toPanel();
    const told = () => race.notices.filter(({ body }) => body.kind === 'outcomeToPartner');
    expect(told()).toHaveLength(3);
    race.at('2026-04-16 12:00').act(putRight(1)).signedOff().informed();
    expect(told().slice(3)).toMatchObject(
      Array.from({ length: 3 }, () => ({ body: { outcome: 'noFurtherReview', again: true } })),
    );
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
  });

  it('does not answer a disagreement of the Panel', () => {
    const race = new Race().toPanel().replied('disagrees').act(putRight(1));
    expect(race.line('reconsideration').status).toBe('open');
    expect(race.open.panel.reconsideredOn).toBeUndefined();
  });

  it('is refused unless it is the one in force, before there is one, and outside its meeting', () => {
    const race = new Race().toDecision().closed().at('2026-04-16 12:00');
    expect(race.refused(putRight(2))).toEqual({ code: 'NotDecisionInForce', decision: 2, inForce: 1 });
    expect(race.refusal(putRight(1, { at: london('2026-04-16 11:00') }))).toBe('DecidedAfterMeeting');
    expect(race.refusal(putRight(1, { criteria: [] }))).toBe('CriteriaUnanswered');
    race.act(putRight(1));
    expect(race.refusal(putRight(1))).toBe('NotDecisionInForce');
    const before = new Race().received().asked().meetingArranged().returned().quorate();
    expect(before.refused(putRight(1))).toEqual({ code: 'NotDecisionInForce', decision: 1 });
  });

  it('holds nothing in the meeting any more: who left, when it ended', () => {
    const meets = new Race().received().asked().meetingArranged().returned().quorate();
    meets
      .at('2026-04-14 12:00')
      .act(decision('2026-04-14 11:50'))
      .act(putRight(1, { at: london('2026-04-14 11:00') }));
    meets.act({ kind: 'recordDeparture', attendee: CONTACT(COUNCIL), at: london('2026-04-14 11:30') });
    meets.act({ kind: 'closeMeeting', at: london('2026-04-14 11:40'), minutes: row('minutes') });
    expect(meets.of('MeetingClosed')[0]?.body).toMatchObject({ decided: true });
  });

  it('in a case of before it stands', () => {
    expect(new Race().toDecision({ rulesVersion: 15 }).refusal(putRight(1))).toBe('AlreadyDecided');
  });
});
