// What is done after the end of a case is recorded as done: late by its days where it had been missed, and no miss where it turns out to
// have come in time. What was recorded wrong is put right then too. What had not been missed has lapsed with the case (R8, R20).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { answer, Race, SCHOOL, WITHDRAWAL } from './race';
import { REASON } from './story';

/** The returns are due on Thursday 9 April. */
const withdrawn = (at: string) => new Race().received().asked().at(at).act(WITHDRAWAL);
const ofSchool = (race: Race) => {
  const { status, doneOn, workingDaysEarly } = race.line('agencyReturn', SCHOOL);
  return { status, doneOn, workingDaysEarly };
};

it('a return that was missed is done late', () => {
  const race = withdrawn('2026-04-10 12:00').at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
  expect(ofSchool(race)).toEqual({ status: 'missed', doneOn: '2026-04-13', workingDaysEarly: -2 });
});

it('one that had come in time was never missed', () => {
  const race = withdrawn('2026-04-10 12:00').at('2026-04-13 12:00');
  race.act(answer(SCHOOL, '2026-04-09', { how: 'paper' }));
  expect(ofSchool(race)).toEqual({ status: 'met', doneOn: '2026-04-09', workingDaysEarly: 0 });
});

it('what was done earlier, and is heard of later, was in time', () => {
  const race = withdrawn('2026-04-10 12:00').act(answer(SCHOOL, '2026-04-10', { answer: 'nil' }));
  expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-10' });
  race.act({
    kind: 'recordRecordsSecured',
    agency: SCHOOL,
    on: civilDate('2026-04-02'),
    secured: { paper: true, electronic: true, locked: true },
  });
  expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-02' });
});

it('one that was not due yet has lapsed, and comes to nothing until the withdrawal is undone', () => {
  const race = withdrawn('2026-04-07 12:00').at('2026-04-08 12:00').act(answer(SCHOOL, '2026-04-08'));
  expect(ofSchool(race)).toEqual({ status: 'lapsed' });
  race.act({ kind: 'undoWithdrawal', reason: REASON });
  expect(ofSchool(race)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
});

it('R8: one that had come on the very day of the end, and is recorded after it, is met', () => {
  const race = withdrawn('2026-04-08 10:00').at('2026-04-09 10:00').act(answer(SCHOOL, '2026-04-08'));
  expect(ofSchool(race)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
});

it('taken up again, nothing is recorded a second time', () => {
  const race = withdrawn('2026-04-10 12:00').at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
  const met = () => race.of('ObligationMet').filter(({ body }) => body.key.startsWith('agencyReturn'));
  expect(met()).toHaveLength(1);
  race.at('2026-04-14 12:00').act({ kind: 'undoWithdrawal', reason: REASON });
  expect(met()).toHaveLength(1);
  expect(ofSchool(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-13' });
});

describe('what was recorded wrong', () => {
  const corrected = (on?: string): CommandBody => ({
    kind: 'correctReturn',
    agency: SCHOOL,
    number: 1,
    reason: REASON,
    ...(on === undefined ? {} : { on: civilDate(on) }),
  });
  /** Its answer came late, after the end. */
  const lateAnswer = () =>
    withdrawn('2026-04-10 12:00').at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));

  it('is put right after the end: an answer that had come in time was never missed', () => {
    const race = lateAnswer().act(corrected('2026-04-09'));
    expect(ofSchool(race)).toEqual({ status: 'met', doneOn: '2026-04-09', workingDaysEarly: 0 });
    const told = race.of('TeamBriefed').length;
    expect(race.at('2026-05-04 12:00').of('TeamBriefed')).toHaveLength(told);
  });

  it('leaves the miss where the agency never gave the answer, and asks it for nothing', () => {
    const race = lateAnswer().act(corrected());
    expect(ofSchool(race)).toEqual({ status: 'missed' });
    expect(race.mails('answerByMistake')).toEqual([]);
  });

  it('of an answer from before the end is judged as the case stood then: missed by then, or lapsed', () => {
    const answered = (end: string) =>
      new Race()
        .received()
        .asked()
        .at('2026-04-01 12:00')
        .act(answer(SCHOOL, '2026-04-01'))
        .at(end)
        .act(WITHDRAWAL)
        .at('2026-04-20 12:00')
        .act(corrected());
    expect(ofSchool(answered('2026-04-10 12:00'))).toEqual({ status: 'missed' });
    expect(ofSchool(answered('2026-04-08 12:00'))).toEqual({ status: 'lapsed' });
    // Nobody is told then: whoever put it right knows.
    const race = answered('2026-04-10 12:00').at('2026-05-04 12:00');
    expect(race.briefings().filter((line) => line.includes(`missed agencyReturn:${SCHOOL}`))).toEqual([]);
  });

  it('of secured records is put right, and why something was late is said', () => {
    const on = civilDate('2026-04-13');
    const race = lateAnswer().act({
      kind: 'recordRecordsSecured',
      agency: SCHOOL,
      on,
      secured: { paper: true, electronic: true, locked: true },
    });
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-13' });
    race.act({ kind: 'correctRecordsSecured', agency: SCHOOL, reason: REASON });
    expect(race.line('recordsSecured', SCHOOL)).not.toHaveProperty('doneOn');
    race.act({ kind: 'explainLateness', key: `agencyReturn:${SCHOOL}`, reason: REASON });
    expect(race.last.kind).toBe('LatenessExplained');
  });

  it('was done by then, and is said anew: it is met as it was', () => {
    const race = withdrawn('2026-04-08 12:00').at('2026-04-20 12:00');
    race.act(answer(SCHOOL, '2026-04-01')).act(corrected());
    expect(ofSchool(race)).toEqual({ status: 'lapsed' });
    race.act(answer(SCHOOL, '2026-04-02', { answer: 'nil' }));
    expect(ofSchool(race)).toMatchObject({ status: 'met', doneOn: '2026-04-02' });
  });

  it('of what had lapsed is not missed by a day after the end', () => {
    const race = new Race().received().asked().at('2026-04-07 12:00').act(answer(SCHOOL, '2026-04-07'));
    race.act(WITHDRAWAL).at('2026-04-20 12:00');
    expect(ofSchool(race.act(corrected('2026-04-15')))).toEqual({ status: 'lapsed' });
  });
});

it('what was done by mistake, its day ahead at the end, has lapsed', () => {
  const race = new Race().received().asked().at('2026-04-02 12:00').act(answer(SCHOOL, '2026-04-02'));
  race.act(WITHDRAWAL);
  race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON });
  expect(race.of('OutcomeRestated').map(({ body }) => [body.key, body.lapsed])).toEqual([
    [`agencyReturn:${SCHOOL}`, true],
  ]);
});

it('R20, R22: what an agency says that was never asked is taken too; as the case goes on it owes no other answer', () => {
  const race = new Race().received().at('2026-03-31 12:00').act(WITHDRAWAL).at('2026-04-01 10:00');
  race.act(answer(SCHOOL, '2026-04-01')).act({ kind: 'undoWithdrawal', reason: REASON }).sent(SCHOOL);
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
  expect(race.refusal(answer(SCHOOL, '2026-04-01'))).toBe('AgencyAlreadyAnswered');
});
