// R6 to R9, R12: what a preview of a change of the bank holidays says of a case, worked out from its shapes, is what the case decides by
// itself once the change is accepted: of lives that chance has made, at any moment, of days listed and taken back, past and to come. The
// numbers that the database adds up of it are held in `test/records/calendarPreview.test.ts`.

import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../../domain/calendar/civilDate';
import { londonDateOf } from '../../../domain/calendar/londonTime';
import { holidayOn, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import {
  effectOnAgency,
  effectOnCase,
  touchesAgency,
  touchesCase,
} from '../../../domain/calendarChange/effects';
import { agencyShapeOf, caseShapeOf } from '../../../domain/calendarChange/shapes';
import type { OpenCase } from '../../../domain/rapidReview/state';
import { saidByCase, saidByPreview, saysAnything, type SaidOfCase } from '../../records/decidedByCases';
import { numbersFrom, randomCase } from '../../records/randomCases';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { BOARD, excluded, invitation, POLICE, Race, SCHOOL } from './race';
import { CONTACT, london, REASON, type Story } from './story';

/** More of them, and others, on demand: `FORESEEN_LIVES=2000 FORESEEN_SEED=7`. */
const LIVES = Number(process.env['FORESEEN_LIVES'] ?? 25);
const SEED = Number(process.env['FORESEEN_SEED'] ?? 4);

/** Each is said of some. */
const SAID = [
  'moves',
  'windowOpens',
  'meetingLeaves',
  'reminders',
  'teamWarnings',
  'teamLines',
  'told',
  'team',
] as const;

/** Both sides, which must be one. */
const foreseen = (state: OpenCase, before: WorkingCalendar, after: WorkingCalendar, now: Story['now']) => {
  const change = { before, after, now };
  const ofCase = effectOnCase(caseShapeOf(state, before), change);
  const agencies = state.agencies.map((onCase) => ({
    agency: onCase.agency,
    ...effectOnAgency(agencyShapeOf(state, before, onCase), change),
  }));
  const said = saidByPreview({ reference: state.reference, ...ofCase, agencies });
  const decided = saidByCase(state, before, after, now);
  expect(said).toEqual(decided);
  // Whoever is touched is on the pages of the preview.
  expect(touchesCase(ofCase) || agencies.some(touchesAgency)).toBe(saysAnything(decided));
  return said;
};

const of = (race: Race, ...days: readonly string[]): SaidOfCase =>
  foreseen(race.open, race.calendar, proclaimed(officialCalendar, ...days), race.now);

describe('R9: a preview says what the case decides', () => {
  it('of any life, at any moment, of any days', () => {
    const next = numbersFrom(SEED);
    const oneOf = <T>(all: readonly T[]): T => all[next() % all.length] as T;
    const other = (calendar: WorkingCalendar, today: string): WorkingCalendar => {
      let is = calendar;
      for (let days = 1 + (next() % 4); days > 0; days -= 1) {
        const day = addDays(civilDate(today), (next() % 40) - 15);
        is =
          holidayOn(is, day) === undefined
            ? otherThan(is, { listed: { [day]: 'Proclaimed' } })
            : otherThan(is, { withdrawn: [day] });
      }
      return is;
    };
    /** What chance alone seldom brings: a meeting soon that somebody will not come to, and agencies that nobody can be mailed at. */
    const stir = (play: Story & { tried: (body: Parameters<Story['act']>[0]) => boolean }): void => {
      const soon = addDays(londonDateOf(play.calendar, play.now), 1 + (next() % 6));
      play.tried(invitation(`${soon} ${oneOf(['08:30', '14:00'])}`, { reason: REASON }));
      if (next() % 2 === 0) play.tried({ kind: 'recordInvitationReply', agency: POLICE, reply: 'declined' });
      for (const agency of [SCHOOL, BOARD].filter(() => next() % 3 === 0))
        for (let contact = next() % 5; contact > 0; contact -= 1)
          play.tried(excluded(agency, CONTACT(agency, contact)));
    };
    const seen = new Set<string>();
    for (let life = 0; life < LIVES; life += 1) {
      const day = addDays(civilDate('2026-03-20'), next() % 60);
      const now = london(`${day} ${oneOf(['00:00', '08:15', '09:00', '12:00', '16:30', '16:31', '22:40'])}`);
      const opened = [officialCalendar, other(officialCalendar, day), other(officialCalendar, day)];
      const { play } = randomCase(opened, now, next) ?? {};
      if (play === undefined) continue;
      if (next() % 2 === 0) stir(play);
      const { state, calendar } = play;
      for (let change = 0; change < 3 && state.status === 'open'; change += 1) {
        const after = other(oneOf([officialCalendar, calendar]), day);
        if (after.snapshot.version === calendar.snapshot.version) continue;
        const says = foreseen(state, calendar, after, play.now);
        for (const what of SAID) if (says[what].length > 0) seen.add(what);
      }
    }
    expect(SAID.filter((what) => !seen.has(what))).toEqual([]);
  }, 300_000);
});

describe('R12, R14: that quorum is at risk', () => {
  const declined = (startsAt: string) =>
    new Race()
      .received()
      .asked()
      .meetingArranged(startsAt)
      .at('2026-04-13 15:00')
      .act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'declined' })
      .at('2026-04-13 16:00');
  const atOnce = `2026-04-15   ${london('2026-04-13 16:00')} quorumAtRisk`;

  it('the team would hear at once, where the day before the meeting becomes a day off', () => {
    expect(of(declined('2026-04-15 08:30'), '2026-04-14').team).toEqual([atOnce]);
    expect(of(declined('2026-04-15 09:00'), '2026-04-14', '2026-04-15').team).toContain(atOnce);
  });

  it('it would hear at nine still, where one is left, or the days lie elsewhere', () => {
    expect(of(declined('2026-04-15 10:00'), '2026-04-14').team).toEqual([]);
    expect(of(declined('2026-04-15 08:30'), '2026-04-16').team).toEqual([]);
  });

  it('not where it has heard already', () => {
    expect(of(declined('2026-04-14 08:30'), '2026-04-14').team).not.toContain(atOnce);
  });
});

