// The shipped profiles: which one new cases take, and the golden dates of the national reading.

import { describe, expect, it, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import {
  currentProfile,
  hasProfile,
  newestProfile,
  profileIds,
  profileOf,
} from '../../../domain/policy/profiles';
import { whatIf, type WhatIf } from '../../../domain/timetable/whatIf';
import { officialCalendar } from '../calendars';
import { london } from '../rapidReview/story';

describe('the profiles that come with the engine', () => {
  it('are three, and new cases take that of Coventry', () => {
    expect(profileIds).toEqual(['cscp-wt2018', 'national-notification', 'cscp-wt2018-full-ladder']);
    expect(currentProfile).toEqual({ id: 'cscp-wt2018', version: 1 });
  });

  it('are found by id and version, never by a near guess', () => {
    for (const id of profileIds) {
      const newest = newestProfile(id);
      expect(newest).toEqual({ id, version: 1 });
      expect(newest !== undefined && hasProfile(newest)).toBe(true);
      expect(hasProfile({ id, version: 2 })).toBe(false);
    }
    expect(newestProfile('national')).toBeUndefined();
    expect(() => profileOf({ id: 'national-notification', version: 2 })).toThrow(
      'there is no policy profile national-notification version 2',
    );
  });

  test('each obligation of each says what it rests on', () => {
    for (const id of profileIds) {
      const { obligations } = profileOf({ id, version: 1 });
      for (const rule of Object.values(obligations)) expect(rule.paragraph).toMatch(/\S/);
    }
  });
});

describe('the national reading', () => {
  const profile = { id: 'national-notification', version: 1 };
  const ask = (notificationSent?: Instant): WhatIf =>
    whatIf(
      {
        profile,
        timestamps: {
          // No later than the notification: whoever it names is known by then.
          referralReceived: notificationSent ?? london('2026-04-01 09:30'),
          ...(notificationSent === undefined ? {} : { notificationSent }),
        },
        agencies: [],
        sentOn: civilDate('2026-04-01'),
      },
      officialCalendar,
    );

  // The day counts of the eleven published starts, taken from the notification in place of the referral.
  test.each([
    ['2026-02-02', '2026-02-04', '2026-02-11', '2026-02-19', '2026-02-23'],
    ['2026-02-07', '2026-02-10', '2026-02-17', '2026-02-25', '2026-02-27'],
    ['2026-03-30', '2026-04-01', '2026-04-10', '2026-04-20', '2026-04-22'],
    ['2026-04-02', '2026-04-08', '2026-04-15', '2026-04-23', '2026-04-27'],
    ['2026-08-28', '2026-09-02', '2026-09-09', '2026-09-17', '2026-09-21'],
    ['2026-12-26', '2026-12-30', '2027-01-07', '2027-01-15', '2027-01-19'],
  ])('notified %s', (notified, dispatch, opens, closes, complete) => {
    const { dates, timetable } = ask(london(`${notified} 11:05`));
    const found = Object.fromEntries(dates.map((date) => [date.obligation, date]));
    expect(found['scopingDispatch']?.due).toBe(dispatch);
    expect([found['meeting']?.opens?.reaches, found['meeting']?.due]).toEqual([opens, closes]);
    expect(found['completeLocal']?.due).toBe(complete);
    expect(found['completePanel']?.due).toBe(complete);
    expect(timetable.headline).toBe(complete);
    // From the day the request went, in every reading.
    expect(found['agencyReturn']?.due).toBe('2026-04-10');
  });

  it('has no date before the notification, but for what hangs on the sent request', () => {
    const { dates, waiting } = ask();
    expect(dates.map(({ obligation }) => obligation)).toEqual(['agencyReturn', 'recordsSecured']);
    expect(waiting.map(({ obligation, waitsFor }) => [obligation, waitsFor])).toEqual([
      ['notification', 'localAuthorityAware'],
      ['scopingDispatch', 'notificationSent'],
      ['meeting', 'notificationSent'],
      ['completeLocal', 'notificationSent'],
      ['completePanel', 'notificationSent'],
    ]);
  });
});
