// Backups: made while writes go on, byte for byte what was there once restored, and what was waiting to be
// mailed says that it may go a second time. What is refused is in `backupRefused.test.ts`.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeBackup, nameOfBackup } from '../../records/backup/makeBackup';
import { manifestFile, type Manifest } from '../../records/backup/manifest';
import { notedHeads } from '../../records/backup/notedHeads';
import { restoreBackup } from '../../records/backup/restoreBackup';
import { type Database, onDatabase } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { sealOf } from '../../records/eventLog/seal';
import { appliedMigrations, migrateExactly } from '../../records/migrate';
import { allMigrations } from '../../records/migrations/allMigrations';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';
import { backupUnderTest, tablesOf, type BackupUnderTest } from './backupUnderTest';
import { CANARY, reader } from './dossierEntry';
import { keyAct } from './keyOfCase';
import { recordedStory } from './recordedStory';
import { verdictOfAll } from './chainVerdict';

let given: BackupUnderTest;
let { under, filled, folder, backup, made } = {} as BackupUnderTest;
beforeAll(async () => {
  given = await backupUnderTest();
  ({ under, filled, folder, backup, made } = given);
});
afterAll(() => given.close());

let target: TestDatabase;
beforeEach(async () => {
  target = await emptyDatabase();
});
afterEach(() => target.drop());

const contentOf = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of)
      .filter((name) => name.endsWith('.gz'))
      .map((name) => [name, gunzipSync(readFileSync(join(of, name))).toString('utf8')]),
  );

const inTarget = <T>(look: (database: Database) => Promise<T>): Promise<T> => onDatabase(target.url, look);

const restore = (from = backup, rest: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ folder: from, databaseUrl: target.url, nothingSince: true, ...rest });

describe('a backup', () => {
  test('holds every table, each with something in it, and says what it holds', async () => {
    const own = (await tablesOf(under.database)).filter((name) => !name.startsWith('kysely_'));
    expect(made.tables.map(({ table }) => table).sort()).toEqual(own.sort());
    expect(made.tables.filter(({ rows: count }) => count === 0)).toEqual([]);
    expect(made).toMatchObject({
      migrations: Object.keys(allMigrations),
      cases: 1,
      events: filled.story.events.length,
      seal: await sealOf(under.database),
    });
  });

  test('is for its owner alone, and holds no particular and no key', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(backup)) expect(statSync(join(backup, name)).mode & 0o777).toBe(0o600);
    const content = Object.values(contentOf(backup)).join('\n');
    expect(content).toContain(filled.reference);
    expect(content).not.toContain(CANARY);
    expect(content).not.toContain(filled.issued.token);
  });

  test('is of one moment, while cases are recorded', async () => {
    const to = join(folder, 'meanwhile');
    const recording = Promise.all(Array.from({ length: 8 }, () => recordedStory(under.records)));
    const { cases, events, seal } = await makeBackup({ databaseUrl: under.url, folder: to });
    await recording;
    expect(events % filled.story.events.length).toBe(0);
    await restore(to);
    await inTarget(async (database) => {
      expect(await sealOf(database)).toBe(seal);
      expect(await verdictOfAll(database)).toEqual({ cases, checked: events, broken: [] });
      expect(events / filled.story.events.length).toBe(cases);
    });
  });

  test('knows nothing of what is committed after it has begun', async () => {
    const to = join(folder, 'begun');
    const waiting = sql<{ waiting: boolean }>`
      select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()) as waiting`;
    let making: Promise<Manifest> | undefined;
    await under.database.transaction().execute(async (transaction) => {
      await sql`lock table case_head in access exclusive mode`.execute(transaction);
      making = makeBackup({ databaseUrl: under.url, folder: to });
      while ((await waiting.execute(under.database)).rows[0]?.waiting !== true);
      await sql`insert into counter values ('meanwhile', 1)`.execute(transaction);
    });
    await making;
    expect(contentOf(to)['counter.copy.gz']).not.toContain('meanwhile');
  });

  test('writes over nothing, and leaves nothing where it fails', async () => {
    await expect(makeBackup({ databaseUrl: under.url, folder: backup })).rejects.toThrow('there already');
    const to = join(folder, 'in-vain');
    await expect(
      makeBackup({ databaseUrl: under.url.replace(/\/[^/]*$/, '/nowhere'), folder: to }),
    ).rejects.toThrow('nowhere');
    expect(readdirSync(folder).filter((name) => name.startsWith('in-vain'))).toEqual([]);
  });

  test('has its name only once it is whole, and two at once leave each other alone', async () => {
    const to = join(folder, 'whole');
    const whatIsThere = () => readdirSync(folder).filter((name) => name.includes('whole'));
    const namedTooSoon: boolean[] = [];
    const making = () =>
      makeBackup({
        databaseUrl: under.url,
        folder: to,
        progress: () => namedTooSoon.push(existsSync(to) && !existsSync(manifestFile(to))),
      });
    mkdirSync(`${to}.unfinished`);
    const outcomes = await Promise.allSettled([making(), making()]);
    expect(namedTooSoon).toContain(false);
    expect(namedTooSoon).not.toContain(true);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ name: 'BackupRefused' }) as unknown }),
    );
    // The one that came first is whole, and what somebody else keeps there is untouched.
    await restore(to);
    expect(whatIsThere().sort()).toEqual(['whole', 'whole.unfinished']);
  });

  test('that is broken off leaves nothing, also while it waits', async () => {
    const to = join(folder, 'broken-off');
    const broken = { databaseUrl: under.url, folder: to };
    const atFirstTable = new AbortController();
    await expect(
      makeBackup({ ...broken, progress: () => atFirstTable.abort(), signal: atFirstTable.signal }),
    ).rejects.toThrow('Interrupted: no backup was made');
    await under.database.transaction().execute(async (transaction) => {
      await sql`lock table case_event in access exclusive mode`.execute(transaction);
      await expect(makeBackup({ ...broken, signal: AbortSignal.timeout(1_000) })).rejects.toThrow(
        'Interrupted',
      );
    });
    expect(readdirSync(folder).filter((name) => name.includes('broken-off'))).toEqual([]);
  });

  test('is named so that names sort by time', () => {
    expect(nameOfBackup(new Date('2026-11-26T05:13:07.812Z'))).toBe('2026-11-26T05-13-07Z');
  });

  test('notes the head of every chain', async () => {
    const heads = [];
    for await (const page of notedHeads(backup)) heads.push(...page);
    const last = (await under.records.events.ofCase(filled.reference)).at(-1);
    expect(heads).toEqual([{ reference: filled.reference, number: last?.number, hash: last?.hash }]);
  });
});

