// Closures and school holidays over HTTP: added, listed, taken back; and what is refused, with what would be right (R2).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LocalDaysView } from '../../api/localDays/localDaysSchemas';
import { addMonths, civilDate } from '../../domain/calendar/civilDate';
import { apiUnderTest, newKey, PEOPLE, type ApiUnderTest, type Asking } from './apiUnderTest';
import { expectRefused } from './refusals';
import { problemIn } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

interface Given {
  readonly kind: string;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly agency?: string;
}

let months = 0;
/** In another month for each test: the same cannot stand twice. */
beforeEach(() => {
  months += 1;
});
const inMonth = (day: number): string => `${addMonths(civilDate('2013-01-01'), months).slice(0, 8)}${day}`;
const closure = (rest: Partial<Given> = {}): Given => ({
  kind: 'closure',
  title: 'Shut-down',
  firstDay: inMonth(12),
  lastDay: inMonth(18),
  ...rest,
});

const post = async (path: string, body: object, asking: Asking = {}): Promise<LocalDaysView> => {
  const answer = await under.ask('POST', `/local-days${path}`, { body, ...asking });
  expect([path, answer.statusCode, answer.body.slice(0, 300)]).toEqual([
    path,
    path === '' ? 201 : 200,
    expect.anything(),
  ]);
  const view = answer.json<LocalDaysView>();
  expect(answer.headers.etag).toBe(`"${view.version}"`);
  return view;
};

const listed = async (query: string): Promise<readonly string[]> =>
  (await under.ask('GET', `/local-days${query}`, { as: 'service' }))
    .json<{ items: LocalDaysView[] }>()
    .items.map(({ id, takenBack }) => (takenBack ? `${id} taken back` : id));

describe('local days', () => {
  test('R2: are added over bank holidays too, and say who recorded them and when', async () => {
    const given = closure({ agency: 'AG-0002', firstDay: '2026-12-24', lastDay: '2027-01-01' });
    const answer = await under.ask('POST', '/local-days', { body: given });
    const { id } = answer.json<LocalDaysView>();
    expect([answer.statusCode, answer.headers.location]).toEqual([201, `/local-days/${id}`]);
    const view = {
      ...given,
      id,
      version: 1,
      takenBack: false,
      changes: [
        {
          version: 1,
          change: 'added',
          at: '2026-03-30T15:25:00.000Z',
          by: under.actors.coordinator,
          who: PEOPLE.coordinator,
        },
      ],
    };
    expect(answer.json()).toEqual(view);
    expect((await under.ask('GET', `/local-days/${id}`)).json()).toEqual(view);
  });

  test('name who recorded them to whose role includes that, and are seen by everybody', async () => {
    const { id } = await post('', closure());
    const changes = async (as: Asking['as']) =>
      (await under.ask('GET', `/local-days/${id}`, { as: as ?? null })).json<LocalDaysView>().changes;
    expect(await changes('auditor')).toMatchObject([{ who: PEOPLE.coordinator }]);
    const [{ who, by } = { who: '', by: '' }] = await changes('agencyContact');
    expect([who, by]).toEqual([undefined, under.actors.coordinator]);
  });

  test('are taken back and stay listed; then the same may be added again', async () => {
    const { id } = await post('', closure());
    const taken = await post(`/${id}/withdrawal`, {}, { ifMatch: '"1"' });
    expect(taken).toMatchObject({ id, version: 2, takenBack: true, ...closure() });
    expect(taken.changes.map(({ change }) => change)).toEqual(['added', 'takenBack']);
    const again = await post('', closure());
    expect(await listed(`?from=${inMonth(18)}&to=${inMonth(18)}`)).toEqual([`${id} taken back`, again.id]);
  });

  test('are listed by their first day, where they have a day from the one to the other', async () => {
    const later = await post('', closure());
    const before = await post('', closure({ firstDay: inMonth(10), lastDay: inMonth(11) }));
    expect(await listed(`?from=${inMonth(11)}&to=${inMonth(12)}`)).toEqual([before.id, later.id]);
    expect(await listed(`?from=${inMonth(12)}&to=${inMonth(28)}`)).toEqual([later.id]);
    expect(await listed(`?from=${inMonth(10)}&to=${inMonth(11)}`)).toEqual([before.id]);
    expect((await listed('')).length).toBeGreaterThan(2);
  });

  test('repeated under their key are added once, whatever has become of them since', async () => {
    const asking = { body: closure(), key: newKey() };
    const first = await under.ask('POST', '/local-days', asking);
    const { id } = first.json<LocalDaysView>();
    await post(`/${id}/withdrawal`, {});
    const again = await under.ask('POST', '/local-days', asking);
    expect([again.statusCode, again.json()]).toMatchObject([201, { id, version: 2, takenBack: true }]);
    const other = await under.ask('POST', '/local-days', { ...asking, body: closure({ title: 'Other' }) });
    expect(problemIn(other).type).toBe('/problems/idempotency-key-reused');
    expect(await listed(`?from=${inMonth(18)}&to=${inMonth(18)}`)).toEqual([`${id} taken back`]);
  });
});

