// What agencies answer (table of obligations: agencyReturn; R5, R7, R8): which answers stop the clock, how late is late,
// what is sent back, and what is refused.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { AGENCY, REASON, Story } from './story';
import { COUNCIL, POLICE, Race, SCHOOL, answer, row } from './race';

const asked = () => new Race().received().asked();

describe('R5: an answer stops the clock of its agency', () => {
  it.each(['full', 'nil', 'notKnown', 'wrongOrganisation'] as const)('%s', (given) => {
    const race = asked()
      .at('2026-04-07 12:00')
      .act(answer(SCHOOL, '2026-04-07', { answer: given }));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({
      status: 'met',
      due: '2026-04-09',
      doneOn: '2026-04-07',
      workingDaysEarly: 2,
    });
    expect(race.line('agencyReturn', POLICE).status).toBe('open');
  });

  it('a partial return does not: the date stands, reminders go on, and the full one still follows', () => {
    const race = asked()
      .at('2026-04-07 12:00')
      .act(answer(SCHOOL, '2026-04-07', { answer: 'partial' }));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-09' });
    race.at('2026-04-08 12:00').act(answer(SCHOOL, '2026-04-08'));
    expect(race.reminders(SCHOOL).at(-1)).toContain('2026-04-08 09:00');
    expect(race.of('ReturnReceived').map(({ body }) => [body.number, body.answer])).toEqual([
      [1, 'partial'],
      [2, 'full'],
    ]);
    expect(race.line('agencyReturn', SCHOOL).status).toBe('met');
  });

  it.each(['api', 'telephone', 'paper', 'secureMail'] as const)(
    'however it came: by %s, with what was written in the dossier',
    (how) => {
      const race = asked().at('2026-04-07 12:00');
      race.act(answer(SCHOOL, '2026-04-07', { how, content: row('return') }));
      expect(race.of('ReturnReceived')[0]?.body).toEqual({
        agency: SCHOOL,
        number: 1,
        answer: 'full',
        how,
        on: '2026-04-07',
        content: 'c9.return',
      });
    },
  );

  it('by the link: the agency has a receipt, and of an answer in any other way it has none', () => {
    const race = asked().at('2026-04-07 12:00');
    race.act(answer(SCHOOL, '2026-04-07', { answer: 'nil', how: 'link', by: row('by') }));
    race.act(answer(POLICE, '2026-04-07', { answer: 'nil', how: 'telephone' }));
    expect(race.mails('answerReceived')).toEqual([`answerReceived/${SCHOOL}/1`]);
    expect(race.of('ReturnReceived')[0]?.body).toMatchObject({ how: 'link', note: 'c9.by' });
    expect(race.notices.at(-1)?.body).toEqual({
      kind: 'answerReceived',
      agency: SCHOOL,
      number: 1,
      answer: 'nil',
      on: '2026-04-07',
    });
  });

  it.each([
    ['2026-04-09', 'met', 0],
    ['2026-04-10', 'missed', -1],
    ['2026-04-11', 'missed', -2],
    ['2026-04-14', 'missed', -3],
  ])('answered on %s it is %s, by %i working days', (on, status, workingDaysEarly) => {
    const race = asked().at(`${on} 12:00`).act(answer(SCHOOL, on));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status, workingDaysEarly, doneOn: on });
  });

  it('after midnight it is late, and its miss is recorded before it', () => {
    const race = asked().at('2026-04-10 00:00').act(answer(SCHOOL, '2026-04-10'));
    const kinds = race.events.map(({ kind, body }) => ('key' in body ? `${kind} ${body.key}` : kind));
    const missed = kinds.indexOf(`ObligationMissed agencyReturn:${SCHOOL}`);
    expect(missed).toBeGreaterThan(0);
    expect(kinds.indexOf('ReturnReceived')).toBeGreaterThan(missed);
    expect(kinds.indexOf(`ObligationMet agencyReturn:${SCHOOL}`)).toBeGreaterThan(missed);
  });

  it('late may be explained, more than once; what is not missed has nothing to explain', () => {
    const race = asked().at('2026-04-10 12:00');
    const key = `agencyReturn:${SCHOOL}`;
    race.act({ kind: 'explainLateness', key, reason: REASON });
    race.act({ kind: 'explainLateness', key, reason: row('more') });
    expect(race.of('LatenessExplained').map(({ body }) => body)).toEqual([
      { key, reason: REASON },
      { key, reason: 'c9.more' },
    ]);
    expect(race.refused({ kind: 'explainLateness', key: 'meeting', reason: REASON })).toEqual({
      code: 'NotMissed',
      key: 'meeting',
    });
  });
});

