// The event log: complete, and append-only by the database's own means.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { createRecords } from '../../records/createRecords';
import { recordedStory, rowsOfCase } from './recordedStory';
import {
  eventfulStory,
  newReference,
  recordsUnderTest,
  recordStory,
  type RecordsUnderTest,
} from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('what is recorded', () => {
  test('comes back as it was, in order, to the millisecond', async () => {
    const { reference, story } = await recordedStory(under.records);
    const odd = { ...story.events[0], at: instant(1_774_880_400_123) } as CaseEvent;
    const other = newReference();
    await under.records.events.record({
      reference: other,
      events: [{ ...odd, body: { ...odd.body, reference: other } } as CaseEvent],
      notices: [],
    });
    const recorded = await under.records.events.ofCase(reference);
    expect(recorded.map(({ hash: _hash, ...event }) => event)).toEqual(story.events);
    expect((await under.records.events.ofCase(other))[0]?.at).toBe(1_774_880_400_123);
  });

  test('folds to the state it came from', async () => {
    const { reference, story } = await recordedStory(under.records);
    const folded = await under.records.cases.stateOf(reference);
    expect(folded?.state).toEqual(story.state);
    expect(folded?.calendar.snapshot).toEqual(story.calendar.snapshot);
    expect(folded?.events).toHaveLength(story.events.length);
  });

  test('brings its notices', async () => {
    const { reference, story } = await recordedStory(under.records);
    const notices = await under.records.notices.ofCase(reference);
    expect(notices.map(({ key }) => key)).toEqual(story.notices.map(({ key }) => key));
    expect(notices[0]).toEqual({
      ...story.notices[0],
      attempts: 0,
      unknownAttempts: 0,
      accepted: [],
      refused: [],
      outcome: 'open',
    });
  });

  test('nothing is recorded of an unknown case', async () => {
    const nobody = 'RR-1999-0001' as CaseReference;
    expect(await under.records.events.version(nobody)).toBe(0);
    expect(await under.records.events.ofCase(nobody)).toEqual([]);
    expect(await under.records.cases.stateOf(nobody)).toBeUndefined();
  });
});

describe('the database refuses', () => {
  const changes = [
    ['update', sql`update case_event set kind = 'CaseOpened'`],
    ['delete', sql`delete from case_event where number = 1`],
    ['truncate', sql`truncate case_event cascade`],
  ] as const;

  test.each(changes)('to %s an event', async (_, change) => {
    const { reference } = await recordedStory(under.records);
    const before = await rowsOfCase(under.database, reference);
    await expect(change.execute(under.database)).rejects.toThrow('append-only');
    expect(await rowsOfCase(under.database, reference)).toEqual(before);
  });

  test.each(changes)('to %s an event in a session that plays a replica', async (_, change) => {
    await recordedStory(under.records);
    await under.database.connection().execute(async (connection) => {
      await sql`set session_replication_role = replica`.execute(connection);
      await expect(change.execute(connection)).rejects.toThrow('append-only');
      await sql`set session_replication_role = origin`.execute(connection);
    });
  });

  test.each([
    ['going back', sql`update case_head set number = number - 1`],
    ['being deleted', sql`delete from case_head`],
    ['being truncated', sql`truncate case_head`],
  ])('the head of a chain %s', async (_, change) => {
    await recordedStory(under.records);
    await expect(change.execute(under.database)).rejects.toThrow(/forward only|append-only/);
  });
});

describe('whoever watches', () => {
  test('hears of each event once, when it is committed', async () => {
    const heard: number[] = [];
    const { events } = createRecords(under.database, {
      master: under.ring,
      committed: (fresh) => heard.push(...fresh.map(({ number }) => number)),
    });
    const reference = newReference();
    const story = eventfulStory(reference);
    const [first, rest] = [story.events.slice(0, 2), story.events.slice(2)];
    await events.record({ reference, events: first, notices: [] });
    expect(heard).toEqual([1, 2]);
    await events.record({ reference, events: first, notices: [] });
    await expect(events.record({ reference, events: rest.slice(1), notices: [] })).rejects.toThrow();
    expect(heard).toEqual([1, 2]);
    await events.record({ reference, events: story.events, notices: [] });
    expect(heard).toEqual(story.events.map(({ number }) => number));
  });
});

describe('waiting for a version', () => {
  const headOf = (reference: CaseReference) =>
    under.database
      .selectFrom('case_head')
      .select(['number', 'hash'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();

  test('ends as soon as it is recorded', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    const waiting = under.records.events.waitForVersion(reference, story.events.length, 20_000);
    await recordStory(under.records, reference, story);
    expect(await waiting).toEqual(await headOf(reference));
  });

  test('ends without it when the time is over', async () => {
    const { reference, story } = await recordedStory(under.records);
    expect(await under.records.events.waitForVersion(reference, story.events.length, 0)).toEqual(
      await headOf(reference),
    );
    expect(await under.records.events.waitForVersion(reference, story.events.length + 1, 30)).toBeUndefined();
  });
});
