// Every mail that the team gets at once, with the facts of the day it goes.

import type { Notice } from '../../../domain/rapidReview/notices';
import { completeDue, facts, type Mails, notice, on } from './examples';

const outsideWindow = (
  day: string,
  way: 'early' | 'late' | 'dayOff',
  [opens, closes]: readonly [string, string],
): Notice =>
  notice({
    kind: 'meetingOutsideWindow',
    meeting: 1,
    on: on(day),
    way,
    opens: on(opens),
    closes: on(closes),
  });

export const MAILS_TO_TEAM: Mails = {
  completionMissed: [
    notice({ kind: 'completionMissed', key: completeDue.key, due: completeDue.due }),
    facts({ today: on('2026-04-23'), dates: [{ ...completeDue, missed: true }] }),
  ],
  completionLate: [
    notice({
      kind: 'completionMissed',
      key: completeDue.key,
      due: completeDue.due,
      completeOn: on('2026-04-24'),
    }),
    facts({ today: on('2026-04-27'), dates: [{ ...completeDue, missed: true }] }),
  ],
  meetingWindowLeavesNothing: [
    notice({
      kind: 'meetingWindowLeavesNothing',
      headline: on('2026-04-13'),
      earliestWorkable: on('2026-04-10'),
    }),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowLate: [
    outsideWindow('2026-04-20', 'late', ['2026-04-10', '2026-04-17']),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowByProclamation: [
    outsideWindow('2026-04-10', 'early', ['2026-04-13', '2026-04-21']),
    facts({
      dates: [],
      movedBy: {
        days: [{ date: on('2026-04-08'), title: 'State Funeral', change: 'listed' }],
        corrected: false,
      },
    }),
  ],
  meetingAfterTheReviewMustBeComplete: [
    outsideWindow('2026-04-23', 'late', ['2026-04-10', '2026-04-20']),
    facts({ dates: [], completeBy: on('2026-04-22') }),
  ],
  meetingAfterTheDayToReconsider: [
    notice({
      kind: 'meetingOutsideWindow',
      meeting: 2,
      on: on('2026-05-06'),
      way: 'late',
      closes: on('2026-05-05'),
    }),
    facts({ dates: [] }),
  ],
  meetingOnDayThatBecameHoliday: [
    outsideWindow('2026-04-14', 'dayOff', ['2026-04-10', '2026-04-21']),
    facts({ dates: [] }),
  ],
  meetingOutsideWindowThatIsOver: [
    outsideWindow('2026-04-20', 'late', ['2026-04-08', '2026-04-15']),
    facts({ today: on('2026-04-16'), dates: [] }),
  ],
  meetingOnHolidayAfterItsWindow: [
    outsideWindow('2026-04-22', 'dayOff', ['2026-04-10', '2026-04-20']),
    facts({ today: on('2026-04-21'), dates: [] }),
  ],
  meetingOnHolidayInItsWindow: [
    outsideWindow('2026-04-17', 'dayOff', ['2026-04-10', '2026-04-20']),
    facts({ today: on('2026-04-15'), dates: [] }),
  ],
  meetingOutsideWindowEarly: [
    outsideWindow('2026-04-09', 'early', ['2026-04-10', '2026-04-20']),
    facts({ dates: [] }),
  ],
};
