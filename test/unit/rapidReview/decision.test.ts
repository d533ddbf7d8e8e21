// The decision (R15, R16): the group's duties, the threshold, each criterion answered, the outcome, who had not answered, who
// dissents; taken at a moment of the meeting, once.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { DUTIES } from '../../../domain/policy/decisionTerms';
import { SEATS } from '../../../domain/policy/policyProfile';
import { dutiesMissing } from '../../../domain/rapidReview/decision/state';
import { AGENCY, CONTACT, REASON, london } from './story';
import { BOARD, COUNCIL, POLICE, PARTNER, Race, SCHOOL, answer, decision, row } from './race';

const DAY = '2026-04-14';
const MET = { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' } as const;
/** Quorate from ten to noon, closed then; the clock stands a day later. */
const held = () => {
  const race = new Race().received().asked().meetingArranged().returned().quorate();
  return race.at(`${DAY} 12:00`).closed().at('2026-04-15 12:00');
};

describe('R16: the decision', () => {
  it('records who filled each seat, the threshold, every criterion, the outcome and the rationale', () => {
    const race = held().act(decision(`${DAY} 11:00`));
    expect(race.of('DecisionTaken')[0]?.body).toEqual({
      decision: 1,
      meeting: 1,
      at: london(`${DAY} 11:00`),
      on: DAY,
      quorum: SEATS.map((seat) => ({ seat, attendee: CONTACT(PARTNER[seat]) })),
      threshold: MET,
      criteria: decision(`${DAY} 11:00`).criteria,
      outcome: 'practiceReview',
      missingReturns: [],
      dissent: [],
      reason: 'c9.rationale',
    });
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: DAY });
  });

  it.each([
    ['practiceReview', undefined],
    ['noFurtherReview', undefined],
    ['alternativeLearningReview', 'thematicReview'],
  ] as const)('may be %s, by name %s', (outcome, learningReview) => {
    const named = learningReview === undefined ? {} : { learningReview };
    const race = held().act(decision(`${DAY} 11:00`, { outcome, ...named }));
    expect(race.open.decisions[0]).toMatchObject({ number: 1, outcome, ...named });
  });

  it('names the returns that were missing on its day, partial ones and those that came later among them', () => {
    const race = new Race().received().asked().meetingArranged().returned('2026-04-08', COUNCIL, BOARD);
    race
      .act(answer(SCHOOL, '2026-04-08', { answer: 'partial' }))
      .convened()
      .arrived();
    race
      .at('2026-04-15 12:00')
      .act(answer(POLICE, '2026-04-15'))
      .act(decision(`${DAY} 10:00`));
    expect(race.of('DecisionTaken')[0]?.body.missingReturns).toEqual([POLICE, SCHOOL]);
  });

  it('names the returns of agencies that nobody had asked as missing too', () => {
    const race = new Race().received().asked().meetingArranged().returned();
    race
      .at('2026-04-13 10:00')
      .act({ kind: 'addAgency', agency: AGENCY(8) })
      .quorate();
    race.at('2026-04-15 12:00').act(decision(`${DAY} 10:00`));
    expect(race.of('DecisionTaken')[0]?.body.missingReturns).toEqual([AGENCY(8)]);
  });

  it('of the day of the decision itself: who was found on it lacks its answer, who answered on it does not', () => {
    const race = new Race()
      .received()
      .asked()
      .meetingArranged()
      .returned('2026-04-08', COUNCIL, POLICE, BOARD);
    race
      .quorate()
      .act({ kind: 'addAgency', agency: AGENCY(8) })
      .act(answer(SCHOOL, '2026-04-14'));
    expect(race.decided().of('DecisionTaken')[0]?.body.missingReturns).toEqual([AGENCY(8)]);
  });

  it('names nobody as missing who was found only after it', () => {
    const race = held().act({ kind: 'addAgency', agency: AGENCY(8) });
    race.act(decision(`${DAY} 11:00`));
    expect(race.of('DecisionTaken')[0]?.body.missingReturns).toEqual([]);
  });

  describe('recorded before the answers of its day or before', () => {
    const lacking = ({ open }: Race) => open.decisions[0]?.missingReturns;
    const decidedEarly = () =>
      new Race()
        .received()
        .asked()
        .meetingArranged()
        .returned('2026-04-08', COUNCIL, BOARD)
        .quorate()
        .decided()
        .at('2026-04-15 12:00');

    it('did not lack them, and a further word of the same decision says so', () => {
      const race = decidedEarly();
      expect(lacking(race)).toEqual([POLICE, SCHOOL]);
      race.act(answer(POLICE, DAY)).act(answer(SCHOOL, '2026-04-15'));
      expect(lacking(race)).toEqual([SCHOOL]);
      expect(race.of('DecisionTaken')[0]?.body.missingReturns).toEqual([POLICE, SCHOOL]);
      race.act(decision(`${DAY} 10:00`, { insteadOf: { decision: 1, reason: REASON } }));
      expect(race.of('DecisionTaken')[1]?.body.missingReturns).toEqual([SCHOOL]);
    });

    it('nor where their day is put right; it did where that turns out to be after it', () => {
      const corrected = (race: Race, on: string) =>
        lacking(
          race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, on: civilDate(on), reason: REASON }),
        );
      const race = decidedEarly().act(answer(SCHOOL, '2026-04-15'));
      expect(corrected(race, DAY)).toEqual([POLICE]);
      expect(corrected(race, '2026-04-15')).toEqual([POLICE, SCHOOL]);
      expect(corrected(race, '2026-04-10')).toEqual([POLICE]);
    });

    it('a partial one is none', () => {
      expect(lacking(decidedEarly().act(answer(POLICE, DAY, { answer: 'partial' })))).toEqual([
        POLICE,
        SCHOOL,
      ]);
    });
  });

  it('keeps a dissent, with its seat and the row of its reasons', () => {
    const dissent = [{ seat: 'police', reasons: row('dissent') }] as const;
    expect(
      held()
        .act(decision(`${DAY} 11:00`, { dissent }))
        .of('DecisionTaken')[0]?.body.dissent,
    ).toEqual(dissent);
  });

  it('dated in time and recorded later restates the miss of the meeting', () => {
    const race = held().at('2026-04-21 12:00');
    expect(race.line('meeting').status).toBe('missed');
    race.act(decision(`${DAY} 11:00`));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: DAY });
  });
});