describe('R3: that the window is left no day', () => {
  const WITHOUT = 'meetingWindowLeavesNothing';
  const hears = (notificationSent: string, at: string) => {
    const moments = { timestamps: { notificationSent: london(notificationSent) } };
    const race = new Race(proclaimed(officialCalendar, '2026-03-24')).received(moments).at(at);
    return of(race).team.filter((line) => line.endsWith(WITHOUT));
  };

  it('the team would hear while there is a day left to meet on', () => {
    expect(hears('2026-03-19 10:00', '2026-04-01 12:00')).toHaveLength(1);
    expect(hears('2026-03-19 10:00', '2026-04-15 12:00')).toEqual([]);
  });
});

describe('R12: of an agency that nobody can be mailed at', () => {
  const asked = () => new Race().received().asked().at('2026-04-01 12:00').act(excluded(SCHOOL));
  const hears = (at: string) => `${SCHOOL}   ${london(at)} agencyToTell`;

  it('the team hears at nine that it is to tell it its new dates', () => {
    expect(of(asked(), '2026-04-08').team).toEqual([hears('2026-04-02 09:00')]);
    // Told at nine, it is in the mail of that very nine.
    expect(of(asked().at('2026-04-01 18:00'), '2026-04-08').team).toEqual([hears('2026-04-02 09:00')]);
  });

  it('no reminder is foreseen that escalates to levels where nobody is', () => {
    const ladder = { profile: { id: 'cscp-wt2018-full-ladder', version: 1 } } as const;
    const race = new Race().received(ladder).asked().at('2026-04-01 12:00').act(excluded(SCHOOL));
    const ofSchool = of(race, '2026-04-08').reminders.filter((line) => line.includes(SCHOOL));
    expect(ofSchool).toEqual([]);
  });
});
