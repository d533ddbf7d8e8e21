// Every refusal of an act on the ledger of bank holidays: its type and status, where in the request, and a sentence that
// names what stands and what to do.

import { describe, expect, test } from '@jest/globals';
import { problemOfAct } from '../../../api/problems/holidayProblems';
import { civilDate } from '../../../domain/calendar/civilDate';
import {
  keepDifference,
  listHoliday,
  withdrawHoliday,
  type ActDecision,
} from '../../../domain/holidayLedger/acts';
import { byHand, ledgerWith, LIBRARY_READING, withdrawn } from '../holidayLedger/ledgerStory';

const TODAY = civilDate('2026-05-05');
const ledger = ledgerWith(byHand('2026-09-14', 'Day of mourning'), withdrawn('2026-12-25'));
const list = (date: string, title: string) => listHoliday(ledger, { date: civilDate(date), title }, TODAY);
const withdraw = (date: string) => withdrawHoliday(ledger, civilDate(date));

describe('an act that is refused', () => {
  test.each<[string, ActDecision, number, string, readonly string[], string]>([
    [
      'lists a day that stands by a person, under the same title',
      list('2026-09-14', 'Day of mourning'),
      409,
      'holiday-already-stands',
      ['/date'],
      'Monday 14 September 2026 stands already as "Day of mourning", listed by Sam Inglewood, known since Monday 4 May 2026. There is nothing to list. Where open cases do not count with it yet, a change of the calendar without days brings it to them.',
    ],
    [
      'gives another title to a day on the official list',
      list('2026-04-03', 'Easter Friday'),
      409,
      'holiday-already-stands',
      ['/title'],
      'Friday 3 April 2026 stands already as "Good Friday", on the list of GOV.UK, known since Friday 10 January 2025. It was given as "Easter Friday" now. If that is the right title, withdraw the day and list it again in one change of the calendar.',
    ],
    [
      'gives another title to a day that R2 does not name by itself',
      list('2027-01-01', 'First of January'),
      409,
      'holiday-already-stands',
      ['/title'],
      'Friday 1 January 2027 stands already as "New Year’s Day", on the list of GOV.UK, known since Friday 10 January 2025. It was given as "First of January" now. If that is the right title, withdraw the day and list it again.',
    ],
    [
      'withdraws Good Friday',
      withdraw('2026-04-03'),
      422,
      'holiday-stands-by-rule',
      [],
      'Friday 3 April 2026 is Good Friday, which is never a working day, whatever a list says: it cannot be taken back. Any other bank holiday can, also a substitute day. To put its title right, take the day back and list it again in one change of the calendar.',
    ],
    [
      'lists a day outside the span',
      list('2031-05-05', 'x'),
      422,
      'calendar-does-not-cover',
      [],
      'A holiday on Monday 5 May 2031 cannot be counted: the bank holidays are known from Thursday 1 January 2026 to Sunday 31 December 2028 only. Check the year; if it is right, ask for the calendar to be extended.',
    ],
    [
      'withdraws a day that was withdrawn',
      withdraw('2026-12-25'),
      409,
      'holiday-does-not-stand',
      [],
      'Friday 25 December 2026 was withdrawn before, so there is nothing to withdraw.',
    ],
    [
      'withdraws a day that only the library has',
      withdraw('2026-05-25'),
      409,
      'holiday-does-not-stand',
      [],
      'Monday 25 May 2026 is in the date-holidays library alone and does not count, so there is nothing to withdraw. To stop being asked about it, keep the difference.',
    ],
    [
      'withdraws a day on no list',
      withdraw('2026-06-01'),
      409,
      'holiday-does-not-stand',
      [],
      'Monday 1 June 2026 is on no list, so there is nothing to withdraw. Check the date.',
    ],
    [
      'keeps a difference that is none',
      keepDifference(ledger, [LIBRARY_READING], { date: civilDate('2026-04-03'), against: 'library' }),
      409,
      'no-such-difference',
      ['/against'],
      'There is no open difference with the date-holidays library about Friday 3 April 2026. Those that are open are listed beside the holidays.',
    ],
  ])('%s', (_, decision, status, slug, pointers, says) => {
    if (decision.ok) throw new Error('it was accepted');
    const found = problemOfAct(decision.rejection, 'Sam Inglewood');
    const { kind } = found;
    expect([kind.status, kind.slug, kind.maybeDone]).toEqual([status, slug, undefined]);
    expect(found.errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(found.detail).toBe(says);
  });
});