describe('R8: what was recorded of an answer and was not so', () => {
  it('a date mistyped is corrected, and nobody carries a false breach', () => {
    const race = asked().at('2026-04-10 12:00').act(answer(SCHOOL, '2026-04-10'));
    race.act({
      kind: 'correctReturn',
      agency: SCHOOL,
      number: 1,
      on: civilDate('2026-04-09'),
      reason: REASON,
    });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-09' });
    expect(race.of('ReturnCorrected')[0]?.body).toMatchObject({ was: '2026-04-10', on: '2026-04-09' });
    expect(race.mails('answerByMistake')).toEqual([]);
    expect(race.of('ObligationMissed').some(({ body }) => body.key === `agencyReturn:${SCHOOL}`)).toBe(true);
  });

  it('sent back it counts as partial from then on: open again, and the agency is told that something is missing', () => {
    const race = asked().returned('2026-04-07', SCHOOL);
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: row('missing') });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-09' });
    expect(race.mails('returnSentBack')).toEqual([`returnSentBack/${SCHOOL}/1`]);
    race.at('2026-04-08 12:00');
    expect(race.reminders(SCHOOL).at(-1)).toContain('agencyReturn oneBefore');
    race.act(answer(SCHOOL, '2026-04-08'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
  });

  it('sent back after its day it is late after all', () => {
    const race = asked().returned('2026-04-09', SCHOOL).at('2026-04-13 12:00');
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: row('missing') });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    expect(race.of('OutcomeRestated').at(-1)?.body).toMatchObject({
      was: { kind: 'met', on: '2026-04-09' },
      now: { kind: 'missed', due: '2026-04-09' },
    });
    race.at('2026-04-14 12:00');
    expect(race.briefings().at(-1)).toContain(`missed agencyReturn:${SCHOOL}`);
  });

  it('accepted changes no date', () => {
    const race = asked().returned('2026-04-07', SCHOOL);
    race.act({ kind: 'acceptReturn', agency: SCHOOL, number: 1 });
    expect(race.last.kind).toBe('ReturnAccepted');
    expect(race.line('agencyReturn', SCHOOL).doneOn).toBe('2026-04-07');
  });
});