describe('restored', () => {
  test('it is byte for byte what it was, and goes on from there', async () => {
    const said: number[][] = [];
    const { manifest, mayHaveGone } = await restore(backup, {
      checking: (...how) => said.push(how),
      loading: (...how) => said.push(how),
    });
    expect(manifest).toEqual(made);
    expect(mayHaveGone).toBe(0);
    expect(said.filter(([done, of]) => done === of)).toHaveLength(2);
    const again = join(folder, 'again');
    await makeBackup({ databaseUrl: target.url, folder: again });
    expect(contentOf(again)).toEqual(contentOf(backup));
    await inTarget(async (database) => {
      const records = createRecords(database, { master: under.ring });
      // The count of the views goes on behind the highest.
      expect(await records.dossier.read(filled.reference, filled.row, reader)).toMatchObject({
        content: { name: CANARY },
      });
      expect(await records.dossier.viewsOf(filled.reference)).toHaveLength(2);
      expect(await records.dossier.keyActsOf(filled.reference)).toEqual([{ act: 'held', ...keyAct(1) }]);
      expect(await records.reservations.reserve(filled.request)).toMatchObject({ fresh: false });
      expect((await records.reservations.reserve({ ...filled.request, key: 'key-2' })).conflict).toBe(false);
      await expect(sql`delete from case_event`.execute(database)).rejects.toThrow('append-only');
      await recordedStory(records);
    });
  });

  test('what waited to be mailed says that it may go a second time, unless nothing can have gone', async () => {
    const open = await under.database
      .selectFrom('notice')
      .selectAll()
      .where('outcome', '=', 'open')
      .where('reference', '=', filled.reference)
      .execute();
    const { mayHaveGone } = await restore(backup, { nothingSince: false });
    expect(mayHaveGone).toBe(open.length);
    expect(open.length).toBeGreaterThan(1);
    await inTarget(async (database) => {
      const { notices } = createRecords(database, { master: under.ring });
      const waiting = await notices.waiting(filled.reference);
      expect(waiting.map(({ unknownAttempts }) => unknownAttempts > 0)).toEqual(waiting.map(() => true));
    });
  });

  test('a backup of an older version is brought up to date', async () => {
    const older = await emptyDatabase();
    const names = Object.keys(allMigrations).sort();
    const before = names.slice(0, names.indexOf('0009-contact-level') + 1);
    await migrateExactly(older.url, before);
    const to = join(folder, 'older');
    const { migrations } = await makeBackup({ databaseUrl: older.url, folder: to });
    expect(migrations).toEqual(before);
    await older.drop();
    await restore(to);
    expect(await inTarget(appliedMigrations)).toEqual(names);
  });

  test('a restore that was interrupted before its end is simply given again', async () => {
    await migrateExactly(target.url, made.migrations);
    await restore();
    expect(await inTarget(sealOf)).toBe(made.seal);
  });
});
