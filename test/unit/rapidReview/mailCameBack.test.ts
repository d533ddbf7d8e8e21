// A scoping request whose mail came back from every address, and that went another way too (R3, R7, R8; docs/adr/0028): the mail asked
// nobody, so its day dates nothing and stands in the way of no correction.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CorrectRequestSent } from '../../../domain/rapidReview/scoping/commands';
import { answer, Race, SCHOOL } from './race';
import { CONTACT, REASON } from './story';

type Way = CorrectRequestSent['channel'];
const correct = (on: string, channel?: Way): CorrectRequestSent => ({
  kind: 'correctRequestSent',
  agency: SCHOOL,
  on: civilDate(on),
  ...(channel === undefined ? {} : { channel }),
  reason: REASON,
});
const bounce = (contact = CONTACT(SCHOOL)) => ({ kind: 'recordBounce', agency: SCHOOL, contact }) as const;
const dispatch = (race: Race) => race.line('scopingDispatch', SCHOOL);
const due = (race: Race) => race.line('agencyReturn', SCHOOL).due;
const sent = (race: Race) => race.open.agencies[0]?.sent;
const REMINDED = CONTACT(SCHOOL, 9);

/** Mailed on Wednesday 1 April, the last day, to so many; rung on the day after, and only then it is heard that the mail had gone. */
const rung = ({ rulesVersion, addresses = 1 }: { rulesVersion?: number; addresses?: number } = {}) => {
  const race = new Race().received({
    agencies: [SCHOOL],
    ...(rulesVersion === undefined ? {} : { rulesVersion }),
  });
  race.at('2026-04-01 16:00').send([SCHOOL], addresses);
  const report = race.report(SCHOOL, 'accepted');
  const on = civilDate('2026-04-02');
  const contacts = [CONTACT(SCHOOL), REMINDED];
  race.at('2026-04-02 10:00');
  race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts });
  return { race: race.at('2026-04-02 12:00'), report };
};
const heard = (options: Parameters<typeof rung>[0] = {}) => {
  const { race, report } = rung(options);
  return race.hear(report);
};

