// A change of the bank holidays that is accepted, over HTTP: every open case follows, dates that move are recorded with before
// and after, agencies hear of it once, what is done keeps its date; how far it has got, and what became of every case (R7 to R9).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeView } from '../../api/calendarChanges/changeSchemas';
import type { CalendarsView } from '../../api/calendarChanges/touchedSchemas';
import type { GatewayAnswer } from '../../api/writing/caseGateway';
import { civilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import { snapshotOf } from '../../platform/holidays/snapshot';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi, type CalendarFollowers } from './calendarFollowers';
import { type Cast, COUNCIL, POLICE, Race, SCHOOL } from './cast';
import { askedRace, AUTHORITY, type Changes, dueOf, eventsOf, listing, REASON } from './changesOfCalendar';
import { openCase } from './stories';

/** When changes are accepted here: at noon of Wednesday 1 April, in summer time. */
const NOON = '2026-04-01T11:00:00.000Z';

let under: ApiUnderTest;
let followers: CalendarFollowers;
let changes: Changes;
let cast: Cast;
/** The school has answered; the council owes its return. Opened while the official list reached to the end of 2027 only. */
let first: Race;
let second: Race;
beforeAll(async () => {
  ({ under, followers, changes, cast } = await followedApi());
  const list = await under.records.holidays.snapshot(under.clock.now);
  followers.opensWith = snapshotOf({ ...list, confirmedTo: civilDate('2027-12-31') });
  first = await askedRace(cast, [COUNCIL, SCHOOL]);
  followers.opensWith = undefined;
  second = await askedRace(cast, [COUNCIL, POLICE]);
  for (const race of [first, second]) await race.at('04-01 12:00').wake();
  await first.act(`/returns/${SCHOOL}`, { answer: 'full', how: 'paper', content: 'Canarycontent' });
  for (const race of [first, second]) await race.mailGoes();
});
beforeEach(() => {
  cast.at('04-01 12:00');
  followers.starts = followers.bring;
  followers.opensWith = undefined;
  under.gateway.meanwhile = nothing;
});
afterAll(() => under.close());

const nothing = () => Promise.resolve(undefined);

const versionOf = (race: Race): Promise<number> =>
  under.records.events.version(race.reference as CaseReference);

/** That case answers so, and the others as they are. */
const answers = (race: Race, answer: GatewayAnswer): void => {
  under.gateway.meanwhile = (_, reference) =>
    Promise.resolve(reference === race.reference ? answer : undefined);
};

