// Sign-off (R17): by a delegate of each seat for that seat only, or recorded for somebody who gave it, with evidence.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { Seat } from '../../../domain/policy/policyProfile';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { SignOffDecision } from '../../../domain/rapidReview/decision/commands';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { REASON, type Who } from './story';
import { CHAIR, DELEGATE, Race, row } from './race';

const sign = (seat: Seat, on = '2026-04-15', rest: Partial<SignOffDecision> = {}): SignOffDecision => ({
  kind: 'signOffDecision',
  seat,
  on: civilDate(on),
  ...rest,
});
/** Decided on Tuesday 14 April; the clock stands on Wednesday. */
const decided = () => new Race().toDecision().evidenced().closed().at('2026-04-15 12:00');

describe('R17: sign-off', () => {
  it('by a delegate of the seat, each for their own', () => {
    const race = decided().signedOff();
    expect(race.of('DecisionSignedOff').map(({ body, actor }) => [body.seat, body.onBehalf, actor])).toEqual([
      ['localAuthority', false, 'P-0011'],
      ['police', false, 'P-0012'],
      ['integratedCareBoard', false, 'P-0013'],
    ]);
    expect(gate(race.open).chairMay).toEqual([{ item: 'notificationReference' }]);
  });

  it('may be recorded for somebody who gave it by mail or telephone, with evidence, and is marked so', () => {
    const race = decided().act(sign('police', '2026-04-14', { evidence: row('mail') }));
    expect(race.of('DecisionSignedOff')[0]?.body).toEqual({
      decision: 1,
      seat: 'police',
      on: '2026-04-14',
      onBehalf: true,
      note: 'c9.mail',
    });
  });

  it('one person may record it for several seats, having signed for none', () => {
    const race = decided();
    race.act(sign('police', '2026-04-15', { evidence: REASON }));
    race.act(sign('localAuthority', '2026-04-15', { evidence: REASON }));
    expect(gate(race.open).chairMay).toEqual([
      { item: 'signOff', seat: 'integratedCareBoard' },
      { item: 'notificationReference' },
    ]);
  });

  it('a seat may have several delegates: any of them signs', () => {
    const deputy: Who = { ...DELEGATE.police, actor: 'P-0022' as ActorId };
    expect(decided().by(deputy).act(sign('police')).open.decisions[0]?.signOffs).toMatchObject([
      { seat: 'police', by: 'P-0022' },
    ]);
  });

  it.each([
    ['for another’s seat', sign('police'), DELEGATE.localAuthority, 'NotYourSeat'],
    ['by a delegate of no seat', sign('police'), { ...CHAIR, authority: 'partnerDelegate' }, 'NotYourSeat'],
    ['recorded for somebody without evidence', sign('police'), CHAIR, 'EvidenceNeeded'],
    ['before the decision', sign('police', '2026-04-13'), DELEGATE.police, 'DatedOutsideItsTime'],
    ['in the future', sign('police', '2026-04-16'), DELEGATE.police, 'DatedOutsideItsTime'],
    ['twice', sign('localAuthority'), DELEGATE.localAuthority, 'AlreadySignedOff'],
  ] as const)('is refused %s, with nothing changed', (_what, command, who, code) => {
    expect(decided().signedOff('localAuthority').refusal(command, who)).toBe(code);
  });

  it('one person signs for one seat only, also where they hold the authority of two', () => {
    const both: Who = { ...DELEGATE.police, seats: ['police', 'localAuthority'] };
    const race = decided().by(both).act(sign('police'));
    expect(race.by(both).refused(sign('localAuthority'))).toEqual({
      code: 'SignedOffAnotherSeat',
      seat: 'localAuthority',
      signed: 'police',
    });
  });

  it('is of the decision in force: a further one is signed off anew', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' });
    expect(race.open.decisions.map(({ signOffs }) => signOffs.length)).toEqual([3, 0]);
    race.signedOff();
    expect(race.open.decisions.map(({ signOffs }) => signOffs.length)).toEqual([3, 3]);
  });
});

describe('R15: sign-off waits for the evidence', () => {
  it('is refused while a duty is not evidenced, and before the decision', () => {
    const race = new Race().toDecision();
    race.act({ kind: 'evidenceDuty', duty: 'facts', evidence: REASON });
    expect(race.by(DELEGATE.police).refused(sign('police', '2026-04-14'))).toEqual({
      code: 'DutiesNotEvidenced',
      missing: ['immediateSafety', 'improvements'],
    });
    const undecided = new Race().received().asked().meetingArranged().quorate().evidenced();
    expect(undecided.refusal(sign('police', '2026-04-14'), DELEGATE.police)).toBe('NotDecided');
  });
});