describe('R3, R8: the mail was first, and comes back', () => {
  it('the agency was asked when it was rung: the miss stands, its dates run from then, and it is told', () => {
    const race = heard();
    expect(dispatch(race)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(due(race)).toBe('2026-04-10');
    race.act(bounce());
    expect(race.of('RequestVoided')).toEqual([]);
    expect(race.of('RequestSentCorrected').at(-1)?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-01',
      on: '2026-04-02',
      mailCameBack: true,
    });
    expect(dispatch(race)).toMatchObject({ status: 'missed', due: '2026-04-01', doneOn: '2026-04-02' });
    expect(due(race)).toBe('2026-04-13');
    expect(race.of('AgencyToldOfDates').at(-1)?.body.moves).toContainEqual(
      expect.objectContaining({ was: '2026-04-10', due: '2026-04-13' }),
    );
  });

  it('not before no address is left; who is there to be reminded alone was not mailed', () => {
    const reminded = { ...bounce(REMINDED), mailed: true } as const;
    const race = heard({ addresses: 2 }).act(reminded).act(bounce());
    expect(sent(race)).toMatchObject({ on: '2026-04-01', mailedOn: '2026-04-01' });
    expect(sent(race.act(bounce(CONTACT(SCHOOL, 2))))).toEqual({ on: '2026-04-02', channel: 'telephone' });
  });

  it('then its day stands against no correction', () => {
    const race = heard().act(bounce()).at('2026-04-08 10:00');
    expect(race.refusal(correct('2026-04-02'))).toBe('SentCorrectionChangesNothing');
    race.act(correct('2026-04-07'));
    expect(due(race)).toBe('2026-04-14');
    // Nor where the request was answered, and stood by that.
    const mailed = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-04-01 16:00')
      .sent(SCHOOL);
    mailed.at('2026-04-07 12:00').act(answer(SCHOOL, '2026-04-07')).act(bounce());
    expect(mailed.refusal(correct('2026-04-02'))).toBe('RequestSentByMail');
    expect(sent(mailed.act(correct('2026-04-02', 'telephone')))).toMatchObject({ on: '2026-04-02' });
  });

  it('told again it says nothing, nor where it comes back before it is heard of', () => {
    const { race, report } = rung();
    const before = race.hear(report).act(bounce()).events.length;
    expect(race.hear(report).events).toHaveLength(before);
    const other = rung();
    other.race.act(bounce()).hear(other.report);
    expect(sent(other.race)).toEqual({ on: '2026-04-02', channel: 'telephone' });
    expect(other.race.of('RequestSentCorrected')).toEqual([]);
  });

  it('one that is sent again since dates it like any other, and does not come back with the first', () => {
    const { race, report } = rung();
    race.hear(report).act(bounce()).act(correct('2026-04-02', 'paper'));
    race.send([SCHOOL]);
    expect(race.open.agencies[0]?.request).toMatchObject({ cameBack: { sending: 1, on: '2026-04-01' } });
    race.at('2026-04-08 10:00').act(correct('2026-04-08'));
    race.hear(race.report(SCHOOL, 'accepted', { sending: 2, acceptedAt: report.acceptedAt ?? race.now }));
    expect(sent(race)).toMatchObject({ on: '2026-04-01', mailedOn: '2026-04-01', otherwiseOn: '2026-04-08' });
  });

  it('an answer from before they were rung came of the mail', () => {
    const race = heard()
      .act(answer(SCHOOL, '2026-04-01', { answer: 'partial' }))
      .act(bounce());
    expect(sent(race)).toMatchObject({ on: '2026-04-01' });
    expect(race.refusal(correct('2026-04-02', 'paper'))).toBe('SentCorrectionContradictsReturn');
  });

  it('where that answer is none, or came later, they were asked when they were rung after all', () => {
    for (const on of [undefined, civilDate('2026-04-02')]) {
      const race = heard()
        .act(answer(SCHOOL, '2026-04-01', { answer: 'partial' }))
        .act(bounce());
      const right = on === undefined ? {} : { on };
      race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, ...right, reason: REASON });
      expect(sent(race)).toMatchObject({ on: '2026-04-02', channel: 'telephone' });
      expect(dispatch(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
      expect(due(race)).toBe('2026-04-13');
    }
  });

  it('also where that answer is heard of only after the mail came back: the mail had arrived', () => {
    const race = heard().act(bounce());
    expect(dispatch(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
    expect(race.refusal(answer(SCHOOL, '2026-03-31'))).toBe('AnsweredBeforeAsked');
    race.act(answer(SCHOOL, '2026-04-01', { answer: 'partial' }));
    expect(race.of('RequestSentCorrected').at(-1)?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-02',
      on: '2026-04-01',
      mailAnswered: true,
    });
    expect(dispatch(race)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(due(race)).toBe('2026-04-10');
    const before = heard()
      .act(answer(SCHOOL, '2026-04-01', { answer: 'partial' }))
      .act(bounce());
    expect(sent(race)).toEqual(sent(before));
    // Or its day is put right to one before they were rung, and back.
    const right = (on: string) =>
      ({ kind: 'correctReturn', agency: SCHOOL, number: 1, on: civilDate(on), reason: REASON }) as const;
    const corrected = heard()
      .act(bounce())
      .act(answer(SCHOOL, '2026-04-02', { answer: 'partial' }));
    expect(sent(corrected.act(right('2026-04-01')))).toEqual(sent(before));
    expect(sent(corrected.act(right('2026-04-02')))).toEqual({ on: '2026-04-02', channel: 'telephone' });
  });

  it('in cases of before the twenty-sixth version of the rules no answer comes before they were rung', () => {
    const race = heard({ rulesVersion: 25 }).act(bounce());
    expect(race.refusal(answer(SCHOOL, '2026-04-01'))).toBe('AnsweredBeforeAsked');
  });

  it('of two that came back the day of the first is kept: asked by that alone, nobody was', () => {
    const race = heard().act(bounce()).at('2026-04-07 10:00').send([SCHOOL]);
    race.hear(race.report(SCHOOL, 'accepted', { sending: 2 })).act(bounce());
    expect(race.open.agencies[0]?.request?.cameBack).toEqual({ sending: 2, on: '2026-04-01' });
    expect(race.act(correct('2026-04-01')).of('RequestVoided')).toHaveLength(1);
  });

  it('whose day was that of the telephone too, is put right to it, and then nothing comes back', () => {
    const race = heard().act(correct('2026-04-01', 'telephone'));
    expect(race.of('RequestSentCorrected').at(-1)?.body).toMatchObject({ channel: 'telephone' });
    expect(sent(race.act(bounce()))).toEqual({ on: '2026-04-01', channel: 'telephone' });
  });
});

describe('R3, R8: it turns out to have gone by that mail alone', () => {
  /** The mail goes on Thursday 2 April, a day late; said to have been rung the day before, and the mail comes back. */
  const mailed = () =>
    new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-04-02 10:00')
      .sent(SCHOOL)
      .act(correct('2026-04-01', 'telephone'))
      .act(bounce());

  it('the request is void, and due again', () => {
    const race = mailed();
    expect(race.of('RequestVoided')).toEqual([]);
    race.act(correct('2026-04-02'));
    expect(race.of('RequestVoided').map(({ body }) => body)).toEqual([
      { agency: SCHOOL, round: 1, cause: 'everyAddressBounced' },
    ]);
    expect(dispatch(race)).toMatchObject({ status: 'missed', due: '2026-04-01' });
    expect(dispatch(race).doneOn).toBeUndefined();
    expect(race.send([SCHOOL]).last.body).toMatchObject({ round: 2 });
  });

  it('not where it was answered, nor where it is another mail, which arrived', () => {
    const answered = mailed().act(answer(SCHOOL, '2026-04-02')).act(correct('2026-04-02'));
    expect(answered.of('RequestVoided')).toEqual([]);
    // Until that answer is none.
    answered.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON });
    expect(answered.of('RequestVoided')).toHaveLength(1);
    const again = mailed().send([SCHOOL]);
    again.hear(again.report(SCHOOL, 'accepted', { sending: 2 })).act(correct('2026-04-02'));
    expect(sent(again)).toMatchObject({ on: '2026-04-02', channel: 'mail' });
    expect(again.of('RequestVoided')).toEqual([]);
  });
});
