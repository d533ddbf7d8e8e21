// A case whose key is destroyed, over HTTP: everything about it is still answered, each text is said to be destroyed, and what
// needs a new text is refused in plain words.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { AgencyOnline, isSoundMarkup } from './agencyOnline';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, BOARD, Cast, decisionBody, moment, POLICE, SCHOOL, type Race } from './cast';
import { expectRefused } from './refusals';
import { CANARIES } from './stories';

const NAME = 'Canaryname of the board';

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
let before: ReadonlyMap<string, unknown>;
let hashed: readonly number[];
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  race = await settled();
  before = await readAll();
  await destroy(race);
  hashed = await lengthsOfHashes();
}, 60_000);
afterAll(() => under.close());

/** Of the keyed hashes of what was typed for the case. */
const lengthsOfHashes = async (): Promise<readonly number[]> => {
  const { rows } = await sql<{ length: number }>`
    select length(body_mac) as length from reservation
    where reference = ${race.reference} or acted_on = ${race.reference} or command_id::text in (
      select command_id from case_event where reference = ${race.reference})`.execute(under.database);
  return rows.map(({ length }) => length);
};

const destroy = (of: Race): Promise<void> =>
  under.records.dossier.destroyKey(of.reference as CaseReference, {
    by: under.actors.coordinator,
    at: under.clock.now,
    why: 'The invented period has ended',
  });

