// The case list as a work list: what is due next in each case, what is missed and not done, in the order of both; and that it is
// read by its indexes, however many cases there are.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExplainNode, SelectQueryNode, sql, type KyselyPlugin } from 'kysely';
import { addDays, civilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import { listCases } from '../../records/cases/list';
import type { CaseListItem, CaseListQuery, Cursor } from '../../records/records';
import { ALL_AGREE } from '../unit/rapidReview/race';
import { AGENCY, REASON, Story } from '../unit/rapidReview/story';
import { openedCase, recordedOnlyCase } from './inventedCases';
import {
  eventfulStory,
  newReference,
  recordStory,
  recordsUnderTest,
  type RecordsUnderTest,
} from './recordsUnderTest';

let under: RecordsUnderTest;
let eventful: CaseReference;
let withdrawn: CaseReference;
let fresh: CaseReference;
let recordedOnly: CaseReference;
beforeAll(async () => {
  under = await recordsUnderTest();
  recordedOnly = await recordedOnlyCase(under.records);
  fresh = await openedCase(under.records, '2026-04-27 11:00');
  withdrawn = newReference();
  const ended = eventfulStory(withdrawn);
  await recordStory(
    under.records,
    withdrawn,
    ended.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON }),
  );
  eventful = newReference();
  await recordStory(under.records, eventful, eventfulStory(eventful));
  for (const day of ['02', '02', '03', '02', '05']) await openedCase(under.records, `2026-11-${day} 11:00`);
});
afterAll(() => under.close());

const list = async (query: Partial<CaseListQuery> = {}): Promise<readonly CaseListItem[]> =>
  (await under.records.cases.list({ limit: 100, ...query })).items;
const item = async (reference: CaseReference): Promise<CaseListItem | undefined> =>
  (await list()).find((one) => one.reference === reference);
const references = (items: readonly CaseListItem[]): readonly string[] =>
  items.map(({ reference }) => reference);

describe('each case in the list', () => {
  test('shows what is due first and not done, and how many are missed and not done', async () => {
    const { next, obligations } = (await item(eventful)) ?? {};
    const rows = await under.database
      .selectFrom('case_obligation')
      .select(['key', 'due', 'status', 'done_on'])
      .where('reference', '=', eventful)
      .where('status', 'in', ['open', 'missed'])
      .where('done_on', 'is', null)
      .orderBy('due')
      .orderBy('position')
      .execute();
    expect(rows.length).toBeGreaterThan(1);
    expect(next).toEqual({
      key: 'scopingDispatch:AG-0002',
      obligation: 'scopingDispatch',
      agency: AGENCY(2),
      due: '2026-04-01',
      status: 'missed',
    });
    expect(next?.key).toBe(rows[0]?.key);
    expect(obligations?.missedNotDone).toBe(rows.filter(({ status }) => status === 'missed').length);
    expect((await item(fresh))?.next).toMatchObject({ status: 'open' });
    expect((await item(fresh))?.obligations.missedNotDone).toBe(0);
  });

  test('R20: shows nothing that is due where it has ended, or no clock runs', async () => {
    for (const reference of [withdrawn, recordedOnly]) {
      const { next, obligations } = (await item(reference)) ?? {};
      expect([next, obligations?.missedNotDone]).toEqual([undefined, 0]);
    }
    expect((await item(withdrawn))?.obligations.missed).toBeGreaterThan(0);
  });
});

