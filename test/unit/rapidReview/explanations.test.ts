// Why a date of a case is what it is, by who recorded the fact it is counted from (R3, R7): facts that came with the whole
// race. The counts themselves are explained in test/unit/timetable.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { REASON, london } from './story';
import { CHAIR, Race, SCHOOL, answer } from './race';

const explained = (race: Race, key: string) =>
  explanationsOfCase(race.events, (version) => race.calendarOf(version)).find((one) => one.key === key);

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
