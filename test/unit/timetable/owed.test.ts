// What is owed and by when, as mails tell it: every date of the case that is known, and of one agency what it has not
// done yet, each with its count and the days passed over.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ObligationKey, TimetableFacts } from '../../../domain/timetable/facts';
import { owedByAgency, owedDates } from '../../../domain/timetable/owed';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const [ONE, TWO] = [AGENCY(1), AGENCY(2)];
const key = (text: string): ObligationKey => text as ObligationKey;

const facts = (notified?: string, outcomes: TimetableFacts['outcomes'] = {}): TimetableFacts => ({
  profile: { id: 'cscp-wt2018', version: 1 },
  timestamps: {
    referralReceived: london('2026-03-30 16:20'),
    ...(notified === undefined ? {} : { notificationSent: london(`${notified} 10:00`) }),
  },
  agencies: [
    { agency: ONE, identified: 'withReferral', sent: { on: civilDate('2026-04-01'), channel: 'mail' } },
    { agency: TWO, identified: 'withReferral' },
  ],
  outcomes,
});

const owed = (given: TimetableFacts, wanted: string) => {
  const found = owedDates(given, officialCalendar).find((one) => one.key === wanted);
  if (found === undefined) throw new Error(`nothing is owed for ${wanted}`);
  return found;
};

describe('every date of a case', () => {
  it('that is known is there, with its key; what waits for an anchor is not', () => {
    expect(owedDates(facts(), officialCalendar).map((one) => `${one.key} ${one.due}`)).toEqual([
      `scopingDispatch:${ONE} 2026-04-01`,
      `scopingDispatch:${TWO} 2026-04-01`,
      `agencyReturn:${ONE} 2026-04-10`,
      `recordsSecured:${ONE} 2026-04-07`,
      'meeting 2026-04-20',
      'completeLocal 2026-04-22',
    ]);
  });

  it('has its count, and the days passed over between its ends', () => {
    expect(owed(facts(), `recordsSecured:${ONE}`)).toEqual({
      key: `recordsSecured:${ONE}`,
      due: '2026-04-07',
      missed: false,
      counting: { anchor: 'requestSent', anchorDate: '2026-04-01', workingDays: 2 },
      passedOver: [
        { date: '2026-04-03', why: 'Good Friday', source: 'govUk', knownSince: '2023-12-15' },
        { date: '2026-04-04', why: 'Saturday' },
        { date: '2026-04-05', why: 'Sunday' },
        { date: '2026-04-06', why: 'Easter Monday', source: 'govUk', knownSince: '2023-12-15' },
      ],
    });
  });

  it('counts back from the headline where that closes the window', () => {
    const { due, counting, passedOver } = owed(facts('2026-03-27'), 'meeting');
    expect({ due, counting }).toEqual({
      due: '2026-04-17',
      counting: { anchor: 'headline', anchorDate: '2026-04-21', workingDays: -2 },
    });
    expect(passedOver.map(({ date }) => date)).toEqual(['2026-04-18', '2026-04-19']);
  });

  it('of a window that is left no day is its first day, with the count to it', () => {
    const { due, counting } = owed(facts('2026-03-10'), 'meeting');
    expect({ due, counting }).toStrictEqual({
      due: '2026-04-10',
      counting: { anchor: 'referralReceived', anchorDate: '2026-03-30', workingDays: 7 },
    });
  });

  it('is told as missed once it is', () => {
    const missed = {
      [key(`agencyReturn:${ONE}`)]: {
        kind: 'missed',
        due: civilDate('2026-04-10'),
        noticed: london('2026-04-11 00:00'),
      },
      [key('meeting')]: { kind: 'met', due: civilDate('2026-04-20'), on: civilDate('2026-04-13') },
    } as const;
    const told = facts(undefined, missed);
    expect(
      [`agencyReturn:${ONE}`, `recordsSecured:${ONE}`, 'meeting'].map((one) => owed(told, one).missed),
    ).toEqual([true, false, false]);
  });
});

describe('what one agency owes', () => {
  const owes = (given: TimetableFacts, agency = ONE): readonly string[] =>
    owedByAgency(given, officialCalendar, agency).map((one) => one.key);

  it('counts from its own sent day: neither the request to it nor what another owes', () => {
    expect(owes(facts())).toEqual([`agencyReturn:${ONE}`, `recordsSecured:${ONE}`]);
    expect(owes(facts(), TWO)).toEqual([]);
  });

  it('is what it has not done, late or not', () => {
    const done = {
      [key(`agencyReturn:${ONE}`)]: {
        kind: 'met',
        due: civilDate('2026-04-10'),
        on: civilDate('2026-04-09'),
      },
      [key(`recordsSecured:${ONE}`)]: {
        kind: 'missed',
        due: civilDate('2026-04-07'),
        noticed: london('2026-04-08 00:00'),
      },
    } as const;
    expect(owes(facts(undefined, done))).toEqual([`recordsSecured:${ONE}`]);
  });
});
