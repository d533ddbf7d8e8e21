// Reservations: the same request is the same command, in whatever number and however simultaneously it comes.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { ActUnderWay, Reservation, ReservationRequest } from '../../records/records';
import { Race } from '../unit/rapidReview/race';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

let keys = 0;
const request = (rest: Partial<ReservationRequest> = {}): ReservationRequest => {
  keys += 1;
  return {
    caller: 'P-0001' as ActorId,
    key: `key-${keys}`,
    route: 'POST /cases',
    bodyHash: 'abc',
    at: instant(1_000),
    ...rest,
  };
};

const reserved = (answer: Reservation): Extract<Reservation, { conflict: false }> => {
  if (answer.conflict) throw new Error('a conflict was not expected');
  return answer;
};
const reserve = async (each: ReservationRequest): Promise<Extract<Reservation, { conflict: false }>> =>
  reserved(await under.records.reservations.reserve(each));

describe('a repeat', () => {
  test('gets the command id, the first receipt time and the reference of the first', async () => {
    const first = request({ opensYear: 2031 });
    const answer = await reserve(first);
    expect(answer).toMatchObject({ fresh: true, firstAskedAt: 1_000, reference: 'RR-2031-0001' });
    expect(answer.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await reserve({ ...first, at: instant(9_000) })).toEqual({ ...answer, fresh: false });
  });

  test('is a conflict with another body or on another route', async () => {
    const first = request();
    await reserve(first);
    expect(await under.records.reservations.reserve({ ...first, bodyHash: 'abd' })).toEqual({
      conflict: true,
    });
    expect(await under.records.reservations.reserve({ ...first, route: 'POST /agencies' })).toEqual({
      conflict: true,
    });
  });

  test('of another caller is a request of its own', async () => {
    const first = request();
    const other = await reserve({ ...first, caller: 'P-0002' as ActorId, bodyHash: 'other' });
    const own = await reserve(first);
    expect(own.commandId).not.toBe(other.commandId);
    expect([own.fresh, other.fresh]).toEqual([true, true]);
  });

  test('is known after the master key was changed for a new one', async () => {
    const first = request();
    const old = { id: 'old', bytes: Buffer.alloc(32, 1) };
    const before = createRecords(under.database, { master: keyRingOf([old]) });
    const after = createRecords(under.database, {
      master: keyRingOf([{ id: 'new', bytes: Buffer.alloc(32, 2) }, old]),
    });
    const answer = reserved(await before.reservations.reserve(first));
    expect(await after.reservations.reserve(first)).toEqual({ ...answer, fresh: false });
    expect(await after.reservations.reserve({ ...first, bodyHash: 'x' })).toEqual({ conflict: true });
  });
});

describe('references', () => {
  test('count for each year on its own, without a gap, and repeats or conflicts take none', async () => {
    const first = request({ opensYear: 2032 });
    const numbers = [await reserve(first), await reserve(first)];
    await under.records.reservations.reserve({ ...first, bodyHash: 'other' });
    numbers.push(await reserve(request({ opensYear: 2033 })), await reserve(request({ opensYear: 2032 })));
    expect(numbers.map(({ reference }) => reference)).toEqual([
      'RR-2032-0001',
      'RR-2032-0001',
      'RR-2033-0001',
      'RR-2032-0002',
    ]);
  });

  test('are not taken where no case is opened', async () => {
    expect(await reserve(request())).not.toHaveProperty('reference');
  });

  test('go beyond four digits when they must', async () => {
    await under.database.insertInto('counter').values({ name: 'case/2034', last: 9_999 }).execute();
    expect((await reserve(request({ opensYear: 2034 }))).reference).toBe('RR-2034-10000');
  });
});

