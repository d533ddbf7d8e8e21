// A sent day that was mistyped, put right (R8): of requests that went by telephone, secure mail or paper only. The agency's
// dates follow, outcomes that rest on it are restated, the original stays, and the agency hears of its dates once (R9).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { RecordRecordsSecured } from '../../../domain/rapidReview/returns/commands';
import type { CorrectRequestSent } from '../../../domain/rapidReview/scoping/commands';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { COUNCIL, Race, SCHOOL, WITHDRAWAL, answer, row } from './race';
import { AGENCY, CONTACT, REASON, Story } from './story';

const correct = (on: string, agency = SCHOOL): CorrectRequestSent => ({
  kind: 'correctRequestSent',
  agency,
  on: civilDate(on),
  reason: REASON,
});

/** The school is asked by telephone; said to have been on that day. Its return is due on Thursday 9 April of the 31st. */
const rung = (on = '2026-03-31', at = '2026-04-01 10:00', contacts = [CONTACT(SCHOOL)]) =>
  new Race()
    .received()
    .at(at)
    .act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on: civilDate(on), contacts });
const secured = (on: string): RecordRecordsSecured => ({
  kind: 'recordRecordsSecured',
  agency: SCHOOL,
  on: civilDate(on),
  by: row('who'),
  secured: { paper: true, electronic: true, locked: true },
});

const restated = (race: Race) =>
  race
    .of('OutcomeRestated')
    .map(({ body: { key, was, now } }) => [
      key.split(':')[0],
      `${was.kind} ${was.due}`,
      now && `${now.kind} ${now.due}`,
    ]);

