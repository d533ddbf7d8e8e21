// What a change of the bank holidays would do, over HTTP and before it is accepted: the numbers, each case, a page at a
// time; of days that somebody asks about, and of what the ledger holds already. Nothing is changed.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseEffectView } from '../../api/calendarChanges/caseEffectSchema';
import { askedIn } from '../../api/calendarChanges/previewChange';
import { askedHash, readVersion, writeVersion } from '../../api/calendarChanges/previewVersion';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { BOARD, COUNCIL, POLICE } from './cast';
import { expectRefused } from './refusals';
import {
  AUTHORITY,
  type AskedDays,
  type Changes,
  listing,
  REASON,
  SOCIETY,
  threeRaces,
  type ThreeRaces,
} from './changesOfCalendar';
import { dumpOf } from '../../records/cases/dump';

/** Between the requests and the returns: what is counted from there moves by a day. */
const the8th = listing('2026-04-08');

let under: ApiUnderTest;
let changes: Changes;
let races: ThreeRaces;
beforeAll(async () => {
  const api = await followedApi();
  ({ under, changes } = api);
  races = await threeRaces(api.cast);
});
afterAll(() => under.close());

const said = ({ moves, told, reminders, teamWarnings }: CaseEffectView) => ({
  moves: moves.map(({ key, was, due, lateness }) => `${key} ${was} ${due} ${lateness}`),
  told: told.map(({ who, agency, how, at, about }) => `${agency ?? who} ${how} ${at.slice(0, 16)} ${about}`),
  reminders: reminders.map(({ key, rung, how }) => `${key} ${rung} ${how}`),
  teamWarnings: teamWarnings.map(
    ({ key, workingDaysBefore, was, comes, how }) => `${key} ${workingDaysBefore} ${was} ${comes} ${how}`,
  ),
});
const returnOf = (agency: string) => `agencyReturn:${agency} 2026-04-09 2026-04-10 unchanged`;
const NOW = '2026-04-01T11:00:00.000Z';
const minute = NOW.slice(0, 16);
const NEW_DATE = `${minute} its new dates: the scoping return from Thursday 9 April 2026 to Friday 10 April 2026`;
const MEETING = 'meeting 2026-04-20 2026-04-21 unchanged';
const COMPLETE = 'completeLocal 2026-04-22 2026-04-23 unchanged';
/** Each one working day before. */
const WARNINGS = ['meeting 1 2026-04-17 2026-04-20 later', 'completeLocal 1 2026-04-21 2026-04-22 later'];
const warningOf = (agency: string) => `agencyReturn:${agency} 1 2026-04-08 2026-04-09 later`;
const later = (agency: string) =>
  ['oneBefore', 'oneAfter'].map((rung) => `agencyReturn:${agency} ${rung} later`);