describe('by what is due', () => {
  const order = ({ next, reference }: CaseListItem): string => `${next?.due ?? '9999-12-31'} ${reference}`;

  test('comes first what is missed, then what is due first; last, what has nothing that is due', async () => {
    const items = await list({ order: 'due' });
    expect(items.map(order)).toEqual(items.map(order).sort());
    expect(items[0]?.reference).toBe(eventful);
    expect(items[1]?.reference).toBe(fresh);
    expect(references(items).slice(-2).toSorted()).toEqual([recordedOnly, withdrawn].toSorted());
    expect(references(items).toSorted()).toEqual(references(await list()).toSorted());
  });

  test.each([1, 2, 3, 100])('comes whole and without repeats in pages of %i', async (limit) => {
    const whole = references(await list({ order: 'due' }));
    const paged: string[] = [];
    for (let after: Cursor | undefined; ;) {
      const asked = { order: 'due' as const, limit, ...(after === undefined ? {} : { after }) };
      const page = await under.records.cases.list(asked);
      paged.push(...references(page.items));
      if (page.next === undefined) break;
      after = page.next;
    }
    expect(paged).toEqual(whole);
  });

  test('is asked for before a day, strictly, in either order', async () => {
    const due = (await item(fresh))?.next?.due ?? civilDate('2026-01-01');
    expect(references(await list({ dueBefore: due }))).toEqual([eventful]);
    expect(references(await list({ dueBefore: addDays(due, 1) })).toSorted()).toEqual(
      [fresh, eventful].toSorted(),
    );
    expect(references(await list({ dueBefore: addDays(due, 1), order: 'due' }))).toEqual([eventful, fresh]);
    expect(references(await list({ dueBefore: addDays(due, 1), status: 'ended' }))).toEqual([]);
  });

  test('a case of the version before comes first until its day is worked out again', async () => {
    const last = references(await list({ order: 'due', status: 'open' })).at(-1) as CaseReference;
    const of = under.database.updateTable('case_list').where('reference', '=', last);
    // As that version writes: it knows neither column.
    await of.set((eb) => ({ version: eb('version', '+', 1) })).execute();
    expect((await list({ order: 'due' }))[0]?.reference).toBe(last);
    expect(references(await list({ dueBefore: civilDate('2026-01-01') }))).toEqual([last]);
    await under.records.cases.rebuildAll();
    expect(references(await list({ order: 'due', status: 'open' })).at(-1)).toBe(last);
  });

  test('one that the version before has ended, or only recorded, comes after all that are open', async () => {
    const [ended] = references(await list({ order: 'due', status: 'open' }));
    const recorded = newReference();
    await sql`update case_list set version = version + 1, status = 'ended' where reference = ${ended}`.execute(
      under.database,
    );
    await sql`
      insert into case_list (reference, status, nature, listed_under, version, agencies, awaiting_anchor, open, met, missed, followed)
      values (${recorded}, 'recordedOnly', 'careLeaverDeath', '9999-12-31', 1, 0, 0, 0, 0, 0, 0)`.execute(
      under.database,
    );
    const all = references(await list({ order: 'due' }));
    const open = references(await list({ order: 'due', status: 'open' }));
    expect(all.slice(0, open.length)).toEqual(open);
    expect(all).toEqual(expect.arrayContaining([ended, recorded]));
    await sql`delete from case_list where reference = ${recorded}`.execute(under.database);
    await under.records.cases.rebuildAll();
  });
});

test.each([
  ['in time', '2026-03-31', '2026-04-02'],
  ['late', '2026-04-02', '2026-04-08'],
])('in one that has gone on, %s, the next is what follows', async (_, on, due) => {
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [AGENCY(1)] });
  await recordStory(under.records, reference, story);
  expect((await item(reference))?.next?.key).toBe('scopingDispatch:AG-0001');
  const before = story.events.length;
  story.at(`${on} 10:00`).act({
    kind: 'recordRequestSent',
    agency: AGENCY(1),
    channel: 'telephone',
    on: civilDate(on),
    contacts: [],
  });
  await under.records.events.record({ reference, events: story.events.slice(before), notices: [] });
  expect((await item(reference))?.next).toMatchObject({ key: 'recordsSecured:AG-0001', due });
});

