// One sender a case at a time, over all processes, whatever becomes of the sender.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { createCaseLocks } from '../../records/notices/caseLocks';
import { newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('one sender a case', () => {
  test('others hear at once that it is taken, in this process and in another', async () => {
    const reference = newReference();
    const elsewhere = connect(under.url);
    const other = createRecords(elsewhere, { master: under.ring });
    const answers = await under.records.notices.withCaseLock(reference, async () => [
      await under.records.notices.withCaseLock(reference, () => Promise.resolve('twice')),
      await other.notices.withCaseLock(reference, () => Promise.resolve('twice')),
      await other.notices.withCaseLock(newReference(), () => Promise.resolve('another case')),
    ]);
    expect(answers).toEqual({
      held: true,
      value: [{ held: false }, { held: false }, { held: true, value: 'another case' }],
    });
    expect(await other.notices.withCaseLock(reference, () => Promise.resolve(1))).toEqual({
      held: true,
      value: 1,
    });
    expect(await under.records.notices.withCaseLock(reference, () => Promise.resolve(2))).toEqual({
      held: true,
      value: 2,
    });
    await elsewhere.destroy();
  });

  test('is free again when the work fails', async () => {
    const reference = newReference();
    const failing = under.records.notices.withCaseLock(reference, () =>
      Promise.reject(new Error('the work failed')),
    );
    await expect(failing).rejects.toThrow('the work failed');
    expect((await under.records.notices.withCaseLock(reference, () => Promise.resolve())).held).toBe(true);
  });

  test('leaves the pool to the work, however many cases are sending', async () => {
    const database = connect(under.url, { connections: 2 });
    const records = createRecords(database, { master: under.ring });
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        records.notices.withCaseLock(`RR-2040-${index}` as CaseReference, () => records.health()),
      ),
    );
    expect(done.every(({ held }) => held)).toBe(true);
    await database.destroy();
  });

  test('asks the connection that all share for one thing at a time', async () => {
    let asked = 0;
    const atOnce: number[] = [];
    const watched = under.database.withPlugin({
      transformQuery: ({ node }) => {
        asked += 1;
        atOnce.push(asked);
        return node;
      },
      transformResult: ({ result }) => {
        asked -= 1;
        return Promise.resolve(result);
      },
    });
    const withCaseLock = createCaseLocks(watched);
    const cases = Array.from({ length: 30 }, newReference);
    const done = await Promise.all(
      cases.map((reference) => withCaseLock(reference, () => Promise.resolve())),
    );
    expect(done.every(({ held }) => held)).toBe(true);
    expect([atOnce.length, Math.max(...atOnce)]).toEqual([2 * cases.length, 1]);
  });

  test('is free as soon as the connection of its holder is gone, and the holder can lock again', async () => {
    const reference = newReference();
    const elsewhere = connect(under.url);
    const other = createRecords(elsewhere, { master: under.ring });
    await under.records.notices.withCaseLock(reference, async () => {
      const ended = await sql<{ gone: boolean }>`
        select pg_terminate_backend(pid) as gone from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
      `.execute(under.database);
      expect(ended.rows).toEqual([{ gone: true }]);
      for (;;) {
        const { held } = await other.notices.withCaseLock(reference, () => Promise.resolve());
        if (held) return;
      }
    });
    expect((await under.records.notices.withCaseLock(reference, () => Promise.resolve())).held).toBe(true);
    await elsewhere.destroy();
  });
});
