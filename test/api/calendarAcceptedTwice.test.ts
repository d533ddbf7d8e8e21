// A change of the bank holidays that is accepted more than once: repeated, on a preview that is stale, by two at the same time
// (R9). One change is made, and whoever was second hears that it was,
// or what has changed.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeView } from '../../api/calendarChanges/changeSchemas';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { newKey, type ApiUnderTest } from './apiUnderTest';
import { followedApi, type CalendarFollowers } from './calendarFollowers';
import { type Cast, COUNCIL } from './cast';
import { AUTHORITY, type Changes, listing, REASON, type AskedDays } from './changesOfCalendar';
import { expectRefused } from './refusals';
import { problemIn } from './stories';

const URL = '/calendar-changes';

let under: ApiUnderTest;
let changes: Changes;
let cast: Cast;
let followers: CalendarFollowers;
let ofBefore: CalendarSnapshot;
beforeAll(async () => {
  ({ under, changes, cast, followers } = await followedApi());
  ofBefore = await under.records.holidays.snapshot(under.clock.now);
  await cast.open({ agencies: [COUNCIL] });
});
beforeEach(() => void cast.at('04-01 12:00'));
afterAll(() => under.close());

const bodyOf = async (asked: AskedDays): Promise<Record<string, unknown>> => ({
  preview: (await changes.preview(asked)).version,
  ...asked,
  authority: AUTHORITY,
  reason: REASON,
});

describe('accepted twice', () => {
  const asked = listing('2026-05-11');

  test('under the same key it is one change, with the same answer; another request under it is refused', async () => {
    const key = newKey();
    const body = await bodyOf(asked);
    const first = await under.ask('POST', URL, { body, key });
    const again = await under.ask('POST', URL, { body, key });
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
    expect(again.headers.location).toBe(first.headers.location);
    expect((await changes.read<{ items: ChangeView[] }>('')).items).toHaveLength(1);
    await expectRefused(under, URL, {
      name: 'another request',
      asking: { key, body: { ...body, reason: 'Canaryother' } },
      status: 409,
      type: 'idempotency-key-reused',
      pointer: 'header /idempotency-key',
    });
    await expectRefused(under, URL, {
      name: 'another key',
      asking: { body },
      status: 409,
      type: 'change-already-accepted',
      pointer: 'body /preview',
      says: 'was accepted on Wednesday 1 April 2026 at 12:00: it is change 1. There is nothing left to do; how far it has got is at GET /calendar-changes/1.',
    });
  });

  test('a preview is stale once somebody has recorded a day, and says which', async () => {
    const body = await bodyOf(listing('2026-05-12'));
    const day = { date: '2026-05-13', title: 'Invented', authority: AUTHORITY, reason: REASON };
    expect((await under.ask('POST', '/holidays', { body: day })).statusCode).toBe(201);
    await expectRefused(under, URL, {
      name: 'stale',
      asking: { body },
      status: 409,
      type: 'preview-stale',
      pointer: 'body /preview',
      says: 'The ledger has new facts about Wednesday 13 May 2026, after you had your preview. Preview the change again',
    });
  });

  test('and once a change was accepted without a day', async () => {
    const body = await bodyOf(listing('2026-05-12'));
    const { authority: _none, ...other } = await bodyOf({});
    expect((await under.ask('POST', URL, { body: other })).statusCode).toBe(201);
    await expectRefused(under, URL, {
      name: 'stale',
      asking: { body },
      status: 409,
      type: 'preview-stale',
      pointer: 'body /preview',
      says: 'Change 2 was accepted on Wednesday 1 April 2026 at 12:00, after you had your preview',
    });
  });

  test('a change without a day, too; and once more has come since, what that was', async () => {
    const { authority: _none, ...body } = await bodyOf({});
    followers.opensWith = ofBefore;
    await cast.open({ agencies: [COUNCIL] });
    cast.at('04-01 12:00');
    const first = await under.ask('POST', URL, { body });
    const { number } = first.json<ChangeView>();
    const bad = { status: 409, type: 'change-already-accepted', pointer: 'body /preview' };
    await expectRefused(under, URL, {
      ...bad,
      name: 'another key',
      asking: { body },
      says: `it is change ${number}. There is nothing left to do`,
    });
    const later = await changes.accept(listing('2026-05-14'));
    await expectRefused(under, URL, {
      ...bad,
      name: 'later',
      asking: { body },
      says: `it is change ${number}. Since then the ledger has new facts about Thursday 14 May 2026 and change ${later.number} was accepted on Wednesday 1 April 2026 at 12:00. Where something is still to be changed, preview it anew`,
    });
  });

  test('a day that somebody lists by itself is no acceptance, though a change without days follows', async () => {
    const body = await bodyOf(listing('2026-05-15'));
    const day = { date: '2026-05-15', title: 'State Funeral', authority: AUTHORITY, reason: REASON };
    expect((await under.ask('POST', '/holidays', { body: day })).statusCode).toBe(201);
    cast.at('04-01 12:30');
    await changes.accept();
    await expectRefused(under, URL, {
      name: 'stale',
      asking: { body },
      status: 409,
      type: 'preview-stale',
      pointer: 'body /preview',
    });
  });

  test('by two at once, with the same preview: one wins, and the other hears that it is accepted', async () => {
    const body = await bodyOf(listing('2026-05-12'));
    const answers = await Promise.all([1, 2].map(() => under.ask('POST', URL, { body })));
    const [accepted, refused] = answers.sort((a, b) => a.statusCode - b.statusCode);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 409]);
    const number = accepted?.json<ChangeView>().number ?? 0;
    expect(accepted?.json()).toMatchObject({ progress: { behind: 0 } });
    expect(refused && problemIn(refused)).toMatchObject({
      type: '/problems/change-already-accepted',
      detail: expect.stringMatching(new RegExp(`it is change ${number}\\. .*Nothing was changed\\.$`)),
    });
    const facts = await under.records.holidays.facts();
    expect(facts.filter(({ date }) => date === '2026-05-12')).toHaveLength(1);
  });

  test('refused at first and sent again under the same key, it is of the day of the repeat', async () => {
    const key = newKey();
    const { authority: _none, ...body } = await bodyOf({});
    await expectRefused(under, URL, {
      name: 'nothing',
      asking: { key, body },
      status: 409,
      type: 'nothing-to-accept',
    });
    followers.opensWith = ofBefore;
    await cast.open({ agencies: [COUNCIL] });
    cast.at('04-07 10:00');
    const answer = await under.ask('POST', URL, { key, body });
    expect([answer.statusCode, answer.json<ChangeView>().at]).toEqual([201, '2026-04-07T09:00:00.000Z']);
    const again = await under.ask('POST', URL, { key, body });
    expect(again.json()).toEqual(answer.json());
  });
});
