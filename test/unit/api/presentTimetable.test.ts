// A timetable as the API shows it where the official list of bank holidays ends: what rests on predicted days says so.

import { expect, it } from '@jest/globals';
import { presentTimetable } from '../../../api/timetable/presentTimetable';
import { civilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import { whatIf } from '../../../domain/timetable/whatIf';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { london } from '../rapidReview/story';

const predicting = workingCalendar(shippedSnapshot(civilDate('2028-06-01')));

const presented = (received: string, notified?: string) => {
  const timestamps = {
    referralReceived: london(received),
    ...(notified === undefined ? {} : { notificationSent: london(notified) }),
  };
  const { timetable } = whatIf(
    { profile: currentProfile, timestamps, agencies: [], sentOn: civilDate('2028-12-12') },
    predicting,
  );
  return presentTimetable(timetable, predicting, currentProfile);
};

it('marks every date after the end of the official list as provisional', () => {
  const { obligations, calendar } = presented('2028-12-11 10:00');
  expect(calendar.warning).toMatch(/^The official list of bank holidays ended on Sunday 31 December 2028/);
  expect(obligations.map(({ obligation, due, provisional }) => [obligation, due, provisional])).toEqual([
    ['notification', undefined, undefined],
    ['scopingDispatch', '2028-12-13', undefined],
    ['agencyReturn', '2028-12-19', undefined],
    ['recordsSecured', '2028-12-14', undefined],
    ['meeting', '2029-01-02', true],
    ['completeLocal', '2029-01-04', true],
    ['completePanel', undefined, undefined],
  ]);
});

it('marks what is counted back from such a date, though it lies before the end', () => {
  const { headline, obligations } = presented('2028-12-12 10:00', '2028-12-07 10:00');
  expect(headline?.date).toBe('2029-01-02');
  expect(obligations.find(({ obligation }) => obligation === 'meeting')).toMatchObject({
    due: '2028-12-28',
    provisional: true,
  });
});
