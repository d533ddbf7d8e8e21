// The command `timetable` as people run it: the table with its explanations and picture, the JSON, and bad options.

import { describe, expect, it, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { RUN_SOURCES } from '../../../cli/start/ownSources';
import { drawWeeks } from '../../../domain/timetable/weeks';
import { civilDate } from '../../../domain/calendar/civilDate';
import { officialCalendar } from '../calendars';

jest.setTimeout(90_000);

const run = (
  ...given: string[]
): { readonly out: string; readonly err: string; readonly status: number | null } => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...RUN_SOURCES, 'cli/timetable/main.ts', ...given],
    {
      cwd: resolve(__dirname, '../../..'),
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
      timeout: 60_000,
    },
  );
  return { out: stdout, err: stderr, status };
};

const RECEIVED = ['--received', '2026-03-30T16:20:00+01:00'];

describe('as JSON', () => {
  const asked = run(
    ...RECEIVED,
    ...['--notified', '2026-03-27T10:00:00Z', '--sent', '2026-04-01', '--publish', '2026-04-14'],
    ...['--decided', '2026-04-20', '--json'],
  );
  const answer = JSON.parse(asked.out) as {
    timetable: { obligation: string; opens?: string; due: string; explanation: string; text: string }[];
    waiting: { obligation: string; waitsFor: string }[];
    calendar: { confirmedTo: string };
  };

  it('gives every line its name, its dates and its explanation', () => {
    expect(asked.status).toBe(0);
    expect(answer.timetable.map(({ obligation, opens, due }) => [obligation, opens, due])).toEqual([
      ['scopingDispatch', undefined, '2026-04-01'],
      ['agencyReturn', undefined, '2026-04-10'],
      ['recordsSecured', undefined, '2026-04-07'],
      ['meeting', '2026-04-10', '2026-04-17'],
      ['completeLocal', undefined, '2026-04-22'],
      ['completePanel', undefined, '2026-04-21'],
      ['reportToPanel', undefined, '2026-04-01'],
      ['reportToPanelClearDays', undefined, '2026-03-31'],
      ['staysPublished', undefined, '2027-04-14'],
      ['reviewDue', undefined, '2026-10-20'],
    ]);
    for (const { explanation, text } of answer.timetable) {
      expect(explanation).not.toBe('');
      expect(text).toContain('Rule: ');
    }
  });

  it('lists what waits for a date', () => {
    expect(answer.waiting).toMatchObject([{ obligation: 'notification', waitsFor: 'localAuthorityAware' }]);
    expect(answer.calendar.confirmedTo).toBe('2028-12-31');
  });
});

test('for people: plain words, the sentence of each date, what waits, the weeks, and the notes', () => {
  const { out, status } = run(
    ...RECEIVED,
    '--sent',
    '2026-04-01',
    '--holiday',
    '2026-04-04',
    '--no-holiday',
    '2026-04-03',
  );
  expect(status).toBe(0);
  const found = out.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' | '));
  expect(found).toContain('D | Rapid Review meeting | Thursday 9 April 2026 | Friday 17 April 2026');
  expect(found).toContain('E | Rapid Review complete | Tuesday 21 April 2026');
  expect(found).toContain(
    '15 working days after Monday 30 March 2026 (the day the referral was received), not counting weekends and Easter Monday (6 April) [C1]',
  );
  expect(found).toContain(
    'Notification to the national Panel: waits for the day the local authority became aware',
  );
  expect(found).toContain('Note: 2026-04-04 is a Saturday: it changes nothing.');
  expect(out).toMatch(/^30 March 2026 +30 \* +31 +1 \*A +2 +3 C +4\. +5\.$/m);
  // The meeting's window, marked as in the timetable of a case.
  expect(out).toMatch(/^6 April +6\. +7 +8 +9 B\(D +10 +11\. +12\.$/m);
  expect(out).toContain('with ( before it where its window opens');
  expect(out).not.toMatch(/completeLocal|agencyReturn|AG-/);
});

