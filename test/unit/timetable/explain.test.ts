// Explanations that a manager counts again on a wall calendar: every day on the way once, the numbers without gap, the
// due date where the count ends; and of a case, who recorded what, the first date and each move.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, toDayNumber } from '../../../domain/calendar/civilDate';
import { isWorkingDay, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { dueDates } from '../../../domain/timetable/dueDates';
import { explainTimetable, type CountExplained, type Explanation } from '../../../domain/timetable/explain';
import type { TimetableFacts } from '../../../domain/timetable/facts';
import { keyOf } from '../../../domain/timetable/obligationKey';
import {
  sayExplanation,
  type ExplanationOfCase,
  type Naming,
} from '../../../domain/timetable/sayExplanation';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar } from '../calendars';
import { AGENCY, london, REASON, Story } from '../rapidReview/story';
import { runs } from '../runs';

const NAMING: Naming = {
  agency: () => 'Example Hospitals NHS Trust',
  person: (id) => (id === 'messenger' ? 'The mail service' : 'Sam Inglewood'),
  event: () => 'It was recorded.',
};

const recount = ({ counting, reaches, days }: CountExplained, calendar: WorkingCalendar): void => {
  const numbers = days.flatMap(({ counted }) => counted ?? []);
  expect(numbers).toEqual(Array.from({ length: Math.abs(counting.workingDays) }, (_, index) => index + 1));
  const step = counting.workingDays < 0 ? -1 : 1;
  const first = toDayNumber(counting.anchorDate);
  expect(days.map(({ date }) => toDayNumber(date))).toEqual(
    days.map((_, index) => first + step * (index + 1)),
  );
  for (const day of days) expect(day.counted !== undefined).toBe(isWorkingDay(calendar, day.date));
  expect(days.at(-1)?.date ?? counting.anchorDate).toBe(reaches);
};

const factsOf = (received: string, notified: string | undefined, sent: string): TimetableFacts => ({
  profile: { id: 'cscp-wt2018', version: 1 },
  timestamps: {
    referralReceived: london(`${received} 16:20`),
    localAuthorityAware: london(`${received} 08:00`),
    ...(notified === undefined ? {} : { notificationSent: london(`${notified} 10:00`) }),
  },
  agencies: [
    { agency: AGENCY(1), identified: 'withReferral', sent: { on: civilDate(sent), channel: 'mail' } },
    { agency: AGENCY(2), identified: london(`${sent} 11:00`) },
  ],
  outcomes: {},
});

