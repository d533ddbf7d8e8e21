// An answer by which alone a request stood whose mail had come back, and that turns out to be none once the case has ended (R3, R8, R20): as
// the case goes on, the request has reached nobody, as where that is heard of before.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { answer, Race, SCHOOL, WITHDRAWAL } from './race';
import { CONTACT, REASON } from './story';

const bounce = { kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) } as const;
const never = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
const undo = { kind: 'undoWithdrawal', reason: REASON } as const;

/** Mailed on Tuesday 31 March; answered, as it seemed, and the mail came back. */
const boundBack = (rules: { readonly rulesVersion?: number } = {}) => {
  const race = new Race()
    .received({ agencies: [SCHOOL], ...rules })
    .at('2026-03-31 10:00')
    .sent(SCHOOL);
  return race.at('2026-04-02 10:00').act(answer(SCHOOL, '2026-04-01')).act(bounce);
};

describe('R3, R8, R20: a request that reached nobody after all', () => {
  it('is void as the case goes on, and due again', () => {
    const race = boundBack().act(WITHDRAWAL).act(never);
    expect(race.of('RequestVoided')).toEqual([]);
    race.act(undo);
    expect(race.of('RequestVoided').map(({ body }) => body)).toEqual([
      { agency: SCHOOL, round: 1, cause: 'everyAddressBounced' },
    ]);
    const before = boundBack().act(never);
    for (const obligation of ['scopingDispatch', 'agencyReturn'])
      expect(race.line(obligation, SCHOOL)).toEqual(before.line(obligation, SCHOOL));
  });

  it('stands where the answer does, or it went another way', () => {
    expect(boundBack().act(WITHDRAWAL).act(undo).of('RequestVoided')).toEqual([]);
    const rung = { kind: 'correctRequestSent', agency: SCHOOL, on: civilDate('2026-04-01') } as const;
    const race = boundBack().act({ ...rung, channel: 'telephone', reason: REASON });
    expect(race.act(WITHDRAWAL).act(never).act(undo).of('RequestVoided')).toEqual([]);
  });

  it('stands where the answer was sent back, as it would had the case never ended', () => {
    const race = boundBack().act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    expect(race.act(WITHDRAWAL).act(undo).of('RequestVoided')).toEqual([]);
  });

  it('in cases of before the twenty-sixth version of the rules stands all the same', () => {
    const race = boundBack({ rulesVersion: 25 }).act(WITHDRAWAL).act(never).act(undo);
    expect(race.of('RequestVoided')).toEqual([]);
  });
});
