// Bad changes of the bank holidays (point 8 of the issue): each is refused for what it is, says what would be right, and changes
// nothing.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { askedHash, writeVersion } from '../../api/calendarChanges/previewVersion';
import { askedIn } from '../../api/calendarChanges/previewChange';
import { ROLES, type Role } from '../../domain/rapidReview/commands';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { type Cast, COUNCIL } from './cast';
import { AUTHORITY, type Changes, listing, REASON, type AskedDays } from './changesOfCalendar';
import { expectRefused } from './refusals';

const URL = '/calendar-changes';

let under: ApiUnderTest;
let changes: Changes;
let cast: Cast;
beforeAll(async () => {
  ({ under, changes, cast } = await followedApi());
  await cast.open({ agencies: [COUNCIL] });
  cast.at('04-01 12:00');
  await changes.preview();
});
beforeEach(() => void cast.at('04-01 12:00'));
afterAll(() => under.close());

/** What a preview of just now of these days would have as its version, whether or not there can be one. */
const versionOf = async (asked: AskedDays): Promise<string> => {
  const changed = (await under.records.calendarChanges.list())[0]?.number ?? 0;
  const facts = (await under.records.holidays.facts()).length;
  const days = askedIn({ list: [...(asked.list ?? [])], withdraw: [...(asked.withdraw ?? [])] });
  return writeVersion({ facts, changes: changed, asked: askedHash(days) });
};

/** Everything right but for what is given. */
const bodyOf = async (asked: AskedDays, rest: object = {}): Promise<Record<string, unknown>> => ({
  preview: await versionOf(asked),
  ...asked,
  authority: AUTHORITY,
  reason: REASON,
  ...rest,
});

describe('days that cannot be changed so: refused in the preview, and on acceptance', () => {
  test.each([
    [
      'a day that is there already',
      { list: [{ date: '2026-12-25', title: 'Christmas Day' }] },
      ...[409, 'holiday-already-stands', '/list/0/date', 'There is nothing to list'],
    ],
    [
      'a day that is there under another title',
      listing('2026-12-25'),
      ...[409, 'holiday-already-stands', '/list/0/title', 'withdraw the day and list it again'],
    ],
    [
      'the same day twice',
      listing('2026-05-11', '2026-05-11'),
      ...[422, 'day-named-twice', '/list/1/date'],
      'Monday 11 May 2026 is in \\"list\\" twice. Name each day once.',
    ],
    [
      'the same day twice, under two titles',
      { list: [...listing('2026-05-11').list, { date: '2026-05-11', title: 'Invented' }] },
      ...[422, 'day-named-twice', '/list/1/date', 'is in \\"list\\" twice'],
    ],
    [
      'taking back the same day twice',
      { withdraw: ['2026-12-25', '2026-05-25', '2026-12-25'] },
      ...[422, 'day-named-twice', '/withdraw/2'],
      'Friday 25 December 2026 is in \\"withdraw\\" twice. Name each day once.',
    ],
    [
      'a day that is none, listed and taken back',
      { ...listing('2026-05-12', '2026-05-11'), withdraw: ['2026-05-11'] },
      ...[422, 'day-named-twice', '/list/1/date'],
      'Monday 11 May 2026 is in both \\"list\\" and \\"withdraw\\": one change cannot make a day a holiday and take it back.',
    ],
    [
      'a day that stands, listed as it is and taken back',
      { list: [{ date: '2026-12-25', title: 'Christmas Day' }], withdraw: ['2026-12-25'] },
      ...[422, 'day-named-twice', '/list/0/date', 'Leave it in the one that you mean.'],
    ],
    [
      'a day beyond the ledger',
      listing('2031-05-05'),
      ...[422, 'calendar-does-not-cover', '/list/0/date'],
      'A holiday on Monday 5 May 2031 cannot be counted',
    ],
    [
      'a day on a weekend',
      listing('2026-05-11', '2026-12-05'),
      ...[422, 'holiday-on-weekend', '/list/1/date'],
      'Saturday 5 December 2026 is not a working day anyway: as a holiday it changes nothing for any case. To have it in the ledger all the same, list it with POST /holidays.',
    ],
    [
      'taking back a day before the ledger',
      { withdraw: ['2011-04-29'] },
      ...[422, 'calendar-does-not-cover', '/withdraw/0'],
      'must be a day from Sunday 1 January 2012 to Sunday 31 December 2028',
    ],
    [
      'taking back a day that is written as one to list',
      { withdraw: [{ date: '2026-12-25' } as never] },
      ...[400, 'malformed-request', '/withdraw/0'],
      'must be a day that exists, written year-month-day: 2026-03-30',
    ],
    [
      'taking back what is on no list',
      { withdraw: ['2026-12-28', '2026-05-12'] },
      ...[409, 'holiday-does-not-stand', '/withdraw/1', 'on no list'],
    ],
  ] as const)('%s', async (name, asked, status, type, pointer, says) => {
    const bad = { name, status, type, pointer: `body ${pointer}`, says };
    for (const ending of ['', '.csv', '.txt'])
      await expectRefused(under, `${URL}/preview${ending}`, { ...bad, asking: { body: asked } });
    await expectRefused(under, URL, { ...bad, asking: { body: await bodyOf(asked) } });
  });
});