describe('R9: a day that is accepted', () => {
  let change: ChangeView;
  beforeAll(async () => {
    cast.at('04-01 12:00');
    change = await changes.accept(listing('2026-04-08'));
  });

  test('is answered with who accepted it and why, what was foreseen, and that everybody has followed', () => {
    expect(change).toMatchObject({
      number: 1,
      by: under.actors.coordinator,
      who: 'Sam Inglewood',
      authority: AUTHORITY,
      reason: REASON,
      foreseen: { openCases: 2, casesToBring: 2, casesThatMove: 2, told: { byMail: 3, inPerson: 0 } },
      progress: { brought: 2, moved: 2, behind: 0, refused: 0, done: true },
      failures: [],
    });
    const foreseen = change.foreseen.obligations.reduce((sum, { move }) => sum + move, 0);
    expect(change.progress.obligationsMoved).toBe(foreseen);
  });

  test('is in the ledger, on its authority', async () => {
    const day = await under.ask('GET', '/holidays/2026-04-08');
    expect(day.json()).toMatchObject({
      holiday: true,
      facts: [{ kind: 'listed', who: 'Sam Inglewood', authority: AUTHORITY, reason: REASON }],
    });
  });

  test('is recorded in every case by whoever accepted it, each date with before and after', async () => {
    const [adopted, ...more] = await eventsOf(under, first, 'CalendarAdopted');
    expect(more).toEqual([]);
    expect(adopted).toMatchObject({
      actor: under.actors.coordinator,
      authority: 'coordinator',
      commandId: 'calendar-1',
      body: { change: 1, to: change.calendar, days: [{ date: '2026-04-08', change: 'listed' }] },
    });
    expect((await eventsOf(under, first, 'DatesMoved')).at(-1)?.body).toEqual({
      toTell: adopted?.number,
      moves: [
        { key: `agencyReturn:${COUNCIL}`, was: '2026-04-09', due: '2026-04-10' },
        { key: 'meeting', was: '2026-04-20', due: '2026-04-21' },
        { key: 'completeLocal', was: '2026-04-22', due: '2026-04-23' },
      ],
    });
    expect(followers.updateIds).toEqual([first, second].map(({ reference }) => `calendar-1-${reference}`));
  });

  test('stands in the chronology of each case with its reason', async () => {
    const { body } = await under.ask('GET', `/cases/${first.reference}/chronology`);
    expect(body).toMatch(new RegExp(`"CalendarAdopted"[^{]*{"of":"reason","text":"${REASON}"}`));
  });

  test('R7: leaves what is done its date', async () => {
    expect(await dueOf(first, `agencyReturn:${SCHOOL}`)).toBe('2026-04-09');
    expect(await dueOf(first, `agencyReturn:${COUNCIL}`)).toBe('2026-04-10');
  });

  test('is told each agency concerned once, and never again', async () => {
    const told = async (race: Race) =>
      (await race.mailGoes()).filter((key) => key.startsWith('datesMoved/')).map((key) => key.split('/')[1]);
    expect([await told(first), await told(second)]).toEqual([[COUNCIL], [COUNCIL, POLICE]]);
    const before = [await versionOf(first), await versionOf(second)];
    await followers.bring();
    expect([await versionOf(first), await versionOf(second)]).toEqual(before);
    expect([await told(first), await told(second)]).toEqual([[], []]);
  });

  test('shows the cases that it touched one by one, a page at a time', async () => {
    const page = await changes.read<{ cases: { reference: string }[]; next?: string }>('/1/cases?limit=1');
    expect([page.cases.length, page.next]).toEqual([1, first.reference]);
    const rest = await changes.read<{ cases: { reference: string; event: number; moves: unknown[] }[] }>(
      `/1/cases?after=${first.reference}`,
    );
    const [adopted] = await eventsOf(under, second, 'CalendarAdopted');
    const [moved] = await eventsOf(under, second, 'DatesMoved');
    expect(rest).toEqual({
      number: 1,
      cases: [{ reference: second.reference, event: adopted?.number, at: NOON, moves: moved?.body.moves }],
    });
  });

  test('says of a case on which lists its dates have rested', async () => {
    const { reference, calendars } = await first.read<CalendarsView>('/calendars');
    expect(reference).toBe(first.reference);
    const days = [{ date: '2026-04-08', title: 'State Funeral', change: 'listed' }];
    expect(calendars).toMatchObject([
      { event: 1, coversTo: '2028-12-31', confirmedTo: '2027-12-31', days: [], moves: [] },
      { calendar: change.calendar, change: 1, since: NOON, days },
    ]);
    expect(calendars[0]?.change).toBeUndefined();
    expect(calendars.map(({ reason }) => reason)).toEqual([undefined, REASON]);
    expect(calendars[1]?.moves).toHaveLength(3);
  });

  test('R1: a date that moved by it explains itself, with the day and the change', async () => {
    const { explanation } = await first.read<{ explanation: { text: string; changes: unknown[] } }>(
      '/timetable/completeLocal',
    );
    const because = 'The case follows change 1 of the calendar: Wednesday 8 April 2026 is a bank holiday now';
    expect(explanation.text).toContain('Moved from Wednesday 22 April 2026 to Thursday 23 April 2026');
    expect(explanation.text).toContain(because);
    expect(explanation.text).toMatch(/Wednesday 8 April +not counted: State Funeral/);
    expect(explanation.changes.at(-1)).toMatchObject({
      was: '2026-04-22',
      due: '2026-04-23',
      because: expect.stringContaining(because),
    });
  });
});

describe('R9: cases opened meanwhile', () => {
  test('with the calendar of before are found and brought along', async () => {
    const old = await under.records.holidays.snapshot(under.clock.now);
    const opened: Race[] = [];
    under.gateway.meanwhile = async () => {
      under.gateway.meanwhile = nothing;
      followers.opensWith = old;
      opened.push(await cast.open({ agencies: [COUNCIL, SCHOOL] }));
      cast.at('04-01 12:00');
      return undefined;
    };
    const { progress, foreseen } = await changes.accept(listing('2026-04-14'));
    expect([foreseen.openCases, progress.brought, progress.behind]).toEqual([2, 3, 0]);
    expect(await Promise.all(opened.map((race) => dueOf(race, 'completeLocal')))).toEqual(['2026-04-24']);
  });

  test('with the calendar of after are not behind, and are not asked', async () => {
    followers.starts = () => Promise.reject(new Error('the API dies here'));
    cast.at('04-01 11:30');
    const { number, progress } = await changes.accept(listing('2026-04-15'));
    expect(progress).toMatchObject({ brought: 0, behind: 3, done: false });
    const opened = new Race(cast.at('04-01 11:55'), await openCase(under, { agencies: [COUNCIL, SCHOOL] }));
    cast.at('04-01 12:00');
    const version = await versionOf(opened);
    await followers.bring();
    expect(await versionOf(opened)).toBe(version);
    expect(followers.updateIds).not.toContain(`calendar-${number}-${opened.reference}`);
    expect(await changes.read(`/${number}`)).toMatchObject({
      progress: { brought: 3, behind: 0, refused: 0, done: true },
    });
  });
});

