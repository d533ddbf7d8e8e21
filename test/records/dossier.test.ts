// The dossier: particulars are readable through it and nowhere else, and every view is logged.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { DAY, HOUR, instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import { OPENING_PENDING_DAYS, PENDING_HOURS } from '../../records/dossier/dossier';
import { Story } from '../unit/rapidReview/story';
import { CANARY, entry, reader, written } from './dossierEntry';
import { everyTableAsText } from './everyTable';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('what is written', () => {
  test.each([
    [{ name: CANARY, born: '2019-02-28', notes: ['a', null, 1.5, true] }],
    ['a text, é and 雪'],
    [null],
    [[]],
  ])('is read as it was: %p', async (content) => {
    const { reference, row } = await written(under.records, { content });
    expect(row).toBe('c1.child');
    expect(await under.records.dossier.read(reference, row, reader)).toEqual({
      content,
      kind: 'childParticulars',
      writtenBy: 'P-0001',
      at: 1_000,
    });
  });

  test('stands once under its command and field, whatever comes later', async () => {
    const { reference, row } = await written(under.records);
    const again = entry(reference, { content: 'other', at: instant(9_000) });
    expect(await under.records.dossier.putPending(again)).toBe(row);
    expect(await under.records.dossier.read(reference, row, reader)).toMatchObject({
      content: { name: CANARY },
    });
    expect(await under.records.dossier.rowsOf(reference)).toHaveLength(1);
  });

  test('at the same moment is under one key', async () => {
    const reference = newReference();
    const fields = Array.from({ length: 12 }, (_, index) => `field-${index}`);
    const rows = await Promise.all(
      fields.map((field) => under.records.dossier.putPending(entry(reference, { field, content: field }))),
    );
    const contents = await Promise.all(rows.map((row) => under.records.dossier.read(reference, row, reader)));
    expect(contents.map((each) => (typeof each === 'object' ? each.content : each))).toEqual(fields);
  });

  test('as the first of its case is under one key, whoever else writes the first', async () => {
    const reference = newReference();
    const fields = Array.from({ length: 12 }, (_, index) => `field-${index}`);
    const { dossier } = under.records;
    const rows = await Promise.all(
      fields.map((field) => {
        const { reference: _same, ...text } = entry(reference, { field, content: field });
        return dossier.putFirst(reference, [text, { ...text, field: `${field}-more` }]);
      }),
    );
    expect(rows.map((each) => each.length)).toEqual(fields.map(() => 2));
    const contents = await Promise.all(rows.flat().map((row) => dossier.read(reference, row, reader)));
    expect(contents.map((each) => (typeof each === 'object' ? each.content : each))).toEqual(
      fields.flatMap((field) => [field, field]),
    );
  });

  test('has an id that cannot hold a text of its own', async () => {
    await expect(written(under.records, { commandId: '' })).rejects.toThrow(RangeError);
    await expect(written(under.records, { commandId: 'Ottoline Invented' })).rejects.toThrow(RangeError);
    await expect(written(under.records, { field: 'a b' })).rejects.toThrow(RangeError);
    await expect(written(under.records, { field: '' })).rejects.toThrow(RangeError);
  });

  test('belongs to its case alone', async () => {
    const { row } = await written(under.records);
    const { reference: other } = await written(under.records, { field: 'else' });
    expect(await under.records.dossier.read(other, row, reader)).toBeUndefined();
    expect(await under.records.dossier.read('RR-1999-0001' as CaseReference, row, reader)).toBeUndefined();
  });
});

test('nothing of it is readable anywhere in the database', async () => {
  const { reference } = await written(under.records);
  await under.records.dossier.putPending(
    entry(reference, { field: 'reason', kind: 'reason', content: CANARY }),
  );
  await recordStory(under.records, reference, new Story().opened('2026-03-30 15:20', { reference }));
  await under.records.people.issue({ role: 'auditor', person: CANARY, at: instant(1) });
  await under.records.agencies.add({
    name: 'Invented School',
    kind: 'school',
    by: 'P-0001' as ActorId,
    at: instant(1),
    commandId: 'school',
    contacts: [{ name: CANARY, role: CANARY, email: 'canary@school.example' }],
  });
  const everything = await everyTableAsText(under.database);
  expect(everything).toContain('Invented School');
  expect(everything.replaceAll('\0', '')).not.toMatch(/canary/i);
  expect(everything).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 20));
  expect(everything).not.toContain(Buffer.from(CANARY).toString('hex'));
});

