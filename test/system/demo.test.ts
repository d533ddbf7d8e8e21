// `npm run demo`, the race: one document on standard output, the story that was asked for in it, and a start that
// cannot be is refused in a sentence.

import { beforeAll, describe, expect, it, jest, test } from '@jest/globals';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { isWorkingDay, workingCalendar } from '../../domain/calendar/workingCalendar';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { brokenDemo, demo, instantOf, interruptedDemo, type Outcome, type Ran } from './demoProgram';

jest.setTimeout(120_000);

const calendar = workingCalendar(shippedSnapshot(londonDayAt(Date.now() as Instant)));

let ran: Ran;
let told: Outcome;
const kinds = (): readonly string[] => told.events.map(({ kind }) => kind);
const count = (kind: string): number => kinds().filter((one) => one === kind).length;

beforeAll(async () => {
  ran = await demo('--json');
  if (ran.code === 0) told = JSON.parse(ran.out) as Outcome;
});

describe('the story', () => {
  it('is played to its end, and told as one document', () => {
    expect(ran).toMatchObject({ code: 0 });
    expect(Object.keys(told)).toEqual(['case', 'timetable', 'events', 'notices']);
    expect(told.case).toMatch(/^RR-\d{4}-0001$/);
    expect(told.events.map(({ number }) => number)).toEqual(told.events.map((_, index) => index + 1));
    expect(kinds().slice(-2)).toEqual(['PanelReplied', 'CaseEnded']);
  });

  it('begins at 16:20 on the Monday before Good Friday', () => {
    const received = instantOf(told.events[0]?.at ?? '');
    const monday = londonDateOf(calendar, received);
    const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const goodFridays = calendar.snapshot.holidays.filter(({ title }) => title === 'Good Friday');
    expect(goodFridays.map(({ date }) => days(monday, date))).toContain(4);
    expect(received - londonInstant(calendar, monday, 16, 20)).toBeLessThan(60_000);
  });

  it('leaves every obligation met or missed, each once', () => {
    expect(told.timetable).toHaveLength(4 + 7 * 3);
    for (const line of told.timetable) {
      expect(['met', 'missed']).toContain(line.status);
      expect(line.workingDaysEarly < 0).toBe(line.status === 'missed');
      expect(line.doneOn > line.due).toBe(line.status === 'missed');
    }
    const missed = told.timetable.filter(({ status }) => status === 'missed');
    expect(missed.map(({ obligation }) => obligation)).toEqual(['agencyReturn']);
    expect(count('ObligationMissed')).toBe(1);
    expect(count('ObligationMet')).toBe(told.timetable.length);
    expect(count('OutcomeRestated') + count('ObligationReinstated')).toBe(0);
  });

  it('has seven agencies: one found late, one silent until it was reminded twice', () => {
    expect(count('AgencyIdentified')).toBe(7);
    const firstAsked = kinds().indexOf('ScopingRequested');
    expect(kinds().lastIndexOf('AgencyIdentified')).toBeGreaterThan(firstAsked);
    const reminders = told.notices.filter(({ key }) => key.includes('/agencyReminder/AG-0005/'));
    expect(reminders).toHaveLength(2);
    const answered = told.timetable.find(
      ({ obligation, agency }) => obligation === 'agencyReturn' && agency === 'AG-0005',
    );
    const lastReminder = londonDateOf(calendar, instantOf(reminders[1]?.at ?? ''));
    expect(answered?.doneOn).toBe(lastReminder);
    expect(answered?.status).toBe('met');
  });

  it('holds one meeting without a decision and one with, has three sign-offs, and a notice that the Panel was sent', () => {
    expect(count('MeetingClosed')).toBe(2);
    expect(count('DecisionTaken')).toBe(1);
    expect(kinds().indexOf('DecisionTaken')).toBeGreaterThan(kinds().indexOf('MeetingClosed'));
    expect(count('DecisionSignedOff')).toBe(3);
    expect(told.notices.filter(({ kind }) => kind === 'panelDispatch')).toMatchObject([
      { to: 'panel', outcome: 'accepted' },
    ]);
  });

  it('mails everything, and nothing on a day off or twice', () => {
    expect(told.notices.map(({ outcome }) => outcome)).toEqual(told.notices.map(() => 'accepted'));
    expect(new Set(told.notices.map(({ key }) => key)).size).toBe(told.notices.length);
    const daysOff = told.notices
      .map(({ at }) => londonDateOf(calendar, instantOf(at)))
      .filter((date) => !isWorkingDay(calendar, date));
    expect(daysOff).toEqual([]);
  });
});

it('a start that cannot be is refused in a sentence, before anything is brought up', async () => {
  const { code, out, err } = await demo('--json', '--received', '2020-01-06T10:00:00Z');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^The story cannot begin on .* Give a start that is ahead\. Nothing was changed\.\n$/);
});

it('that fails before it is played says why, and ends with everything that was brought up', async () => {
  const { code, err } = await brokenDemo();
  expect(err.split('\n')).toEqual([expect.stringContaining('Bringing up'), 'The play is broken.', '']);
  expect(code).toBe(1);
});

test.each([0, 5, 60])(
  'interrupted after %i lines, before it is played or in the middle, it says that and no more',
  async (lines) => {
    const { code, err } = await interruptedDemo(lines);
    expect(err.split('\n')).toEqual([
      expect.stringContaining('Bringing up'),
      expect.stringContaining('Playing'),
      'Interrupted.',
      '',
    ]);
    expect(code).toBe(1);
  },
);
