// A decision that was recorded wrong: the one that the group took is recorded in its place, and the earlier stays on record. It is
// signed off anew. What the Panel has, or may have, stands (R16 to R19).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { TakeDecision } from '../../../domain/rapidReview/decision/commands';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { AGENCY, CONTACT, london, REASON } from './story';
import { ALL_AGREE, arrival, COUNCIL, decision, invitation, Race, row, SCHOOL, wentByPortal } from './race';

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
      insteadOf: { decision: 1, reason: row('wrong') },
      quorum: first?.body.quorum,
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

  it('goes to the Panel and is told as if it had been the first', () => {
    const race = new Race().toGate().act(putRight(1)).signedOff().informed();
    const told = race.notices.flatMap(({ body }) => (body.kind === 'outcomeToPartner' ? [body] : []));
    expect(told.map(({ outcome, again }) => [outcome, again])).toEqual(
      Array.from({ length: 3 }, () => ['noFurtherReview', false]),
    );
  });

  it('is refused once it is with the Panel, or on its way; not where the mail came to nothing', () => {
    const race = new Race().toGate().act({ kind: 'informPanel' });
    expect(race.refused(putRight(1))).toEqual({ code: 'DecisionWithPanel', decision: 1 });
    expect(race.refused(decision('2026-04-14 10:00'))).toEqual({ code: 'AlreadyDecided', on: '2026-04-14' });
    race.hear(race.dispatch('refused'));
    expect(race.refused(decision('2026-04-14 10:00'))).toMatchObject({ mayPutRight: 1 });
    race.act(putRight(1));
    expect(new Race().toPanel().refusal(putRight(1))).toBe('DecisionWithPanel');
    const unheard = new Race().toGate().act({ kind: 'informPanel' });
    unheard.hear(unheard.dispatch('lapsed'));
    expect(unheard.refusal(putRight(1))).toBe('DecisionWithPanel');
  });

  it('is told as put right to whoever heard the wrong one, and not as decided again', () => {
    const told = (race: Race) =>
      race.notices
        .flatMap(({ body }) =>
          body.kind === 'outcomeToPartner' || body.kind === 'outcomeToReferrer' ? [body] : [],
        )
        .slice(-2)
        .map(({ again, putRight: anew }) => [again, anew]);
    const wrong = () => {
      const race = new Race().toGate().at('2026-04-15 12:00');
      race.act(wentByPortal('2026-04-15'));
      expect(told(race)).toEqual([
        [false, undefined],
        [false, undefined],
      ]);
      race.act({ kind: 'correctPanelInformed', dispatch: 1, reason: REASON });
      return race.act(putRight(1)).signedOff().informed();
    };
    expect(told(wrong())).toEqual([
      [true, true],
      [true, true],
    ]);
    const again = new Race().toPanel().replied('disagrees').at('2026-04-20 12:00');
    again.act(invitation('2026-04-21 10:00')).quorate().decided({ outcome: 'practiceReview' });
    again.act(putRight(2)).signedOff().informed();
    expect(told(again)).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
  });

  it('after a disagreement is the new decision alone, which it leaves the answer', () => {
    const race = new Race().toPanel().replied('disagrees').at('2026-04-20 12:00');
    race.act(invitation('2026-04-21 10:00')).quorate().decided({ outcome: 'practiceReview' });
    const answered = race.open.panel.reconsideredOn;
    expect(answered).toBe('2026-04-21');
    race.act(putRight(2));
    expect(race.open.panel.reconsideredOn).toBe(answered);
    expect(race.open.decisions.map(({ outcome }) => outcome)).toEqual([
      ...['practiceReview', 'practiceReview', 'noFurtherReview'],
    ]);
  });

  it('names as missing whom the first named, whoever was found or sent back since', () => {
    const race = new Race().toDecision().closed().at('2026-04-15 12:00');
    race.act({ kind: 'addAgency', agency: AGENCY(9) });
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    race.act(putRight(1));
    expect(race.open.decisions.map(({ missingReturns }) => missingReturns)).toEqual([[], []]);
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

  it('is taken again in its meeting where it lacked its quorum: who was in conflict is replaced', () => {
    const race = new Race().received().asked().meetingArranged().returned().quorate();
    const attendee = CONTACT(COUNCIL);
    const conflict = (at: string) =>
      ({ kind: 'declareConflict', attendee, at: london(at), note: row('interest') }) as const;
    race.at('2026-04-14 12:00').act(decision('2026-04-14 11:00'));
    expect(race.refusal(conflict('2026-04-14 10:30'))).toBe('WouldUndoDecision');
    const other = { who: { contact: CONTACT(COUNCIL, 2) } };
    race
      .act(conflict('2026-04-14 11:01'))
      .act(arrival('localAuthority', '2026-04-14 11:05', other))
      .act(putRight(1, { at: london('2026-04-14 11:10') }));
    expect(race.open.decisions.at(-1)).toMatchObject({ number: 2, meeting: 1 });
  });
});

describe('R19: a decision recorded anew, where the Panel has disagreed again meanwhile', () => {
  /** Decided again on Wednesday 22 April, and of that decision the Panel hears before it is sent. */
  const disagreedAgain = () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.act(invitation('2026-04-22 10:00')).quorate().decided().closed();
    return race.at('2026-04-27 12:00').replied('disagrees').at('2026-04-28 12:00');
  };
  const confirmed = { kind: 'confirmDecision', agreedBy: ALL_AGREE, reason: REASON } as const;
  const line = (race: Race) => race.line('reconsideration');

  it('leaves that to be answered: by a confirmation, or by another meeting', () => {
    const race = disagreedAgain().act(putRight(2));
    expect(line(race)).toMatchObject({ status: 'open', due: '2026-05-12' });
    expect(race.refusal({ kind: 'informPanel' })).toBe('DisagreementNotReconsidered');
    race.act({ ...confirmed, on: civilDate('2026-04-28') });
    expect(line(race)).toMatchObject({ status: 'met', doneOn: '2026-04-28' });
    const met = disagreedAgain().act(putRight(2)).act(invitation('2026-05-05 10:00')).quorate().decided();
    expect(line(met)).toMatchObject({ status: 'met', doneOn: '2026-05-05' });
  });

  it('leaves it answered as the partners had answered it, and where that letter is none, as the group had', () => {
    const race = disagreedAgain().act({ ...confirmed, on: civilDate('2026-04-28') });
    expect(race.act(putRight(2)).open.panel.reconsideredOn).toBe('2026-04-28');
    const none = disagreedAgain().act(putRight(2));
    none.act({ kind: 'correctPanelReply', number: 2, reason: REASON });
    expect(line(none)).toMatchObject({ status: 'met', due: '2026-05-05', doneOn: '2026-04-22' });
  });
});
