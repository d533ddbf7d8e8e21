// An answer that an agency never gave, recorded on the wrong case or of the wrong agency, is taken back: it stops nothing any more, the
// agency hears that it owes its own, and nothing that the answer brought with it stays (R8, R22).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { RecordReturn } from '../../../domain/rapidReview/returns/commands';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { answer, BOARD, COUNCIL, decision, OF_AGENCY, POLICE, Race, row, SCHOOL, WITHDRAWAL } from './race';
import { AGENCY, CONTACT, REASON } from './story';
import { lastItem, told } from './tellings';

const never = (number = 1, agency = SCHOOL): CommandBody => ({
  kind: 'correctReturn',
  agency,
  number,
  reason: REASON,
});
const sendBack: CommandBody = { kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: row('missing') };
const bounce: CommandBody = { kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) };
const partly = answer(SCHOOL, '2026-04-01', { answer: 'partial' });
const resend = (contact: ReturnType<typeof CONTACT>): CommandBody => ({
  kind: 'sendScopingRequests',
  agencies: [{ agency: SCHOOL, contacts: [contact] }],
});
const declareVoid: CommandBody = { kind: 'voidRequest', agency: SCHOOL, reason: REASON };
const undo: CommandBody = { kind: 'undoWithdrawal', reason: REASON };
/** Asked on Tuesday 31 March: the return is due on Thursday 9 April. */
const answered = (given = {}): Race =>
  new Race()
    .received()
    .asked()
    .at('2026-04-01 12:00')
    .act(answer(SCHOOL, '2026-04-01', given));
const line = `agencyReturn:${SCHOOL}`;