describe('at the same moment, over several processes', () => {
  const race = async (requests: readonly ReservationRequest[]): Promise<readonly Reservation[]> => {
    const databases = Array.from({ length: 4 }, () => connect(under.url, { connections: 5 }));
    try {
      const processes = databases.map((database) => createRecords(database, { master: under.ring }));
      return await Promise.all(
        requests.map((each, index) => {
          const records = processes[index % processes.length] ?? under.records;
          return records.reservations.reserve(each);
        }),
      );
    } finally {
      await Promise.all(databases.map((database) => database.destroy()));
    }
  };

  test('the same request is one command', async () => {
    const first = request({ opensYear: 2035 });
    const answers = (await race(Array.from({ length: 40 }, () => first))).map(reserved);
    expect(new Set(answers.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(answers.map(({ reference }) => reference))).toEqual(new Set(['RR-2035-0001']));
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
  });

  test('of two bodies under one key, one wins and the other is a conflict', async () => {
    const first = request({ opensYear: 2036 });
    const answers = await race(
      Array.from({ length: 20 }, (_, index) => ({ ...first, bodyHash: `${index % 2}` })),
    );
    expect(answers.filter(({ conflict }) => conflict)).toHaveLength(10);
    expect((await reserve(request({ opensYear: 2036 }))).reference).toBe('RR-2036-0002');
  });

  test('different requests get different references without a gap', async () => {
    const answers = await race(Array.from({ length: 60 }, () => request({ opensYear: 2037 })));
    const references = answers.map((answer) => reserved(answer).reference).sort();
    expect(references).toEqual(
      Array.from({ length: 60 }, (_, index) => `RR-2037-${String(index + 1).padStart(4, '0')}`),
    );
  });
});

test('neither the key nor anything that would confirm a guessed body is kept', async () => {
  const key = 'Wilhelmina Invented-Canary';
  const bodyHash = 'a1b2c3d4e5f6a7b8c9d0';
  await reserve(request({ key, bodyHash }));
  const rows = JSON.stringify(
    await under.database.selectFrom('reservation').selectAll().execute(),
    (_, value) =>
      value !== null && typeof value === 'object' && 'data' in value
        ? Buffer.from(value as never).toString('latin1')
        : (value as unknown),
  );
  expect(rows).toContain('POST /cases');
  expect(rows).not.toContain('Canary');
  expect(rows).not.toContain(bodyHash);
});

describe('an act on a case', () => {
  const CASE = 'RR-2026-0777' as CaseReference;
  /** Of each request, where nothing else is said. */
  const AT = instant(1_000);
  const LATER = instant(1_001);
  const PAGE = { after: undefined, limit: 10 };
  const underWay = async (before = LATER, from = instant(0)) =>
    (await under.records.reservations.underWay(from, before, PAGE)).map(({ commandId }) => commandId);

  test('is under way until it is ended, and no other write is', async () => {
    const { commandId } = await reserve(request({ actsOn: CASE, route: 'POST /cases/:reference/agencies' }));
    await reserve(request());
    expect(await underWay()).toEqual([commandId]);
    expect(await under.records.reservations.underWay(instant(1_000), LATER, PAGE)).toEqual([
      { commandId, reference: CASE, since: 1_000 },
    ]);
    expect([await underWay(instant(1_000)), await underWay(LATER, LATER)]).toEqual([[], []]);
    await under.records.reservations.ended(commandId, AT);
    expect(await underWay()).toEqual([]);
  });

  test('is not under way again when it is repeated', async () => {
    const asked = request({ actsOn: CASE });
    const { commandId } = await reserve(asked);
    await under.records.reservations.ended(commandId, AT);
    expect(await reserve(asked)).toMatchObject({ commandId, fresh: false });
    expect(await underWay()).toEqual([]);
  });

  test('is under way anew where nothing came of the first try, and it is asked again', async () => {
    const { commandId } = await reserve(request({ actsOn: CASE }));
    await under.records.reservations.ended(commandId, AT);
    const asked = await under.records.reservations.again(commandId, CASE, instant(5_000));
    // What was refused then was not asked then.
    expect(asked).toBe(5_000);
    expect(await under.records.reservations.again(commandId, CASE, instant(5_001))).toBe(5_000);
    await under.records.reservations.ended(commandId, instant(5_001));
    await under.records.reservations.again(commandId, CASE, instant(5_000));
    expect([await underWay(), await underWay(instant(5_001))]).toEqual([[], [commandId]]);
    await under.records.reservations.ended(commandId, instant(5_000));
  });

  test('keeps the moment at which it was first asked for, where it was given up and not refused', async () => {
    const { commandId } = await reserve(request({ actsOn: CASE }));
    await under.records.reservations.givenUp(commandId, AT);
    expect(await underWay()).toEqual([]);
    expect(await under.records.reservations.again(commandId, CASE, instant(5_000))).toBe(1_000);
    await under.records.reservations.ended(commandId, instant(5_000));
    expect(await under.records.reservations.again(commandId, CASE, instant(5_001))).toBe(5_001);
    await under.records.reservations.ended(commandId, instant(5_001));
  });

  test.each(['ended', 'givenUp'] as const)(
    'stays under way as it was asked again, when the try before it is %s late',
    async (how) => {
      const { reservations } = under.records;
      const { commandId } = await reserve(request({ actsOn: CASE }));
      await reservations.again(commandId, CASE, instant(5_000));
      await reservations[how](commandId, AT);
      expect(await underWay(instant(5_001))).toEqual([commandId]);
      await reservations[how](commandId, instant(5_000));
      expect(await underWay(instant(5_001))).toEqual([]);
    },
  );

  test('is told a page at a time', async () => {
    const acts = [request({ actsOn: CASE }), request({ actsOn: CASE }), request({ actsOn: CASE })];
    for (const each of acts) await reserve(each);
    const seen: string[] = [];
    for (let after: ActUnderWay | undefined; ;) {
      const [act] = await under.records.reservations.underWay(instant(0), LATER, { after, limit: 1 });
      if (act === undefined) break;
      seen.push(act.commandId);
      after = act;
    }
    expect([seen.length, new Set(seen).size]).toEqual([3, 3]);
    for (const id of seen) await under.records.reservations.ended(id, AT);
  });

  test('is no longer once an event of it is recorded', async () => {
    const { commandId } = await reserve(request({ actsOn: CASE }));
    const other = await reserve(request({ actsOn: CASE }));
    const story = new Race().received();
    for (const { snapshot } of story.calendars.values()) await under.records.snapshots.put(snapshot);
    const events = story.events.map((event) => ({ ...event, commandId }));
    await under.records.events.record({ reference: story.open.reference, events, notices: [] });
    expect(await underWay()).toEqual([other.commandId]);
    await under.records.reservations.ended(other.commandId, AT);
  });
});
