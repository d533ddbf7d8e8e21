// A scoping request that is mailed again, to another address, and whose first mail then comes back (R3, R8): it asked nobody, so the
// request counts from the mail that stands, in whichever order the two are heard of.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { MailOfRequest } from '../../../domain/rapidReview/scoping/commands';
import type { ContactAbove } from '../../../domain/rapidReview/scoping/state';
import type { ContactId } from '../../../domain/timetable/facts';
import { answer, Race, SCHOOL } from './race';
import { CONTACT, london, REASON } from './story';

const [LEAD, OTHER] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2)];
const FIRST: MailOfRequest = { round: 1, sending: 1, at: london('2026-03-31 10:00'), to: [LEAD] };
const SECOND: MailOfRequest = { round: 1, sending: 2, at: london('2026-04-02 10:00'), to: [OTHER] };
const bounce = (contact = LEAD, mails: readonly MailOfRequest[] = [FIRST, SECOND]) =>
  ({ kind: 'recordBounce', agency: SCHOOL, contact, mails }) as const;
const sent = (race: Race) => race.open.agencies[0]?.sent;

/** Mailed on Tuesday 31 March, and to another on Thursday 2 April, the day after the last. */
const again = (rules: { readonly rulesVersion?: number } = {}, addresses = 1) => {
  const race = new Race().received({ agencies: [SCHOOL], ...rules });
  race.at('2026-03-31 10:00').send([SCHOOL], addresses).hear(race.report(SCHOOL, 'accepted'));
  race.at('2026-04-02 10:00');
  race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [OTHER] }] });
  return race.hear(race.report(SCHOOL, 'accepted', { sending: 2 })).at('2026-04-07 10:00');
};

describe('R3: the first mail comes back, and the second stands', () => {
  it('the request counts from the second: the miss stands, its dates run from then, and the agency is told', () => {
    const race = again();
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-03-31' });
    race.act(bounce());
    expect(sent(race)).toEqual({ on: '2026-04-02', channel: 'mail', mailedOn: '2026-04-02' });
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({
      status: 'missed',
      due: '2026-04-01',
      doneOn: '2026-04-02',
    });
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-13');
    expect(race.of('AgencyToldOfDates').at(-1)?.body.moves).toContainEqual(
      expect.objectContaining({ was: '2026-04-09', due: '2026-04-13' }),
    );
    // And where that comes back too, it has reached nobody.
    expect(race.act(bounce(OTHER)).of('RequestVoided')).toHaveLength(1);
  });

  it('as where the second was sent once the first was void', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .sent(SCHOOL);
    race.at('2026-04-02 10:00').act(bounce());
    race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [OTHER] }] });
    race.hear(race.report(SCHOOL, 'accepted', { round: 2 }));
    expect(sent(race)).toEqual(sent(again().act(bounce())));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
  });

  it('not before it has come back from every address that it went to', () => {
    const third = CONTACT(SCHOOL, 3);
    const mails = [{ ...FIRST, to: [LEAD, third] }, SECOND];
    const race = again({}, 3).act(bounce(LEAD, mails));
    expect(sent(race)).toMatchObject({ on: '2026-03-31' });
    expect(sent(race.act(bounce(third, mails)))).toMatchObject({ on: '2026-04-02' });
  });

  it('also where one of those is mailed again before it comes back from the other', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL], 2);
    const first = { ...FIRST, to: [LEAD, OTHER] };
    race
      .hear(race.report(SCHOOL, 'accepted'))
      .act(bounce(LEAD, [first]))
      .at('2026-04-02 10:00');
    race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [LEAD] }] });
    race.hear(race.report(SCHOOL, 'accepted', { sending: 2 }));
    race.act(bounce(OTHER, [first, { ...SECOND, to: [LEAD] }]));
    expect(sent(race)).toMatchObject({ on: '2026-04-02' });
  });

  it('and nothing of what is void, whoever of those that it came back from stands above since', () => {
    const [deputy, third] = [CONTACT(SCHOOL, 7), CONTACT(SCHOOL, 3)];
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL]);
    race.hear(race.report(SCHOOL, 'accepted'));
    const mails = [FIRST, { ...SECOND, to: [deputy] }];
    const send = (contact: ContactId, above: readonly ContactAbove[] = []) =>
      race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [contact], above }] });
    send(deputy);
    race.at('2026-04-02 10:00').act(bounce(deputy, mails));
    send(third, [{ contact: deputy, level: 'deputy' }]);
    race.act(bounce(third, mails)).act(bounce(LEAD, mails));
    expect(race.of('RequestVoided')).toHaveLength(1);
    expect(race.of('RequestSentCorrected')).toEqual([]);
  });

  it('nor where no other mail of this asking is known to have gone', () => {
    const before = { ...SECOND, round: 0 };
    for (const mails of [[FIRST], [FIRST, before], []])
      expect(sent(again().act(bounce(LEAD, mails)))).toMatchObject({ on: '2026-03-31' });
  });

  it('nor where the agency answered before the second, whenever that is heard of: the first had arrived', () => {
    const partly = answer(SCHOOL, '2026-04-01', { answer: 'partial' });
    const never = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
    const first = { on: '2026-03-31', channel: 'mail', mailedOn: '2026-04-02' };
    for (const race of [again().act(partly).act(bounce()), again().act(bounce()).act(partly)]) {
      expect(sent(race)).toEqual(first);
      expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-03-31' });
      expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-09');
      // And where that answer is none, it was asked by the second after all.
      expect(sent(race.act(never))).toEqual(sent(again().act(bounce())));
      expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
      expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-13');
      expect(race.refusal(answer(SCHOOL, '2026-03-30'))).toBe('AnsweredBeforeAsked');
    }
  });

  it('and what the mail server says of the first is no news any more', () => {
    const race = again();
    const report = race.report(SCHOOL, 'accepted', { acceptedAt: FIRST.at });
    race.act(bounce()).act({
      kind: 'correctRequestSent',
      agency: SCHOOL,
      on: civilDate('2026-04-01'),
      channel: 'telephone',
      reason: REASON,
    });
    expect(sent(race.hear(report))).toMatchObject({ on: '2026-04-01', channel: 'telephone' });
  });

  it('and where it went another way that counts on', () => {
    const race = again();
    race.act({
      kind: 'correctRequestSent',
      agency: SCHOOL,
      on: civilDate('2026-03-31'),
      channel: 'telephone',
      reason: REASON,
    });
    expect(sent(race.act(bounce()))).toMatchObject({ on: '2026-03-31', channel: 'telephone' });
  });

  it('in cases of before the twenty-sixth version of the rules the day stays', () => {
    const race = again({ rulesVersion: 25 }).act(bounce());
    expect(sent(race)).toMatchObject({ on: '2026-03-31' });
    expect(race.of('RequestSentCorrected')).toEqual([]);
  });
});