describe('R14: the decision is judged at its moment', () => {
  it.each(['10:00', '11:00', '12:00'])('%s, within the meeting, is accepted', (time) => {
    expect(held().act(decision(`${DAY} ${time}`)).open.decisions).toHaveLength(1);
  });

  it.each([
    ['before it began', `${DAY} 09:59`, 'DecidedBeforeMeeting'],
    ['after it was closed', `${DAY} 12:01`, 'DecidedAfterMeeting'],
    ['in the future', '2026-04-15 12:01', 'MomentInFuture'],
  ])('%s it is refused, with nothing changed', (_what, moment, code) => {
    expect(held().refusal(decision(moment))).toBe(code);
  });

  it('quorate at the start and not at its moment, it is refused; quorate at its moment alone, it is not', () => {
    const race = new Race().received().asked().meetingArranged().quorate().at(`${DAY} 12:00`);
    race.act({ kind: 'recordDeparture', attendee: CONTACT(POLICE), at: london(`${DAY} 10:30`) });
    expect(race.refused(decision(`${DAY} 10:31`))).toMatchObject({ code: 'Inquorate', unfilled: ['police'] });
    expect(race.act(decision(`${DAY} 10:30`)).open.decisions).toHaveLength(1);
  });

  it('is never waived: not by the chair, and not with everything else in order', () => {
    const race = new Race().received().asked().meetingArranged().returned().convened();
    race.arrived('localAuthority', 'integratedCareBoard').evidenced().reported().referenced();
    const chair = { actor: 'P-0003' as never, authority: 'independentChair' } as const;
    expect(race.refusal(decision(`${DAY} 10:00`), chair)).toBe('Inquorate');
    expect(race.refusal({ kind: 'informPanel', proceedReason: REASON }, chair)).toBe('PanelGateShut');
  });
});

