// The text of an explanation in its rarer forms: nothing to count from yet, who recorded it, a window that is squeezed,
// predicted and supposed days, dates that came and went, what is done.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { supposing } from '../../../domain/calendar/otherHolidays';
import { workingCalendar, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import { explainTimetable, type Explanation } from '../../../domain/timetable/explain';
import type { AgencyFacts, TimetableFacts } from '../../../domain/timetable/facts';
import { CONVENTION, sayExplanation, type Naming } from '../../../domain/timetable/sayExplanation';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const NAMING: Naming = {
  agency: () => 'Example Hospitals NHS Trust',
  person: (id) => (id === 'messenger' ? 'The mail service' : `<${id}>`),
  event: (number) => `What event ${number} says.`,
};

const explained = (
  key: string,
  timestamps: TimetableFacts['timestamps'],
  calendar: WorkingCalendar = officialCalendar,
): Explanation => {
  const agencies = [{ agency: AGENCY(1), identified: 'withReferral' as const }];
  const facts = { profile: currentProfile, timestamps, agencies, outcomes: {} };
  const found = explainTimetable(facts, calendar).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};
const say = (
  explanation: Parameters<typeof sayExplanation>[0],
  calendar: WorkingCalendar = officialCalendar,
): readonly string[] => sayExplanation(explanation, calendar, NAMING).split('\n');

const CALENDAR =
  'Bank holidays: calendar 85313df60df678f9; the official list is known to Sunday 31 December 2028.';
const RECEIVED = { referralReceived: london('2026-03-30 16:20') };
const RULE = 'Rule: C2; profile cscp-wt2018, version 1.';
const DUE =
  'Example Hospitals NHS Trust. The scoping template is sent to the agency. Due by the end of Wednesday 1 April 2026.';
const COUNT = [
  'It is due 2 working days after Monday 30 March 2026 (the day the referral was received):',
  '  Tuesday 31 March        working day 1',
  '  Wednesday 1 April       working day 2',
];
const dispatch = explained(`scopingDispatch:${AGENCY(1)}`, RECEIVED);

it('what waits for its start has a rule and a calendar, and nothing that is counted', () => {
  expect(say(explained('notification', RECEIVED))).toEqual([
    'The local authority notifies the national Panel of the serious incident. It has no date yet: it waits for the day the local authority became aware.',
    'Rule: Children Act 2004, section 16C; Working Together 2018, chapter 4; profile cscp-wt2018, version 1.',
    CALENDAR,
  ]);
});

describe('who recorded what is counted from', () => {
  const record = { event: 3, recordedBy: 'P-0001', recordedAt: london('2026-03-31 09:05') };

  it.each([
    [
      'with its moment',
      { ...record, at: london('2026-03-30 16:20') },
      'Monday 30 March 2026, 16:20; recorded by <P-0001> on Tuesday 31 March 2026, 09:05 (event 3).',
    ],
    [
      'of a day alone',
      record,
      'Monday 30 March 2026; recorded by <P-0001> on Tuesday 31 March 2026, 09:05 (event 3).',
    ],
    [
      'put right since',
      { ...record, corrected: true as const },
      'Monday 30 March 2026; corrected by <P-0001> on Tuesday 31 March 2026, 09:05 (event 3).',
    ],
    [
      'by no person, inside a sentence',
      { ...record, recordedBy: 'messenger' },
      'Monday 30 March 2026; recorded by the mail service on Tuesday 31 March 2026, 09:05 (event 3).',
    ],
  ])('%s', (_, anchor, said) => {
    expect(say({ ...dispatch, anchor })).toEqual([
      DUE,
      RULE,
      `Counted from the day the referral was received: ${said}`,
      CONVENTION,
      ...COUNT,
      CALENDAR,
    ]);
  });
});

it('the first date, each move, a date that went, and the day it was done come last', () => {
  const at = london('2026-03-31 09:05');
  const changes = [
    { due: civilDate('2026-04-01'), event: 1, at },
    { due: civilDate('2026-04-02'), was: civilDate('2026-04-01'), event: 2, at },
    { was: civilDate('2026-04-02'), event: 3, at },
    { due: civilDate('2026-04-01'), event: 4, at },
  ];
  expect(say({ ...dispatch, changes, doneOn: civilDate('2026-04-01') })).toEqual([
    DUE,
    RULE,
    CONVENTION,
    ...COUNT,
    CALENDAR,
    'First set to Wednesday 1 April 2026 on Tuesday 31 March 2026, 09:05 (event 1): What event 1 says.',
    'Moved from Wednesday 1 April 2026 to Thursday 2 April 2026 on Tuesday 31 March 2026, 09:05 (event 2): What event 2 says.',
    'Moved from Thursday 2 April 2026 to no date on Tuesday 31 March 2026, 09:05 (event 3): What event 3 says.',
    'Set again to Wednesday 1 April 2026 on Tuesday 31 March 2026, 09:05 (event 4): What event 4 says.',
    'Done on Wednesday 1 April 2026; it keeps the date it was judged by (R7).',
  ]);
});

it('what is done on a day on which the calendar changed says by which of its dates it is judged', () => {
  const done = say({ ...dispatch, doneOn: civilDate('2026-04-01'), changedThatDay: true });
  expect(done.at(-1)).toBe(
    'Done on Wednesday 1 April 2026, a day on which the calendar changed: it is judged by its date as that day began or, where it is late by that, by the later one (R7).',
  );
});

it('a window that is left no day shows the count to its first day once', () => {
  const notified = { ...RECEIVED, notificationSent: london('2026-03-10 10:00') };
  const said = say(explained('meeting', notified));
  expect(said.filter((line) => !line.startsWith('  '))).toEqual([
    'The Rapid Review meeting takes its quorate decision. Due from Friday 10 April 2026 by the end of Friday 10 April 2026.',
    'Rule: C5; profile cscp-wt2018, version 1.',
    CONVENTION,
    'By its own count it would be due 13 working days after Monday 30 March 2026 (the day the referral was received):',
    'The day on which the Rapid Review must be complete leaves the window no day: its first day, the earliest workable one, stands in.',
    'It is due 7 working days after Monday 30 March 2026 (the day the referral was received):',
    CALENDAR,
  ]);
});

describe('a date that another count than its own decides', () => {
  const agencyOf = (facts: Partial<AgencyFacts>, key: string): readonly string[] => {
    const agency = { agency: AGENCY(1), identified: 'withReferral' as const, ...facts };
    const given = { profile: currentProfile, timestamps: RECEIVED, agencies: [agency], outcomes: {} };
    const found = explainTimetable(given, officialCalendar).find((one) => one.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return say(found);
  };

  it('of an agency found late says that it was, between the two counts', () => {
    const late = agencyOf({ identified: london('2026-04-14 09:00') }, `scopingDispatch:${AGENCY(1)}`);
    expect(late).toEqual([
      'Example Hospitals NHS Trust. The scoping template is sent to the agency. Due by the end of Wednesday 15 April 2026.',
      RULE,
      CONVENTION,
      'By its own count it would be due 2 working days after Monday 30 March 2026 (the day the referral was received):',
      ...COUNT.slice(1),
      'The agency was found after the day on which the request was due: it has the next working day (local default).',
      'It is due 1 working day after Tuesday 14 April 2026 (the day the agency was identified):',
      '  Wednesday 15 April      working day 1',
      CALENDAR,
    ]);
  });

  it('agreed with the agency says so, and shows what would have been due', () => {
    const agreed = { due: civilDate('2026-04-14'), extends: true };
    const sent = { on: civilDate('2026-03-30'), channel: 'mail' } as const;
    const said = agencyOf({ sent, agreed }, `agencyReturn:${AGENCY(1)}`);
    expect(said.filter((line) => !line.startsWith('  '))).toEqual([
      'Example Hospitals NHS Trust. The agency returns the scoping template. Due by the end of Tuesday 14 April 2026.',
      'Rule: C3; profile cscp-wt2018, version 1.',
      CONVENTION,
      'By its own count it would be due 5 working days after Monday 30 March 2026 (the day the request was sent):',
      'Another date was agreed with the agency, and is recorded with its reason.',
      'It is due the day that was agreed.',
      CALENDAR,
    ]);
  });
});

describe('days that no official list has', () => {
  const predicting = workingCalendar(shippedSnapshot(civilDate('2028-06-01')));
  const saidOf = (received: string): readonly string[] =>
    say(explained('completeLocal', { referralReceived: london(received) }, predicting), predicting);

  it('predicted: the date says on which it rests', () => {
    const said = saidOf('2028-12-18 10:00');
    expect(said).toContain(
      "  Monday 1 January        not counted: New Year's Day (predicted by rule, not on the official list yet, known since Thursday 1 June 2028)",
    );
    expect(said).toContain(
      "Provisional: the official list of bank holidays is known to Sunday 31 December 2028 only. It rests on New Year's Day on Monday 1 January 2029, which is only predicted.",
    );
  });

  it('several: each is named', () => {
    const [line] = saidOf('2029-03-26 10:00').filter((one) => one.startsWith('Provisional'));
    expect(line).toBe(
      'Provisional: the official list of bank holidays is known to Sunday 31 December 2028 only. It rests on Good Friday on Friday 30 March 2029, Easter Monday on Monday 2 April 2029, which is only predicted.',
    );
  });

  it('past the list without a predicted day on the way: that the list ends, and no more', () => {
    expect(saidOf('2029-01-02 10:00')).toContain(
      'Provisional: the official list of bank holidays is known to Sunday 31 December 2028 only.',
    );
  });

  it('supposed: by its title, and never as known', () => {
    const day = { date: civilDate('2026-04-01'), title: 'Day of mourning' };
    const supposed = workingCalendar(supposing(officialCalendar.snapshot, { extra: [day] }).snapshot);
    expect(say(explained(`scopingDispatch:${AGENCY(1)}`, RECEIVED, supposed), supposed)).toContain(
      '  Wednesday 1 April       not counted: Day of mourning (supposed for this question)',
    );
  });
});
