// Which closures and school holidays are named beside which line of a timetable, and in which words (R2). That no date follows from
// them is plain from what they are given: the lines are there before them.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { LocalDays } from '../../../domain/localDays/localDays';
import { datesShown, daysNamed, meetingShown } from '../../../domain/localDays/named';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { sayLocalDays } from '../../../domain/timetable/sayExplanation';
import { officialCalendar } from '../calendars';
import { COUNCIL, POLICE, Race, SCHOOL, WITHDRAWAL, invitation } from '../rapidReview/race';
import { REASON, type Story } from '../rapidReview/story';
import { localDays } from './invented';

/** Received on Monday 30 March 2026, asked the day after: returns are due on 9 April, the meeting by 20 April. */
const asked = (): Race => new Race().received().asked();

const named = ({ state, calendar }: Story, ...days: readonly LocalDays[]): readonly string[] => {
  if (state.status === 'none') throw new Error('no case was opened');
  const { lines } = timetableOfCase(state, calendar);
  const found = daysNamed(datesShown(lines, calendar, meetingShown(state, calendar)), days);
  return [...found].flatMap(([key, its]) =>
    its.map(({ on, meeting, localDays: { id } }) => `${key} ${meeting === true ? 'meets ' : ''}${on} ${id}`),
  );
};

describe('a line names', () => {
  it('R2: what everybody has and its due date lies in, from the first day to the last', () => {
    const story = asked();
    const everybodys = ['2026-04-22', '2026-04-21', '2026-04-23'].map((day, index) =>
      localDays(index + 1, day, day),
    );
    expect(named(story, ...everybodys)).toEqual(['completeLocal 2026-04-22 LD-0001']);
    expect(named(story, localDays(1, '2026-04-20', '2026-04-22'))).toEqual([
      'meeting 2026-04-20 LD-0001',
      'completeLocal 2026-04-22 LD-0001',
    ]);
  });

  it('R2: of an agency its own and those of everybody, of no other agency', () => {
    const own = localDays(1, '2026-04-06', '2026-04-10', { agency: SCHOOL, kind: 'schoolHolidays' });
    expect(named(asked(), own)).toEqual([`agencyReturn:${SCHOOL} 2026-04-09 LD-0001`]);
    const both = named(asked(), own, localDays(2, '2026-04-09', '2026-04-09'));
    expect(both.filter((line) => line.includes(SCHOOL))).toEqual([
      `agencyReturn:${SCHOOL} 2026-04-09 LD-0001`,
      `agencyReturn:${SCHOOL} 2026-04-09 LD-0002`,
    ]);
    expect(both.filter((line) => line.includes(COUNCIL))).toEqual([
      `agencyReturn:${COUNCIL} 2026-04-09 LD-0002`,
    ]);
  });

  it('nothing that was taken back', () => {
    expect(named(asked(), localDays(1, '2026-04-22', '2026-04-22', { takenBack: true }))).toEqual([]);
  });

  it('nothing of a day that does not count, which nobody is to be told of as a working day', () => {
    const shown = (due: string) =>
      datesShown(
        [{ key: 'meeting' as ObligationKey, obligation: 'meeting', due: civilDate(due) }],
        officialCalendar,
      );
    expect(shown('2026-04-07')).toHaveLength(1);
    for (const dayOff of ['2026-04-06', '2026-04-11', '2031-04-08']) expect(shown(dayOff)).toEqual([]);
  });

  it('of a date that was agreed after the miss both dates', () => {
    const story = asked().at('2026-04-10 12:00');
    story.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-15'), reason: REASON });
    const days = localDays(1, '2026-04-09', '2026-04-15', { agency: SCHOOL });
    expect(named(story, days)).toEqual([
      `agencyReturn:${SCHOOL} 2026-04-09 LD-0001`,
      `agencyReturn:${SCHOOL} 2026-04-15 LD-0001`,
    ]);
  });
});

describe('the line of the meeting names', () => {
  const day = localDays(1, '2026-04-14', '2026-04-14');
  const ofPolice = { ...day, agency: POLICE };

  it('R2: the day of the meeting as it is arranged, with what everybody has and each that is invited', () => {
    const story = asked();
    expect(named(story, day, ofPolice)).toEqual([]);
    const invitees = invitation('2026-04-14 10:00').invitees.filter(({ agency }) => agency === POLICE);
    story.meetingArranged('2026-04-14 10:00', { invitees });
    expect(named(story, day)).toEqual(['meeting meets 2026-04-14 LD-0001']);
    expect(named(story, ofPolice)).toEqual(['meeting meets 2026-04-14 LD-0001']);
    expect(named(story, { ...day, agency: SCHOOL })).toEqual([]);
    // Until the window closes it may be moved.
    expect(named(story, { ...ofPolice, lastDay: civilDate('2026-04-20') })).toEqual([
      'meeting 2026-04-20 LD-0001',
      'meeting meets 2026-04-14 LD-0001',
    ]);
  });

  it('one day once, where the meeting is on the last of its window', () => {
    const last = localDays(1, '2026-04-20', '2026-04-20');
    expect(named(asked().meetingArranged('2026-04-20 10:00'), last)).toEqual([
      'meeting meets 2026-04-20 LD-0001',
    ]);
  });

  it('no day of it once the meeting has decided, is cancelled, or the case has ended', () => {
    expect(named(asked().meetingArranged('2026-04-14 10:00').quorate().decided(), day)).toEqual([]);
    const cancelled = asked();
    cancelled.meetingArranged('2026-04-14 10:00');
    cancelled.act({ kind: 'cancelMeeting', reason: REASON });
    expect(named(cancelled, day)).toEqual([]);
    const ended = asked();
    ended.meetingArranged('2026-04-14 10:00');
    ended.act(WITHDRAWAL);
    expect(named(ended, day)).toEqual([]);
  });
});

describe('it is said', () => {
  const on = civilDate('2026-12-30');
  const christmas = localDays(1, '2026-12-24', '2027-01-01');
  const name = (agency: string): string => `Invented ${agency}`;

  it.each([
    [
      'of a closure of everybody',
      { on, localDays: christmas },
      'Wednesday 30 December 2026 lies in the closure "Christmas shut-down" (Thursday 24 December 2026 to Friday 1 January 2027); it counts as a working day.',
    ],
    [
      'of school holidays of an agency, on the day of a meeting',
      {
        on,
        meeting: true as const,
        localDays: { ...christmas, agency: SCHOOL, kind: 'schoolHolidays' as const, title: 'Winter' },
      },
      `The day of the meeting, Wednesday 30 December 2026, lies in the school holidays "Winter" of Invented ${SCHOOL} (Thursday 24 December 2026 to Friday 1 January 2027); it counts as a working day.`,
    ],
    [
      'of one day',
      { on, localDays: localDays(1, '2026-12-30', '2026-12-30') },
      'Wednesday 30 December 2026 lies in the closure "Christmas shut-down" (that day alone); it counts as a working day.',
    ],
  ])('%s', (_, day, said) => {
    expect(sayLocalDays(day, name)).toBe(said);
  });
});