describe('R9: of a day that is not in the ledger', () => {
  test('says in numbers what moves, which meeting leaves its window, who is reminded and told', async () => {
    const { version, calendar, cases, ...numbers } = await changes.preview(the8th);
    expect(numbers).toEqual({
      days: [
        {
          date: '2026-04-08',
          title: 'State Funeral',
          change: 'listed',
          inWords: 'Wednesday 8 April 2026 would be a bank holiday (State Funeral)',
        },
      ],
      openCases: 3,
      casesToBring: 3,
      casesThatMove: 3,
      cannotFollow: 0,
      obligations: [
        // The school's return is in: it keeps its date (R7).
        { obligation: 'agencyReturn', move: 5, becomeLate: 0, inTimeAgain: 0 },
        { obligation: 'meeting', move: 3, becomeLate: 0, inTimeAgain: 0 },
        { obligation: 'completeLocal', move: 3, becomeLate: 0, inTimeAgain: 0 },
      ],
      windowsThatOpenAnew: 3,
      meetingsThatLeave: 1,
      meetingDaysRestored: 0,
      // Nobody can be mailed at the society: it gets none of the two.
      reminders: { sooner: 0, later: 8, fallAway: 0, mails: 8 },
      teamWarnings: { sooner: 0, later: 11, fallAway: 0 },
      teamLines: { sooner: 0, later: 0, fallAway: 0 },
      told: { byMail: 4, inPerson: 1, at: NOW, noMore: 0, team: { atOnce: 1, atNine: 1 } },
      notes: [],
    });
    expect(version).toMatch(/^\d+\.0\.[0-9a-f]{12}$/);
    expect(calendar).not.toBe((await under.records.holidays.snapshot(under.clock.now)).version);
    expect(cases).toHaveLength(3);
  });

  test('says of each case what it does to it', async () => {
    const { cases } = await changes.preview(the8th);
    expect(cases.map(({ reference }) => reference)).toEqual(
      Object.values(races).map(({ reference }) => reference),
    );
    const partners = [COUNCIL, POLICE, BOARD];
    expect(cases.map(said)).toEqual([
      {
        moves: [MEETING, COMPLETE, ...partners.map(returnOf)],
        told: [
          `team byMail ${minute} the meeting on Friday 10 April 2026 lies before its window, which opens on Monday 13 April 2026`,
          ...partners.map((agency) => `${agency} byMail ${NEW_DATE}`),
        ],
        reminders: partners.flatMap(later),
        teamWarnings: [...WARNINGS, ...partners.map(warningOf)],
      },
      {
        moves: [MEETING, COMPLETE, ...[COUNCIL, SOCIETY].map(returnOf)],
        told: [
          `${COUNCIL} byMail ${NEW_DATE}`,
          `${SOCIETY} inPerson ${NEW_DATE}`,
          'team byMail 2026-04-02T08:00 nobody at Example Voluntary Society can be mailed its new dates: the team is to tell it',
        ],
        reminders: later(COUNCIL),
        teamWarnings: [...WARNINGS, ...[COUNCIL, SOCIETY].map(warningOf)],
      },
      { moves: [MEETING, COMPLETE], told: [], reminders: [], teamWarnings: WARNINGS },
    ]);
    expect(cases.map(({ meetingLeaves }) => meetingLeaves)).toEqual([
      { on: '2026-04-10', way: 'early', opens: '2026-04-13', closes: '2026-04-21' },
      undefined,
      undefined,
    ]);
  });

  test('gives a page at a time, and where the next one begins', async () => {
    const seen: string[] = [];
    let query = '?limit=1';
    for (;;) {
      const { cases, next, casesThatMove } = await changes.preview(the8th, query);
      expect([cases.length, casesThatMove]).toEqual([1, 3]);
      seen.push(...cases.map(({ reference }) => reference));
      expect(next).toBe(seen.length < 3 ? seen.at(-1) : undefined);
      if (next === undefined) break;
      query = `?limit=1&after=${next}`;
    }
    expect(seen).toEqual(Object.values(races).map(({ reference }) => reference));
    expect((await changes.preview(the8th, `?after=${races.fresh.reference}`)).cases).toEqual([]);
  });
});

describe('R9: of what the ledger holds', () => {
  test('says nothing where every case counts with it', async () => {
    const { days, openCases, casesToBring, cases } = await changes.preview();
    expect([days, openCases, casesToBring, cases]).toEqual([[], 3, 0, []]);
    expect(await changes.text('txt')).toContain(
      'The calendars of the open cases have the same days already.',
    );
  });

  test('says what a day does that somebody has added, and what taking it back would do', async () => {
    const body = { date: '2026-04-15', title: 'Invented', authority: AUTHORITY, reason: REASON };
    expect((await under.ask('POST', '/holidays', { body })).statusCode).toBe(201);
    const { days, casesToBring, casesThatMove, calendar } = await changes.preview();
    expect([days.map(({ date }) => date), casesToBring, casesThatMove]).toEqual([['2026-04-15'], 3, 3]);
    expect(calendar).toBe((await under.records.holidays.snapshot(under.clock.now)).version);
    const back = await changes.preview({ withdraw: ['2026-04-15'] });
    expect([back.days.map(({ change }) => change), back.casesThatMove]).toEqual([['withdrawn'], 0]);
  });

  test('names a day that no date is counted over where the change does, and else says that there are such', async () => {
    const past = await changes.preview({ withdraw: ['2025-12-26', '2026-04-15'] });
    const days = past.days.map(({ date, change }) => `${date} ${change}`);
    expect(days).toEqual(['2025-12-26 withdrawn', '2026-04-15 withdrawn']);
    expect([past.casesToBring, past.casesThatMove]).toEqual([3, 0]);
    const table = await changes.text('txt', { withdraw: ['2025-12-26', '2026-04-15'] });
    expect(table).toContain('Friday 26 December 2025 would no longer be a bank holiday (Boxing Day).');
    const body = { authority: AUTHORITY, reason: REASON };
    await under.ask('POST', '/holidays/2026-04-15/withdrawals', { body });
    await under.ask('POST', '/holidays', { body: { date: '2025-11-12', title: 'Invented', ...body } });
    expect(await changes.text('txt')).toContain(
      'The calendars differ, and not on a day that any date of the open cases is counted over.',
    );
    expect(table).not.toContain('have the same days already');
    expect(table).toContain('3 would go to the new calendar, and none has a date that moves.');
    expect(table).not.toContain('effect');
  });

  test('R9: changes nothing, and is there for everybody who reads cases', async () => {
    const count = async () => (await under.records.holidays.facts()).length;
    const [facts, dump] = [await count(), await dumpOf(under.database)];
    await changes.preview(the8th, '', { as: 'auditor' });
    await changes.preview({ withdraw: ['2026-04-06'] }, '', { as: 'partnerDelegate' });
    expect([await count(), await dumpOf(under.database)]).toEqual([facts, dump]);
    expect(await under.records.calendarChanges.list()).toEqual([]);
  });
});