describe('R8: an answer that the agency never gave', () => {
  it('is owed again, with the records that it said there were none of; the agency hears that once', () => {
    const race = answered({ answer: 'nil' });
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met' });
    race.act(never());
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-09' });
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-02' });
    expect(race.of('ReturnCorrected')[0]?.body).toEqual({
      agency: SCHOOL,
      number: 1,
      was: '2026-04-01',
      reason: REASON,
    });
    expect(race.mails('answerByMistake')).toEqual([`answerByMistake/${SCHOOL}/1`]);
    race.at('2026-04-08 12:00');
    expect(race.reminders(SCHOOL).at(-1)).toContain('agencyReturn oneBefore');
  });

  it('after its day is late, and the team hears of it', () => {
    const race = answered().at('2026-04-13 12:00').act(never());
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    race.at('2026-04-14 12:00');
    expect(race.briefings().at(-1)).toContain(`missed ${line}`);
  });

  it('leaves its number to no other, and may be given; what was sent back or accepted may have been none', () => {
    const race = answered().act(sendBack).act(never()).act(answer(SCHOOL, '2026-04-01'));
    expect(race.open.agencies.find(({ agency }) => agency === SCHOOL)?.returns).toMatchObject([
      { number: 1, judged: 'recordedByMistake' },
      { number: 2 },
    ]);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    race.act({ kind: 'acceptReturn', agency: SCHOOL, number: 2 }).act(never(2));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open' });
  });

  it('leaves the one after it to count: what seemed late was not, and the team hears that', () => {
    const race = new Race().received().asked().at('2026-04-10 12:00');
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed' });
    race.act(answer(SCHOOL, '2026-04-09', { answer: 'partial' })).act(never());
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed' });
    race.act(answer(SCHOOL, '2026-04-09')).at('2026-04-30 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-13 09:00']);
    expect(lastItem(race, 'missTakenBack')).toMatchObject({ key: line });
  });

  it('is judged no further, and taken back once', () => {
    const race = answered().act(never());
    const refusal = { code: 'ReturnAlreadyJudged', agency: SCHOOL, number: 1, judged: 'recordedByMistake' };
    expect(race.refused(never())).toEqual(refusal);
    expect(race.refused(sendBack)).toEqual(refusal);
    const another: CommandBody = { ...never(), on: civilDate('2026-03-31') } as CommandBody;
    expect(race.refused(another)).toEqual(refusal);
  });

  it('keeps no request standing, nor its day, nor an agency on the case that had nothing to do with it', () => {
    const race = answered();
    expect(race.refusal(declareVoid)).toBe('RequestAnswered');
    race.act(never()).act(declareVoid);
    expect(race.refusal(answer(SCHOOL, '2026-04-01'))).toBe('RequestNotMade');
    race.act({ kind: 'removeAgency', agency: SCHOOL, reason: REASON });
    expect(race.open.agencies.map(({ agency }) => agency)).not.toContain(SCHOOL);
    expect(race.mails('answerByMistake')).toHaveLength(1);
  });

  it('held nothing off: a request of which every address came back is void after all', () => {
    const race = answered().act(bounce);
    expect(race.of('RequestVoided')).toEqual([]);
    race.act(never());
    expect(race.of('RequestVoided').at(-1)?.body).toMatchObject({ cause: 'everyAddressBounced' });
    race.at('2026-04-13 12:00');
    expect(race.misses().filter((miss) => miss.includes(line))).toEqual([]);
    // What went another way did not go by mail.
    const other = AGENCY(9);
    const byHand = new Race()
      .received()
      .act({ kind: 'addAgency', agency: other })
      .at('2026-04-01 12:00')
      .act({
        kind: 'recordRequestSent',
        agency: other,
        channel: 'telephone',
        on: civilDate('2026-04-01'),
        contacts: [CONTACT(other)],
      });
    byHand
      .act(answer(other, '2026-04-01'))
      .act({ ...bounce, agency: other, contact: CONTACT(other), mailed: true });
    expect(byHand.act(never(1, other)).of('RequestVoided')).toEqual([]);
  });

  it.each([
    ['another address was written to', (race: Race) => race.act(resend(CONTACT(SCHOOL, 2))).act(bounce)],
    ['an answer beside it stands', (race: Race) => race.act(sendBack).act(partly).act(bounce)],
    [
      'a mail server refused a re-sending alone',
      (race: Race) =>
        race
          .act(resend(CONTACT(SCHOOL)))
          .hear(race.report(SCHOOL, 'refused', { refused: [CONTACT(SCHOOL)], sending: 2 })),
    ],
    ['the case has ended', (race: Race) => race.act(bounce).act(WITHDRAWAL)],
  ] as const)('leaves the request where %s', (_what, before) => {
    const race = answered();
    before(race);
    expect(race.act(never()).of('RequestVoided')).toEqual([]);
  });

  it.each([
    [
      'came after it',
      'full',
      [],
      (race: Race) => race.at('2026-04-15 12:00').act(sendBack).act(answer(SCHOOL, '2026-04-15')),
      2,
    ],
    ['was followed in time by the one that counted', 'partial', [], (race: Race) => race, 1],
    ['counted for nothing anyway', 'partial', [SCHOOL], (race: Race) => race, 1],
  ] as const)('leaves the decision as it was where it %s', (what, given, missing, after, number) => {
    const race = new Race().received().asked().at('2026-04-08 12:00');
    race.act(answer(SCHOOL, '2026-04-08', { answer: given }));
    if (what === 'was followed in time by the one that counted') race.act(answer(SCHOOL, '2026-04-08'));
    race.returned('2026-04-08', COUNCIL, POLICE, BOARD).meetingArranged().quorate().decided();
    expect(after(race).act(never(number)).open.decisions[0]?.missingReturns).toEqual(missing);
  });

  it('is not told once the case goes on, where the agency has answered since, or an answer was sent back', () => {
    const since = answered().act(WITHDRAWAL).act(never()).act(answer(SCHOOL, '2026-04-01')).act(undo);
    const back = answered().act(sendBack).act(WITHDRAWAL).act(undo);
    for (const race of [since, back]) expect(race.mails('answerByMistake')).toEqual([]);
  });

  it('was missing at the decision that counted it, and is at one that takes its place (R16)', () => {
    const race = new Race().toDecision();
    const counted = answer(POLICE, '2026-04-08');
    expect(race.open.decisions[0]?.missingReturns).toEqual([]);
    race.act(never());
    expect(race.open.decisions[0]?.missingReturns).toEqual([SCHOOL]);
    expect(warningsOf(race.state, race.calendar)).toContainEqual({
      about: 'decidedWithout',
      on: '2026-04-14',
      agencies: [SCHOOL],
    });
    race.act(decision('2026-04-14 10:00', { insteadOf: { decision: 1, reason: REASON } }));
    expect(race.of('DecisionTaken').at(-1)?.body.missingReturns).toEqual([SCHOOL]);
    // What came after it was never counted; what had come before it the group had, though it is recorded later.
    const later = new Race().toDecision().act(never()).at('2026-04-15 12:00');
    later.act(answer(SCHOOL, '2026-04-15')).act(never(2)).act(never(1, POLICE)).act(counted);
    expect(later.open.decisions[0]?.missingReturns).toEqual([SCHOOL]);
  });

  it('is warned of beforehand where the agency sent it itself, by its link or its own account', () => {
    const warned = (how: 'link' | 'telephone' | 'ownAccount', then?: CommandBody) => {
      const race = new Race().received().asked().at('2026-04-01 12:00');
      if (how === 'ownAccount') race.by(OF_AGENCY).act(answer(SCHOOL, '2026-04-01'));
      else race.act(answer(SCHOOL, '2026-04-01', { how }));
      if (then !== undefined) race.act(then);
      const before = race.state;
      race.act(never());
      return warningsOfCorrection(before, race.state, race.events, race.calendar);
    };
    const warning = { about: 'sentByAgency', agency: SCHOOL, number: 1 };
    for (const own of ['link', 'ownAccount'] as const)
      expect(warned(own)).toContainEqual({ ...warning, canBeSentBack: true });
    const accept = { kind: 'acceptReturn', agency: SCHOOL, number: 1 } as const;
    expect(warned('link', accept)).toContainEqual({ ...warning, canBeSentBack: true });
    // Where it cannot be sent back, nobody is advised to.
    expect(warned('link', sendBack)).toContainEqual(warning);
    expect(warned('link', WITHDRAWAL)).toContainEqual(warning);
    expect(warned('telephone').map(({ about }) => about)).not.toContain('sentByAgency');
  });

  it('is told once the case goes on, where it turned out after the end', () => {
    const race = answered().at('2026-04-02 12:00');
    race.act(WITHDRAWAL).act(never());
    expect(race.mails('answerByMistake')).toEqual([]);
    race.act(undo);
    expect(race.mails('answerByMistake')).toEqual([`answerByMistake/${SCHOOL}/1`]);
    const settled = new Race().toPanel().at('2026-04-20 12:00').replied('agrees').act(never());
    settled.act({ kind: 'undoSettlement', reason: REASON });
    expect(settled.mails('answerByMistake')).toEqual([`answerByMistake/${SCHOOL}/1`]);
  });

  it('is not told as a case goes on, where the agency had heard of it before its end, or owed nothing then', () => {
    const before = answered({ answer: 'partial' }).act(declareVoid).act(never()).send([SCHOOL]);
    expect(before.act(WITHDRAWAL).act(undo).mails('answerByMistake')).toEqual([]);
    const twice = answered().act(WITHDRAWAL).act(never()).act(undo).act(WITHDRAWAL).act(undo);
    expect(twice.mails('answerByMistake')).toEqual([`answerByMistake/${SCHOOL}/1`]);
  });

  it('is not told to an agency whose other answer stands', () => {
    const race = answered({ answer: 'partial' }).act(answer(SCHOOL, '2026-04-01')).act(never());
    expect(race.mails('answerByMistake')).toEqual([]);
  });

  it('tells nobody of an agency that is not asked any more', () => {
    const race = answered({ answer: 'partial' }).act(declareVoid).act(never());
    expect(race.mails('answerByMistake')).toEqual([]);
  });

  it('keeps the day of a request from nobody who puts it right', () => {
    const other = AGENCY(9);
    const byHand = (on: string): CommandBody => ({
      kind: 'recordRequestSent',
      agency: other,
      channel: 'telephone',
      on: civilDate(on),
      contacts: [],
    });
    const right: CommandBody = {
      kind: 'correctRequestSent',
      agency: other,
      on: civilDate('2026-04-02'),
      reason: REASON,
    };
    const race = new Race().received().act({ kind: 'addAgency', agency: other }).at('2026-04-02 12:00');
    race.act(byHand('2026-03-31')).act(answer(other, '2026-04-01'));
    expect(race.refusal(right)).toBe('SentCorrectionContradictsReturn');
    race.act(never(1, other)).act(right);
    expect(race.line('agencyReturn', other)).toMatchObject({ status: 'open', due: '2026-04-13' });
  });
});