describe('a view', () => {
  test('is logged, and the log cannot be changed', async () => {
    const { reference, row } = await written(under.records);
    await under.records.dossier.read(reference, row, reader);
    await under.records.dossier.read(reference, row, { ...reader, at: instant(6_000), why: 'audit' });
    expect(await under.records.dossier.viewsOf(reference)).toEqual([
      { number: expect.any(Number), row, kind: 'childParticulars', actor: 'P-0002', at: 6_000, why: 'audit' },
      {
        number: expect.any(Number),
        row,
        kind: 'childParticulars',
        actor: 'P-0002',
        at: 5_000,
        why: 'casework',
      },
    ]);
    const [, older] = await under.records.dossier.viewsOf(reference, { limit: 2 });
    expect(await under.records.dossier.viewsOf(reference, { before: older?.number ?? 0 })).toEqual([]);
    expect(await under.records.dossier.viewsOf(reference, { limit: 1 })).toMatchObject([{ at: 6_000 }]);
    for (const change of [
      sql`update dossier_view set actor = 'x'`,
      sql`delete from dossier_view`,
      sql`truncate dossier_view`,
    ]) {
      await expect(change.execute(under.database)).rejects.toThrow('append-only');
    }
  });

  test('of nothing is not', async () => {
    const { reference } = await written(under.records);
    await under.records.dossier.read(reference, 'c9.none' as DossierRow, reader);
    expect(await under.records.dossier.viewsOf(reference)).toEqual([]);
  });

  test('is logged before the content is given, so that none escapes the log', async () => {
    const { reference, row } = await written(under.records);
    const unloggable = { ...reader, actor: null as unknown as ActorId };
    await expect(under.records.dossier.read(reference, row, unloggable)).rejects.toThrow('not-null');
  });
});

describe('rows that no event speaks of', () => {
  test('go when they are old enough, attached ones stay', async () => {
    const reference = newReference();
    // The story's opening is its command c1; the words of a command that was refused came under another.
    const kept = await under.records.dossier.putPending(entry(reference));
    const refused = await under.records.dossier.putPending(entry(reference, { commandId: 'refused' }));
    const young = await under.records.dossier.putPending(
      entry(reference, { commandId: 'young', at: instant(3_000) }),
    );
    await recordStory(under.records, reference, new Story().opened('2026-03-30 15:20', { reference }));
    const rows = await under.records.dossier.rowsOf(reference);
    expect(rows.map(({ row, attached }) => [row, attached])).toEqual([
      [kept, true],
      [refused, false],
      [young, false],
    ]);
    expect(await under.records.dossier.sweepPending(instant(2_000))).toBeGreaterThan(0);
    const left = await under.records.dossier.rowsOf(reference);
    expect(left.map(({ row }) => row)).toEqual([kept, young]);
    expect(await under.records.dossier.read(reference, refused, reader)).toBeUndefined();
  });

  test('stay as long as the act they were written for is under way', async () => {
    const { reference } = await written(under.records);
    const reservation = await under.records.reservations.reserve({
      caller: 'P-0001' as ActorId,
      key: 'under-way',
      route: 'POST /cases/:reference/agencies',
      bodyHash: 'abc',
      at: instant(1_000),
      actsOn: reference,
    });
    if (reservation.conflict) throw new Error('a conflict was not expected');
    const { commandId } = reservation;
    const row = await under.records.dossier.putPending(entry(reference, { commandId }));
    const rowsLeft = async () => {
      await under.records.dossier.sweepPending(instant(2_000));
      return (await under.records.dossier.rowsOf(reference)).map((left) => left.row);
    };
    expect(await rowsLeft()).toEqual([row]);
    await under.records.reservations.ended(commandId, instant(1_000));
    expect(await rowsLeft()).toEqual([]);
  });

  test('stay for days where they were written for an opening: nobody else knows the child, should it have been accepted', async () => {
    const { records } = under;
    const reservation = await records.reservations.reserve({
      caller: 'P-0001' as ActorId,
      key: 'an-opening',
      route: 'POST /cases',
      bodyHash: 'abc',
      at: instant(1_000),
      opensYear: 2026,
    });
    if (reservation.conflict || reservation.reference === undefined)
      throw new Error('a reference was expected');
    const { commandId, reference } = reservation;
    await records.dossier.putPending(entry(reference, { commandId }));
    const leftOfIt = async (now: number): Promise<number> => {
      await records.dossier.sweepPending(instant(now - PENDING_HOURS * HOUR));
      return (await records.dossier.rowsOf(reference)).length;
    };
    expect(await leftOfIt(1_000 + OPENING_PENDING_DAYS * DAY)).toBe(1);
    expect(await leftOfIt(1_001 + OPENING_PENDING_DAYS * DAY)).toBe(0);
  });

  test('are attached by whoever holds the receipt', async () => {
    const { reference } = await written(under.records);
    await under.records.dossier.attach(reference, 'another');
    expect((await under.records.dossier.rowsOf(reference)).map(({ attached }) => attached)).toEqual([false]);
    await under.records.dossier.attach(reference, 'c1');
    expect((await under.records.dossier.rowsOf(reference)).map(({ attached }) => attached)).toEqual([true]);
    await under.records.dossier.sweepPending(instant(2_000));
    expect(await under.records.dossier.rowsOf(reference)).toHaveLength(1);
  });
});
