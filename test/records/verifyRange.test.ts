// The chains of all cases in one pass: the same is found whatever the pages and whoever shares the work, and heads noted
// elsewhere are found again.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { atOneMoment } from '../../records/connect';
import { heads } from '../../records/eventLog/chainPages';
import type { HeadOfCase } from '../../records/eventLog/hashChain';
import { headGone, sealOf } from '../../records/eventLog/seal';
import { verifyRange } from '../../records/eventLog/verifyRange';
import { verifyInThreads } from '../../cli/verify/verifyInThreads';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
const references: CaseReference[] = [];
let perCase = 0;
beforeAll(async () => {
  under = await recordsUnderTest();
  for (let one = 0; one < 5; one += 1) {
    const { reference, story } = await recordedStory(under.records);
    references.push(reference);
    perCase = story.events.length;
  }
  // An owner of the tables can do this; that is why there is a chain.
  for (const table of ['case_event', 'case_head', 'notice'])
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(under.database);
});
afterAll(() => under.close());

const numbered = (number: number): CaseReference => `RR-2026-000${number}` as CaseReference;
const [first, second, third, last] = [1, 2, 3, 5].map(numbered) as [
  CaseReference,
  CaseReference,
  CaseReference,
  CaseReference,
];

const inPages = (page: number) => atOneMoment(under.database, (moment) => verifyRange(moment, { page }));
const inThreads = (threads: number) =>
  verifyInThreads({ databaseUrl: under.url, database: under.database, threads });

/** Done, looked at, and taken back as it was. */
const whileTampered = async (
  statements: readonly ReturnType<typeof sql>[],
  look: () => Promise<void>,
): Promise<void> => {
  for (const table of ['case_event', 'case_head'])
    await sql`create table ${sql.table(`kept_${table}`)} as table ${sql.table(table)}`.execute(
      under.database,
    );
  try {
    for (const statement of statements) {
      const { numAffectedRows } = await statement.execute(under.database);
      expect(numAffectedRows).toBeGreaterThan(0n);
    }
    await look();
  } finally {
    for (const table of ['case_event', 'case_head']) {
      await sql`delete from ${sql.table(table)}`.execute(under.database);
      await sql`insert into ${sql.table(table)} table ${sql.table(`kept_${table}`)}`.execute(under.database);
      await sql`drop table ${sql.table(`kept_${table}`)}`.execute(under.database);
    }
  }
};

test('the references are those that the tampering names', () => {
  expect(references).toEqual([1, 2, 3, 4, 5].map(numbered));
});

test.each([1, 7, 10_000])('untouched, in pages of %i', async (page) => {
  expect(await inPages(page)).toEqual({ cases: 5, checked: 5 * perCase, broken: [] });
});

test.each([1, 2, 3, 9])(
  'untouched, by %i threads',
  async (threads) => {
    const counts: number[] = [];
    const verdict = await verifyInThreads({
      databaseUrl: under.url,
      database: under.database,
      threads,
      progress: (done, of) => {
        expect(of).toBe(5 * perCase);
        counts.push(done);
      },
    });
    expect(verdict).toEqual({ cases: 5, checked: 5 * perCase, broken: [] });
    expect(counts.at(-1)).toBe(5 * perCase);
  },
  60_000,
);

describe.each([
  ['altered', third, 4, [sql`update case_event set at = at + 1 where reference = ${third} and number = 4`]],
  ['deleted', third, 4, [sql`delete from case_event where reference = ${third} and number = 4`]],
  [
    'inserted',
    third,
    'next',
    [
      sql`insert into case_event select reference, number + 1, kind, body, actor, authority, command_id, at, hash, previous_hash
        from case_event where reference = ${third} order by number desc limit 1`,
    ],
  ],
  [
    'swapped with the next',
    second,
    2,
    [
      sql`update case_event set number = 999 where reference = ${second} and number = 2`,
      sql`update case_event set number = 2 where reference = ${second} and number = 3`,
      sql`update case_event set number = 3 where reference = ${second} and number = 999`,
    ],
  ],
  [
    'moved to another case',
    first,
    1,
    [sql`update case_event set reference = ${`${first}0`} where reference = ${first}`],
  ],
  [
    'taken away with all of its case, first',
    first,
    1,
    [sql`delete from case_event where reference = ${first}`],
  ],
  ['taken away with all of its case, last', last, 1, [sql`delete from case_event where reference = ${last}`]],
  [
    'taken away with its case and the head of it',
    third,
    1,
    [
      sql`delete from case_event where reference = ${third}`,
      sql`delete from case_head where reference = ${third}`,
    ],
  ],
  ['whose head is gone', last, 1, [sql`delete from case_head where reference = ${last}`]],
  [
    'whose head is another',
    last,
    'last',
    [sql`update case_head set hash = repeat('0', 64) where reference = ${last}`],
  ],
])('an event %s', (what, reference, number, statements) => {
  // The end of a story is known only once it was told.
  const expected = () => ({
    broken: expect.arrayContaining([
      { reference, number: number === 'next' ? perCase + 1 : number === 'last' ? perCase : number },
    ]) as unknown,
  });

  test(
    'is found in pages and by threads',
    () =>
      whileTampered(statements, async () => {
        if (what !== 'taken away with its case and the head of it')
          for (const page of [3, 10_000]) expect(await inPages(page)).toMatchObject(expected());
        expect(await inThreads(1)).toMatchObject(expected());
        // Threads take their time to start.
        if (reference === last) expect(await inThreads(2)).toMatchObject(expected());
      }),
    60_000,
  );
});

test('a head noted before is found again, also once more was recorded, and missed where the chain was written anew', async () => {
  const noted: HeadOfCase[] = [];
  for await (const head of heads(under.database, {})) noted.push(head);
  const seal = await sealOf(under.database);
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
  expect(await headGone(under.database, noted)).toBeUndefined();
  const earlier = await under.records.events.ofCase(third);
  const [, link] = earlier;
  if (link === undefined) throw new Error('the story is too short');
  expect(await headGone(under.database, [{ reference: third, number: 2, hash: link.hash }])).toBeUndefined();
  // Shorter by its last event, and sound in itself.
  const before = earlier.at(-2);
  await whileTampered(
    [
      sql`delete from case_event where reference = ${third} and number = ${perCase}`,
      sql`update case_head set number = ${perCase - 1}, hash = ${before?.hash ?? ''} where reference = ${third}`,
    ],
    async () => {
      expect((await inPages(10_000)).broken).toEqual([]);
      expect(await headGone(under.database, noted)).toMatchObject({ reference: third, number: perCase });
      expect(await sealOf(under.database)).not.toBe(seal);
    },
  );
});