/** From the referral to the end, with a text of every kind. */
const settled = async (): Promise<Race> => {
  const one = await cast.open();
  for (const agency of [SCHOOL, POLICE])
    await one.act(`/scoping-requests/${agency}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await one.act('/safety-concerns', { concern: 'Canaryconcern', noticeRead: true });
  await one.act('/safety-concerns/1/acknowledgement', { note: 'Canaryin hand' });
  await one.act('/safety-concerns/1/actions', { action: 'Canaryvisited' });
  await one.at('04-07 12:00').act(`/returns/${SCHOOL}`, { answer: 'full', content: CANARIES.answer });
  await one.act(`/returns/${POLICE}`, {
    answer: 'wrongOrganisation',
    askInstead: { name: CANARIES.instead },
  });
  await one.meets('04-14 10:00', ['localAuthority', 'police']);
  await one.act('/meeting/arrivals', { name: NAME, agency: BOARD, seat: 'integratedCareBoard' });
  await one.at('04-14 11:00').act('/decision', decisionBody());
  await one.dutiesEvidenced();
  await one.at('04-14 12:00').act('/meeting/closing', { minutes: 'Canaryminutes of the meeting' });
  await one.signedOff();
  await one.act('/notification-reference', { reference: 'Canaryreference 417' });
  await one.act('/report', { title: 'Canarytitle of the report', location: 'Canarylocation' });
  await one.act('/panel/dispatch/sent-another-way', { channel: 'portal', evidence: 'Canaryproof' });
  await one.at('05-06 09:00').act('/panel/replies', { reply: 'agrees', letter: 'Canaryletter' });
  await one.mailGoes();
  const late = { agreedBy: AGREED_BY, reason: 'Canaryreason' };
  await one.refused('/withdrawal', late, { status: 409, type: 'case-ended', says: 'has ended' });
  // Nothing of it is left then but what its request is known by.
  await under.records.dossier.sweepPending((under.clock.now + 1) as Instant);
  return one;
};

const READS = [
  ...['', '/timetable', '/timetable/completeLocal', '/calendars', '/chronology', '/notices'],
  ...['/coming-notices', '/returns', `/returns/${SCHOOL}`, `/returns/${POLICE}`, '/meetings', '/decision'],
  ...['/panel', '/safety-concerns', '/particulars'],
  `/meeting/quorum?at=${encodeURIComponent(moment('04-14 11:00'))}`,
];

const readAll = async (): Promise<ReadonlyMap<string, unknown>> => {
  const found = new Map<string, unknown>();
  for (const path of READS) found.set(path, await race.read(path));
  return found;
};

type View = Readonly<Record<string, unknown>>;

/** The same, with each text of the dossier said to be destroyed. */
const destroyedIn = (view: unknown): unknown => {
  // In what is told, somebody who is in no register is shown by code then.
  if (typeof view === 'string') return view.replaceAll(NAME, 'A-1');
  if (Array.isArray(view)) return view.map(destroyedIn);
  if (typeof view !== 'object' || view === null) return view;
  const { text, name, title: _title, location, ...rest } = view as View;
  const parts = Object.entries(rest).map(([key, part]) => [key, destroyedIn(part)]);
  return {
    ...(Object.fromEntries(parts) as View),
    ...(text === undefined ? {} : { textWithheld: 'destroyed' }),
    ...(location === undefined ? {} : { withheld: 'destroyed' }),
    ...(name === undefined ? {} : name === NAME ? { nameWithheld: 'destroyed' } : { name }),
  };
};

describe('what is read of a case whose texts are destroyed', () => {
  test.each([
    ...['', '/timetable', '/timetable/completeLocal', '/calendars', '/notices', '/coming-notices'],
    '/returns',
  ])('GET …%s is what it was: it holds no text', async (path) => {
    expect(JSON.stringify(before.get(path))).not.toMatch(/Canary(?!duty)/);
    expect(await race.read(path)).toEqual(before.get(path));
  });

  test.each([
    ...['/chronology', `/returns/${SCHOOL}`, `/returns/${POLICE}`, '/meetings', '/decision', '/panel'],
    '/safety-concerns',
  ])('GET …%s says of each text that it was destroyed, and all else stands', async (path) => {
    const view = await race.read(path);
    expect(JSON.stringify(view)).not.toMatch(/Canary(?!duty|contact)/);
    expect(view).toEqual(destroyedIn(before.get(path)));
  });

  test('the texts were there before, of every kind', () => {
    const all = JSON.stringify([...before.values()]);
    for (const text of [CANARIES.answer, CANARIES.instead, NAME, 'Canaryminutes', 'Canarylocation'])
      expect(all).toContain(text);
    for (const text of ['Canaryletter', 'Canaryproof', 'Canaryin hand', CANARIES.referrerEmail])
      expect(all).toContain(text);
  });

  test('the particulars are said to be destroyed, the referrer with them', async () => {
    expect(await race.read('/particulars')).toEqual({
      reference: race.reference,
      destroyed: true,
      lost: false,
      children: [],
    });
  });

  test('who filled a seat is there by code', async () => {
    const path = READS.at(-1) ?? '';
    expect(JSON.stringify(before.get(path))).toContain(NAME);
    const { quorate, seats } = await race.read<{ quorate: boolean; seats: readonly View[] }>(path);
    expect(quorate).toBe(true);
    expect(seats[2]).toMatchObject({ filledBy: 'A-1', nameWithheld: 'destroyed' });
    expect(seats[2]?.['inWords']).toContain('A-1');
  });

  test('the list has it', async () => {
    const { items } = (await under.ask('GET', '/cases?status=ended')).json<{ items: readonly View[] }>();
    expect(items.map(({ reference }) => reference)).toContain(race.reference);
  });
});

test('the page of an agency takes nothing any more, and says whom to tell (R24)', async () => {
  const online = new AgencyOnline(under);
  // It never said that its records are secured.
  const path = await online.linkOf(race, SCHOOL);
  const page = (await online.see(path)).body;
  expect(page).toContain('and nothing can be sent here. If you know of something');
  expect(page).not.toMatch(/Late returns|records-secured|Send your answer/u);
  await isSoundMarkup(page);
  expect((await online.see(`${path}/records-secured`)).statusCode).toBe(303);
});

describe('what is written to it', () => {
  const refused = { status: 409, type: 'texts-destroyed', says: 'log a referral (POST /cases)' } as const;

  test('is refused where it needs a text, without leaving an act under way', async () => {
    await race.refused(`/returns/${SCHOOL}`, { answer: 'partial', content: 'Late words' }, refused);
    await race.refused(
      '/safety-concerns',
      { concern: 'A late concern', noticeRead: true },
      { ...refused, says: 'ring 999' },
    );
    const underWay = under.database.selectFrom('reservation').select('command_id');
    expect(await underWay.where('under_way_on', '=', race.reference as never).execute()).toEqual([]);
    expect(under.log()).not.toContain('"level":50');
  });

  test('is taken where it needs none', async () => {
    const secured = { paper: true, electronic: true, locked: true };
    const { events } = await race.act(`/records-secured/${SCHOOL}`, secured);
    expect(events).toContain('RecordsSecured');
  });

  test('a withdrawal is not undone any more: there would be nothing to review', async () => {
    const withdrawn = await cast.open();
    await withdrawn.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason' });
    await withdrawn.mailGoes();
    await destroy(withdrawn);
    await expectRefused(under, `/cases/${withdrawn.reference}/withdrawal/undoing`, {
      name: 'undone',
      asking: { body: { reason: 'No reason' } },
      ...refused,
    });
  });
});

test('what was typed for it confirms no guess any more', () => {
  expect(hashed.length).toBeGreaterThan(20);
  expect(new Set(hashed)).toEqual(new Set([0]));
});