describe('R3, R8: the first mail comes back, the second stands, and the agency was rung after both', () => {
  const partly = answer(SCHOOL, '2026-04-01', { answer: 'partial' });
  const never = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
  const rung = (rules: { readonly rulesVersion?: number } = {}) => {
    const race = new Race().received({ agencies: [SCHOOL], ...rules });
    const first = race.at('2026-03-31 10:00').send([SCHOOL]).report(SCHOOL, 'accepted');
    const on = civilDate('2026-04-07');
    race.at('2026-04-07 10:00');
    race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts: [] });
    return race.hear(first);
  };
  const mailedOther = (race: Race) => {
    race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [OTHER] }] });
    return race.hear(race.report(SCHOOL, 'accepted', { sending: 2, acceptedAt: SECOND.at }));
  };

  it('an answer from before the second that turns out to be none leaves it to the second, and then to the telephone', () => {
    const race = mailedOther(rung().act(bounce(LEAD, [FIRST])));
    const before = sent(race);
    expect(before).toMatchObject({ on: '2026-04-02', mailedOn: '2026-04-02', otherwiseOn: '2026-04-07' });
    expect(sent(race.act(partly))).toMatchObject({ on: '2026-03-31' });
    expect(sent(race.act(never))).toEqual(before);
    expect(sent(race.act(bounce(OTHER, [FIRST, SECOND])))).toEqual({
      on: '2026-04-07',
      channel: 'telephone',
    });
  });

  it('in cases of before the twenty-sixth version of the rules to the telephone at once', () => {
    const ofAnswerFirst = (rules = {}) => mailedOther(rung(rules).act(partly).act(bounce())).act(never);
    expect(sent(ofAnswerFirst())).toMatchObject({ on: '2026-04-02' });
    expect(sent(ofAnswerFirst({ rulesVersion: 25 }))).toMatchObject({ on: '2026-04-07' });
  });
});
