// R12: the lines of the team's mails of 09:00 that a change of the calendar moves, as its preview has them from the shapes of a case,
// held against what the case itself would tell.

import { describe, expect, it } from '@jest/globals';
import { effectOnAgency, effectOnCase } from '../../../domain/calendarChange/effects';
import { agencyShapeOf, caseShapeOf } from '../../../domain/calendarChange/shapes';
import type { ProfileId } from '../../../domain/policy/profiles';
import { evolve } from '../../../domain/rapidReview/evolve';
import type { RapidReview } from '../../../domain/rapidReview/state';
import { teamLinesByCase } from '../../records/teamLinesByCases';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { Race, SCHOOL } from './race';

const FULL_LADDER: ProfileId = { id: 'cscp-wt2018-full-ladder', version: 1 };

/** What the preview has; it must be what the case comes to. */
const linesOf = (race: Race, after = officialCalendar): readonly string[] => {
  const { open, calendar: before, now } = race;
  const change = { before, after, now };
  const previewed = [
    ...effectOnCase(caseShapeOf(open, before), change).teamLines.map((line) => ({ agency: '', ...line })),
    ...open.agencies.flatMap((onCase) =>
      effectOnAgency(agencyShapeOf(open, before, onCase), change).teamLines.map((line) => ({
        agency: onCase.agency,
        ...line,
      })),
    ),
  ]
    .map(({ about, agency, was = '', comes = '', how }) => `${about} ${agency} ${was} ${comes} ${how}`)
    .sort();
  const events = race.events.length;
  race.adopt(after, (open.calendarChange ?? 0) + 1);
  const state = race.events.slice(events).reduce<RapidReview>(evolve, open);
  if (state.status !== 'open') throw new Error('it has ended');
  expect(previewed).toEqual(
    teamLinesByCase({ state: open, calendar: before }, { state, calendar: after }, now),
  );
  return previewed;
};

const dayOff = (...days: readonly string[]) => proclaimed(officialCalendar, ...days);

describe('the team hears on another day', () => {
  it('that no meeting is fixed by WD2', () => {
    const race = () => new Race().received().at('2026-03-31 12:00');
    expect(linesOf(race(), dayOff('2026-04-01'))).toEqual(['meetingNotFixed  2026-04-01 2026-04-02 later']);
    expect(linesOf(race(), dayOff('2026-04-02'))).toEqual([]);
  });

  it('not of a meeting that is fixed, nor what it has heard', () => {
    const fixed = new Race().received().at('2026-03-31 12:00').meetingArranged('2026-04-14 10:00');
    expect(linesOf(fixed, dayOff('2026-04-01'))).toEqual([]);
    expect(linesOf(new Race().received().at('2026-04-01 12:00'), dayOff('2026-04-02'))).toEqual([]);
  });

  it('that the papers of the meeting are due', () => {
    const race = new Race().received().asked().meetingArranged('2026-04-14 10:00').at('2026-04-07 12:00');
    expect(linesOf(race, dayOff('2026-04-13'))).toEqual(['papersDue  2026-04-13 2026-04-10 sooner']);
  });

  it('that they are due at all, where they were to be told on the day before a meeting that begins early', () => {
    const early = () =>
      new Race().received().asked().meetingArranged('2026-04-14 08:00').at('2026-04-10 12:00');
    expect(linesOf(early(), dayOff('2026-04-13'))).toEqual(['papersDue  2026-04-13  fallsAway']);
    const late = new Race().received().asked().meetingArranged('2026-04-14 10:00').at('2026-04-10 12:00');
    expect(linesOf(late, dayOff('2026-04-13'))).toEqual(['papersDue  2026-04-13 2026-04-14 later']);
  });

  it('that the Panel is silent', () => {
    const race = new Race().toPanel().at('2026-04-16 12:00');
    expect(linesOf(race, dayOff('2026-04-22'))).toEqual([
      expect.stringMatching(/^panelSilent {2}2026-04-\d\d 2026-0[45]-\d\d later$/),
    ]);
  });

  it('that a reminder to the executive waits, anew for another date', () => {
    const race = () => new Race().received({ profile: FULL_LADDER }).asked().at('2026-04-07 12:00');
    expect(linesOf(race(), dayOff('2026-04-08'))).toContain(
      `escalationWaits ${SCHOOL} 2026-04-10 2026-04-13 later`,
    );
    for (const day of ['2026-04-10', '2026-04-13']) {
      const told = race().at('2026-04-10 12:00');
      expect(linesOf(told, dayOff(day))).toEqual([]);
    }
    const confirmed = race().act({ kind: 'confirmEscalation', agency: SCHOOL });
    expect(linesOf(confirmed, dayOff('2026-04-08')).some((line) => line.includes(SCHOOL))).toBe(false);
  });

  it('not of a reminder to the executive for a date that it has heard of before, which is back', () => {
    const race = new Race().received({ profile: FULL_LADDER }).asked().at('2026-04-10 12:00');
    race.adopt(dayOff('2026-04-08')).at('2026-04-13 12:00');
    const lines = linesOf(race, dayOff('2026-04-10', '2026-04-13'));
    expect(lines.filter((line) => line.startsWith('escalationWaits'))).toEqual([]);
  });

  it('sooner where a day is taken back, and nothing where none is between', () => {
    const race = new Race(dayOff('2026-04-01')).received().at('2026-03-31 12:00');
    expect(linesOf(race)).toEqual(['meetingNotFixed  2026-04-02 2026-04-01 sooner']);
    const other = new Race().received().at('2026-03-31 12:00');
    expect(linesOf(other, otherThan(officialCalendar, { listed: { '2026-06-01': 'Proclaimed' } }))).toEqual(
      [],
    );
  });
});
