// Backups: made while writes go on, byte for byte what was there once restored, refused where damaged or where the database
// is not empty, and then nothing is changed. And what was waiting to be mailed says that it may go a second time.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeBackup, nameOfBackup } from '../../records/backup/makeBackup';
import { manifestFile, tableFile, writtenManifest, type Manifest } from '../../records/backup/manifest';
import { notedHeads } from '../../records/backup/notedHeads';
import { restoreBackup } from '../../records/backup/restoreBackup';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { sealOf } from '../../records/eventLog/seal';
import { currentMigration, migrateExactly, migrateToLatest } from '../../records/migrate';
import { allMigrations } from '../../records/migrations/allMigrations';
import { emptyDatabase, testDatabase, type TestDatabase } from '../postgres/testDatabase';
import { CANARY, reader } from './dossierEntry';
import { fillRecords, type Filled } from './fullRecords';
import { recordedStory } from './recordedStory';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let filled: Filled;
let folder: string;
let backup: string;
let made: Manifest;
beforeAll(async () => {
  under = await recordsUnderTest();
  filled = await fillRecords(under);
  folder = mkdtempSync('/var/tmp/rapid-review-backup-');
  chmodSync(folder, 0o711);
  backup = join(folder, 'backup');
  made = await makeBackup({ databaseUrl: under.url, folder: backup });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await under.close();
});

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

const inTarget = async <T>(look: (database: ReturnType<typeof connect>) => Promise<T>): Promise<T> => {
  const database = connect(target.url, { connections: 2 });
  return look(database).finally(() => database.destroy());
};

const tablesOf = (database: ReturnType<typeof connect>) =>
  sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
    database,
  );

const restore = (from = backup, rest: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ folder: from, databaseUrl: target.url, nothingSince: true, ...rest });

describe('a backup', () => {
  test('holds every table, each with something in it, and says what it holds', async () => {
    const { rows } = await tablesOf(under.database);
    const own = rows.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
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
      const { events: log } = createRecords(database, { master: under.ring });
      expect(await log.verifyChain()).toEqual({ checked: events });
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
    expect(await inTarget(currentMigration)).toBe(names.at(-1));
  });

  test('a restore that was interrupted before its end is simply given again', async () => {
    await migrateExactly(target.url, made.migrations);
    await restore();
    expect(await inTarget(sealOf)).toBe(made.seal);
  });
});

describe('refused, before anything is changed, is', () => {
  const refused = async (from: string, ...words: readonly string[]): Promise<void> => {
    const error: unknown = await restore(from).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'BackupRefused' });
    for (const word of [...words, 'Nothing was changed.']) expect(String(error)).toContain(word);
    expect(await inTarget(async (database) => (await tablesOf(database)).rows)).toEqual([]);
  };
  const copy = (name: string): string => {
    const to = join(folder, name);
    cpSync(backup, to, { recursive: true });
    return to;
  };
  const rewritten = (of: string, change: Partial<Record<keyof Manifest, unknown>>): void =>
    writeFileSync(manifestFile(of), writtenManifest({ ...made, ...change } as Manifest));

  test('a folder that is none', () => refused(join(folder, 'nowhere'), 'npm run backup', 'ENOENT'));

  test('a file cut short, one with a bit turned, and one missing', async () => {
    const cut = copy('cut');
    truncateSync(tableFile(cut, 'case_event'), 100);
    await refused(cut, 'case_event', 'damaged', '100 bytes');
    const turned = copy('turned');
    const file = tableFile(turned, 'person');
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await refused(turned, 'person', 'not as it was written');
    const missing = copy('missing');
    rmSync(tableFile(missing, 'notice'));
    await refused(missing, 'notice', 'missing');
  });

  test('a manifest that is not whole, or was changed', async () => {
    const half = copy('half');
    truncateSync(manifestFile(half), 200);
    await refused(half, 'damaged');
    const changed = copy('changed');
    const text = readFileSync(manifestFile(changed), 'utf8');
    writeFileSync(manifestFile(changed), text.replace('"cases": 1', '"cases": 2'));
    await refused(changed, 'not as it was written');
    writeFileSync(manifestFile(changed), '{}');
    await refused(changed, 'not a backup of this program');
  });

  test('a backup of a newer program, or of another form', async () => {
    const newer = copy('newer');
    rewritten(newer, { migrations: [...made.migrations, '9999-from-the-future'] });
    await refused(newer, '9999-from-the-future', 'newer version');
    rewritten(newer, { format: 'rapid-review-backup/2' });
    await refused(newer, 'rapid-review-backup/2');
  });

  test('a database in which something is', async () => {
    const full = await testDatabase();
    try {
      const into = () => restoreBackup({ folder: backup, databaseUrl: full.url });
      const database = connect(full.url, { connections: 1 });
      await sql`insert into counter values ('something', 1)`.execute(database);
      await expect(into()).rejects.toThrow(
        /holds something already \(in the table counter\).*Nothing was changed/,
      );
      await sql`delete from counter`.execute(database);
      await database.destroy();
      await into();
    } finally {
      await full.drop();
    }
  });

  test('a database with the tables of another version, or of another program', async () => {
    await migrateExactly(target.url, made.migrations.slice(0, 3));
    await expect(restore()).rejects.toThrow(/another version.*0003-reservations.*Nothing was changed/);
    const other = await emptyDatabase();
    const database = connect(other.url, { connections: 1 });
    await sql`create table something (one integer)`.execute(database);
    await database.destroy();
    await expect(restoreBackup({ folder: backup, databaseUrl: other.url })).rejects.toThrow(
      /something.*not of this program/,
    );
    await other.drop();
  });
});

test('nothing of a restore stays where a row is refused by the database', async () => {
  const wrong = join(folder, 'wrong');
  const broken = await testDatabase();
  try {
    const database = connect(broken.url, { connections: 1 });
    await sql`alter table token drop constraint token_actor_fkey`.execute(database);
    await sql`insert into token (id, number, actor, role, secret_hash, issued_at)
      values ('TK-0001', 1, 'P-0404', 'coordinator', decode(repeat('00', 32), 'hex'), 1)`.execute(database);
    await sql`insert into counter values ('token', 1)`.execute(database);
    await database.destroy();
    await makeBackup({ databaseUrl: broken.url, folder: wrong });
  } finally {
    await broken.drop();
  }
  await expect(restore(wrong)).rejects.toThrow('token_actor_fkey');
  expect(await inTarget((database) => database.selectFrom('counter').selectAll().execute())).toEqual([]);
  expect(existsSync(wrong)).toBe(true);
  await migrateToLatest(target.url);
});
