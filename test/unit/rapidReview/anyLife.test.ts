// Any life of a case: random acts at random times, on random calendars, with outages; whatever happens, the
// promises hold. R6, R7, R11 and the record.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, fromDayNumber, toDayNumber, type DayNumber } from '../../../domain/calendar/civilDate';
import { HOUR, type Instant, instant } from '../../../domain/calendar/instant';
import { londonDateOf } from '../../../domain/calendar/londonTime';
import { isWorkingDay } from '../../../domain/calendar/workingCalendar';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { decide, passTime } from '../../../domain/rapidReview/decide';
import { fold } from '../../../domain/rapidReview/evolve';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import { wakeAt } from '../../../domain/rapidReview/wake';
import { AGENCY, CONTACT, REASON, Story } from './story';
import { calendarOf, officialHolidays } from '../calendars';

const START = civilDate('2026-02-02');

const agency = fc.integer({ min: 1, max: 4 }).map(AGENCY);
const timestamp = fc.constantFrom(
  'incident',
  'localAuthorityAware',
  'acceptedAsRapidReview',
  'notificationSent',
  'referralReceived' as const,
);
type Step =
  | { readonly kind: 'act'; readonly make: (story: Story) => CommandBody }
  | {
      readonly kind: 'mail';
      readonly outcome: 'accepted' | 'refused' | 'lapsed';
      readonly agency: ReturnType<typeof AGENCY>;
    }
  | { readonly kind: 'wait' | 'outage'; readonly hours: number };

const shift = (story: Story, hours: number): Instant => instant(story.now - hours * HOUR);
const act = (make: (story: Story) => CommandBody): Step => ({ kind: 'act', make });
const dayBefore = (story: Story, days: number) =>
  fromDayNumber((toDayNumber(londonDateOf(story.calendar, story.now)) - days) as DayNumber);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((hours): Step => ({ kind: 'wait', hours })),
  fc.integer({ min: 1, max: 90 }).map((hours): Step => ({ kind: 'outage', hours })),
  agency.map((one) => act(() => ({ kind: 'addAgency', agency: one }))),
  fc.uniqueArray(agency, { maxLength: 3 }).map((all) =>
    act(() => ({
      kind: 'sendScopingRequests',
      agencies: all.map((one) => ({ agency: one, contacts: [CONTACT(one)] })),
    })),
  ),
  fc.tuple(agency, fc.integer({ min: 0, max: 3 })).map(([one, days]) =>
    act((story) => ({
      kind: 'recordRequestSent',
      agency: one,
      channel: 'paper',
      contacts: [],
      on: dayBefore(story, days),
    })),
  ),
  agency.map((one) => act(() => ({ kind: 'recordBounce', agency: one, contact: CONTACT(one) }))),
  agency.map((one) => act(() => ({ kind: 'voidRequest', agency: one, reason: REASON }))),
  fc
    .tuple(timestamp, fc.integer({ min: 0, max: 300 }))
    .map(([name, hours]) =>
      act((story) => ({ kind: 'recordTimestamp', timestamp: name, at: shift(story, hours) })),
    ),
  fc.tuple(timestamp, fc.integer({ min: 0, max: 300 })).map(([name, hours]) =>
    act((story) => ({
      kind: 'correctTimestamp',
      timestamp: name,
      at: shift(story, hours),
      reason: REASON,
    })),
  ),
  fc
    .tuple(
      agency,
      fc.constantFrom('accepted' as const, 'accepted' as const, 'refused' as const, 'lapsed' as const),
    )
    .map(([one, outcome]): Step => ({ kind: 'mail', outcome, agency: one })),
);

/** Says a London time that `Story.at` understands. */
const said = (at: number): string => Story.say(at as Instant);

const play = (story: Story, steps: readonly Step[]): void => {
  story.opened(`${START} 10:00`, { agencies: [AGENCY(1), AGENCY(2)] });
  for (const one of steps) {
    switch (one.kind) {
      case 'wait':
        story.at(said(story.now + one.hours * HOUR));
        break;
      case 'outage':
        story.outageUntil(said(story.now + one.hours * HOUR));
        break;
      case 'mail': {
        const request = story.open.agencies.find((known) => known.agency === one.agency)?.request;
        const rest = { round: request?.round ?? 1, sending: request?.sendings ?? 1 };
        story.hear(
          story.report(
            one.agency,
            one.outcome,
            one.outcome === 'refused' ? { ...rest, refused: [CONTACT(one.agency)] } : rest,
          ),
        );
        break;
      }
      case 'act': {
        const body = one.make(story);
        if (decide(story.state, story.command(body), story.calendar, story.now).ok) story.act(body);
        else story.refused(body);
      }
    }
    holds(story);
  }
  story.at(said(story.now + 45 * 24 * HOUR));
  holds(story);
};

const holds = (story: Story): void => {
  const { calendar } = story;
  // The record is complete, and the state is JSON.
  expect(fold(JSON.parse(JSON.stringify(story.events)) as typeof story.events)).toEqual(story.state);
  // Every moment up to now is decided: time brings nothing more, and the next wake lies ahead.
  expect(passTime(story.state, calendar, story.now)).toEqual([]);
  expect(wakeAt(story.state, calendar) ?? Infinity).toBeGreaterThan(story.now);
  // Nothing is announced twice.
  const keys = story.notices.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  // R11: never on a day off, each rung at most once, at nine or late until 16:30, numbered without a gap.
  const sent = new Map<string, number>();
  for (const { body, at } of story.of('AgencyReminded')) {
    expect(isWorkingDay(calendar, body.on)).toBe(true);
    const time = Story.say(at).slice(11);
    expect(time >= '09:00' && time <= '16:30').toBe(true);
    sent.set(body.agency, (sent.get(body.agency) ?? 0) + 1);
    expect(body.number).toBe(sent.get(body.agency));
  }
  // R6: the state of each obligation follows from its facts, and no due day is missed twice in a row.
  for (const line of timetableOfCase(story.state, calendar).lines) {
    if (line.status === 'open' && line.due !== undefined) {
      expect(line.due >= londonDateOf(calendar, story.now)).toBe(true);
    }
    if (line.status === 'met') expect((line.doneOn ?? '') <= (line.due ?? '')).toBe(true);
    if (line.status === 'missed' && line.doneOn !== undefined)
      expect(line.doneOn > (line.due ?? '')).toBe(true);
  }
};

describe('any life of a case', () => {
  it('keeps its promises', () => {
    const off = fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 12 });
    fc.assert(
      fc.property(off, fc.array(step, { minLength: 1, maxLength: 25 }), (days, steps) => {
        const invented = days.map((day) => fromDayNumber((toDayNumber(START) + day) as DayNumber));
        const listed = officialHolidays
          .map(({ date }) => date)
          .filter((date) => date >= '2024' && date < '2030');
        play(new Story(calendarOf([...listed, ...invented], 2024, 2029)), steps);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
