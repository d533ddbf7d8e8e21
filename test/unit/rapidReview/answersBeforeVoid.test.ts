// What an agency had answered before its request was declared void (R3, R8): it is no answer to the next request, and holds neither that
// one's day nor keeps it from being void.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { Race, SCHOOL, answer } from './race';
import { CONTACT, REASON } from './story';

const VOID: CommandBody = { kind: 'voidRequest', agency: SCHOOL, reason: REASON };
const BOUNCE: CommandBody = { kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) };
const rung = (on: string): CommandBody => ({
  kind: 'recordRequestSent',
  agency: SCHOOL,
  channel: 'telephone',
  on: civilDate(on),
  contacts: [],
});
const askedOn = (on: string): CommandBody => ({
  kind: 'correctRequestSent',
  agency: SCHOOL,
  on: civilDate(on),
  reason: REASON,
});
const answeredOn = (on: string): CommandBody => ({
  kind: 'correctReturn',
  agency: SCHOOL,
  number: 1,
  on: civilDate(on),
  reason: REASON,
});

/** Asked on Tuesday 31 March, it sent a part on Thursday 2 April; that request is void. */
const isVoid = () => {
  const race = new Race().received().at('2026-03-31 10:00').act(rung('2026-03-31'));
  const part = answer(SCHOOL, '2026-04-02', { answer: 'partial' });
  return race.at('2026-04-02 12:00').act(part).act(VOID).at('2026-04-10 12:00');
};
const askedAnew = () => isVoid().act(rung('2026-04-10'));
const sentOn = (race: Race) => race.open.agencies.find(({ agency }) => agency === SCHOOL)?.sent?.on;

describe('R3, R8: what an agency had answered before a void', () => {
  it('holds no later day of the next asking', () => {
    expect(sentOn(askedAnew().act(askedOn('2026-04-08')))).toBe('2026-04-08');
  });

  it('which is held by what it has answered since', () => {
    const race = askedAnew()
      .act(answer(SCHOOL, '2026-04-10', { answer: 'partial' }))
      .at('2026-04-14 12:00');
    expect(race.refused(askedOn('2026-04-13'))).toMatchObject({
      code: 'SentCorrectionContradictsReturn',
      answeredOn: '2026-04-10',
    });
  });

  it('is put right to a day before that asking', () => {
    expect(askedAnew().act(answeredOn('2026-04-01')).of('ReturnCorrected')).toHaveLength(1);
    const since = askedAnew().act(answer(SCHOOL, '2026-04-10', { answer: 'partial' }));
    expect(since.refusal({ ...answeredOn('2026-04-09'), number: 2 } as CommandBody)).toBe(
      'AnsweredBeforeAsked',
    );
  });

  it('keeps no request from being void that comes back from every address, also once it is sent again', () => {
    const back = isVoid().sent(SCHOOL).act(BOUNCE);
    expect(back.of('RequestVoided').at(-1)?.body).toMatchObject({ round: 2, cause: 'everyAddressBounced' });
    const again = isVoid().sent(SCHOOL).at('2026-04-13 12:00').send([SCHOOL]).act(BOUNCE);
    expect(again.of('RequestVoided')).toHaveLength(2);
  });

  it('and the day of a mail that comes back is not kept by it', () => {
    // Mailed and rung on the next day; of the mail the case hears last, and then it comes back.
    const race = isVoid().send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted', { round: 2 });
    race.at('2026-04-13 12:00').act(rung('2026-04-13')).hear(report);
    expect(sentOn(race)).toBe('2026-04-10');
    expect(sentOn(race.act(BOUNCE))).toBe('2026-04-13');
  });

  it('but one that has answered in full since need not be asked again', () => {
    const race = isVoid().act(answer(SCHOOL, '2026-04-10')).sent(SCHOOL).act(BOUNCE);
    expect(race.of('RequestVoided')).toHaveLength(1);
  });
});