test('day by day, each agency by its own request, by another profile', () => {
  const { out } = run(
    ...[...RECEIVED, '--notified', '2026-03-27T10:00:00Z', '--profile', 'national-notification'],
    ...['--sent', '2026-03-31', '--sent', '2026-04-14', '--day-by-day'],
  );
  expect(out).toContain('Scoping template returned (Agency 2)');
  expect(out).toContain('profile national-notification, version 1');
  expect(out).toContain('Agency 2. The agency returns the scoping template.');
  expect(out).toMatch(/Good Friday \(GOV\.UK, known since/);
  expect(out).toMatch(/Tuesday 21 April +working day 15/);
});

test('a request of before the referral is counted all the same, and said once for each agency', () => {
  const { out, status } = run(...RECEIVED, '--sent', '2026-03-01', '--sent', '2026-03-02');
  expect(status).toBe(0);
  expect(out.match(/^Note: .*$/gm)).toEqual([
    'Note: The request to AG-0001 is supposed to have gone on 2026-03-01, before the referral was received (2026-03-30): check both dates.',
    'Note: The request to AG-0002 is supposed to have gone on 2026-03-02, before the referral was received (2026-03-30): check both dates.',
  ]);
});

describe('an option that cannot be read stops with what would be right', () => {
  it.each([
    [['--received', '2026-03-30T16:20:00'], 'with its zone'],
    [['--received', '2026-02-30T16:20:00Z'], 'A moment that exists'],
    [[...RECEIVED, '--sent', '2026-02-30'], 'A day that exists'],
    [[...RECEIVED, ...RECEIVED], 'It is given twice'],
    [
      [...RECEIVED, '--profile', 'coventry'],
      'The profiles are cscp-wt2018, national-notification and cscp-wt2018-full-ladder',
    ],
    [[...RECEIVED, '--notifed', '2026-03-27T10:00:00Z'], 'Did you mean --notified?'],
    [['--received', '9000-03-30T16:20:00Z'], 'lies outside the calendar, which covers 2012-01-01 to'],
    [[...RECEIVED, '--holiday', '1999-01-01'], 'The holiday 1999-01-01 lies outside the calendar'],
    [
      [],
      '--received is missing, from which the timetable follows: say when the referral was received, such as',
    ],
    [['--bogus', 'x'], "unknown option '--bogus'"],
    [['hello'], 'too many arguments'],
  ])('%j', (given, right) => {
    const { err, out, status } = run(...given);
    expect(err).toContain(right);
    expect(err).toMatch(/Nothing was changed\. --help says what can be asked for\.\n$/);
    expect([out, status]).toEqual(['', 1]);
  });
});

describe('the picture of the weeks', () => {
  const marksOn = (...days: string[]): ReadonlyMap<ReturnType<typeof civilDate>, string> =>
    new Map(days.map((day, index) => [civilDate(day), 'ABC'[index] ?? '']));

  it('draws a few empty weeks, leaves many out, and says the year where it begins', () => {
    const drawn = drawWeeks(marksOn('2026-12-15', '2027-01-05', '2027-04-01'), officialCalendar);
    expect(drawn).toEqual([
      'Week of            Mon   Tue   Wed   Thu   Fri   Sat   Sun',
      '14 December 2026   14    15 A  16    17    18    19.   20.',
      '21 December        21    22    23    24    25.   26.   27.',
      '28 December        28.   29    30    31     1.    2.    3.',
      '4 January 2027      4     5 B   6     7     8     9.   10.',
      '...',
      '29 March           29.   30    31     1 C   2     3.    4.',
    ]);
  });

  it('goes on beyond the calendar for a date that needs no holidays', () => {
    expect(drawWeeks(marksOn('2031-04-14'), officialCalendar)[1]).toMatch(
      /^14 April 2031 +14 A +15 .* 19\. +20\.$/,
    );
  });

  it('is empty where nothing is marked', () => {
    expect(drawWeeks(new Map(), officialCalendar)).toEqual([]);
  });
});

test('the help names the profile that is meant when none is given', () => {
  const { out, status } = run('--help');
  expect(status).toBe(0);
  expect(out).toMatch(/\(default:\s+cscp-wt2018\)/);
});
