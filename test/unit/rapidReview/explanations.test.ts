// Why a date of a case is what it is, by who recorded the fact it is counted from (R3, R7): facts that came with the whole
// race. The counts themselves are explained in test/unit/timetable.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { sayExplanation } from '../../../domain/timetable/sayExplanation';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { AGENCY, REASON, london } from './story';
import { CHAIR, POLICE, Race, SCHOOL, answer } from './race';

const explained = (race: Race, key: string) =>
  explanationsOfCase(race.events, (version) => race.calendarOf(version)).find((one) => one.key === key);

const said = (race: Race, key: string): string => {
  const explanation = explained(race, key);
  if (explanation === undefined) throw new Error(`nothing is owed: ${key}`);
  return sayExplanation(explanation, race.calendar, { agency: String, person: String, event: String });
};

describe('R7: each move of a date with the event that caused it', () => {
  it('a date agreed with the agency: who agreed it, and what it was before', () => {
    const race = new Race().received().asked().at('2026-04-08 12:00').by(CHAIR);
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-14'), reason: REASON });
    const { number: event } = race.of('ReturnDateAgreed')[0] ?? { number: 0 };
    expect(explained(race, `agencyReturn:${SCHOOL}`)).toMatchObject({
      due: '2026-04-14',
      decidedBy: 'agreedDate',
      anchor: { event, recordedBy: 'P-0002', recordedAt: race.now },
      changes: [{ due: '2026-04-09' }, { was: '2026-04-09', due: '2026-04-14', event }],
    });
    expect(explained(race, 'completeLocal')?.changes).toHaveLength(1);
  });

  it('a date agreed after the miss: which date had been missed, also once it is answered', () => {
    const race = new Race().received().asked().at('2026-04-10 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-16'), reason: REASON });
    const key = `agencyReturn:${SCHOOL}`;
    expect(explained(race, key)).toMatchObject({ due: '2026-04-16', missStands: '2026-04-09' });
    expect(said(race, key)).toContain(
      'The date of Thursday 9 April 2026 had been missed when another was agreed: the miss stands',
    );
    race.returned('2026-04-14', SCHOOL);
    expect(explained(race, key)).toMatchObject({ due: '2026-04-09', missStands: '2026-04-09' });
    expect(explained(race, `agencyReturn:${POLICE}`)).not.toHaveProperty('missStands');
  });

  describe('R7, R8: of a return that was agreed twice, the second time after the miss, and answered then', () => {
    const key = `agencyReturn:${SCHOOL}`;
    const agreed = (due: string, on: string) =>
      ({
        kind: 'agreeReturnDate',
        agency: SCHOOL,
        due: civilDate(due),
        on: civilDate(on),
        reason: REASON,
      }) as const;
    const rung = (on: string) => ({ agency: SCHOOL, on: civilDate(on) });
    const race = () =>
      new Race()
        .received()
        .at('2026-04-30 12:00')
        .act({ kind: 'recordRequestSent', channel: 'telephone', contacts: [], ...rung('2026-03-31') })
        .act(agreed('2026-04-14', '2026-04-08'))
        .act(agreed('2026-04-17', '2026-04-15'))
        .returned('2026-04-16', SCHOOL);

    it('the agreement of the date that was missed, and not the later one', () => {
      const [first] = race().of('ReturnDateAgreed');
      expect(explained(race(), key)).toMatchObject({ due: '2026-04-14', anchor: { event: first?.number } });
    });

    it('its own count from the day of asking that is right now', () => {
      const corrected = race().act({ kind: 'correctRequestSent', reason: REASON, ...rung('2026-04-01') });
      expect(explained(corrected, key)).toMatchObject({
        due: '2026-04-14',
        ownCount: { counting: { anchorDate: '2026-04-01' }, reaches: '2026-04-10' },
      });
    });
  });

  it('R8: what was done and is counted from another day now: from that, though its date is the same', () => {
    const aware = { kind: 'correctTimestamp', timestamp: 'localAuthorityAware', reason: REASON } as const;
    const notified = () => {
      const race = new Race().received({ timestamps: { localAuthorityAware: london('2026-03-27 10:00') } });
      race.at('2026-03-31 10:00');
      race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-31 09:00') });
      return race.at('2026-04-01 10:00');
    };
    const corrected = notified().act({ ...aware, at: london('2026-03-28 10:00') });
    expect(explained(corrected, 'notification')).toMatchObject({
      due: '2026-04-07',
      count: { counting: { anchorDate: '2026-03-28' } },
      anchor: { at: london('2026-03-28 10:00') },
    });
    const never = notified().act(aware);
    expect(explained(never, 'notification')?.changes.map(({ was, due }) => [was, due])).toEqual([
      [undefined, '2026-04-07'],
      ['2026-04-07', undefined],
    ]);
  });

  it('R8: a request of which the day was put right: the day that is counted from now, and that of a mail to the minute', () => {
    const key = `agencyReturn:${SCHOOL}`;
    const race = new Race().received().at('2026-03-31 10:00');
    const telephone = {
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      contacts: [],
    } as const;
    race.act({ ...telephone, on: civilDate('2026-03-31') });
    expect(said(race, key)).toContain(
      'Counted from the day the request was sent: Tuesday 31 March 2026; recorded by P-0001 on ',
    );
    race.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate('2026-03-30'), reason: REASON });
    expect(said(race, key)).toContain(
      'Counted from the day the request was sent: Monday 30 March 2026; corrected by P-0001 on ',
    );
    const mailed = new Race().received().at('2026-03-31 10:00').send([SCHOOL]);
    const accepted = mailed.report(SCHOOL, 'accepted');
    mailed
      .at('2026-04-01 10:00')
      .act({ ...telephone, on: civilDate('2026-04-01') })
      .hear(accepted);
    expect(mailed.of('RequestSentCorrected')).toHaveLength(1);
    expect(said(mailed, key)).toContain(
      'Counted from the day the request was sent: Tuesday 31 March 2026, 10:00; corrected by messenger on ',
    );
  });

  it('an agency that was taken off and added again: counted from when it was found first, by that record of it', () => {
    const agency = AGENCY(7);
    const race = new Race().received().asked().at('2026-04-08 10:00').act({ kind: 'addAgency', agency });
    const found = race.now;
    race.act({ kind: 'removeAgency', agency, reason: REASON }).at('2026-04-13 10:00');
    race.act({ kind: 'addAgency', agency });
    expect(explained(race, `scopingDispatch:${agency}`)).toMatchObject({
      due: '2026-04-09',
      anchor: { at: found, recordedAt: found },
    });
    race.act({ kind: 'removeAgency', agency, reason: REASON });
    race.act({ kind: 'addAgency', agency, identifiedAt: london('2026-04-10 10:00') });
    expect(explained(race, `scopingDispatch:${agency}`)).toMatchObject({
      due: '2026-04-13',
      anchor: { at: london('2026-04-10 10:00') },
    });
  });

  it('R7: of a date that was agreed: the day of that, also with an agency that a merged case had named', () => {
    const of = 'RR-2026-0003' as CaseReference;
    const race = new Race().received({ maybeDuplicateOf: of }).asked().at('2026-04-01 12:00');
    race.act({ kind: 'absorbCase', of, receivedAt: london('2026-03-26 10:00'), reason: REASON });
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-14'), reason: REASON });
    expect(said(race, `agencyReturn:${SCHOOL}`)).toContain(
      'Counted from the day agreed with the agency: Tuesday 14 April 2026; recorded by P-0001 on ',
    );
  });

  it('R7, R8: what moved while it was done: as the date that stands comes to light', () => {
    const key = `agencyReturn:${SCHOOL}`;
    const moves = (race: Race) =>
      explained(race, key)?.changes.map(({ was, due, event }) => [was, due, race.events[event - 1]?.kind]);
    const race = () => new Race().received().asked().at('2026-04-01 12:00');
    const first = [undefined, '2026-04-09', 'ScopingRequestSent'];
    // It had its day as the calendar changed, and is owed again.
    const sentBack = race().returned('2026-04-02', SCHOOL).at('2026-04-07 12:00');
    sentBack.adopt(proclaimed(officialCalendar, '2026-04-08'));
    expect(moves(sentBack)).toEqual([first]);
    sentBack.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    expect(moves(sentBack)).toEqual([first, ['2026-04-09', '2026-04-10', 'ReturnSentBack']]);
    // It was done before the calendar changed, and that is recorded after.
    const recordedLater = race().adopt(proclaimed(officialCalendar, '2026-04-08')).at('2026-04-07 12:00');
    recordedLater.act(answer(SCHOOL, '2026-03-31'));
    expect(moves(recordedLater)).toEqual([
      first,
      ['2026-04-09', '2026-04-10', 'CalendarAdopted'],
      ['2026-04-10', '2026-04-09', 'ObligationMet'],
    ]);
  });

  it('R7: what was done under a holiday that was taken back since: the count that it was judged by', () => {
    const race = new Race(proclaimed(officialCalendar, '2026-04-07')).received().at('2026-03-31 12:00');
    const asked = { kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', contacts: [] } as const;
    race
      .act({ ...asked, on: civilDate('2026-03-30') })
      .at('2026-04-13 12:00')
      .adopt(officialCalendar);
    race.act(answer(SCHOOL, '2026-04-10'));
    race.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate('2026-03-31'), reason: REASON });
    const found = explained(race, `agencyReturn:${SCHOOL}`);
    expect([race.line('agencyReturn', SCHOOL).due, found?.due]).toEqual(['2026-04-10', '2026-04-10']);
    expect(JSON.stringify(found)).toContain('State Funeral');
  });

  it('the reconsideration: the reply that disagreed, and the next one', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.at('2026-04-22 12:00').replied('disagrees');
    const told = explained(race, 'reconsideration');
    expect(told).toMatchObject({ due: '2026-05-07', count: { counting: { anchor: 'panelDisagreed' } } });
    expect(told?.anchor?.event).toBe(race.of('PanelReplied').at(-1)?.number);
    expect(told?.changes.map(({ was, due }) => [was, due])).toEqual([
      [undefined, '2026-05-05'],
      ['2026-05-05', '2026-05-07'],
    ]);
  });

  it('R8: what was done and is judged by another date: the correction that did it', () => {
    const race = new Race().received().asked().at('2026-04-08 12:00');
    const at = london('2026-03-26 10:00');
    race.act({ kind: 'correctTimestamp', timestamp: 'referralReceived', at, reason: REASON });
    const { number: event } = race.of('TimestampCorrected')[0] ?? { number: 0 };
    expect(race.of('OutcomeRestated')[0]?.number).toBeGreaterThan(event);
    expect(explained(race, `scopingDispatch:${SCHOOL}`)?.changes.at(-1)).toMatchObject({
      was: '2026-04-01',
      due: '2026-03-30',
      event,
    });
  });

  it('a receipt that came with a merged case', () => {
    const of = 'RR-2026-0003' as CaseReference;
    const race = new Race().received({ maybeDuplicateOf: of });
    race.act({ kind: 'absorbCase', of, receivedAt: london('2026-03-26 10:00'), reason: REASON });
    const { number: event } = race.of('CaseAbsorbed')[0] ?? { number: 0 };
    expect(explained(race, 'completeLocal')).toMatchObject({
      due: '2026-04-20',
      anchor: { event, at: london('2026-03-26 10:00') },
    });
  });
});

describe('R3: six timestamps, each with who recorded it and when', () => {
  it('is told with every date that is counted from it', () => {
    const race = new Race().received().at('2026-03-31 12:00').by(CHAIR);
    race.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: london('2026-03-27 10:00') });
    expect(explained(race, 'notification')?.anchor).toMatchObject({
      recordedBy: 'P-0002',
      recordedAt: london('2026-03-31 12:00'),
      at: london('2026-03-27 10:00'),
    });
  });

  it('a case that has ended still explains the dates it had', () => {
    const race = new Race().toPanel().replied('agrees');
    expect(explained(race, 'completeLocal')).toMatchObject({ due: '2026-04-22', doneOn: '2026-04-14' });
  });
});