describe('what is refused', () => {
  test.each<[string, Partial<Given>, number, string, string, string]>([
    [
      'the last day before the first',
      { firstDay: '2026-12-24', lastDay: '2026-01-01' },
      ...([422, 'last-day-before-first', '/lastDay', 'Give the later one as the last'] as const),
    ],
    [
      'longer than a year',
      { firstDay: '2026-12-24', lastDay: '2027-12-24' },
      ...([422, 'local-days-too-long', '/lastDay', 'Thursday 23 December 2027 at the latest'] as const),
    ],
    [
      'a weekend alone',
      { firstDay: '2026-12-05', lastDay: '2026-12-06' },
      ...([422, 'local-days-on-weekend', '/firstDay', 'add it whole'] as const),
    ],
    [
      'a bank holiday alone',
      { firstDay: '2026-12-25', lastDay: '2026-12-25' },
      ...([
        422,
        'local-days-on-days-off',
        '/firstDay',
        'is not a working day anyway (Christmas Day)',
      ] as const),
    ],
    [
      'a first day before the calendar',
      { firstDay: '2011-12-31', lastDay: '2012-01-06' },
      ...([422, 'calendar-does-not-cover', '/firstDay', 'must be a day from Sunday 1 January 2012'] as const),
    ],
    [
      'a last day beyond the calendar',
      { firstDay: '2028-12-24', lastDay: '2029-01-01' },
      ...([422, 'calendar-does-not-cover', '/lastDay', 'to Sunday 31 December 2028'] as const),
    ],
    [
      'an agency that is not in the register',
      { agency: 'AG-0099' },
      ...([422, 'agency-not-in-register', '/agency', 'POST /agencies'] as const),
    ],
    ['a blank title', { title: '  ' }, 400, 'malformed-request', '/title', 'not blank'],
    ['a title of two lines', { title: 'one\ntwo' }, 400, 'malformed-request', '/title', 'U+000A'],
    ['another kind', { kind: 'strike' }, 400, 'malformed-request', '/kind', 'schoolHolidays'],
    ['a day that there is not', { lastDay: '2026-02-30' }, 400, 'malformed-request', '/lastDay', '2026'],
  ])('%s', async (name, given, status, type, pointer, says) => {
    const before = await listed('');
    await expectRefused(under, '/local-days', {
      name,
      status,
      type,
      pointer: `body ${pointer}`,
      says,
      asking: { body: closure(given) },
    });
    expect(await listed('')).toEqual(before);
  });

  test('the same twice, whatever it is called; not that of another agency or kind', async () => {
    const { id } = await post('', closure({ agency: 'AG-0001' }));
    await expectRefused(under, '/local-days', {
      name: 'twice',
      status: 409,
      type: 'local-days-stand-already',
      pointer: 'body /firstDay',
      says: `take ${id} back`,
      asking: { body: closure({ agency: 'AG-0001', title: 'Other' }) },
    });
    await post('', closure({ agency: 'AG-0002' }));
    await post('', closure({ agency: 'AG-0001', kind: 'schoolHolidays' }));
    await post('', closure());
  });

  test('taking back what is unknown, was taken back, or was read in another version', async () => {
    const { id } = await post('', closure());
    const refused = (of: string, status: number, type: string, asking: Asking, pointer?: string) =>
      expectRefused(under, `/local-days/${of}/withdrawal`, {
        name: type,
        status,
        type,
        asking: { body: {}, ...asking },
        ...(pointer === undefined ? {} : { pointer }),
      });
    await refused('LD-0999', 404, 'unknown-local-days', {});
    await refused(id, 412, 'local-days-moved-on', { ifMatch: '"2"' }, 'header /if-match');
    await post(`/${id}/withdrawal`, {});
    await refused(id, 409, 'local-days-taken-back', {});
    const read = await under.ask('GET', '/local-days/LD-0999');
    expect([read.statusCode, problemIn(read).type]).toEqual([404, '/problems/unknown-local-days']);
  });

  test('whoever keeps no diary', async () => {
    for (const as of ['meetingChair', 'auditor', 'agencyContact', 'service'] as const)
      await expectRefused(under, '/local-days', {
        name: as,
        status: 403,
        type: 'forbidden',
        asking: { as, body: closure() },
      });
  });
});
