// When obligations fall due, at the days where one rule gives way to another: an agency found on the due day or after it, a
// window that the headline leaves one day or none, a date agreed, and what has no date at all (R4, C5).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { cscpWt2018 } from '../../../domain/policy/cscpWt2018';
import type { ObligationName } from '../../../domain/policy/policyProfile';
import { currentProfile } from '../../../domain/policy/profiles';
import { dueDates, headlineOf, knownSince, openingCount, type Due } from '../../../domain/timetable/dueDates';
import type { AgencyFacts, TimetableFacts } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const ONE = AGENCY(1);
const RECEIVED = { referralReceived: london('2026-03-30 16:20') };
const FROM_RECEIPT = { anchor: 'referralReceived', anchorDate: '2026-03-30' };

const facts = (rest: Partial<TimetableFacts> = {}): TimetableFacts => ({
  profile: currentProfile,
  timestamps: RECEIVED,
  agencies: [],
  outcomes: {},
  ...rest,
});
const dueOf = (given: TimetableFacts, name: ObligationName): Due => {
  const found = dueDates(given, officialCalendar).find(({ obligation }) => obligation === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const rule = (name: ObligationName) => cscpWt2018.obligations[name];

describe('the request to an agency that is found later', () => {
  const found = (at: string, rest: Partial<AgencyFacts> = {}): TimetableFacts =>
    facts({ agencies: [{ agency: ONE, identified: london(at), ...rest }] });
  const request = { obligation: 'scopingDispatch', rule: rule('scopingDispatch'), agency: ONE };

  it('is due with the others where it was found by the end of their day', () => {
    for (const at of ['2026-03-31 09:00', '2026-04-01 23:59']) {
      expect(dueOf(found(at), 'scopingDispatch')).toStrictEqual({
        ...request,
        due: '2026-04-01',
        counting: { ...FROM_RECEIPT, workingDays: 2 },
      });
    }
  });

  it('has the next working day where it was found after it, and the count of the others stays known', () => {
    expect(dueOf(found('2026-04-02 00:00'), 'scopingDispatch')).toStrictEqual({
      ...request,
      due: '2026-04-07',
      counting: { anchor: 'identified', anchorDate: '2026-04-02', workingDays: 1 },
      ordinary: { ...FROM_RECEIPT, workingDays: 2 },
    });
  });

  it('moves no other date of that agency', () => {
    const sent = { on: civilDate('2026-03-31'), channel: 'telephone' } as const;
    expect(dueOf(found('2026-04-20 09:00', { sent }), 'agencyReturn')).toStrictEqual({
      obligation: 'agencyReturn',
      rule: rule('agencyReturn'),
      agency: ONE,
      due: '2026-04-09',
      counting: { anchor: 'requestSent', anchorDate: '2026-03-31', workingDays: 5 },
    });
  });
});

describe('the window of the meeting (C5)', () => {
  const window = { obligation: 'meeting', rule: rule('meeting'), opens: '2026-04-10' };
  const own = { ...FROM_RECEIPT, workingDays: 13 };
  const notified = (on: string): TimetableFacts =>
    facts({ timestamps: { ...RECEIVED, notificationSent: london(`${on} 10:00`) } });

  it.each([
    ['not earlier than the receipt: the headline is the local one', '2026-03-30'],
    ['later', '2026-04-02'],
  ])('closes by its own count where the notification is %s', (_, on) => {
    const expected = { ...window, due: '2026-04-20', counting: own };
    expect(dueOf(facts(), 'meeting')).toStrictEqual(expected);
    expect(dueOf(notified(on), 'meeting')).toStrictEqual(expected);
  });

  it.each([
    ['2026-03-27', '2026-04-21', '2026-04-17'],
    ['2026-03-23', '2026-04-15', '2026-04-13'],
    // The one day that is left is the first.
    ['2026-03-20', '2026-04-14', '2026-04-10'],
  ])('notified on %s: complete by %s, so it closes on %s', (on, headline, due) => {
    expect(dueOf(notified(on), 'meeting')).toStrictEqual({
      ...window,
      due,
      ordinary: own,
      counting: { anchor: 'headline', anchorDate: headline, workingDays: -2 },
    });
  });

  it('is squeezed into its first day from one working day sooner on', () => {
    expect(dueOf(notified('2026-03-19'), 'meeting')).toStrictEqual({
      ...window,
      due: '2026-04-10',
      ordinary: own,
      squeezed: true,
      counting: { ...FROM_RECEIPT, workingDays: 7 },
    });
  });

  it('opens by its own count, whatever closes it; what is no window, or waits, has no first day', () => {
    const opening = { ...FROM_RECEIPT, workingDays: 7 };
    for (const given of [facts(), notified('2026-03-27'), notified('2026-03-10')]) {
      expect(openingCount(dueOf(given, 'meeting'))).toStrictEqual(opening);
    }
    expect(openingCount(dueOf(facts(), 'completeLocal'))).toBeUndefined();
    const waiting = dueOf(facts({ timestamps: {} }), 'meeting');
    expect(waiting).toStrictEqual({ obligation: 'meeting', rule: rule('meeting') });
    expect(openingCount(waiting)).toBeUndefined();
  });
});

describe('a date agreed with the agency', () => {
  const agreedFor = (afterMiss?: true): TimetableFacts =>
    facts({
      agencies: [
        {
          agency: ONE,
          identified: 'withReferral',
          sent: { on: civilDate('2026-03-31'), channel: 'mail' },
          agreed: {
            due: civilDate('2026-04-14'),
            extends: true,
            ...(afterMiss === undefined ? {} : { afterMiss }),
          },
        },
      ],
    });

  it('is the date of its return alone, and of no other agency that has agreed none', () => {
    const agreed = {
      obligation: 'agencyReturn',
      rule: rule('agencyReturn'),
      agency: ONE,
      due: '2026-04-14',
      counting: { anchor: 'agreed', anchorDate: '2026-04-14', workingDays: 0 },
      ordinary: { anchor: 'requestSent', anchorDate: '2026-03-31', workingDays: 5 },
    };
    expect(dueOf(agreedFor(), 'agencyReturn')).toStrictEqual(agreed);
    expect(dueOf(agreedFor(true), 'agencyReturn')).toStrictEqual({ ...agreed, missStands: true });
    expect(dueOf(agreedFor(), 'recordsSecured').due).toBe('2026-04-02');
    expect(dueOf(agreedFor(), 'scopingDispatch').due).toBe('2026-04-01');
  });
});

describe('a date agreed another way, upon a day that is known (R8)', () => {
  const agreed = (on: string): string | undefined =>
    dueOf(
      facts({
        agencies: [
          {
            agency: ONE,
            identified: 'withReferral',
            sent: { on: civilDate('2026-03-31'), channel: 'mail' },
            agreed: { due: civilDate('2026-04-14'), extends: true, on: civilDate(on) },
          },
        ],
      }),
      'agencyReturn',
    ).due;

  it('holds from the day of the asking on, and not before: nobody agrees to what they were not asked', () => {
    expect(agreed('2026-04-01')).toBe('2026-04-14');
    expect(agreed('2026-03-31')).toBe('2026-04-14');
    expect(agreed('2026-03-30')).toBe('2026-04-09');
  });
});

describe('since when an agency is known (R22)', () => {
  const at = RECEIVED.referralReceived;
  const later = london('2026-04-14 09:00');
  const counted = (anchor: 'referralReceived' | 'notificationSent') => ({ anchor });
  const named = { agency: ONE, identified: 'withReferral' } as const;

  it('is when it was found, or when the referral came that named it', () => {
    expect(
      knownSince(facts(), { agency: ONE, identified: later }, counted('referralReceived')),
    ).toStrictEqual({
      anchor: 'identified',
      at: later,
    });
    expect(
      knownSince(facts(), { agency: ONE, identified: later, named: true }, counted('referralReceived')),
    ).toStrictEqual({ anchor: 'referralReceived', at: later });
  });

  it('is the receipt for whoever its own referral named, where dates are counted from another moment', () => {
    expect(knownSince(facts(), named, counted('notificationSent'))).toStrictEqual({
      anchor: 'referralReceived',
      at,
    });
    expect(knownSince(facts(), named, counted('referralReceived'))).toBeUndefined();
  });

  it('is not asked where no receipt is known', () => {
    expect(knownSince(facts({ timestamps: {} }), named, counted('notificationSent'))).toBeUndefined();
  });
});

describe('the headline (R4)', () => {
  it('is the earliest of the two completions, of whatever is listed with them and in whatever order', () => {
    const both = facts({ timestamps: { ...RECEIVED, notificationSent: london('2026-03-27 10:00') } });
    const dues = dueDates(both, officialCalendar);
    expect(headlineOf(both, dues)).toBe('2026-04-21');
    expect(headlineOf(both, [...dues].reverse())).toBe('2026-04-21');
  });

  it('is the one that has a date, and none where neither has', () => {
    const headline = (timestamps: TimetableFacts['timestamps']): string | undefined => {
      const given = facts({ timestamps });
      return headlineOf(given, dueDates(given, officialCalendar));
    };
    expect(headline(RECEIVED)).toBe('2026-04-22');
    expect(headline({ notificationSent: london('2026-03-27 10:00') })).toBe('2026-04-21');
    expect(headline({})).toBeUndefined();
  });
});
