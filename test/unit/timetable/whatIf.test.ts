// The timetable without a case: the dates of the rule book from a few dates alone.

import { describe, expect, it } from '@jest/globals';
import { whatIf } from '../../../cli/timetable/whatIf';
import { civilDate } from '../../../domain/calendar/civilDate';
import { officialCalendar } from '../calendars';
import { london } from '../rapidReview/story';

describe('what if', () => {
  it('gives the worked dates of the rule book', () => {
    const lines = whatIf(
      {
        received: london('2026-03-30 16:20'),
        notified: london('2026-03-27 10:00'),
        sent: civilDate('2026-04-01'),
      },
      officialCalendar,
    );
    expect(lines.map(({ obligation, opens, due }) => [obligation, opens, due])).toEqual([
      ['scopingDispatch', undefined, '2026-04-01'],
      ['agencyReturn', undefined, '2026-04-10'],
      ['recordsSecured', undefined, '2026-04-07'],
      ['meeting', '2026-04-10', '2026-04-17'],
      ['completeLocal', undefined, '2026-04-22'],
      ['completePanel', undefined, '2026-04-21'],
    ]);
    expect(lines.at(-1)?.explanation).toBe(
      '15 working days after Friday 27 March 2026 (the day the notification was sent to the national Panel), not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    );
  });

  it.each([
    ['2026-03-16', '2026-03-05', '2026-03-04'],
    ['2026-04-14', '2026-04-01', '2026-03-31'],
    ['2026-09-07', '2026-08-26', '2026-08-25'],
    ['2027-01-05', '2026-12-22', '2026-12-21'],
  ])('published on %s, the report goes by %s, or %s by clear days (C13)', (publish, sent, clear) => {
    const lines = whatIf(
      { received: london('2026-03-30 16:20'), publish: civilDate(publish) },
      officialCalendar,
    );
    expect(lines.slice(-2).map(({ due }) => due)).toEqual([sent, clear]);
  });
});
