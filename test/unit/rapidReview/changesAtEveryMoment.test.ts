// A change of the bank holidays at every moment of a life, from the opening to after the end, beside a twin that had the new
// calendar from the first: what was done keeps its date, all else comes to what it came to for the twin (R7 to R9, R11).

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE } from '../../../domain/calendar/instant';
import { civilDate, fromDayNumber, toDayNumber, type DayNumber } from '../../../domain/calendar/civilDate';
import { holidayOn, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import type { TimetableLine } from '../../../domain/timetable/timetable';
import { officialCalendar } from '../calendars';
import { holds } from './anyRace/promises';
import { Play } from './anyRace/play';
import { Watch } from './anyRace/watch';
import { otherThan } from './otherCalendars';
import { BOARD, COUNCIL, DELEGATE, POLICE, SCHOOL, answer, arrival, decision, invitation, row } from './race';
import { CONTACT, REASON, REFERENCE, Story, london, type Who } from './story';

/** More of them on demand: `CHANGE_RUNS=2000`. */
const RUNS = Number(process.env['CHANGE_RUNS'] ?? 60);
const OPENED = '2026-03-30 16:20';

interface Act {
  readonly at: string;
  readonly body: CommandBody;
  readonly who?: Who;
}

const partners = ['localAuthority', 'police', 'integratedCareBoard'] as const;
const at = (time: string, ...bodies: readonly CommandBody[]): readonly Act[] =>
  bodies.map((body) => ({ at: time, body }));

/** The school is rung and never answers; the board answers a day late; the rest goes as it should. */
const LIFE: readonly Act[] = [
  ...at(
    '2026-03-31 10:00',
    {
      kind: 'sendScopingRequests',
      agencies: [COUNCIL, POLICE, BOARD].map((agency) => ({ agency, contacts: [CONTACT(agency)] })),
    },
    {
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-31'),
      contacts: [CONTACT(SCHOOL)],
    },
  ),
  ...at('2026-04-01 12:00', invitation('2026-04-14 10:00', { reason: REASON })),
  ...at('2026-04-02 11:00', {
    kind: 'recordRecordsSecured',
    agency: COUNCIL,
    on: civilDate('2026-04-02'),
    secured: { paper: true, electronic: true, locked: true },
  }),
  ...at('2026-04-08 12:00', answer(COUNCIL, '2026-04-08'), answer(POLICE, '2026-04-08', { answer: 'nil' })),
  ...at('2026-04-10 11:00', answer(BOARD, '2026-04-10')),
  ...at(
    '2026-04-14 10:00',
    { kind: 'openMeeting', at: london('2026-04-14 10:00') },
    ...partners.map((seat) => arrival(seat, '2026-04-14 10:00')),
    decision('2026-04-14 10:00'),
    { kind: 'closeMeeting', at: london('2026-04-14 10:00'), minutes: row('minutes') },
    ...(['facts', 'immediateSafety', 'improvements'] as const).map(
      (duty) => ({ kind: 'evidenceDuty', duty, evidence: row('minutes') }) as const,
    ),
  ),
  ...partners.map((seat) => ({
    at: '2026-04-16 10:00',
    who: DELEGATE[seat],
    body: { kind: 'signOffDecision', seat, on: civilDate('2026-04-16') } as const,
  })),
  ...at(
    '2026-04-16 11:00',
    { kind: 'attachReport', document: row('report') },
    { kind: 'recordNotificationReference', reference: row('reference') },
  ),
];

/** To the Panel, in time or late, and its reply, with which the case ends. */
const toPanel = (on: string): readonly Act[] => [
  ...at(`${on} 12:00`, { kind: 'informPanel' }),
  ...at('2026-04-27 12:00', { kind: 'recordPanelReply', reply: 'agrees', on: civilDate('2026-04-27') }),
];

interface Change {
  readonly at: string;
  readonly to: WorkingCalendar;
  /** It arrives at the very moment of what else is due then: the clock has not run up to it. */
  readonly beforeClock: boolean;
}

const linesOf = (play: Play): readonly TimetableLine[] => timetableOfCase(play.state, play.calendar).lines;

class Life {
  readonly play: Play;
  private readonly watch: Watch;
  private seen = 0;
  /** Which acts were accepted. */
  readonly accepted: boolean[] = [];
  /** What was done already when the calendar changed. */
  done: readonly TimetableLine[] = [];

  constructor(calendar: WorkingCalendar) {
    this.play = new Play(calendar);
    this.watch = new Watch((version) => this.play.calendarOf(version), calendar);
    this.play.opened(OPENED, { agencies: [COUNCIL, POLICE, BOARD, SCHOOL] });
  }

  looks(): this {
    const { events, notices } = this.play;
    for (const event of events.slice(this.seen))
      this.watch.sees(
        event,
        notices.filter((notice) => notice.event === event.number),
        false,
      );
    this.seen = events.length;
    holds(this.play, this.watch);
    return this;
  }

  acts(acts: readonly Act[]): this {
    for (const { at: time, body, who } of acts) {
      this.accepted.push(this.play.at(time).tried(body, who));
      for (const notice of this.play.unanswered)
        if (['scopingRequest', 'panelDispatch'].includes(notice.body.kind))
          this.play.answered(notice, 'accepted');
      this.looks();
    }
    return this;
  }

  changes({ at: time, to, beforeClock }: Change): this {
    const { play } = this;
    const moment = london(time);
    if (beforeClock) play.at(Story.say((moment - MINUTE) as typeof moment)).now = moment;
    else play.at(time);
    this.looksUnless(beforeClock);
    const { length } = play.events;
    const ended = play.state.status === 'ended';
    this.done = linesOf(play).filter(({ doneOn }) => doneOn !== undefined);
    const command = { kind: 'adoptCalendar', change: 1, calendar: play.offered(to) } as const;
    expect(play.tried(command)).toBe(!ended);
    if (ended) expect(play.events).toHaveLength(length);
    this.looks();
    const again = play.events.length;
    play.tried(command);
    expect(play.events).toHaveLength(again);
    return this;
  }

  private looksUnless(asleep: boolean): void {
    if (!asleep) this.looks();
  }
}

/** Moments at which much happens at once, beside any other. */
const MOMENTS = [
  ...['2026-03-31 09:59', '2026-03-31 10:00', '2026-04-02 09:00', '2026-04-03 00:00', '2026-04-07 09:00'],
  ...['2026-04-08 09:00', '2026-04-09 23:59', '2026-04-10 00:00', '2026-04-10 09:00', '2026-04-14 10:00'],
  ...['2026-04-21 00:00', '2026-04-22 23:59', '2026-04-23 00:00', '2026-04-28 12:00'],
];
const FIRST = london('2026-03-30 16:22');
const moment = fc.oneof(
  fc.constantFrom(...MOMENTS),
  fc.nat({ max: 31 * 24 * 60 }).map((minutes) => Story.say((FIRST + minutes * MINUTE) as typeof FIRST)),
);

const other = (days: readonly number[]): WorkingCalendar =>
  days.reduce((calendar, day) => {
    const date = fromDayNumber((toDayNumber(civilDate('2026-03-28')) + day) as DayNumber);
    return holidayOn(calendar, date) === undefined
      ? otherThan(calendar, { listed: { [date]: 'Proclaimed' } })
      : otherThan(calendar, { withdrawn: [date] });
  }, officialCalendar);
/** All but that of the meeting, which may not be arranged on a day off. */
const MEETING = toDayNumber(civilDate('2026-04-14')) - toDayNumber(civilDate('2026-03-28'));
const aDay = fc.nat({ max: 32 }).filter((day) => day !== MEETING);
const change = fc.uniqueArray(aDay, { minLength: 1, maxLength: 3 });

const said = (lines: readonly TimetableLine[]) =>
  lines.map(({ key, status, opens, due, doneOn }) => ({ key, status, opens, due, doneOn }));

describe('R7, R8, R9: a change at any moment of a life', () => {
  it('leaves what is done as it is, and brings all else to what a case of the new calendar comes to', () => {
    const panel = fc.constantFrom('2026-04-17', '2026-04-22', '2026-04-23');
    fc.assert(
      fc.property(moment, change, fc.boolean(), panel, (time, days, beforeClock, informed) => {
        const acts = [...LIFE, ...toPanel(informed)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
        const to = other(days);
        const changed = new Life(officialCalendar).acts(acts.filter((act) => act.at < time));
        const twin = new Life(to).acts(acts.filter((act) => act.at < time));
        changed.changes({ at: time, to, beforeClock });
        twin.play.at(time);
        const isDone = ({ key }: TimetableLine) => changed.done.some((line) => line.key === key);
        // On the very day of the change nothing is late but by the later date, whatever the hour.
        const ofThatDay = ({ doneOn }: TimetableLine) => doneOn === time.slice(0, 10);
        const isOther = (line: TimetableLine) => !isDone(line) && !ofThatDay(line);
        const alike = () => {
          const { status } = changed.play.state;
          // Ended before the change, it stays with the calendar that it had.
          if (changed.play.calendar !== to) return;
          expect(said(linesOf(changed.play).filter(isOther))).toEqual(
            said(linesOf(twin.play).filter(isOther)),
          );
          const dues = new Map(linesOf(twin.play).map(({ key, due }) => [key, due]));
          for (const { key, status: how, due = '' } of linesOf(changed.play).filter(
            (line) => ofThatDay(line) && !isDone(line),
          ))
            expect([key, how === 'met' || due >= (dues.get(key) ?? '')]).toEqual([key, true]);
          expect(status).toBe(twin.play.state.status);
        };
        alike();
        for (const life of [changed, twin]) life.acts(acts.filter((act) => act.at >= time));
        alike();
        for (const life of [changed, twin]) {
          life.play.at('2026-05-20 12:00');
          life.looks();
        }
        alike();
        expect(changed.accepted).toEqual(twin.accepted);
        expect(changed.accepted).not.toContain(false);
        // R7: when it moved, its window may open at another time; when it was done and by which day do not change.
        const kept = (lines: readonly TimetableLine[]) =>
          lines.map(({ key, status, due, doneOn }) => [key, status, due, doneOn]);
        expect(kept(linesOf(changed.play).filter(isDone))).toEqual(kept(changed.done));
        const keys = changed.play.notices.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => key.startsWith(REFERENCE))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});
