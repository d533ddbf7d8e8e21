// A case of rules that this program carries on no more: the database that holds it is not brought up to date, and the backup is not
// restored, because nothing of the case could be worked out again (docs/adr/0036). What was carries on as it was.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { OLDEST_RULES_VERSION, RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import { makeBackup } from '../../records/backup/makeBackup';
import { restoreBackup } from '../../records/backup/restoreBackup';
import { connect, onDatabase, type Database } from '../../records/connect';
import { appliedMigrations, migrateExactly, migrateToLatest } from '../../records/migrate';
import { allMigrations } from '../../records/migrations/allMigrations';
import { freshFolder } from '../freshFolder';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';

let held: TestDatabase;
let database: Database;
beforeEach(async () => {
  held = await emptyDatabase();
  database = connect(held.url, { connections: 2 });
});
afterEach(async () => {
  await database.destroy();
  await held.drop();
});

const BEFORE = Object.keys(allMigrations).sort().slice(0, -1);

/** As a program of before has recorded it; without a version, as the first of them did. */
const opened = async (reference: string, rulesVersion?: number): Promise<void> => {
  const hash = randomBytes(32).toString('hex');
  const body = JSON.stringify({ reference, ...(rulesVersion !== undefined && { rulesVersion }) });
  await sql`insert into case_head values (${reference}, 2, ${hash})`.execute(database);
  for (const [number, kind] of [
    [1, 'CaseOpened'],
    [2, 'ScopingPrepared'],
  ] as const)
    await sql`
      insert into case_event (reference, number, kind, body, actor, authority, command_id, at, hash, previous_hash)
      values (${reference}, ${number}, ${kind}, ${body}, 'P-0001', 'coordinator', 'one', 1, ${hash}, ${hash})`.execute(
      database,
    );
};
const numbered = (number: number): string => `RR-2025-${String(number).padStart(4, '0')}`;

describe('a database that holds such a case', () => {
  test('is refused with its references before anything is applied', async () => {
    await migrateExactly(held.url, BEFORE);
    await opened(numbered(1), OLDEST_RULES_VERSION);
    await opened(numbered(2), OLDEST_RULES_VERSION - 1);
    await opened(numbered(3), RULES_VERSION);
    await opened(numbered(4), RULES_VERSION + 1);
    await opened(numbered(5));
    const refused: unknown = await migrateToLatest(held.url).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'DatabaseRefused' });
    expect((refused as Error).message).toBe(
      `The database holds 2 cases that were opened under rules which this program does not carry on any more (it carries on version ${OLDEST_RULES_VERSION} and later): ` +
        `RR-2025-0002 (version ${OLDEST_RULES_VERSION - 1}), RR-2025-0005 (no version). ` +
        'Go on with the version of the program that has carried them on so far, or begin with this one in a new, empty database. Nothing was changed.',
    );
    expect(await appliedMigrations(database)).toEqual(BEFORE);
  });

  test('is refused too where no migration is left to be applied', async () => {
    await migrateToLatest(held.url);
    await opened(numbered(1), OLDEST_RULES_VERSION - 1);
    await expect(migrateToLatest(held.url)).rejects.toThrow('holds 1 case that was opened under rules');
  });

  test('has ten of many named, and how many others there are', async () => {
    await migrateExactly(held.url, BEFORE);
    for (let number = 12; number > 0; number -= 1) await opened(numbered(number), 1);
    await expect(migrateToLatest(held.url)).rejects.toThrow(
      /holds 12 cases .*: RR-2025-0001 \(version 1\), .*, RR-2025-0010 \(version 1\) and 2 others\. Go on/,
    );
  });
});

test('a backup that holds such a case is refused, and no row of it is restored', async () => {
  await migrateToLatest(held.url);
  await opened(numbered(1), OLDEST_RULES_VERSION - 1);
  const folder = join(freshFolder('restore'), 'backup');
  await makeBackup({ databaseUrl: held.url, folder });
  const target = await emptyDatabase();
  try {
    const refused: unknown = await restoreBackup({ folder, databaseUrl: target.url }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ name: 'BackupRefused' });
    expect((refused as Error).message).toMatch(
      /^The backup holds 1 case .*RR-2025-0001 \(version \d+\)\. Restore it with the version of the program that made it\. Nothing of it was restored\.$/,
    );
    const rows = await onDatabase(target.url, (other) =>
      other.selectFrom('case_event').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  } finally {
    await target.drop();
  }
});