describe('what an acceptance must come with', () => {
  const asked = listing('2026-05-11');
  const hash = askedHash(askedIn({ list: asked.list }));
  test.each([
    [
      'without a reason',
      { reason: undefined },
      400,
      'malformed-request',
      '/reason',
      '"is missing: it must not be blank"',
    ],
    [
      'without a reason and an authority: both are said at once',
      { reason: undefined, authority: undefined },
      ...[400, 'malformed-request', '/authority'],
      'must not be blank"},{"in":"body","pointer":"/authority","detail":"is missing: with days to list',
    ],
    ['with a blank reason', { reason: '  ' }, 400, 'malformed-request', '/reason', 'not be blank'],
    ['without an authority', { authority: undefined }, 422, 'authority-missing', '/authority', 'Name it'],
    ['with a blank authority', { authority: ' ' }, 400, 'malformed-request', '/authority', 'not be blank'],
    [
      'without a preview',
      { preview: undefined },
      400,
      'malformed-request',
      '/preview',
      'is missing: it must be the version of the preview',
    ],
    [
      'with what is no version',
      { preview: '1' },
      422,
      'preview-unreadable',
      '/preview',
      'Preview the change',
    ],
    [
      'with a version that no ledger has had yet',
      { preview: `9999.0.${hash}` },
      ...[422, 'preview-unreadable', '/preview', 'Preview the change'],
    ],
    [
      'with a version after a change that nobody has accepted',
      { preview: `1.999.${hash}` },
      ...[422, 'preview-unreadable', '/preview', 'Preview the change'],
    ],
    [
      'with the preview of other days',
      listing('2026-05-12'),
      ...[422, 'preview-of-other-days', '/preview', 'Send the same ones'],
    ],
    ['with an unknown field', { because: 'Canary' }, 400, 'unknown-field', '/because', ''],
  ] as const)('%s', async (name, rest, status, type, pointer, says) => {
    const body = await bodyOf(asked, rest);
    await expectRefused(under, URL, {
      name,
      asking: { body },
      status,
      type,
      pointer: `body ${pointer}`,
      says,
    });
  });

  test('an idempotency key', async () => {
    await expectRefused(under, URL, {
      name: 'no key',
      asking: { body: await bodyOf(asked), key: null },
      status: 400,
      type: 'idempotency-key-missing',
      pointer: 'header /idempotency-key',
    });
  });

  test('something to accept', async () => {
    await expectRefused(under, URL, {
      name: 'nothing',
      asking: { body: await bodyOf({}) },
      status: 409,
      type: 'nothing-to-accept',
      says: 'no day was given',
    });
  });

  test('what the forms of a preview do not know', async () => {
    for (const [body, type, pointer] of [
      [{ days: [] }, 'unknown-field', 'body /days'],
      [{ list: [{ date: '2026-02-30', title: 'No day' }] }, 'malformed-request', 'body /list/0/date'],
      [{ list: [{ date: '2026-05-11', title: ' ' }] }, 'malformed-request', 'body /list/0/title'],
      [{ withdraw: Array(21).fill('2026-12-25') }, 'malformed-request', 'body /withdraw'],
    ] as const)
      await expectRefused(under, `${URL}/preview`, {
        name: type,
        asking: { body },
        status: 400,
        type,
        pointer,
      });
    for (const [query, pointer] of [
      ['limit=0', 'query /limit'],
      ['limit=201', 'query /limit'],
      ['after=first', 'query /after'],
    ] as const)
      await expectRefused(under, `${URL}/preview?${query}`, {
        name: query,
        asking: { body: {} },
        status: 400,
        type: 'malformed-request',
        pointer,
      });
    for (const [query, pointer] of [
      ['limit=101', 'query /limit'],
      ['before=0', 'query /before'],
    ] as const)
      await expectRefused(under, `${URL}?${query}`, {
        name: query,
        method: 'GET',
        status: 400,
        type: 'malformed-request',
        pointer,
      });
  });
});

describe('who may', () => {
  const others = ROLES.filter((role): role is Exclude<Role, 'coordinator'> => role !== 'coordinator');
  test.each(others)('not the %s', async (as) => {
    const body = await bodyOf(listing('2026-05-11'));
    await expectRefused(under, URL, { name: as, asking: { as, body }, status: 403, type: 'forbidden' });
  });

  test('nor the form or an agency see what it would do', async () => {
    for (const as of ['agencyContact', 'service'] as const) {
      const bad = { name: as, asking: { as, body: {} }, status: 403, type: 'forbidden' };
      await expectRefused(under, `${URL}/preview`, bad);
      for (const path of ['', '/1', '/1/cases'])
        await expectRefused(under, `${URL}${path}`, { ...bad, method: 'GET', asking: { as } });
    }
  });
});

describe('a change that there is not', () => {
  test.each([
    ['1', 404, 'unknown-calendar-change'],
    ['999999999', 404, 'unknown-calendar-change'],
    ['0', 404, 'no-such-page'],
    ['first', 404, 'no-such-page'],
  ])('%s', async (number, status, type) => {
    for (const path of [number, `${number}/cases`])
      await expectRefused(under, `${URL}/${path}`, { name: path, method: 'GET', status, type });
  });

  test('the calendars of a case that there is not', () =>
    expectRefused(under, '/cases/RR-2026-0999/calendars', {
      name: 'no case',
      method: 'GET',
      status: 404,
      type: 'unknown-case',
    }));
});

test('R24: what somebody wrote is in no refusal and in no log', () => {
  expect(under.log()).not.toContain('Canary');
});
