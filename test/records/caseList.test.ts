// The case list: its order, its pages and its filters.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '../../domain/calendar/civilDate';
import { instant, parseInstant } from '../../domain/calendar/instant';
import { UnreadableCursor } from '../../records/cases/cursor';
import type { CaseListItem, CaseListQuery, Cursor } from '../../records/records';
import { openedCase, recordedOnlyCase } from './inventedCases';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const everyPage = async (query: Omit<CaseListQuery, 'after'>): Promise<readonly CaseListItem[][]> => {
  const pages: CaseListItem[][] = [];
  for (let after: Cursor | undefined; ;) {
    const page = await under.records.cases.list({ ...query, ...(after === undefined ? {} : { after }) });
    pages.push([...page.items]);
    if (page.next === undefined) return pages;
    after = page.next;
  }
};

const found = async (query: Partial<CaseListQuery>): Promise<readonly string[]> =>
  (await under.records.cases.list({ limit: 100, ...query })).items.map(({ reference }) => reference);

describe('the list', () => {
  const order = ({ headline, reference }: CaseListItem): string => `${headline ?? '9999-12-31'} ${reference}`;
  beforeAll(async () => {
    for (const day of ['02', '02', '03', '02', '05', '04', '05'])
      await openedCase(under.records, `2026-11-${day} 11:00`);
    await recordedOnlyCase(under.records);
    await recordedOnlyCase(under.records);
  });

  test('is in the order of headline dates, those without at the end, then of references', async () => {
    const { items } = await under.records.cases.list({ limit: 100 });
    expect(items.map(order)).toEqual(items.map(order).sort());
    expect(items.at(-1)?.headline).toBeUndefined();
    expect(items[0]?.headline).toBeDefined();
  });

  test.each([1, 2, 3, 5, 100])('comes whole and without repeats in pages of %i', async (limit) => {
    const whole = (await under.records.cases.list({ limit: 100 })).items;
    const pages = await everyPage({ limit });
    expect(pages.flat()).toEqual(whole);
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    expect(pages.at(-1)?.length).toBeGreaterThan(0);
  });

  test('a case that comes in between neither repeats nor hides another', async () => {
    const before = await found({});
    const first = await under.records.cases.list({ limit: 4 });
    await openedCase(under.records, '2026-01-05 11:00');
    const rest = await found(first.next === undefined ? {} : { after: first.next });
    expect([...first.items.map(({ reference }) => reference), ...rest]).toEqual(before);
  });

  test('by state and by headline date, strictly', async () => {
    const { items } = await under.records.cases.list({ limit: 100 });
    const headline = items[3]?.headline ?? civilDate('2026-01-01');
    const expected = (wanted: (item: CaseListItem) => boolean): string[] =>
      items.filter(wanted).map(({ reference }) => reference);
    expect(await found({ status: 'recordedOnly' })).toEqual(
      expected(({ status }) => status === 'recordedOnly'),
    );
    expect(await found({ status: 'open' })).toEqual(expected(({ status }) => status === 'open'));
    const earlier = await found({ headlineBefore: headline });
    const later = await found({ headlineAfter: headline });
    expect(earlier).toEqual(expected((item) => item.headline !== undefined && item.headline < headline));
    expect(later).toEqual(expected((item) => item.headline !== undefined && item.headline > headline));
    expect(later.length).toBeGreaterThan(0);
    const paged = await everyPage({ status: 'open', headlineAfter: headline, limit: 2 });
    expect(paged.flat().map(({ reference }) => reference)).toEqual(later);
  });

  test('a cursor of the other order is a foreign one', async () => {
    const { next } = await under.records.cases.list({ limit: 2 });
    const after = { limit: 2, ...(next === undefined ? {} : { after: next }) };
    await expect(under.records.cases.list({ ...after, order: 'due' })).rejects.toThrow(UnreadableCursor);
    const byDue = await under.records.cases.list({ limit: 2, order: 'due' });
    expect(byDue.next).toBeDefined();
    await expect(
      under.records.cases.list({ limit: 2, ...(byDue.next === undefined ? {} : { after: byDue.next }) }),
    ).rejects.toThrow(UnreadableCursor);
  });

  test('those that are not open are found by when they were last written to', async () => {
    const { cases } = under.records;
    const recorded = await found({ status: 'recordedOnly' });
    const at = parseInstant('2026-03-30T15:20:00+01:00') ?? instant(0);
    expect(await cases.notOpenTouchedSince(at)).toEqual(recorded.toSorted());
    expect(await cases.notOpenTouchedSince(instant(at + 1))).toEqual([]);
  });

  test.each([
    '',
    'x',
    Buffer.from('2026-02-30/RR-2026-0001').toString('base64url'),
    "';drop table case_list",
  ])('refuses the cursor %p', async (cursor) => {
    await expect(under.records.cases.list({ after: cursor as Cursor, limit: 2 })).rejects.toThrow(
      UnreadableCursor,
    );
  });
});
