// A fact is corrected after the calendar has changed: what was done is judged by the calendar that the case had as it was done (R7),
// whatever is corrected, and a date that no correction moves stays (R8). 9 June 2026 is no holiday; where a case begins with it as one,
// it is taken back on the way.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { keyOf } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race } from './race';
import { AGENCY, london, REASON, Story } from './story';

const ONE = AGENCY(1);
const RETURN = keyOf({ obligation: 'agencyReturn', agency: ONE });
const extra = (day: string) => proclaimed(officialCalendar, day);
const reason = { reason: REASON } as const;

const asked = (on: string): CommandBody => ({
  ...{ kind: 'recordRequestSent', agency: ONE, channel: 'telephone', on: civilDate(on), contacts: [] },
});
const askedRightly = (on: string): CommandBody => ({
  ...{ kind: 'correctRequestSent', agency: ONE, on: civilDate(on), ...reason },
});
const answered = (on: string): CommandBody => ({
  ...{ kind: 'recordReturn', agency: ONE, answer: 'full', how: 'telephone', on: civilDate(on) },
});
const moment = (timestamp: 'notificationSent' | 'referralReceived', at: string): CommandBody => ({
  ...{ kind: 'correctTimestamp', timestamp, at: london(at), ...reason },
});
type Rules = { readonly rulesVersion?: number };

/** Asked on the 10th, the last day but one with the holiday, and the last without. */
const dispatched = (rules: Rules = {}) =>
  new Story(extra('2026-06-09'))
    .opened('2026-06-08 10:00', { agencies: [ONE], ...rules })
    .at('2026-06-11 12:00')
    .act(asked('2026-06-10'))
    .adopt(officialCalendar)
    .act(askedRightly('2026-06-11'));

describe('R7, R8: what was done, corrected after a holiday was taken back, keeps the date it was met under', () => {
  it('the day on which an agency was asked', () => {
    expect(dispatched().line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-06-11' });
  });

  it('in cases of before the tenth version of the rules it is judged by the new calendar', () => {
    expect(dispatched({ rulesVersion: 9 }).line('scopingDispatch', ONE).status).toBe('missed');
  });

  it('the notification', () => {
    const story = new Story(extra('2026-06-09'))
      .opened('2026-06-08 10:00', { timestamps: { localAuthorityAware: london('2026-06-05 10:00') } })
      .at('2026-06-15 12:00')
      .act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-06-12 10:00') })
      .adopt(officialCalendar)
      .act(moment('notificationSent', '2026-06-15 10:00'));
    expect(story.line('notification')).toMatchObject({ status: 'met', due: '2026-06-15' });
  });

  it('a receipt on another day from which nothing is counted otherwise', () => {
    const story = new Story(extra('2026-06-09'))
      .opened('2026-06-06 10:00', { agencies: [ONE] })
      .at('2026-06-10 12:00')
      .act(asked('2026-06-10'))
      .adopt(officialCalendar)
      .act(moment('referralReceived', '2026-06-05 18:00'));
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-06-10' });
  });

  it('a meeting whose window the corrected notification does not close', () => {
    const race = new Race(extra('2026-04-16'))
      .received({ timestamps: { notificationSent: london('2026-03-30 16:20') } })
      .at('2026-04-01 10:00');
    race.act(moment('notificationSent', '2026-03-31 10:00')).asked();
    race.meetingArranged('2026-04-21 10:00').returned('2026-04-08').quorate().decided();
    race.adopt(officialCalendar).act(moment('notificationSent', '2026-04-01 09:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', due: '2026-04-21' });
  });
});

describe('R8: what is known now to have been done after the change', () => {
  const proclaimedOnThe11th = () =>
    new Story(officialCalendar)
      .opened('2026-06-08 08:00', { agencies: [ONE] })
      .at('2026-06-08 12:00')
      .act(asked('2026-06-08'))
      .at('2026-06-11 12:00')
      .act(answered('2026-06-11'))
      .adopt(extra('2026-06-12'))
      .at('2026-06-17 12:00');
  const cameOn = (on: string) =>
    proclaimedOnThe11th()
      .act({ kind: 'correctReturn', agency: ONE, number: 1, on: civilDate(on), ...reason })
      .line('agencyReturn', ONE);

  it.each([
    ['2026-06-16', { status: 'met', due: '2026-06-16' }],
    ['2026-06-17', { status: 'missed', due: '2026-06-16' }],
    ['2026-06-10', { status: 'met', due: '2026-06-15' }],
  ] as const)('was open then, and has the new date: %s', (on, line) => {
    expect(cameOn(on)).toMatchObject(line);
  });
});

describe('R8: a date agreed upon a wrong day', () => {
  const agreed = (due: string, rules: Rules = {}) =>
    new Story(officialCalendar)
      .opened('2026-06-08 08:00', { agencies: [ONE], ...rules })
      .at('2026-06-08 12:00')
      .act(asked('2026-06-08'))
      .act({ kind: 'agreeReturnDate', agency: ONE, due: civilDate(due), ...reason });
  const askedOn = (story: Story, on: string) =>
    story.at(`${on} 12:00`).act(askedRightly(on)).line('agencyReturn', ONE).due;

  it('falls away where it is no longer after the day of the asking', () => {
    expect(askedOn(agreed('2026-06-17'), '2026-06-18')).toBe('2026-06-25');
    expect(askedOn(agreed('2026-06-10'), '2026-06-10')).toBe('2026-06-17');
  });

  it('falls away where the extension would leave less time than there is without one', () => {
    expect(askedOn(agreed('2026-06-17'), '2026-06-12')).toBe('2026-06-19');
  });

  it('stands while it gives more time, and where less was agreed from the first', () => {
    expect(askedOn(agreed('2026-06-17'), '2026-06-09')).toBe('2026-06-17');
    expect(askedOn(agreed('2026-06-11'), '2026-06-09')).toBe('2026-06-11');
  });

  it('stands in cases of before the tenth version of the rules', () => {
    expect(askedOn(agreed('2026-06-17', { rulesVersion: 9 }), '2026-06-18')).toBe('2026-06-17');
  });
});

describe('R6: a late answer that is sent back', () => {
  const sentBack = (rules: Rules = {}) =>
    new Race()
      .received(rules)
      .asked()
      .at('2026-04-13 12:00')
      .act({ ...answered('2026-04-13') })
      .at('2026-04-14 10:00')
      .act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: REASON });
  const told = (race: Race) =>
    race.notices.filter(({ body }) => body.kind === 'teamBriefing' && JSON.stringify(body).includes(RETURN));

  it('leaves the miss that was noticed and told, and nobody hears of it again', () => {
    const race = sentBack();
    expect(race.open.outcomes[RETURN]).toMatchObject({ noticed: london('2026-04-10 00:00'), told: true });
    const before = told(race).length;
    race.at('2026-04-16 12:00');
    expect(told(race)).toHaveLength(before);
  });

  it('was noticed anew in cases of before the tenth version of the rules', () => {
    expect(sentBack({ rulesVersion: 9 }).open.outcomes[RETURN]).toMatchObject({
      noticed: london('2026-04-14 10:00'),
    });
  });
});