describe('R8: the day on which an agency was asked is put right', () => {
  it('its dates follow, with the day before, the day after and the reason', () => {
    const race = rung().at('2026-04-01 12:00').act(correct('2026-04-01'));
    const [corrected] = race.of('RequestSentCorrected');
    expect(corrected?.body).toEqual({ agency: SCHOOL, was: '2026-03-31', on: '2026-04-01', reason: REASON });
    expect(race.of('DatesMoved').at(-1)?.body).toEqual({
      toTell: corrected?.number,
      moves: [
        { key: `agencyReturn:${SCHOOL}`, was: '2026-04-09', due: '2026-04-10' },
        { key: `recordsSecured:${SCHOOL}`, was: '2026-04-02', due: '2026-04-07' },
      ],
    });
    expect(race.open.agencies.find(({ agency }) => agency === SCHOOL)?.sent).toEqual({
      on: '2026-04-01',
      channel: 'telephone',
    });
    expect(race.of('ScopingRequestSent').at(-1)?.body.on).toBe('2026-03-31');
  });

  it('scopingDispatch: what was said to be late was in time', () => {
    const race = rung('2026-04-07', '2026-04-07 10:00');
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-01' });
    race.act(correct('2026-04-01'));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(restated(race)).toEqual([['scopingDispatch', 'missed 2026-04-01', 'met 2026-04-01']]);
    expect(race.misses()).toContain(`2026-04-02 00:00 scopingDispatch:${SCHOOL} due 2026-04-01`);
  });

  it('scopingDispatch: what was said to be in time was late', () => {
    const race = rung('2026-04-01', '2026-04-07 10:00').act(correct('2026-04-02'));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
  });

  it('agencyReturn: an answer in is judged by the right day, one way and the other', () => {
    const race = rung().at('2026-04-10 12:00').act(answer(SCHOOL, '2026-04-10'));
    expect(race.line('agencyReturn', SCHOOL).status).toBe('missed');
    race.act(correct('2026-04-01'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-10' });
    race.act(correct('2026-03-31'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    expect(restated(race).filter(([name]) => name === 'agencyReturn')).toEqual([
      ['agencyReturn', 'missed 2026-04-09', 'met 2026-04-10'],
      ['agencyReturn', 'met 2026-04-10', 'missed 2026-04-09'],
    ]);
  });

  it('recordsSecured: nobody carries a false breach', () => {
    const race = rung().at('2026-04-07 12:00').act(secured('2026-04-07')).act(correct('2026-04-01'));
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-07' });
    expect(restated(race)).toContainEqual(['recordsSecured', 'missed 2026-04-02', 'met 2026-04-07']);
  });

  it('R7: a miss that is not one by the right day is reinstated, and one that is late all the same moves', () => {
    const race = rung().at('2026-04-10 08:00').act(correct('2026-04-01'));
    expect(race.of('ObligationReinstated').map(({ body }) => body)).toEqual([
      { key: `agencyReturn:${SCHOOL}`, was: '2026-04-09', due: '2026-04-10' },
    ]);
    expect(restated(race)).toContainEqual(['recordsSecured', 'missed 2026-04-02', 'missed 2026-04-07']);
    expect(race.misses().filter((miss) => miss.includes('recordsSecured'))).toHaveLength(1);
  });

  it('a day further back may make late at once', () => {
    const race = rung('2026-04-01', '2026-04-10 09:30').act(correct('2026-03-31'));
    expect(race.misses()).toContain(`2026-04-10 09:30 agencyReturn:${SCHOOL} due 2026-04-09`);
  });

  it('nothing of another agency is restated or moves', () => {
    const race = rung().at('2026-04-01 11:00').sent(COUNCIL).act(correct('2026-04-01'));
    expect(race.line('agencyReturn', COUNCIL).due).toBe('2026-04-10');
    expect(
      race
        .of('DatesMoved')
        .at(-1)
        ?.body.moves.every(({ key }) => key.endsWith(SCHOOL)),
    ).toBe(true);
  });

  it('a date that was agreed stays, and is not restated', () => {
    const race = rung().at('2026-04-01 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-15'), reason: REASON });
    race.act(correct('2026-04-01')).at('2026-04-14 12:00').act(answer(SCHOOL, '2026-04-14'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-15' });
  });

  it('R11: a rung that was sent is not sent again', () => {
    const race = rung().at('2026-04-07 12:00').act(correct('2026-04-01')).at('2026-04-20 12:00');
    const rungs = race
      .of('AgencyReminded')
      .flatMap(({ body }) => body.rungs.map(({ key, rung: name }) => `${key} ${name}`));
    expect(new Set(rungs).size).toBe(rungs.length);
  });
});

describe('R9: the agency hears of it', () => {
  const told = (race: Race) =>
    race.of('AgencyToldOfDates').map(({ at, body }) => [Story.say(at), body.agency]);

  it('once, at once in the hours of notices', () => {
    const race = rung().at('2026-04-01 12:00').act(correct('2026-04-01')).at('2026-04-20 12:00');
    expect(told(race)).toEqual([['2026-04-01 12:00', SCHOOL]]);
    expect(race.mails('datesMoved')).toHaveLength(1);
  });

  it('once, at the next nine otherwise; corrected back before that, not at all', () => {
    const race = rung().at('2026-04-01 18:00').act(correct('2026-04-01'));
    expect(told(race)).toEqual([]);
    expect(told(race.at('2026-04-20 12:00'))).toEqual([['2026-04-02 09:00', SCHOOL]]);
    const back = rung().at('2026-04-01 18:00').act(correct('2026-04-01')).act(correct('2026-03-31'));
    expect(told(back.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('of a correction and a change of the bank holidays in one mail, with both causes', () => {
    const race = rung().at('2026-04-01 18:00').act(correct('2026-04-01'));
    race.adopt(proclaimed(officialCalendar, '2026-04-08')).at('2026-04-20 12:00');
    expect(told(race)).toEqual([['2026-04-02 09:00', SCHOOL]]);
    expect(race.of('AgencyToldOfDates')[0]?.body).toMatchObject({
      moves: [
        { was: '2026-04-09', due: '2026-04-13' },
        { was: '2026-04-02', due: '2026-04-07' },
      ],
      because: [race.of('RequestSentCorrected')[0]?.number, race.of('CalendarAdopted')[0]?.number],
    });
  });

  it('not where it has answered and secured', () => {
    const race = rung()
      .at('2026-04-02 12:00')
      .act(answer(SCHOOL, '2026-04-02', { answer: 'nil' }))
      .act(correct('2026-04-01'));
    expect(told(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('R12: where it has no address, the team hears that the mail could not go', () => {
    const race = rung('2026-03-31', '2026-04-01 10:00', []).act(correct('2026-04-01')).at('2026-04-02 12:00');
    expect(race.mails('datesMoved')).toEqual([]);
    expect(race.briefings().at(-1)).toContain(`mailFailed datesMoved/${SCHOOL}`);
  });
});

describe('R8: what is refused changes nothing', () => {
  it.each([
    ['an agency that is not on the case', correct('2026-04-01', AGENCY(9)), 'AgencyNotOnCase'],
    ['one that was not asked', correct('2026-04-01', AGENCY(1)), 'RequestNotSent'],
    ['the same day', correct('2026-03-31'), 'SentCorrectionChangesNothing'],
    ['a day ahead', correct('2026-04-02'), 'RequestSentInFuture'],
    ['a day before the referral', correct('2026-03-29'), 'RequestSentBeforeReferral'],
  ])('%s', (_, command, code) => {
    const race = rung().at('2026-04-01 12:00');
    const { length } = race.events;
    expect([race.refusal(command), race.events.length]).toEqual([code, length]);
  });

  it('a request that went by mail: nobody typed that day', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00');
    expect(race.refused(correct('2026-04-01'))).toEqual({
      code: 'RequestSentByMail',
      agency: SCHOOL,
      on: '2026-03-31',
    });
  });

  it('a day after an answer of that agency', () => {
    const race = rung().at('2026-04-08 12:00').act(answer(SCHOOL, '2026-04-07'));
    expect(race.refused(correct('2026-04-08'))).toEqual({
      code: 'SentCorrectionContradictsReturn',
      agency: SCHOOL,
      on: '2026-04-08',
      answeredOn: '2026-04-07',
    });
    expect(race.act(correct('2026-04-07')).line('agencyReturn', SCHOOL).status).toBe('met');
  });

  it('a request that is void, and a case that has ended', () => {
    const race = rung().at('2026-04-01 12:00');
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
    expect(race.refusal(correct('2026-04-01'))).toBe('RequestNotSent');
    const over = rung().at('2026-04-01 12:00');
    over.act(WITHDRAWAL);
    expect(over.refusal(correct('2026-04-01'))).toBe('CaseHasEnded');
  });
});
