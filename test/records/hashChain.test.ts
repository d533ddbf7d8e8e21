// The chain: whatever is done to recorded events behind the back of the triggers is found, and where.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { canonicalText, chainStart, ChainUnderCheck, hashOf, linkOf } from '../../records/eventLog/hashChain';
import {
  eventfulStory,
  newReference,
  recordsUnderTest,
  recordStory,
  type RecordsUnderTest,
} from './recordsUnderTest';
import { verdictOf, verdictOfAll } from './chainVerdict';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
  // An owner of the tables can do this; that is why there is a chain.
  await sql`alter table case_event disable trigger all`.execute(under.database);
  await sql`alter table case_head disable trigger all`.execute(under.database);
  await sql`alter table notice disable trigger all`.execute(under.database);
});
afterAll(() => under.close());

const recorded = async (): Promise<{ reference: CaseReference; count: number }> => {
  const reference = newReference();
  const story = eventfulStory(reference);
  await recordStory(under.records, reference, story);
  return { reference, count: story.events.length };
};

const tamper = async (statement: ReturnType<typeof sql>): Promise<void> => {
  const { numAffectedRows } = await statement.execute(under.database);
  expect(numAffectedRows).toBeGreaterThan(0n);
};

const brokenAt = async (reference: CaseReference): Promise<number | undefined> => {
  const verdict = await verdictOf(under.database, reference);
  const [broken, ...others] = verdict.broken;
  if (broken !== undefined) expect([broken.reference, others]).toEqual([reference, []]);
  return broken?.number;
};

test('an untouched chain holds', async () => {
  const { reference, count } = await recorded();
  expect(await verdictOf(under.database, reference)).toEqual({ cases: 1, checked: count, broken: [] });
  expect(await verdictOf(under.database, 'RR-1999-0001' as CaseReference)).toEqual({
    cases: 0,
    checked: 0,
    broken: [],
  });
});

