// A preview of a change of the bank holidays in lines, over HTTP: for a spreadsheet, and as a table to read (R9). What it says
// as data, and of which days, is `calendarPreviews.test.ts`.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { type Cast, COUNCIL } from './cast';
import { type Changes, listing, SOCIETY, threeRaces, type ThreeRaces } from './changesOfCalendar';

/** Between the requests and the returns: what is counted from there moves by a day. */
const the8th = listing('2026-04-08');

let under: ApiUnderTest;
let changes: Changes;
let cast: Cast;
let races: ThreeRaces;
beforeAll(async () => {
  const api = await followedApi();
  ({ under, changes, cast } = api);
  races = await threeRaces(api.cast);
});
afterAll(() => under.close());

/** Of a line without quotation marks but around its effect. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell).slice(0, 9);

describe('for a spreadsheet', () => {
  test('R9: a line for each date, meeting, reminder, warning and notice of every case, with codes and words', async () => {
    const answer = await under.ask('POST', '/calendar-changes/preview.csv', { body: listing('2026-04-14') });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const { version } = await changes.preview(listing('2026-04-14'));
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="calendar-change-${version}.csv"`,
    );
    const lines = answer.body.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines).toEqual([
      'case,what,whatInWords,agency,agencyName,from,to,effect,preview',
      ...Object.values(races).flatMap(({ reference }) => [
        `${reference},meeting,the last day for the Rapid Review meeting,,,2026-04-20,2026-04-21,moves,${version}`,
        `${reference},completeLocal,the completion (15 working days from the referral),,,2026-04-22,2026-04-23,moves,${version}`,
        `${reference},teamWarning 1 of meeting,team's warning before the Rapid Review meeting,,,2026-04-17,2026-04-20,comes later,${version}`,
        `${reference},teamWarning 1 of completeLocal,team's warning before the completion (15 working days from the referral),,,2026-04-21,2026-04-22,comes later,${version}`,
      ]),
    ]);
  });

  test('R9: a notice with the time in London at which it goes', async () => {
    const { version } = await changes.preview(the8th);
    const [council, society] = [`${COUNCIL},Example City Council`, `${SOCIETY},Example Voluntary Society`];
    const ofThe8th = (await changes.text('csv', the8th)).split('\r\n');
    const before =
      'reminder oneBefore of agencyReturn,"reminder one working day before, of the scoping return"';
    const after = 'reminder oneAfter of agencyReturn,"reminder one working day after, of the scoping return"';
    const warning = "teamWarning 1 of agencyReturn,team's warning before the scoping return";
    expect(ofThe8th.filter((line) => line.startsWith(races.onPaper.reference))).toEqual(
      [
        'meeting,the last day for the Rapid Review meeting,,,2026-04-20,2026-04-21,moves',
        'completeLocal,the completion (15 working days from the referral),,,2026-04-22,2026-04-23,moves',
        `agencyReturn,the scoping return,${council},2026-04-09,2026-04-10,moves`,
        `agencyReturn,the scoping return,${society},2026-04-09,2026-04-10,moves`,
        'meetingOpens,the first day on which the meeting can be,,,2026-04-10,2026-04-13,moves',
        `${before},${council},2026-04-08,2026-04-09,comes later`,
        `${after},${council},2026-04-10,2026-04-13,comes later`,
        "teamWarning 1 of meeting,team's warning before the Rapid Review meeting,,,2026-04-17,2026-04-20,comes later",
        "teamWarning 1 of completeLocal,team's warning before the completion (15 working days from the referral),,,2026-04-21,2026-04-22,comes later",
        `${warning},${council},2026-04-08,2026-04-09,comes later`,
        `${warning},${society},2026-04-08,2026-04-09,comes later`,
        `notice,the notice of new dates,${council},,2026-04-01 12:00,is told by mail`,
        `notice,the notice of new dates,${society},,2026-04-01 12:00,to be told by the team`,
        'teamNotice,what the team hears,,,,2026-04-02 09:00,nobody at Example Voluntary Society can be mailed its new dates: the team is to tell it',
      ].map((line) => `${races.onPaper.reference},${line},${version}`),
    );
    expect(ofThe8th).toContain(
      `${races.met.reference},meetingDay,the day of the meeting,,,2026-04-10,,lies before its window,${version}`,
    );
    expect(ofThe8th).toContain(
      `${races.met.reference},teamNotice,what the team hears,,,,2026-04-01 12:00,"the meeting on Friday 10 April 2026 lies before its window, which opens on Monday 13 April 2026",${version}`,
    );
    for (const line of ofThe8th.slice(0, -1)) expect(cellsOf(line)).toHaveLength(9);
  });
});

test('R12: a line of the team that comes on another day', async () => {
  const the9th = listing('2026-04-09');
  const { reference } = races.met;
  const { version } = await changes.preview(the9th);
  expect((await changes.text('csv', the9th)).split('\r\n')).toContain(
    `${reference},teamLine papersDue,team's line that the papers of the meeting are due,,,2026-04-09,2026-04-08,comes sooner,${version}`,
  );
  expect(await changes.text('txt', the9th)).toMatch(
    /team's line that the papers of the meeting are due +Thursday 9 April 2026 +Wednesday 8 April 2026 +comes sooner$/m,
  );
});

describe('as a table to read', () => {
  test('R9: the numbers in words, and columns that stand under their names', async () => {
    const lines = (await changes.text('txt', listing('2026-04-14'))).split('\n');
    const { version } = await changes.preview(listing('2026-04-14'));
    expect(lines.slice(0, 15)).toEqual([
      'What the change of the calendar would do. Nothing has been changed.',
      '',
      'Tuesday 14 April 2026 would be a bank holiday (State Funeral).',
      '',
      'Of 3 open cases, 3 would go to the new calendar, and 3 have a date that moves:',
      `  ${'the last day for the Rapid Review meeting'.padEnd(52)}       3`,
      `  ${'the completion (15 working days from the referral)'.padEnd(52)}       3`,
      'Windows of meetings that open on another day: 0.',
      'Meetings that leave their window: 0; that are in it again, or on a working day: 0.',
      'Reminders to agencies: 0 come sooner, 0 later, 0 fall away.',
      'Warnings to the team that a date is at risk: 0 come sooner, 6 later, 0 fall away.',
      "Other items in the team's 09:00 mails, but what waits for the next of them anyway: 0 come sooner, 0 later, 0 fall away.",
      'Told of their new dates: 0 agencies by mail, 0 by the team itself.',
      'Told to the team: 0 mails at once, 0 lines in its next mails of 09:00.',
      `Version of this preview: ${version}`,
    ]);
    const [head = '', rule = '', ...rows] = lines.slice(16, -1);
    const starts = ['case', 'what', 'from', 'to', 'effect', 'agency'].map((name) => head.indexOf(name));
    expect(rule.split(' ').map((dashes) => /^-+$/.test(dashes))).toEqual(starts.map(() => true));
    const cells = rows.map((row) => starts.map((start, index) => row.slice(start, starts[index + 1]).trim()));
    expect(cells).toEqual(
      Object.values(races).flatMap(({ reference }) => [
        [
          ...[reference, 'the last day for the Rapid Review meeting'],
          ...['Monday 20 April 2026', 'Tuesday 21 April 2026', 'moves', ''],
        ],
        [
          ...[reference, 'the completion (15 working days from the referral)'],
          ...['Wednesday 22 April 2026', 'Thursday 23 April 2026', 'moves', ''],
        ],
        [
          ...[reference, "team's warning before the Rapid Review meeting"],
          ...['Friday 17 April 2026', 'Monday 20 April 2026', 'comes later', ''],
        ],
        [
          ...[reference, "team's warning before the completion (15 working days from the referral)"],
          ...['Tuesday 21 April 2026', 'Wednesday 22 April 2026', 'comes later', ''],
        ],
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });

  test('R9: each effect in words, and when whoever hears of it does', async () => {
    const ofThe8th = await changes.text('txt', the8th);
    for (const words of [
      /the first day on which the meeting can be +Friday 10 April 2026 +Monday 13 April 2026 +moves$/m,
      /^Windows of meetings that open on another day: 3\.$/m,
      /the day of the meeting +Friday 10 April 2026 +lies before its window$/m,
      /reminder one working day after, of the scoping return +Friday 10 April 2026 +Monday 13 April 2026 +comes later +Example City Council \(AG-0001\)$/m,
      /the notice of new dates +Wednesday 1 April 2026 at 12:00 +to be told by the team +Example Voluntary Society \(AG-0003\)$/m,
      /what the team hears +Wednesday 1 April 2026 at 12:00 +the meeting on Friday 10 April 2026 lies before its window, which opens on Monday 13 April 2026$/m,
      /^Reminders to agencies: 0 come sooner, 8 later, 0 fall away\. Those that come go in at most 8 mails: an agency gets one a day for each case, whatever it owes\.$/m,
      /^Told of their new dates: 4 agencies by mail, 1 by the team itself; the first on Wednesday 1 April 2026 at 12:00\.$/m,
      /^Told to the team: 1 mail at once, 1 line in its next mails of 09:00\.$/m,
    ])
      expect(ofThe8th).toMatch(words);
    expect(ofThe8th).not.toMatch(/agencyReturn|meetingDay|oneAfter/);
    const columns = ofThe8th.split('\n').find((line) => line.startsWith('case ')) ?? '';
    const effect = columns.indexOf('effect');
    const notice = ofThe8th.split('\n').find((line) => line.includes('is told by mail')) ?? '';
    expect(notice.slice(effect)).toMatch(/^is told by mail/);
  });
});

test('R9: a change that is taken back before anybody has heard of it says who is spared the mail, everywhere', async () => {
  cast.at('04-01 18:00');
  await changes.accept(the8th);
  const back = { withdraw: ['2026-04-08'] };
  const { version, told, cases } = await changes.preview(back);
  expect(told).toMatchObject({ byMail: 0, inPerson: 0, noMore: 5 });
  const { reference } = races.onPaper;
  expect(cases.find((one) => one.reference === reference)?.toldNoMore).toEqual(
    [
      [COUNCIL, 'byMail'],
      [SOCIETY, 'inPerson'],
    ].map(([agency, how]) => ({
      who: 'agency',
      agency,
      how,
      at: '2026-04-02T08:00:00.000Z',
      about: 'its new dates: the scoping return from Thursday 9 April 2026 to Friday 10 April 2026',
    })),
  );
  const notice = (whom: string, does: string): string =>
    `${reference},notice,the notice of new dates,${whom},2026-04-02 09:00,,${does},${version}`;
  const csv = (await changes.text('csv', back)).split('\r\n');
  expect(csv).toContain(notice(`${COUNCIL},Example City Council`, 'falls away'));
  expect(csv).toContain(notice(`${SOCIETY},Example Voluntary Society`, 'need not be told'));
  const table = await changes.text('txt', back);
  expect(table).toMatch(/^No longer told of an earlier change, which this one takes back: 5 agencies\.$/m);
  expect(table).toMatch(
    /the notice of new dates +Thursday 2 April 2026 at 09:00 +falls away +Example City Council \(AG-0001\)$/m,
  );
});