describe('R22: whom an answer named to ask instead, which the agency never gave', () => {
  const wrong = (askInstead: NonNullable<RecordReturn['askInstead']>) =>
    ({ answer: 'wrongOrganisation', askInstead }) as const;
  const proposed = (race: Race) => race.open.proposals.map(({ by, agency }) => [by, agency]);

  it('nobody has named: the proposal is gone, and that of another answer stays', () => {
    const race = answered(wrong({ named: row('who') }));
    race.act(answer(POLICE, '2026-04-01', wrong({ named: row('else') })));
    expect(proposed(race)).toHaveLength(2);
    race.act(never());
    expect(proposed(race)).toEqual([[POLICE, undefined]]);
    race.act(answer(SCHOOL, '2026-04-01', wrong({ named: row('right') })));
    expect(race.open.proposals.at(-1)).toMatchObject({ by: SCHOOL, answer: 2 });
  });

  it('by another answer of the same agency stays named', () => {
    const race = answered(wrong({ agency: AGENCY(8) })).act(sendBack);
    race.act(answer(SCHOOL, '2026-04-01', wrong({ agency: AGENCY(9) }))).act(never(2));
    expect(proposed(race)).toEqual([[SCHOOL, AGENCY(8)]]);
  });

  it('nor is it open again where the agency that was added for it was a mistake too', () => {
    const race = answered(wrong({ agency: AGENCY(9) })).act({ kind: 'addAgency', agency: AGENCY(9) });
    race.act(never()).act({ kind: 'removeAgency', agency: AGENCY(9), reason: REASON });
    expect(proposed(race)).toEqual([]);
  });
});
