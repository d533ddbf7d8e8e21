// On which days the story of the proclaimed holiday is played: those of September 2022 themselves, and their like ahead.

import { describe, expect, it } from '@jest/globals';
import { daysOfProclamation } from '../../cli/demo/proclaimed/daysOfProclamation';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { civilDate } from '../../domain/calendar/civilDate';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';

const calendar = workingCalendar(shippedSnapshot(civilDate('2026-11-01')));
const at = (text: string): Instant => parseInstant(text) ?? (0 as Instant);

describe('the days of the proclamation', () => {
  it.each([
    ['of 2022', '2022-06-01T09:00:00Z', '2022-09-10', '2022-09-19'],
    ['of 2027', '2026-11-26T09:00:00Z', '2027-09-11', '2027-09-20'],
    [
      'of the year after, once the first case could not be received any more',
      '2027-09-01T10:00:00Z',
      '2028-09-09',
      '2028-09-18',
    ],
  ])('are those %s', (_what, now, proclaimedOn, holiday) => {
    expect(daysOfProclamation(calendar, at(now))).toMatchObject({ proclaimedOn, holiday });
  });

  it('begin with the receipts ten days and two days before, and the proclamation at 17:07 in London', () => {
    expect(daysOfProclamation(calendar, at('2022-06-01T09:00:00Z'))).toMatchObject({
      earlierReceived: at('2022-08-31T11:00:00+01:00'),
      received: at('2022-09-08T16:20:00+01:00'),
      proclaimedAt: at('2022-09-10T17:07:00+01:00'),
      toldOn: '2022-09-12',
    });
  });

  it('are refused where the bank holidays are not known that far', () => {
    expect(() => daysOfProclamation(calendar, at('2028-12-01T09:00:00Z'))).toThrow(
      /are known to .* 2028, and no second Saturday of September lies ahead/,
    );
  });
});
