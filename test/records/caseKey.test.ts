// The key of a case: destroying it destroys the content and nothing else, and whoever has only the database has nothing. Which acts
// are kept, and what is refused, is in `keyActs.test.ts`.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { DossierRow } from '../../domain/rapidReview/state';
import { keyRingOf, UnknownKey } from '../../platform/encryption/keyRing';
import { CannotBeOpened } from '../../platform/encryption/sealed';
import { createRecords } from '../../records/createRecords';
import { CaseKeyDestroyed } from '../../records/dossier/refusals';
import { CANARY, entry, reader, written } from './dossierEntry';
import { keyAct, overWithText, recordOnly } from './keyOfCase';
import { newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { waitingForLocks } from './waiting';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('R25: destroying the key of a case', () => {
  test('destroys the content, and nothing else', async () => {
    const { reference, row } = await overWithText(under.records);
    const { reference: other, row: otherRow } = await written(under.records);
    const rows = await under.records.dossier.rowsOf(reference);
    const events = await under.records.events.ofCase(reference);
    await under.records.dossier.destroyKey(reference, keyAct(7_000));
    expect(await under.records.dossier.read(reference, row, reader)).toBe('destroyed');
    expect(await under.records.dossier.rowsOf(reference)).toEqual(rows);
    expect(await under.records.events.ofCase(reference)).toEqual(events);
    expect(await under.records.dossier.read(other, otherRow, reader)).toMatchObject({
      content: { name: CANARY },
    });
    const left = under.database.selectFrom('case_key').selectAll().where('reference', '=', reference);
    expect(await left.executeTakeFirst()).toMatchObject({ key_id: null, wrapped: null, destroyed_at: 7_000 });
  });

  test('a second time is refused, and nothing is written under it again', async () => {
    const { reference, row } = await overWithText(under.records);
    await under.records.dossier.destroyKey(reference, keyAct(7_000));
    const why = { code: 'KeyDestroyed', at: 7_000 };
    await expect(under.records.dossier.destroyKey(reference, keyAct(8_000))).rejects.toMatchObject({ why });
    await expect(under.records.dossier.setLegalHold(reference, true, keyAct(8_000))).rejects.toMatchObject({
      why,
    });
    const more = entry(reference, { field: 'more' });
    const { dossier } = under.records;
    await expect(dossier.putPending(more)).rejects.toThrow(CaseKeyDestroyed);
    await expect(dossier.putFirst(reference, [more])).rejects.toThrow(CaseKeyDestroyed);
    expect(await dossier.read(reference, row, reader)).toBe('destroyed');
  });

  test('a text that comes at the same moment is refused, and not sealed for nobody', async () => {
    const { reference, row } = await written(under.records);
    let writing: Promise<unknown> = Promise.resolve();
    await under.database.transaction().execute(async (destroying) => {
      await sql`update case_key set wrapped = null, key_id = null, destroyed_at = 7000 where reference = ${reference}`.execute(
        destroying,
      );
      writing = under.records.dossier.putPending(entry(reference, { field: 'more' }));
      const writer = { over: false };
      void writing
        .catch(() => undefined)
        .finally(() => {
          writer.over = true;
        });
      while (!writer.over && (await waitingForLocks(under.database)) === 0);
    });
    await expect(writing).rejects.toThrow(CaseKeyDestroyed);
    expect((await under.records.dossier.rowsOf(reference)).map((each) => each.row)).toEqual([row]);
  });

  test('is refused under legal hold, until it is lifted', async () => {
    const { reference, row } = await overWithText(under.records);
    await under.records.dossier.setLegalHold(reference, true, keyAct(6_000));
    await expect(under.records.dossier.destroyKey(reference, keyAct(7_000))).rejects.toMatchObject({
      name: 'KeyActRefused',
      why: { code: 'UnderLegalHold' },
    });
    expect(await under.records.dossier.read(reference, row, reader)).toMatchObject({
      content: { name: CANARY },
    });
    const behindOurBack = sql`update case_key set wrapped = null, key_id = null, destroyed_at = 1 where reference = ${reference}`;
    await expect(behindOurBack.execute(under.database)).rejects.toThrow('check constraint');
    await under.records.dossier.setLegalHold(reference, false, keyAct(7_500));
    await under.records.dossier.destroyKey(reference, keyAct(8_000));
    expect(await under.records.dossier.read(reference, row, reader)).toBe('destroyed');
  });

  test('a hold may come before anything is written', async () => {
    const reference = newReference();
    await recordOnly(under.records, reference);
    await under.records.dossier.setLegalHold(reference, true, keyAct(6_000));
    await under.records.dossier.putPending(entry(reference));
    expect(await under.records.dossier.whyKeyStays(reference)).toEqual({ code: 'UnderLegalHold' });
  });
});

describe('the database alone is not enough', () => {
  test('content moved to another row or case does not open', async () => {
    const { reference, row } = await written(under.records);
    await under.records.dossier.putPending(entry(reference, { field: 'other', content: 'harmless' }));
    await sql`update dossier_entry set sealed = (
      select sealed from dossier_entry where reference = ${reference} and row_id = ${row}
    ) where reference = ${reference} and row_id = 'c1.other'`.execute(under.database);
    const moved = under.records.dossier.read(reference, 'c1.other' as DossierRow, reader);
    await expect(moved).rejects.toThrow(CannotBeOpened);
    const { reference: other, row: otherRow } = await written(under.records);
    await sql`update case_key set wrapped = (select wrapped from case_key where reference = ${reference})
      where reference = ${other}`.execute(under.database);
    await expect(under.records.dossier.read(other, otherRow, reader)).rejects.toThrow(CannotBeOpened);
  });

  test('nor can a case be given the key of another, to outlive its destruction', async () => {
    const { reference } = await written(under.records);
    const other = newReference();
    await sql`insert into case_key (reference, key_id, wrapped)
      select ${other}, key_id, wrapped from case_key where reference = ${reference}`.execute(under.database);
    await expect(under.records.dossier.putPending(entry(other))).rejects.toThrow(CannotBeOpened);
  });

  test('nor is another master key, while a newer one beside it reads what the older wrapped', async () => {
    const reference = newReference();
    const old = { id: 'old', bytes: randomBytes(32) };
    const recordsOf = (...keys: (typeof old)[]): ReturnType<typeof createRecords> =>
      createRecords(under.database, { master: keyRingOf(keys) });
    const row = await recordsOf(old).dossier.putPending(entry(reference));
    const fresh = { id: 'new', bytes: randomBytes(32) };
    await expect(recordsOf(fresh).dossier.read(reference, row, reader)).rejects.toThrow(UnknownKey);
    const impostor = recordsOf({ id: 'old', bytes: randomBytes(32) });
    await expect(impostor.dossier.read(reference, row, reader)).rejects.toThrow(CannotBeOpened);
    expect(await recordsOf(fresh, old).dossier.read(reference, row, reader)).toMatchObject({
      writtenBy: 'P-0001',
    });
  });
});