test('is previewed with authority and reason or without, and neither is kept', async () => {
  const given = { ...the8th, authority: AUTHORITY, reason: REASON };
  for (const ending of ['', '.csv', '.txt']) {
    const ask = (body: object) => under.ask('POST', `/calendar-changes/preview${ending}`, { body });
    const [without, withBoth] = [await ask(the8th), await ask(given)];
    expect([withBoth.statusCode, withBoth.body]).toEqual([200, without.body]);
    await expectRefused(under, `/calendar-changes/preview${ending}`, {
      name: 'blank',
      asking: { body: { ...given, reason: ' ' } },
      status: 400,
      type: 'malformed-request',
      pointer: 'body /reason',
      says: 'must not be blank where it is given',
    });
  }
  expect(under.log()).not.toContain('Canary');
});

test('R7: says what is in time again, and what becomes late at once', async () => {
  const lateness = async (asked: AskedDays) =>
    (await changes.preview(asked)).obligations.map(({ obligation, move, becomeLate, inTimeAgain }) =>
      [obligation, move, becomeLate, inTimeAgain].join(' '),
    );
  const wake = async (time: string) => {
    for (const race of Object.values(races)) await race.at(time).wake();
  };
  await wake('04-10 08:00');
  expect(await lateness(listing('2026-04-09'))).toEqual([
    'agencyReturn 5 0 5',
    'meeting 3 0 0',
    'completeLocal 3 0 0',
  ]);
  await wake('04-22 12:00');
  // Easter Monday again a working day: what is due today would have been due yesterday.
  const withdrawn = { withdraw: ['2026-04-06'] };
  expect(await lateness(withdrawn)).toEqual(['agencyReturn 5 0 0', 'meeting 3 0 0', 'completeLocal 3 3 0']);
  expect((await changes.preview(withdrawn)).days.map(({ inWords }) => inWords)).toEqual([
    'Monday 6 April 2026 would no longer be a bank holiday (Easter Monday)',
  ]);
});

describe('R2: Christmas Day and Good Friday', () => {
  test.each([
    ['2026-12-25', 'Friday 25 December 2026 is Christmas Day'],
    ['2026-04-03', 'Friday 3 April 2026 is Good Friday'],
  ])('%s is taken back by nobody, in a preview or when it is accepted', async (date, is) => {
    const asked = { ...listing('2026-04-14'), withdraw: ['2026-12-28', date] };
    const bad = {
      name: date,
      status: 422,
      type: 'holiday-stands-by-rule',
      pointer: 'body /withdraw/1',
      says: `${is}, which is never a working day, whatever a list says: it cannot be taken back.`,
    };
    for (const ending of ['', '.csv', '.txt'])
      await expectRefused(under, `/calendar-changes/preview${ending}`, { ...bad, asking: { body: asked } });
    const { facts, changes: changed } = readVersion((await changes.preview()).version) ?? {};
    if (facts === undefined || changed === undefined) throw new Error('no version');
    const preview = writeVersion({ facts, changes: changed, asked: askedHash(askedIn(asked)) });
    const body = { preview, ...asked, authority: AUTHORITY, reason: REASON };
    await expectRefused(under, '/calendar-changes', { ...bad, asking: { body } });
  });

  test('the title of one is put right in one change', async () => {
    const [date, title] = ['2026-12-25', 'Christmas'];
    const { days, notes } = await changes.preview({ list: [{ date, title }], withdraw: [date] });
    const says = 'Friday 25 December 2026 would be called Christmas, and not Christmas Day';
    expect([days, notes]).toEqual([[], [`${says}: no date moves by that.`]]);
  });
});
