// A closure or school holidays beside a date, in words (R2): whose, from when to when, and that it counts; and in the explanation of
// that date.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { DayNamed, LocalDays } from '../../../domain/localDays/localDays';
import { currentProfile } from '../../../domain/policy/profiles';
import { explainTimetable } from '../../../domain/timetable/explain';
import { sayExplanation, sayLocalDays } from '../../../domain/timetable/sayExplanation';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const shutDown: LocalDays = {
  id: 'LD-0001' as LocalDays['id'],
  version: 1,
  takenBack: false,
  kind: 'closure',
  title: 'Christmas shut-down',
  firstDay: civilDate('2026-12-24'),
  lastDay: civilDate('2027-01-01'),
};
const on = civilDate('2026-12-30');
const name = (agency: string): string => `<${agency}>`;
const said = (named: Partial<DayNamed>, days: Partial<LocalDays> = {}): string =>
  sayLocalDays({ on, localDays: { ...shutDown, ...days }, ...named }, name);

describe('a date that lies in local days', () => {
  it('is said with the days, and that it counts', () => {
    expect(said({})).toBe(
      'Wednesday 30 December 2026 lies in the closure "Christmas shut-down" (Thursday 24 December 2026 to Friday 1 January 2027); it counts as a working day.',
    );
  });

  it('is said to be that of the meeting, whose the days are, and that they are one alone', () => {
    const one = { kind: 'schoolHolidays', title: 'Half day', firstDay: on, lastDay: on } as const;
    expect(said({ meeting: true }, { ...one, agency: AGENCY(3) })).toBe(
      'The day of the meeting, Wednesday 30 December 2026, lies in the school holidays "Half day" of <AG-0003> (that day alone); it counts as a working day.',
    );
  });

  it('has that in its explanation', () => {
    const facts = {
      profile: currentProfile,
      agencies: [],
      outcomes: {},
      timestamps: { referralReceived: london('2026-12-07 10:00') },
    };
    const [found] = explainTimetable(facts, officialCalendar).filter(({ key }) => key === 'completeLocal');
    if (found === undefined) throw new Error('there is no completion');
    const naming = { agency: name, person: name, event: String };
    const without = sayExplanation(found, officialCalendar, naming).split('\n');
    const days = { ...shutDown, agency: AGENCY(3) };
    const withIt = sayExplanation(found, officialCalendar, naming, [{ on, localDays: days }]).split('\n');
    expect(withIt.filter((line) => !without.includes(line))).toEqual([said({}, { agency: AGENCY(3) })]);
    expect(withIt).toHaveLength(without.length + 1);
  });
});