describe('R9: a case that cannot be brought along', () => {
  const beyond: GatewayAnswer = {
    kind: 'refused',
    rejection: {
      code: 'CalendarDoesNotCover',
      asked: 'A date',
      from: civilDate('2012-01-01'),
      to: civilDate('2026-04-30'),
    },
  };

  test('stops nobody, is shown with its reason, is asked again, and follows then', async () => {
    answers(first, beyond);
    const { number, progress, failures } = await changes.accept(listing('2026-04-16'));
    expect(progress).toMatchObject({ brought: 3, behind: 1, refused: 1, done: true });
    const failure = {
      reference: first.reference,
      code: 'CalendarDoesNotCover',
      times: 1,
      type: '/problems/calendar-does-not-cover',
      inWords: expect.stringContaining('beyond'),
      at: NOON,
    };
    expect(failures).toEqual([failure]);
    expect(await changes.read('/1')).toMatchObject({ progress: { behind: 0, refused: 0 }, failures: [] });
    await followers.bring();
    expect((await changes.read(`/${number}`)).failures).toEqual([{ ...failure, times: 2 }]);
    under.gateway.meanwhile = nothing;
    await followers.bring();
    expect(await changes.read(`/${number}`)).toMatchObject({
      progress: { brought: 4, behind: 0, refused: 0, done: true },
      failures: [],
    });
    expect(await eventsOf(under, first, 'CalendarAdopted')).toHaveLength(4);
  });

  test('because its workflow is gone is shown as such', async () => {
    answers(second, { kind: 'notRunning' });
    const { number, failures } = await changes.accept(listing('2026-04-17'));
    const inWords = expect.stringContaining('not running');
    expect(failures).toMatchObject([{ reference: second.reference, code: 'CaseNotRunning', inWords }]);
    under.gateway.meanwhile = nothing;
    await followers.bring();
    expect((await changes.read(`/${number}`)).failures).toEqual([]);
  });

  test('because nobody answers is shown as such: the change stands, and it is asked until it has answered', async () => {
    answers(second, { kind: 'workerAway' });
    const { number, progress, failures } = await changes.accept(listing('2026-04-20'));
    expect([progress.behind, progress.refused]).toEqual([1, 1]);
    expect(failures).toMatchObject([
      { code: 'CaseNotAnswering', inWords: expect.stringContaining('goes on being asked') },
    ]);
    await expect(followers.bring()).rejects.toMatchObject({ type: 'CalendarNotBrought' });
    under.gateway.meanwhile = nothing;
    await followers.bring();
    expect((await changes.read(`/${number}`)).progress).toMatchObject({ brought: 4, behind: 0, done: true });
    const adopted = await eventsOf(under, second, 'CalendarAdopted');
    expect(adopted.filter(({ body }) => body.change === number)).toHaveLength(1);
  });
});

describe('R9: taking days back', () => {
  test('is the same act: dates go back, and the agencies are told of those they know', async () => {
    for (const race of [first, second]) await race.mailGoes();
    const days = ['2026-04-08', '2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-20'];
    const { foreseen, progress, calendar } = await changes.accept({ withdraw: days });
    expect(foreseen.days.map(({ date, change }) => [date, change])).toEqual(
      days.map((date) => [date, 'withdrawn']),
    );
    expect([foreseen.told.byMail, progress.brought]).toEqual([3, 4]);
    expect(calendar).toBe((await second.read<CalendarsView>('/calendars')).calendars[0]?.calendar);
    expect(await dueOf(first, 'completeLocal')).toBe('2026-04-22');
    expect((await first.mailGoes()).filter((key) => key.startsWith('datesMoved/'))).toHaveLength(1);
  });

  test('what was added without being accepted is accepted without a day and without an authority', async () => {
    const body = { date: '2026-04-09', title: 'Invented', authority: AUTHORITY, reason: REASON };
    expect((await under.ask('POST', '/holidays', { body })).statusCode).toBe(201);
    expect(await dueOf(first, 'completeLocal')).toBe('2026-04-22');
    const { version: preview } = await changes.preview();
    const answer = await under.ask('POST', '/calendar-changes', { body: { preview, reason: REASON } });
    expect(answer.json()).toMatchObject({ progress: { brought: 4, behind: 0 } });
    expect(await dueOf(first, 'completeLocal')).toBe('2026-04-23');
  });

  test('every change stays on the list, the newest first, and what was written is in no log', async () => {
    const { items } = await changes.read<{ items: ChangeView[] }>('', { as: 'auditor' });
    expect(items.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const page = await changes.read<{ items: ChangeView[]; next?: number }>('?limit=3&before=7');
    expect([page.items.map(({ number }) => number), page.next]).toEqual([[6, 5, 4], 4]);
    const rest = await changes.read<{ items: ChangeView[]; next?: number }>(`?before=${page.next ?? 0}`);
    expect([rest.items.map(({ number }) => number), rest.next]).toEqual([[3, 2, 1], undefined]);
    expect(items.every(({ progress, failures }) => progress.done && failures.length === 0)).toBe(true);
    expect(under.log()).not.toContain('Canary');
  });
});