describe('found is', () => {
  test.each([
    ['body', sql`body = (body::jsonb || '{"added": 1}')::json`],
    ['body, in a text of the same length', sql`body = translate(body::text, '0123', '1230')::json`],
    ['kind', sql`kind = 'BriefingSkipped'`],
    ['time, by a millisecond', sql`at = at + 1`],
    ['actor', sql`actor = 'P-9999'`],
    ['authority', sql`authority = 'auditor'`],
    ['command', sql`command_id = 'another'`],
    ['hash', sql`hash = repeat('0', 64)`],
    ['hash of the one before', sql`previous_hash = repeat('0', 64)`],
  ])('an altered %s', async (_, change) => {
    const { reference } = await recorded();
    await tamper(sql`update case_event set ${change} where reference = ${reference} and number = 4`);
    expect(await brokenAt(reference)).toBe(4);
  });

  test('an altered event whose own hash was worked out again', async () => {
    const { reference } = await recorded();
    const [, , , event] = await under.records.events.ofCase(reference);
    if (event === undefined) throw new Error('the story is too short');
    const altered = { ...event, actor: 'P-9999' as typeof event.actor };
    const [, , before] = await under.records.events.ofCase(reference);
    const hash = hashOf(before?.hash ?? '', altered);
    await tamper(
      sql`update case_event set actor = 'P-9999', hash = ${hash} where reference = ${reference} and number = 4`,
    );
    expect(await brokenAt(reference)).toBe(5);
  });

  test.each([1, 4])('event %i deleted', async (number) => {
    const { reference } = await recorded();
    await tamper(sql`delete from case_event where reference = ${reference} and number = ${number}`);
    expect(await brokenAt(reference)).toBe(number);
  });

  test('an event deleted and the later ones moved up', async () => {
    const { reference } = await recorded();
    await tamper(sql`delete from case_event where reference = ${reference} and number = 4`);
    await tamper(
      sql`update case_event set number = number + 999 where reference = ${reference} and number > 4`,
    );
    await tamper(
      sql`update case_event set number = number - 1000 where reference = ${reference} and number > 999`,
    );
    expect(await brokenAt(reference)).toBe(4);
  });

  test('the last events cut off, and all of them', async () => {
    const { reference, count } = await recorded();
    await tamper(sql`delete from case_event where reference = ${reference} and number > ${count - 2}`);
    expect(await brokenAt(reference)).toBe(count - 1);
    await tamper(sql`delete from case_event where reference = ${reference}`);
    expect(await brokenAt(reference)).toBe(1);
  });

  test('an event inserted at the end, properly chained', async () => {
    const { reference, count } = await recorded();
    const last = (await under.records.events.ofCase(reference)).at(-1);
    if (last === undefined) throw new Error('the story is too short');
    const added = { ...last, number: count + 1 };
    await under.database
      .insertInto('case_event')
      .values({
        reference,
        number: added.number,
        kind: added.kind,
        body: JSON.stringify(added.body),
        actor: added.actor,
        authority: added.authority,
        command_id: added.commandId,
        at: added.at,
        previous_hash: last.hash,
        hash: hashOf(last.hash, added),
      })
      .execute();
    expect(await brokenAt(reference)).toBe(count + 1);
  });

  test('an event inserted in between', async () => {
    const { reference } = await recorded();
    await tamper(
      sql`update case_event set number = number + 1000 where reference = ${reference} and number >= 4`,
    );
    await tamper(
      sql`update case_event set number = number - 999 where reference = ${reference} and number > 999`,
    );
    await tamper(sql`
      insert into case_event
      select reference, 4, kind, body, actor, authority, command_id, at, hash, previous_hash
      from case_event where reference = ${reference} and number = 5`);
    await tamper(sql`update case_head set number = number + 1 where reference = ${reference}`);
    expect(await brokenAt(reference)).toBe(5);
  });

  test('two events swapped', async () => {
    const { reference } = await recorded();
    await tamper(sql`update case_event set number = 999 where reference = ${reference} and number = 2`);
    await tamper(sql`update case_event set number = 2 where reference = ${reference} and number = 3`);
    await tamper(sql`update case_event set number = 3 where reference = ${reference} and number = 999`);
    expect(await brokenAt(reference)).toBe(2);
  });

  test('a whole chain moved to another case', async () => {
    const [{ reference }, { reference: other }] = [await recorded(), await recorded()];
    await tamper(sql`delete from case_event where reference = ${other}`);
    await tamper(sql`update case_event set reference = ${other} where reference = ${reference}`);
    expect(await brokenAt(other)).toBe(1);
    expect(await brokenAt(reference)).toBe(1);
  });

  test('a whole case deleted, head and all, by whatever other table still knows it', async () => {
    const witnesses = [sql`case_list`, sql`notice`, sql`case_obligation`, sql`case_request`] as const;
    for (const kept of witnesses) {
      const { reference } = await recorded();
      for (const table of [sql`case_event`, sql`case_head`, ...witnesses.filter((one) => one !== kept)])
        await tamper(sql`delete from ${table} where reference = ${reference}`);
      expect(await brokenAt(reference)).toBe(1);
    }
  });

  test('a case of which only its meeting is left', async () => {
    const since = 'RR-2027-0001' as CaseReference;
    expect(await brokenAt(since)).toBeUndefined();
    await sql`insert into case_meeting (reference, meeting, starts_at, stage)
      values (${since}, 1, 1, 'arranged')`.execute(under.database);
    expect(await brokenAt(since)).toBe(1);
    await sql`delete from case_meeting where reference = ${since}`.execute(under.database);
  });

  test('an event whose body is no JSON that could have been recorded', async () => {
    for (const body of ['{"n":1e999}', String.raw`{"text":"\ud800"}`]) {
      const { reference } = await recorded();
      await tamper(
        sql`update case_event set body = ${body}::json where reference = ${reference} and number = 3`,
      );
      expect(await brokenAt(reference)).toBe(3);
    }
  });

  test('a case whose head is gone', async () => {
    const { reference } = await recorded();
    await tamper(sql`delete from case_head where reference = ${reference}`);
    expect(await brokenAt(reference)).toBe(1);
  });
});

