// A profile may count from the notification, which may come before the referral (R3): whoever the referral names is known since its
// receipt, and nobody is to be asked before that (table of obligations: scopingDispatch).

import { describe, expect, it } from '@jest/globals';
import { caseShapeOf, agencyShapeOf } from '../../../domain/calendarChange/shapes';
import { civilDate } from '../../../domain/calendar/civilDate';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { dueDates } from '../../../domain/timetable/dueDates';
import { sayExplanation } from '../../../domain/timetable/sayExplanation';
import { whatIf } from '../../../domain/timetable/whatIf';
import { officialCalendar } from '../calendars';
import { Race, SCHOOL } from '../rapidReview/race';
import { REASON, london } from '../rapidReview/story';

const profile = { id: 'national-notification', version: 1 };
const KEY = `scopingDispatch:${SCHOOL}`;

/** Received on Monday 30 March. */
const notified = (on: string) =>
  new Race().received({
    profile,
    timestamps: { notificationSent: london(`${on} 10:00`) },
    agencies: [SCHOOL],
  });
const asked = (race: Race, on: string) =>
  race.act({
    kind: 'recordRequestSent',
    agency: SCHOOL,
    channel: 'telephone',
    on: civilDate(on),
    contacts: [],
  });

describe('R3: a referral that comes after its notification', () => {
  it.each([
    // Two working days after the notification; the receipt is on the second of them, or before.
    ['2026-03-30', '2026-04-01'],
    ['2026-03-27', '2026-03-31'],
    ['2026-03-26', '2026-03-30'],
    // The receipt is after that day.
    ['2026-03-25', '2026-03-31'],
    ['2026-03-23', '2026-03-31'],
  ])('notified on %s: the request is due by %s', (on, due) => {
    const race = notified(on);
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'open', due });
    expect(race.misses().filter((miss) => miss.includes('scopingDispatch'))).toEqual([]);
    const supposed = { profile, timestamps: race.open.timestamps, agencies: [{ agency: SCHOOL }] };
    const { referralReceived = race.now } = supposed.timestamps;
    const timestamps = { ...supposed.timestamps, referralReceived };
    const { dates } = whatIf({ ...supposed, timestamps }, officialCalendar);
    expect(dates.find(({ key }) => key === KEY)?.due).toBe(due);
  });

  it('asked on the next working day it was asked in time', () => {
    const race = notified('2026-03-23');
    asked(race.at('2026-03-31 12:00'), '2026-03-31');
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({
      status: 'met',
      due: '2026-03-31',
      doneOn: '2026-03-31',
    });
  });

  it('R8: a receipt that is put right moves that date, and restates what was done', () => {
    const race = notified('2026-03-23').at('2026-03-31 12:00');
    const correct = (at: string) =>
      race.act({ kind: 'correctTimestamp', timestamp: 'referralReceived', at: london(at), reason: REASON });
    expect(correct('2026-03-27 10:00').line('scopingDispatch', SCHOOL)).toMatchObject({
      status: 'missed',
      due: '2026-03-30',
    });
    asked(race, '2026-03-31');
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', doneOn: '2026-03-31' });
    expect(correct('2026-03-30 10:00').line('scopingDispatch', SCHOOL)).toMatchObject({
      status: 'met',
      due: '2026-03-31',
    });
  });

  it('is explained: counted from the receipt, and by whom that was recorded', () => {
    const race = notified('2026-03-23');
    const told = explanationsOfCase(race.events, () => race.calendar).find(({ key }) => key === KEY);
    expect(told).toMatchObject({
      due: '2026-03-31',
      decidedBy: 'lateReferral',
      count: { counting: { anchor: 'referralReceived', anchorDate: '2026-03-30', workingDays: 1 } },
      ownCount: { reaches: '2026-03-25' },
      anchor: { event: 1, at: london('2026-03-30 16:20') },
    });
    if (told === undefined) throw new Error('it was meant to be explained');
    const naming = { agency: () => 'Example School', person: () => 'Sam', event: () => '' };
    const text = sayExplanation(told, race.calendar, naming);
    expect(text).toContain('1 working day after Monday 30 March 2026 (the day the referral was received)');
    expect(text).toContain(
      'The referral that named the agency came after the day on which the request was due',
    );
  });

  it('R9: a change of the calendar is previewed by the same date', () => {
    const { open, calendar } = notified('2026-03-23');
    const [onCase] = open.agencies;
    if (onCase === undefined) throw new Error('one was meant');
    const { facts } = agencyShapeOf(open, calendar, onCase);
    const dues = dueDates(facts, calendar);
    expect(dues.find(({ obligation }) => obligation === 'scopingDispatch')?.due).toBe('2026-03-31');
    expect(caseShapeOf(open, calendar).facts.timestamps).not.toHaveProperty('referralReceived');
  });
});