const explained = (facts: TimetableFacts, key: string, calendar = officialCalendar): Explanation => {
  const found = explainTimetable(facts, calendar).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

describe('any explanation', () => {
  it('counts exactly the days asked for, every day on the way once, and ends on the due date', () => {
    const day = fc.integer({
      min: toDayNumber(civilDate('2024-01-01')),
      max: toDayNumber(civilDate('2027-06-30')),
    });
    const date = day.map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    const off = fc.array(date, { maxLength: 40 });
    fc.assert(
      fc.property(date, date, fc.option(date, { nil: undefined }), off, (received, sent, notified, days) => {
        const calendar = calendarOf(days);
        const facts = factsOf(received, notified, sent);
        const dues = new Map(dueDates(facts, calendar).map((due) => [keyOf(due), due]));
        for (const explanation of explainTimetable(facts, calendar)) {
          const { due, count, opens, ownCount } = explanation;
          expect(due).toBe(dues.get(explanation.key)?.due);
          expect(count?.reaches).toBe(due);
          expect(opens?.reaches).toBe(dues.get(explanation.key)?.opens);
          for (const one of [count, opens, ownCount]) if (one !== undefined) recount(one, calendar);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('which count decides', () => {
  it("an obligation's own", () => {
    const { decidedBy, ownCount } = explained(
      factsOf('2026-03-30', undefined, '2026-04-01'),
      'completeLocal',
    );
    expect({ decidedBy, ownCount }).toEqual({ decidedBy: 'ownCount', ownCount: undefined });
  });

  it('the headline, where it closes the meeting window earlier; the own count stands beside it', () => {
    const meeting = explained(factsOf('2026-03-30', '2026-03-27', '2026-04-01'), 'meeting');
    expect(meeting).toMatchObject({ decidedBy: 'headline', due: '2026-04-17' });
    expect(meeting.ownCount?.reaches).toBe('2026-04-20');
    expect(meeting.opens?.reaches).toBe('2026-04-10');
  });

  it('the day that it was found, for an agency found after the day on which its request was due', () => {
    const late = explained(factsOf('2026-03-30', undefined, '2026-04-14'), 'scopingDispatch:AG-0002');
    expect(late).toMatchObject({ decidedBy: 'lateFoundAgency', due: '2026-04-15' });
    expect(late.ownCount?.reaches).toBe('2026-04-01');
  });

  it('the opening day, where the headline leaves the window nothing', () => {
    const meeting = explained(factsOf('2026-03-30', '2026-03-10', '2026-04-01'), 'meeting');
    expect(meeting).toMatchObject({ decidedBy: 'windowLeavesNothing', due: '2026-04-10' });
  });
});

describe('where a holiday is from', () => {
  it('is said with the day it was known', () => {
    const { count } = explained(factsOf('2026-03-30', undefined, '2026-04-01'), 'agencyReturn:AG-0001');
    expect(count?.days.find(({ date }) => date === '2026-04-03')).toEqual({
      date: '2026-04-03',
      why: 'Good Friday',
      source: 'govUk',
      knownSince: '2023-12-15',
    });
  });

  it('a predicted one makes the date provisional, and so does the end of the official list', () => {
    const predicting = workingCalendar(shippedSnapshot(civilDate('2028-06-01')));
    const facts = factsOf('2028-12-18', undefined, '2028-12-20');
    const { due, provisional } = explained(facts, 'completeLocal', predicting);
    expect(due).toBe('2029-01-11');
    expect(provisional).toMatchObject({ pastConfirmed: true });
    expect(provisional?.days.map(({ date }) => date)).toEqual(['2029-01-01']);
    expect(explained(facts, 'scopingDispatch:AG-0001', predicting).provisional).toBeUndefined();
  });
});

describe('the dates of a case', () => {
  const story = (): Story => {
    const told = new Story().opened('2026-03-30 16:20', { agencies: [AGENCY(1)] });
    told
      .at('2026-03-31 11:05')
      .act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-27 10:00') });
    return told;
  };
  const one = (told: Story, key: string): ExplanationOfCase => {
    const found = explanationsOfCase(told.events, () => officialCalendar).find((line) => line.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };

  it('say who recorded what they count from', () => {
    const { anchor } = one(story(), 'completeLocal');
    expect(anchor).toEqual({
      event: 1,
      at: london('2026-03-30 16:20'),
      recordedBy: story().events[0]?.actor,
      recordedAt: story().events[0]?.at,
    });
  });

  it('tell the first date, and each move with its cause', () => {
    const told = story();
    const { changes } = one(told, 'meeting');
    expect(changes.map(({ was, due }) => [was, due])).toEqual([
      [undefined, '2026-04-20'],
      ['2026-04-20', '2026-04-17'],
    ]);
    expect(told.events[(changes[1]?.event ?? 0) - 1]?.kind).toBe('TimestampRecorded');
  });

  it('tell a correction as one', () => {
    const told = story();
    told.at('2026-04-01 09:30').act({
      kind: 'correctTimestamp',
      timestamp: 'notificationSent',
      at: london('2026-03-26 10:00'),
      reason: REASON,
    });
    const { anchor, changes } = one(told, 'completePanel');
    expect(anchor).toMatchObject({ corrected: true, at: london('2026-03-26 10:00') });
    expect(changes.map(({ due }) => due)).toEqual(['2026-04-21', '2026-04-20']);
  });

  it('an opening with several timestamps has one first date, not a move for each', () => {
    const told = new Story().opened('2026-03-30 16:20', {
      timestamps: { notificationSent: london('2026-03-27 10:00') },
    });
    expect(one(told, 'meeting').changes.map(({ was, due }) => [was, due])).toEqual([
      [undefined, '2026-04-17'],
    ]);
  });

  it('done: the count is shown that gave the date it was judged by, and later moves are none', () => {
    const told = story();
    told
      .at('2026-03-31 12:00')
      .act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: london('2026-03-26 10:00') });
    const { due, doneOn, count, changes } = one(told, 'notification');
    expect({ due, doneOn, reaches: count?.reaches }).toEqual({
      due: '2026-04-02',
      doneOn: '2026-03-27',
      reaches: '2026-04-02',
    });
    expect(changes).toHaveLength(1);
  });
});

describe('in words', () => {
  it('a return over Easter', () => {
    const explanation = explained(factsOf('2026-03-30', undefined, '2026-04-01'), 'agencyReturn:AG-0001');
    expect(sayExplanation(explanation, officialCalendar, NAMING)).toMatchInlineSnapshot(`
      "Example Hospitals NHS Trust. The agency returns the scoping template. Due by the end of Friday 10 April 2026.
      Rule: C3; profile cscp-wt2018, version 1.
      The day itself is day 0, whatever the hour; day 1 is the next working day. Due by 23:59:59 in London on the last day; counting back, day 1 is the working day before (R1). Saturdays, Sundays and the bank holidays of England and Wales do not count (R2).
      It is due 5 working days after Wednesday 1 April 2026 (the day the request was sent):
        Thursday 2 April        working day 1
        Friday 3 April          not counted: Good Friday (GOV.UK, known since Friday 15 December 2023)
        Saturday 4 April        not counted: Saturday
        Sunday 5 April          not counted: Sunday
        Monday 6 April          not counted: Easter Monday (GOV.UK, known since Friday 15 December 2023)
        Tuesday 7 April         working day 2
        Wednesday 8 April       working day 3
        Thursday 9 April        working day 4
        Friday 10 April         working day 5
      Bank holidays: calendar 85313df60df678f9; the official list is known to Sunday 31 December 2028."
    `);
  });

  it('a meeting window that the headline closes, of a case', () => {
    const told = new Story().opened('2026-03-30 16:20', { agencies: [AGENCY(1)] });
    told
      .at('2026-03-31 11:05')
      .act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-27 10:00') });
    const meeting = explanationsOfCase(told.events, () => officialCalendar).find(
      ({ key }) => key === 'meeting',
    );
    if (meeting === undefined) throw new Error('no meeting');
    expect(sayExplanation(meeting, officialCalendar, NAMING)).toMatchInlineSnapshot(`
      "The Rapid Review meeting takes its quorate decision. Due from Friday 10 April 2026 by the end of Friday 17 April 2026.
      Rule: C5; profile cscp-wt2018, version 1.
      The day itself is day 0, whatever the hour; day 1 is the next working day. Due by 23:59:59 in London on the last day; counting back, day 1 is the working day before (R1). Saturdays, Sundays and the bank holidays of England and Wales do not count (R2).
      It opens 7 working days after Monday 30 March 2026 (the day the referral was received):
        Tuesday 31 March        working day 1
        Wednesday 1 April       working day 2
        Thursday 2 April        working day 3
        Friday 3 April          not counted: Good Friday (GOV.UK, known since Friday 15 December 2023)
        Saturday 4 April        not counted: Saturday
        Sunday 5 April          not counted: Sunday
        Monday 6 April          not counted: Easter Monday (GOV.UK, known since Friday 15 December 2023)
        Tuesday 7 April         working day 4
        Wednesday 8 April       working day 5
        Thursday 9 April        working day 6
        Friday 10 April         working day 7
      By its own count it would be due 13 working days after Monday 30 March 2026 (the day the referral was received):
        Tuesday 31 March        working day 1
        Wednesday 1 April       working day 2
        Thursday 2 April        working day 3
        Friday 3 April          not counted: Good Friday (GOV.UK, known since Friday 15 December 2023)
        Saturday 4 April        not counted: Saturday
        Sunday 5 April          not counted: Sunday
        Monday 6 April          not counted: Easter Monday (GOV.UK, known since Friday 15 December 2023)
        Tuesday 7 April         working day 4
        Wednesday 8 April       working day 5
        Thursday 9 April        working day 6
        Friday 10 April         working day 7
        Saturday 11 April       not counted: Saturday
        Sunday 12 April         not counted: Sunday
        Monday 13 April         working day 8
        Tuesday 14 April        working day 9
        Wednesday 15 April      working day 10
        Thursday 16 April       working day 11
        Friday 17 April         working day 12
        Saturday 18 April       not counted: Saturday
        Sunday 19 April         not counted: Sunday
        Monday 20 April         working day 13
      The window closes earlier than by its own count, because the Rapid Review must be complete sooner: see the explanation of its completion.
      It is due 2 working days before Tuesday 21 April 2026 (the day the Rapid Review must be complete):
        Monday 20 April         working day 1
        Sunday 19 April         not counted: Sunday
        Saturday 18 April       not counted: Saturday
        Friday 17 April         working day 2
      Bank holidays: calendar 85313df60df678f9; the official list is known to Sunday 31 December 2028.
      First set to Monday 20 April 2026 on Monday 30 March 2026, 16:20 (event 1): It was recorded.
      Moved from Monday 20 April 2026 to Friday 17 April 2026 on Tuesday 31 March 2026, 11:05 (event 4): It was recorded."
    `);
  });
});
