// Full records and a backup of them, in a folder that is gone afterwards.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeBackup } from '../../records/backup/makeBackup';
import type { Manifest } from '../../records/backup/manifest';
import type { Database } from '../../records/connect';
import { fillRecords, type Filled } from './fullRecords';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

export interface BackupUnderTest {
  readonly under: RecordsUnderTest;
  readonly filled: Filled;
  readonly folder: string;
  readonly backup: string;
  readonly made: Manifest;
  readonly close: () => Promise<void>;
}

export const backupUnderTest = async (): Promise<BackupUnderTest> => {
  const under = await recordsUnderTest();
  const filled = await fillRecords(under);
  const folder = mkdtempSync('/var/tmp/rapid-review-backup-');
  chmodSync(folder, 0o711);
  const backup = join(folder, 'backup');
  const made = await makeBackup({ databaseUrl: under.url, folder: backup });
  return {
    under,
    filled,
    folder,
    backup,
    made,
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await under.close();
    },
  };
};

export const tablesOf = async (database: Database): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(database);
  return rows.map(({ name }) => name);
};
