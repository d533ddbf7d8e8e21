// One explanation whole, and no field there without a value: what has a date and what waits, and on which days a date is
// provisional, at the last day of the official list and around it.

import { describe, expect, it } from '@jest/globals';
import { civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import {
  explainCount,
  explainTimetable,
  provisional,
  type Explanation,
} from '../../../domain/timetable/explain';
import { inOneSentence } from '../../../domain/timetable/whatIf';
import type { TimetableFacts } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const ONE = AGENCY(1);
const { snapshot } = officialCalendar;
const CALENDAR = { version: snapshot.version, coversTo: '2028-12-31', confirmedTo: '2028-12-31' };

const explained = (key: string, notified?: string, calendar = officialCalendar): Explanation => {
  const facts: TimetableFacts = {
    profile: currentProfile,
    timestamps: {
      referralReceived: london('2026-03-30 16:20'),
      ...(notified === undefined ? {} : { notificationSent: london(`${notified} 10:00`) }),
    },
    agencies: [{ agency: ONE, identified: 'withReferral' }],
    outcomes: {},
  };
  const found = explainTimetable(facts, calendar).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

describe('an explanation', () => {
  const dispatch = {
    key: `scopingDispatch:${ONE}`,
    obligation: 'scopingDispatch',
    agency: ONE,
    paragraph: 'C2',
    what: 'The scoping template is sent to the agency.',
    profile: currentProfile,
    calendar: CALENDAR,
  };

  it('of a date by its own count has that count, and nothing of windows or of what is provisional', () => {
    expect(explained(`scopingDispatch:${ONE}`)).toStrictEqual({
      ...dispatch,
      due: '2026-04-01',
      decidedBy: 'ownCount',
      count: {
        counting: { anchor: 'referralReceived', anchorDate: '2026-03-30', workingDays: 2 },
        reaches: '2026-04-01',
        days: [
          { date: '2026-03-31', counted: 1 },
          { date: '2026-04-01', counted: 2 },
        ],
      },
    });
  });

  it('of what waits for its start has the rule and the calendar alone, and no sentence', () => {
    const waiting = explained('completePanel');
    expect(waiting).toStrictEqual({
      key: 'completePanel',
      obligation: 'completePanel',
      profile: currentProfile,
      calendar: CALENDAR,
      what: "The Rapid Review is complete by the national Panel's own count from the notification.",
      paragraph: 'Child Safeguarding Practice Review Panel guidance',
    });
    expect(inOneSentence(waiting)).toBe('');
    expect(explained(`agencyReturn:${ONE}`)).toHaveProperty('agency', ONE);
    expect(explained(`agencyReturn:${ONE}`)).not.toHaveProperty('count');
  });

  it('of a window that is cut short has three counts, in the order in which they are told', () => {
    const meeting = explained('meeting', '2026-03-27');
    expect(Object.keys(meeting).slice(-5)).toEqual(['due', 'opens', 'decidedBy', 'count', 'ownCount']);
    expect([meeting.opens, meeting.count, meeting.ownCount].map((count) => count?.reaches)).toEqual([
      ...['2026-04-10', '2026-04-17', '2026-04-20'],
    ]);
    expect(Object.keys(explained('meeting')).slice(-4)).toEqual(['due', 'opens', 'decidedBy', 'count']);
  });

  it('of nought days has no day on the way', () => {
    const counting = { anchor: 'agreed', anchorDate: civilDate('2026-04-04'), workingDays: 0 } as const;
    expect(explainCount(officialCalendar, counting)).toStrictEqual({
      counting,
      reaches: '2026-04-04',
      days: [],
    });
  });
});

describe('a date is provisional', () => {
  const knownTo = (confirmedTo: string): WorkingCalendar =>
    workingCalendar({ ...snapshot, confirmedTo: civilDate(confirmedTo) });
  const of = (calendar: WorkingCalendar, from: string, workingDays: number) => {
    const counting = { anchor: 'publication', anchorDate: civilDate(from), workingDays } as const;
    return provisional(calendar, explainCount(calendar, counting));
  };
  const past = { days: [], pastConfirmed: true };

  it('from the day after the end of the official list on, and not on its last day', () => {
    const known = knownTo('2026-04-15');
    expect(of(known, '2026-04-14', 1)).toBeUndefined();
    expect(of(known, '2026-04-14', 2)).toStrictEqual(past);
    expect(explained('meeting', undefined, knownTo('2026-04-20'))).not.toHaveProperty('provisional');
    expect(explained('meeting', undefined, knownTo('2026-04-19')).provisional).toStrictEqual(past);
  });

  it('where it is counted back from a day past the list, and not from its last day', () => {
    const known = knownTo('2026-04-15');
    expect(of(known, '2026-04-15', -1)).toBeUndefined();
    expect(of(known, '2026-04-16', -2)).toStrictEqual(past);
  });

  it('where a day on its way is only predicted, though the list reaches further', () => {
    const predicted = (date: CivilDate): boolean => date === '2026-04-03';
    const calendar = workingCalendar({
      ...snapshot,
      holidays: snapshot.holidays.map((holiday) =>
        predicted(holiday.date) ? { ...holiday, source: 'library' } : holiday,
      ),
    });
    expect(of(calendar, '2026-04-02', 1)).toStrictEqual({
      days: [
        {
          date: '2026-04-03',
          why: 'Good Friday',
          source: 'library',
          knownSince: '2023-12-15',
          provisional: true,
        },
      ],
      pastConfirmed: false,
    });
    expect(of(calendar, '2026-04-07', 2)).toBeUndefined();
  });
});