test('each stands under the day of what it shows as next', async () => {
  const kept = await under.database.selectFrom('case_list').select(['reference', 'listed_due']).execute();
  const shown = new Map((await list()).map(({ reference, next }) => [reference, next?.due]));
  for (const { reference, listed_due: day } of kept)
    expect([reference, day]).toEqual([reference, shown.get(reference) ?? '9999-12-31']);
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
/** Asks how a statement was executed, in place of what it answers. */
const explaining = (tell: (plan: Plan) => void): KyselyPlugin => ({
  transformQuery: ({ node }) =>
    SelectQueryNode.is(node)
      ? { ...node, explain: ExplainNode.create('json', sql`analyze`.toOperationNode()) }
      : node,
  transformResult: ({ result }) => {
    const [row] = result.rows as { 'QUERY PLAN': [{ Plan: Plan }] }[];
    if (row !== undefined) tell(row['QUERY PLAN'][0].Plan);
    return Promise.resolve({ ...result, rows: [] });
  },
});
const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('over 100,000 cases', () => {
  const CASES = 100_000;
  const LIMIT = 50;
  beforeAll(async () => {
    const { database } = under;
    // Nine in ten are open; what was missed in one that has ended stands for good, before all that is due.
    await sql`
      insert into case_list (reference, status, nature, received_on, headline, listed_under, version, agencies,
        awaiting_anchor, open, met, missed, followed, listed_due, listed_due_version)
      select 'RR-2030-' || n, case when n % 10 = 0 then 'ended' else 'open' end, 'suspectedAbuseOrNeglect',
        day, day + 21, day + 21, 1, 4, 0, 7, 0, 1, 0, case when n % 10 = 0 then '9999-12-31' else day end, 1
      from generate_series(1, ${CASES}::integer) as n, lateral (select date '2027-01-01' + n % 299 as day) as days`.execute(
      database,
    );
    await sql`
      insert into case_obligation (reference, key, position, obligation, agency, status, due)
      select 'RR-2030-' || n, 'agencyReturn:AG-000' || k, k, 'agencyReturn', 'AG-000' || k,
        case when k = 1 then 'missed' when n % 10 = 0 then 'lapsed' else 'open' end, date '2027-01-01' + n % 299 + k - 1
      from generate_series(1, ${CASES}::integer) as n, generate_series(1, 8) as k`.execute(database);
    await sql`analyze case_list, case_obligation`.execute(database);
  }, 120_000);

  const middle = (order: 'headline' | 'due'): Cursor =>
    Buffer.from(`${order === 'due' ? 'due/2027' : '2027'}-06-20/RR-2030-5`).toString('base64url') as Cursor;
  const asked: readonly (readonly [string, Omit<CaseListQuery, 'limit'>])[] = [
    ['the list as it was', {}],
    ['the list of those that are open', { status: 'open' }],
    ['what is due first', { order: 'due' }],
    ['what is due first of those that are open', { status: 'open', order: 'due' }],
    ['a page in the midst of it', { status: 'open', order: 'due', after: middle('due') }],
    ['a page in the midst of the list', { status: 'open', after: middle('headline') }],
    ['what is due before a day', { dueBefore: civilDate('2027-03-01'), order: 'due' }],
    ['what is due before a day, the list as it was', { dueBefore: civilDate('2027-03-01') }],
  ];
  test.each(asked)('%s reads no more than its page', async (_, query) => {
    const plans: Plan[] = [];
    await listCases(under.database.withPlugin(explaining((plan) => plans.push(plan))), {
      ...query,
      limit: LIMIT,
    });
    expect(plans).toHaveLength(1);
    const read = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] !== undefined);
    expect(read.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(read.map((node) => node['Index Name'])).toEqual(
      expect.arrayContaining(['case_obligation_not_done', 'case_obligation_missed']),
    );
    for (const node of read) {
      const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
      // Of a case that is shown what is next and what is missed; and of the list a tenth more than the page, which has ended.
      expect(rows * (node['Actual Loops'] ?? 1)).toBeLessThan(LIMIT * 2);
    }
  });
});