describe('an answer that was accepted', () => {
  const accepted = () =>
    new Race()
      .received()
      .asked()
      .returned('2026-04-07', SCHOOL)
      .act({ kind: 'acceptReturn', agency: SCHOOL, number: 1 });
  const back: CommandBody = { kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON };

  it('is sent back all the same, where something is seen to be missing later: the agency answers again', () => {
    const race = accepted().at('2026-04-08 12:00').act(back);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-09' });
    expect(race.mails('returnSentBack')).toEqual([`returnSentBack/${SCHOOL}/1`]);
    race.act(answer(SCHOOL, '2026-04-08'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
  });

  it('is sent back once, and is then not accepted any more', () => {
    const race = accepted().act(back);
    for (const again of [back, { kind: 'acceptReturn', agency: SCHOOL, number: 1 } as const])
      expect(race.refused(again)).toMatchObject({ code: 'ReturnAlreadyJudged', judged: 'sentBack' });
  });
});

describe('R22: nothing that is reported is turned away', () => {
  it('asked the wrong organisation: the right one is proposed until it is added', () => {
    const race = asked().at('2026-04-02 12:00');
    race.act(
      answer(SCHOOL, '2026-04-02', { answer: 'wrongOrganisation', askInstead: { agency: AGENCY(7) } }),
    );
    expect(race.open.proposals).toMatchObject([{ by: SCHOOL, agency: AGENCY(7) }]);
    race.act({ kind: 'addAgency', agency: AGENCY(7) });
    expect(race.open.proposals).toEqual([]);
    expect(race.line('scopingDispatch', AGENCY(7)).due).toBe('2026-04-07');
  });

  it('one that is in no register is proposed by a name in the dossier, and may be declined', () => {
    const race = asked().at('2026-04-02 12:00');
    const askInstead = { named: row('organisation') };
    race.act(answer(SCHOOL, '2026-04-02', { answer: 'wrongOrganisation', askInstead }));
    const { number: proposal } = race.of('AgencyProposed')[0] ?? { number: 0 };
    expect(race.of('AgencyProposed')[0]?.body).toEqual({ by: SCHOOL, note: 'c9.organisation' });
    race.act({ kind: 'declineProposal', proposal, reason: REASON });
    expect(race.open.proposals).toEqual([]);
    expect(race.refusal({ kind: 'declineProposal', proposal, reason: REASON })).toBe('NoSuchProposal');
  });

  it('one that was proposed by its name is settled by the agency that is added for it, and by no other', () => {
    const race = asked().at('2026-04-02 12:00');
    for (const by of [SCHOOL, POLICE])
      race.act(answer(by, '2026-04-02', { answer: 'wrongOrganisation', askInstead: { named: row('name') } }));
    const [first, second] = race.of('AgencyProposed').map(({ number }) => number);
    const add = { kind: 'addAgency', agency: AGENCY(7) } as const;
    expect(race.refused({ ...add, proposal: 1 })).toEqual({ code: 'ProposalNotOpen', proposal: 1 });
    race.act({ ...add, ...(first === undefined ? {} : { proposal: first }) });
    expect(race.of('AgencyIdentified').at(-1)?.body).toMatchObject({ agency: AGENCY(7), proposal: first });
    expect(race.open.proposals.map(({ proposal }) => proposal)).toEqual([second]);
    const again = { ...add, agency: AGENCY(8), ...(first === undefined ? {} : { proposal: first }) };
    expect(race.refusal(again)).toBe('ProposalNotOpen');
    race.act({ ...add, agency: AGENCY(8) });
    expect(race.open.proposals).toHaveLength(1);
  });

  it('one that is on the case already is proposed to nobody', () => {
    const race = asked().at('2026-04-02 12:00');
    race.act(answer(SCHOOL, '2026-04-02', { answer: 'wrongOrganisation', askInstead: { agency: POLICE } }));
    expect(race.open.proposals).toEqual([]);
  });
});

describe('what is refused of answers, with nothing changed', () => {
  const on = civilDate('2026-04-08');
  const judged = { agency: SCHOOL, number: 1 } as const;

  it.each([
    ['an agency that is not on the case', answer(AGENCY(9), '2026-04-08'), 'AgencyNotOnCase'],
    ['an answer of tomorrow', answer(POLICE, '2026-04-09'), 'AnsweredInFuture'],
    ['an answer before the request went', answer(POLICE, '2026-03-30'), 'AnsweredBeforeAsked'],
    ['a second answer', answer(SCHOOL, '2026-04-08'), 'AgencyAlreadyAnswered'],
    [
      'somebody to ask instead, by an agency that has records',
      answer(POLICE, '2026-04-08', { askInstead: { agency: COUNCIL } }),
      'InsteadOnlyForWrongOrganisation',
    ],
    ['judging what there is not', { kind: 'acceptReturn', agency: POLICE, number: 1 }, 'NoSuchReturn'],
    ['judging one of no agency', { kind: 'acceptReturn', agency: AGENCY(9), number: 1 }, 'AgencyNotOnCase'],
    ['judging twice', { kind: 'acceptReturn', ...judged }, 'ReturnAlreadyJudged'],
    [
      'correcting nothing',
      { kind: 'correctReturn', ...judged, on, reason: REASON },
      'ReturnCorrectionChangesNothing',
    ],
    [
      'correcting to the future',
      { kind: 'correctReturn', ...judged, on: civilDate('2026-04-09'), reason: REASON },
      'AnsweredInFuture',
    ],
    [
      'correcting what there is not',
      { kind: 'correctReturn', agency: SCHOOL, number: 2, on, reason: REASON },
      'NoSuchReturn',
    ],
    [
      'correcting one of no agency',
      { kind: 'correctReturn', agency: AGENCY(9), number: 1, on, reason: REASON },
      'AgencyNotOnCase',
    ],
  ] as const)('%s', (_what, command, code) => {
    const race = asked()
      .returned('2026-04-08', SCHOOL)
      .act({ kind: 'acceptReturn', ...judged });
    expect(race.refusal(command)).toBe(code);
  });

  it('an answer of an agency that was never asked', () => {
    const race = new Race().received().at('2026-03-31 10:00').sent(POLICE);
    expect(race.refusal(answer(SCHOOL, '2026-03-31'))).toBe('RequestNotMade');
  });
});

describe('R22: an answer that comes before word of the mail', () => {
  it('is taken, because it shows that the request arrived', () => {
    const story = new Story().opened('2026-03-30 16:20', { agencies: [AGENCY(1)] });
    story.at('2026-03-31 10:00').send([AGENCY(1)]);
    story.act({
      kind: 'recordReturn',
      agency: AGENCY(1),
      answer: 'nil',
      how: 'telephone',
      on: civilDate('2026-03-31'),
    });
    expect(story.open.agencies[0]?.returns).toHaveLength(1);
    story.hear(story.report(AGENCY(1), 'accepted'));
    expect(story.line('agencyReturn', AGENCY(1))).toMatchObject({ status: 'met', doneOn: '2026-03-31' });
  });
});
