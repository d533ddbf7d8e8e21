// The lines of a timetable field by field, none of them there without a value: what is open, what waits, what is done
// early, on the day and late, and what was missed (R4, R7).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import { currentProfile } from '../../../domain/policy/profiles';
import type { AgencyFacts, ObligationKey, Outcome, TimetableFacts } from '../../../domain/timetable/facts';
import { timetableOf, type TimetableLine } from '../../../domain/timetable/timetable';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const ONE = AGENCY(1);
const KEY = `agencyReturn:${ONE}` as ObligationKey;
const RECEIVED = { referralReceived: london('2026-03-30 16:20') };

/** Asked on Tuesday 31 March: the return is due on Thursday 9 April. */
const sent: AgencyFacts = {
  agency: ONE,
  identified: 'withReferral',
  sent: { on: civilDate('2026-03-31'), channel: 'mail' },
};
const facts = (rest: Partial<TimetableFacts> = {}): TimetableFacts => ({
  profile: currentProfile,
  timestamps: RECEIVED,
  agencies: [sent],
  outcomes: {},
  ...rest,
});
const lineOf = (given: TimetableFacts, key: string = KEY): TimetableLine | undefined =>
  timetableOf(given, officialCalendar).lines.find((line) => line.key === key);

const met = (on: string, due = '2026-04-09'): Outcome => ({
  kind: 'met',
  due: civilDate(due),
  on: civilDate(on),
});
const missed = (due: string, on?: string): Outcome => ({
  kind: 'missed',
  due: civilDate(due),
  noticed: 0 as Instant,
  ...(on === undefined ? {} : { on: civilDate(on) }),
});

describe('a line of the timetable', () => {
  it('of a window that is met has no first day any more: a list of later would move it', () => {
    const meeting = (on?: string) => {
      const outcomes = on === undefined ? {} : { ['meeting' as ObligationKey]: met(on, '2026-04-20') };
      return lineOf(facts({ outcomes }), 'meeting');
    };
    expect(meeting()).toHaveProperty('opens', '2026-04-10');
    expect(meeting('2026-04-14')).not.toHaveProperty('opens');
  });

  const notified = { ...RECEIVED, notificationSent: london('2026-03-10 10:00') };

  it('that is open has its date and its count, and its agency where it is one of each', () => {
    const fromReceipt = { anchor: 'referralReceived', anchorDate: '2026-03-30' };
    expect(lineOf(facts())).toStrictEqual({
      obligation: 'agencyReturn',
      key: KEY,
      agency: ONE,
      paragraph: 'C3',
      status: 'open',
      due: '2026-04-09',
      counting: { anchor: 'requestSent', anchorDate: '2026-03-31', workingDays: 5 },
    });
    expect(lineOf(facts(), 'completeLocal')).toStrictEqual({
      obligation: 'completeLocal',
      key: 'completeLocal',
      paragraph: 'C1',
      status: 'open',
      due: '2026-04-22',
      counting: { ...fromReceipt, workingDays: 15 },
    });
  });

  it('of a window has its first day too, and says that it is squeezed only where it is', () => {
    const window = { obligation: 'meeting', key: 'meeting', paragraph: 'C5', status: 'open' };
    const fromReceipt = { anchor: 'referralReceived', anchorDate: '2026-03-30' };
    expect(lineOf(facts(), 'meeting')).toStrictEqual({
      ...window,
      opens: '2026-04-10',
      due: '2026-04-20',
      counting: { ...fromReceipt, workingDays: 13 },
    });
    expect(lineOf(facts({ timestamps: notified }), 'meeting')).toStrictEqual({
      ...window,
      opens: '2026-04-10',
      due: '2026-04-10',
      squeezed: true,
      counting: { ...fromReceipt, workingDays: 7 },
    });
  });

  it('that waits for its anchor has neither, missed before or not', () => {
    const waiting = { obligation: 'agencyReturn', key: KEY, agency: ONE, paragraph: 'C3' };
    const unsent = facts({ agencies: [{ agency: ONE, identified: 'withReferral' }] });
    expect(lineOf(unsent)).toStrictEqual({ ...waiting, status: 'awaitingAnchor' });
    expect(lineOf({ ...unsent, outcomes: { [KEY]: missed('2026-04-09') } })).toStrictEqual({
      ...waiting,
      status: 'awaitingAnchor',
    });
    expect(lineOf({ ...unsent, status: 'ended' })).toStrictEqual({ ...waiting, status: 'lapsed' });
  });

  it('that is done keeps the date it was met under, and no count (R7)', () => {
    expect(lineOf(facts({ outcomes: { [KEY]: met('2026-04-08', '2026-04-10') } }))).toStrictEqual({
      obligation: 'agencyReturn',
      key: KEY,
      agency: ONE,
      paragraph: 'C3',
      status: 'met',
      due: '2026-04-10',
      doneOn: '2026-04-08',
      workingDaysEarly: 2,
    });
  });

  it('that was missed and is not done goes by the date that counts now', () => {
    expect(lineOf(facts({ outcomes: { [KEY]: missed('2026-04-02') } }))).toMatchObject({
      status: 'missed',
      due: '2026-04-09',
      counting: { workingDays: 5 },
    });
  });

  it('goes by a date agreed after a miss that is no longer recorded', () => {
    const agreed = { due: civilDate('2026-04-14'), extends: true, afterMiss: true } as const;
    expect(lineOf(facts({ agencies: [{ ...sent, agreed }] }))).toMatchObject({
      status: 'open',
      due: '2026-04-14',
    });
  });
});

describe('how early a thing was done, in working days', () => {
  it.each([
    ['two days before', '2026-04-07', '2026-04-09', 2],
    ['on the day', '2026-04-09', '2026-04-09', 0],
    ['the day after', '2026-04-10', '2026-04-09', -1],
    ['three working days after', '2026-04-14', '2026-04-09', -3],
    ['on the Saturday after', '2026-04-11', '2026-04-09', -2],
    ['on the Monday after that Saturday', '2026-04-13', '2026-04-09', -2],
    ['on the Sunday of Easter, two working days before', '2026-04-05', '2026-04-08', 2],
    ['on a Saturday that was agreed', '2026-04-11', '2026-04-11', 0],
  ])('%s', (_, on, due, early) => {
    expect(lineOf(facts({ outcomes: { [KEY]: met(on, due) } }))?.workingDaysEarly).toBe(early);
    expect(lineOf(facts({ outcomes: { [KEY]: missed(due, on) } }))?.workingDaysEarly).toBe(early);
  });
});

describe('the headline (R4)', () => {
  it('is no field of a timetable in which no completion is due', () => {
    const { lines, ...rest } = timetableOf(facts({ timestamps: {} }), officialCalendar);
    expect(lines.map(({ status }) => status)).toContain('awaitingAnchor');
    expect(rest).toStrictEqual({});
    const { lines: _, ...dated } = timetableOf(facts(), officialCalendar);
    expect(dated).toStrictEqual({ headline: '2026-04-22' });
  });

  it('is none once the one completion with a date is done, and the window keeps its own count', () => {
    const done = facts({
      outcomes: { ['completeLocal' as ObligationKey]: met('2026-04-14', '2026-04-22') },
    });
    expect(timetableOf(done, officialCalendar)).not.toHaveProperty('headline');
    expect(lineOf(done, 'meeting')).toMatchObject({ opens: '2026-04-10', due: '2026-04-20' });
  });
});