describe('R14: an inquorate meeting', () => {
  const inquorate = () =>
    new Race().received().asked().meetingArranged().convened().arrived('localAuthority', 'police');

  it('takes no decision: it is minuted with the seats that nobody filled, and rebooked', () => {
    const race = inquorate();
    expect(race.refused(decision(`${DAY} 10:00`))).toEqual({
      code: 'Inquorate',
      at: london(`${DAY} 10:00`),
      unfilled: ['integratedCareBoard'],
    });
    race.at(`${DAY} 11:30`).closed();
    expect(race.of('MeetingClosed')[0]?.body).toEqual({
      meeting: 1,
      at: race.now,
      decided: false,
      unfilled: ['integratedCareBoard'],
      note: 'c9.minutes',
    });
    expect(race.line('meeting').status).toBe('open');
    race.meetingArranged('2026-04-16 10:00').quorate().decided();
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-16' });
  });

  it('is a miss once the window is over without a decision', () => {
    const race = inquorate().closed().at('2026-04-21 12:00');
    expect(race.line('meeting').status).toBe('missed');
    expect(race.briefings().at(-1)).toContain('missed meeting');
  });
});

describe('R15: duties and threshold', () => {
  it('three duties are evidenced, the decision evidences itself', () => {
    const race = new Race().toDecision();
    expect(dutiesMissing(race.open)).toEqual(['facts', 'immediateSafety', 'improvements']);
    expect(dutiesMissing(race.evidenced().open)).toEqual([]);
    expect(race.of('DutyEvidenced')[0]?.body).toEqual({ duty: 'facts', note: 'c9.minutes' });
    expect(dutiesMissing(held().evidenced().open)).toEqual(['decision']);
    expect(DUTIES).toHaveLength(4);
  });

  it('one may be evidenced again: both stay in the record, and it counts once', () => {
    const race = new Race().toDecision().evidenced().evidenced();
    expect(race.of('DutyEvidenced')).toHaveLength(6);
    expect(race.open.duties).toEqual(['facts', 'immediateSafety', 'improvements']);
  });

  it('not before the group has met', () => {
    const race = new Race().received().asked().meetingArranged();
    expect(race.refusal({ kind: 'evidenceDuty', duty: 'facts', evidence: REASON })).toBe('MeetingNotBegun');
  });

  it('are evidenced once the group has met, though it is to meet again', () => {
    const race = new Race()
      .received()
      .asked()
      .meetingArranged()
      .returned()
      .convened()
      .arrived('police')
      .closed();
    race.meetingArranged('2026-04-16 10:00');
    expect(race.act({ kind: 'evidenceDuty', duty: 'facts', evidence: REASON }).last.kind).toBe(
      'DutyEvidenced',
    );
  });

  it.each([[{ ...MET, abuseOrNeglect: 'neither' }], [{ ...MET, harm: 'neither' }]] as const)(
    'below the two-limb threshold (%j) there is no decision: the criteria are not met',
    (threshold) => {
      expect(held().refusal(decision(`${DAY} 11:00`, { threshold }))).toBe('ThresholdNotMet');
    },
  );
});

describe('R16: what is refused of a decision, with nothing changed', () => {
  const { criteria } = decision(`${DAY} 11:00`);
  it.each([
    ['a criterion without an answer', { criteria: criteria.slice(1) }, 'CriteriaUnanswered'],
    [
      'a criterion answered twice',
      { criteria: [...criteria, ...criteria.slice(0, 1)] },
      'CriterionAnsweredTwice',
    ],
    [
      'a learning review without its form',
      { outcome: 'alternativeLearningReview' },
      'LearningReviewNotNamed',
    ],
    ['a form where none is chosen', { learningReview: 'learningEvent' }, 'LearningReviewNotChosen'],
    [
      'a seat that dissents twice',
      { dissent: ['police', 'police'].map(() => ({ seat: 'police', reasons: REASON })) as never },
      'SeatNamedTwice',
    ],
  ] as const)('%s', (_what, rest, code) => {
    expect(held().refusal(decision(`${DAY} 11:00`, rest))).toBe(code);
  });

  it('a decision where no meeting has begun, and a second one', () => {
    const race = new Race().received().asked().meetingArranged().at(`${DAY} 10:00`);
    expect(race.refusal(decision(`${DAY} 10:00`))).toBe('MeetingNotBegun');
    expect(
      held()
        .act(decision(`${DAY} 11:00`))
        .refused(decision(`${DAY} 11:30`)),
    ).toEqual({ code: 'AlreadyDecided', on: DAY, mayPutRight: 1 });
  });
});