test('what stands in the log is the text that was hashed; the same body in another text holds too', async () => {
  const { reference, count } = await recorded();
  const texts = await sql<{ text: string }>`
    select body::text as text from case_event where reference = ${reference}`.execute(under.database);
  const canonical = texts.rows.map(({ text }) => canonicalText(JSON.parse(text)));
  expect(texts.rows.map(({ text }) => text)).toEqual(canonical);
  // As a version before this one has recorded it.
  await tamper(sql`update case_event set body = body::jsonb::text::json where reference = ${reference}`);
  expect(await verdictOf(under.database, reference)).toEqual({ cases: 1, checked: count, broken: [] });
});

test('checking all cases finds each that is broken, and counts what it checked', async () => {
  await sql`truncate case_event, notice, notice_attempt, case_head, case_list, case_obligation, case_request`.execute(
    under.database,
  );
  const cases = [await recorded(), await recorded(), await recorded()];
  const count = cases[0]?.count ?? 0;
  expect(await verdictOfAll(under.database)).toEqual({ cases: 3, checked: 3 * count, broken: [] });
  const second = cases[1]?.reference ?? ('' as CaseReference);
  const third = cases[2]?.reference ?? ('' as CaseReference);
  await tamper(sql`update case_event set at = 0 where reference = ${second} and number = 6`);
  await tamper(sql`update case_event set at = 0 where reference = ${third} and number = 2`);
  expect(await verdictOfAll(under.database)).toEqual({
    cases: 1,
    checked: 3 * count,
    broken: [
      { reference: second, number: 6 },
      { reference: third, number: 2 },
    ],
  });
});

test('numbers that do not follow each other are found even where every hash was worked out again', () => {
  const reference = 'RR-2026-0001' as CaseReference;
  const event = { ...eventfulStory(reference).events[0], number: 2 } as CaseEvent;
  const previousHash = chainStart(reference);
  const brokenIn = (...chained: Parameters<ChainUnderCheck['follow']>): number | undefined => {
    const chain = new ChainUnderCheck(reference);
    chain.follow(...chained);
    return chain.brokenAt({ number: 1, hash: chained[0].hash });
  };
  expect(brokenIn({ ...event, ...linkOf(previousHash, event), previousHash })).toBe(1);
  const proper = { ...event, number: 1 };
  expect(brokenIn({ ...proper, ...linkOf(previousHash, proper), previousHash })).toBeUndefined();
});

test('the hash does not depend on the order of properties, and is known', () => {
  const event = {
    number: 1,
    at: 1_774_880_400_000,
    actor: 'clock',
    authority: 'policy',
    commandId: '',
    kind: 'BriefingSkipped',
    body: { on: '2026-03-31', lapsed: ['b', 'a'] },
  } as unknown as CaseEvent;
  const turned = JSON.parse(
    '{"body":{"lapsed":["b","a"],"on":"2026-03-31"},"kind":"BriefingSkipped","commandId":"",' +
      '"authority":"policy","actor":"clock","at":1774880400000,"number":1}',
  ) as typeof event;
  const start = chainStart('RR-2026-0001' as CaseReference);
  expect(canonicalText({ b: 1, a: { d: undefined, c: [1, 'é'] } })).toBe('{"a":{"c":[1,"é"]},"b":1}');
  expect(hashOf(start, event)).toBe(hashOf(start, turned));
  // Worked out once with sha256sum: a chain recorded today is still checked by later versions.
  expect(start).toBe('8ae079ffd1e388b41101701aeda97646730717bf2081eb0eff9919712e8aa879');
  expect(hashOf(start, event)).toBe('ec4302ddb2bfd94e891207d34f1843825b4f31c5d7dea9a6144fe9f6efec70b2');
});
