// Another master key: everything that was sealed under the old one is sealed again under the new, while writes go on, and the
// old one is needed no longer. A key that is destroyed takes the particulars of its case with it, and nothing else.

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { instant } from '../../domain/calendar/instant';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import { createRecords } from '../../records/createRecords';
import { keysInUse, missingKeys } from '../../records/keys/keysInUse';
import { warnOfMissingKeys } from '../../records/keys/missingFound';
import { rewrapAll } from '../../records/keys/rewrap';
import { SEALED_COLUMNS } from '../../records/keys/sealedColumns';
import type { Records } from '../../records/records';
import { CANARY, entry, reader } from './dossierEntry';
import { fillRecords, PERSON, REASON, TEXTS, type Filled } from './fullRecords';
import { addresses } from './inventedAgency';
import { keyAct, recordOnly, WHY } from './keyOfCase';
import { newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let filled: Filled;
const bytes = { old: randomBytes(32), next: randomBytes(32) };
const ringOf = (...ids: readonly (keyof typeof bytes)[]): KeyRing =>
  keyRingOf(ids.map((id) => ({ id, bytes: bytes[id] })));
const withRing = (...ids: readonly (keyof typeof bytes)[]): Records =>
  createRecords(under.database, { master: ringOf(...ids) });

beforeEach(async () => {
  const fresh = await recordsUnderTest();
  const ring = ringOf('old');
  under = { ...fresh, ring, records: createRecords(fresh.database, { master: ring }) };
  filled = await fillRecords(under);
});
afterEach(() => under.close());

/** Everything that a master key opens. */
const everything = async (records: Records): Promise<unknown> => ({
  text: await records.dossier.read(filled.reference, filled.row, reader),
  contacts: await addresses(records, filled.agency),
  person: await records.people.nameOf(filled.issued.actor),
  fact: await records.holidays.textsOf([901]),
  change: await records.calendarChanges.reasonOf(1),
  keyActs: await records.dossier.keyActsOf(filled.reference),
});

test('every column that names a key is known to the change of keys', async () => {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns
    where table_schema = 'public' and column_name = 'key_id'`.execute(under.database);
  expect(rows.map(({ table }) => table).sort()).toEqual(SEALED_COLUMNS.map(({ table }) => table).sort());
  for (const { keyId, sealed } of await keysInUse(under.database)) {
    expect(keyId).toBe('old');
    expect(sealed.map(({ rows: count }) => count > 0)).toEqual(SEALED_COLUMNS.map(() => true));
  }
});

test('all is sealed again, and the old key is needed no longer', async () => {
  const before = await everything(under.records);
  expect(before).toMatchObject({
    text: { content: { name: CANARY } },
    person: PERSON,
    change: REASON,
    keyActs: [{ act: 'held', why: WHY }],
  });
  expect((before as { fact: ReadonlyMap<number, unknown> }).fact.get(901)).toEqual(TEXTS);
  // Both know the new one before anybody encrypts with it.
  expect(await everything(withRing('old', 'next'))).toEqual(before);
  const said: number[][] = [];
  const { rewrapped, unreadable } = await rewrapAll(under.database, ringOf('next', 'old'), (...how) =>
    said.push(how),
  );
  expect(unreadable).toEqual([]);
  expect(rewrapped).toBeGreaterThanOrEqual(SEALED_COLUMNS.length);
  expect(said.at(-1)).toEqual([rewrapped, rewrapped]);
  expect(await everything(withRing('next'))).toEqual(before);
  await expect(everything(withRing('old'))).rejects.toThrow('"next"');
  const [next, old] = await keysInUse(under.database);
  expect([next?.keyId, old?.keyId, old?.sealed]).toEqual(['next', 'old', []]);
  expect(old?.lastRequest).toBe(filled.request.at);
  expect(await rewrapAll(under.database, ringOf('next', 'old'))).toEqual({ rewrapped: 0, unreadable: [] });
});

test('what is sealed under others than those given is said, also where not every table is there yet', async () => {
  expect(await missingKeys(under.database, ['old'])).toEqual([]);
  const missing = await missingKeys(under.database, ['next']);
  expect(missing).toEqual([
    { keyId: 'old', sealed: SEALED_COLUMNS.map(({ what }) => expect.objectContaining({ what })) },
  ]);
  await sql`drop table case_key_act`.execute(under.database);
  expect((await missingKeys(under.database, ['next']))[0]?.sealed).toHaveLength(SEALED_COLUMNS.length - 1);
  // Keys are put away by this one: it must not take a table that it cannot see for an empty one.
  await expect(keysInUse(under.database)).rejects.toThrow('case_key_act');
});

test('a process says in its log which keys it lacks, and nothing where it has them all or cannot find out', async () => {
  const said: unknown[] = [];
  const log = (level: string) => (fields: object) => void said.push([level, fields]);
  const logger = { warn: log('warn'), error: log('error') } as Parameters<typeof warnOfMissingKeys>[1];
  await warnOfMissingKeys(withRing('next', 'old'), logger);
  expect(said).toEqual([]);
  await warnOfMissingKeys(withRing('next'), logger);
  expect(said).toEqual([['error', { keyIds: ['old'] }]]);
  await warnOfMissingKeys({ missingKeys: () => Promise.reject(new Error('away')) }, logger);
  expect(said.slice(1)).toEqual([['warn', { err: new Error('away') }]]);
});

test('a repeat of a request that was noted with a key that is gone is refused, and not done again', async () => {
  expect(await withRing('next', 'old').reservations.reserve(filled.request)).toMatchObject({ fresh: false });
  expect(await withRing('next').reservations.reserve(filled.request)).toEqual({ conflict: true });
});

test('what cannot be opened stays as it is, is said, and keeps nothing else from it', async () => {
  await under.database
    .updateTable('person')
    .set({ key_id: 'lost' })
    .where('actor', '=', filled.issued.actor)
    .execute();
  await sql`update agency_contact set sealed = set_byte(sealed, 40, 1 - get_byte(sealed, 40) % 2) where id = ${`${filled.agency.id}-C1`}`.execute(
    under.database,
  );
  const { unreadable } = await rewrapAll(under.database, ringOf('next', 'old'));
  expect(unreadable).toEqual([
    { what: 'contacts of agencies', keyId: 'old', rows: 1 },
    { what: 'names of people', keyId: 'lost', rows: 1 },
  ]);
  expect(await withRing('next').calendarChanges.reasonOf(1)).toBe(REASON);
});

describe('while writes go on', () => {
  test('what somebody else seals or destroys meanwhile stays as they left it', async () => {
    const others = Array.from({ length: 30 }, () => newReference());
    for (const reference of others) await under.records.dossier.putPending(entry(reference));
    const [destroyed, written] = [others[7] ?? filled.reference, others[9] ?? filled.reference];
    await recordOnly(under.records, destroyed);
    const old = withRing('old', 'next');
    const agency = filled.agency.id;
    await Promise.all([
      rewrapAll(under.database, ringOf('next', 'old')),
      old.dossier.destroyKey(destroyed, keyAct(2)),
      old.dossier.putPending(entry(written, { commandId: 'c2' })),
      old.agencies.change(agency, {
        contacts: [{ email: 'new@school.example' }],
        by: filled.issued.actor,
        at: instant(2),
        commandId: 'late',
      }),
    ]);
    // Whoever still wrote with the old key is caught up with.
    await rewrapAll(under.database, ringOf('next', 'old'));
    const records = withRing('next');
    expect((await keysInUse(under.database)).find(({ keyId }) => keyId === 'old')?.sealed).toEqual([]);
    for (const reference of others) {
      const [listed] = await records.dossier.rowsOf(reference);
      if (listed === undefined) throw new Error('the text is gone');
      const text = await records.dossier.read(reference, listed.row, reader);
      if (reference === destroyed) expect(text).toBe('destroyed');
      else expect(text).toMatchObject({ content: { name: CANARY } });
    }
    expect(await records.dossier.rowsOf(written)).toHaveLength(2);
  });
});

describe('tables that are only added to', () => {
  test.each(['holiday_fact', 'calendar_change', 'case_key_act'])(
    '%s takes another seal and no other change',
    async (table) => {
      const change = (what: ReturnType<typeof sql>): Promise<unknown> =>
        sql`update ${sql.table(table)} set ${what} where sealed is not null`.execute(under.database);
      await change(sql`sealed = sealed, key_id = 'other'`);
      const other = table === 'case_key_act' ? sql`by = 'other'` : sql`command_id = 'other'`;
      for (const what of [
        other,
        sql`sealed = null, key_id = null`,
        sql`sealed = sealed, key_id = 'other', ${other}`,
      ])
        await expect(change(what)).rejects.toThrow(/append-only|null/);
      await expect(sql`delete from ${sql.table(table)}`.execute(under.database)).rejects.toThrow();
      await expect(sql`truncate ${sql.table(table)} cascade`.execute(under.database)).rejects.toThrow(
        'append-only',
      );
    },
  );
});
