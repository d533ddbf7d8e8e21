// Restoring a backup into an empty database: checked to its last byte first, then loaded in one transaction into the very
// tables that it was made from, and brought up to date after that. Starting the cases again is not its matter.

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CASES_OF_OLDER_RULES, toldOfOlderRules, type CaseOfOlderRules } from '../cases/olderRules';
import { onDatabase } from '../connect';
import { COUNTERS } from '../counter';
import { sealOf } from '../eventLog/seal';
import { appliedMigrations, migrateExactly, migrateToLatest, toldOfNewer } from '../migrate';
import { keptTables, listOf } from './keptTables';
import { checkedManifest, tableFile, type Manifest, type TableInBackup } from './manifest';
import { BackupRefused, NOTHING_CHANGED } from './refusals';
import { withSession } from './session';

export interface BackupToRestore {
  readonly folder: string;
  readonly databaseUrl: string;
  /** It is not there: how it is made, once the backup is found whole. */
  readonly make?: () => Promise<void>;
  /** The engine was stopped before the backup was made, so that no mail can have gone after it. */
  readonly nothingSince?: boolean;
  readonly checking?: (bytes: number, of: number) => void;
  readonly loading?: (rows: number, of: number) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Mails that were waiting when the backup was made, and may have gone after it. */
  readonly mayHaveGone: number;
}

const refuseNewer = ({ migrations }: Manifest): void => {
  const told = toldOfNewer(migrations);
  if (told === undefined) return;
  throw new BackupRefused(
    `The backup ${told} Restore it with that version or a later one. ${NOTHING_CHANGED}`,
  );
};

const refuseFull = (what: string): never => {
  throw new BackupRefused(
    `The database ${what}, and a backup is restored into an empty one only. Make a new, empty database and name it with ` +
      `--into or DATABASE_URL; the one that is there stays as it is. ${NOTHING_CHANGED}`,
  );
};

/** Tables without rows are what a restore that was interrupted has left: they are taken as they are. */
const refuseUnlessEmpty = async (databaseUrl: string, { migrations }: Manifest): Promise<void> => {
  const applied = await onDatabase(databaseUrl, appliedMigrations);
  await withSession(databaseUrl, async (client) => {
    for (const { table } of await keptTables(client)) {
      const { rowCount } = await client.query(`select from ${escapeIdentifier(table)} limit 1`);
      if (rowCount !== 0) refuseFull(`holds something already (in the table ${table})`);
      if (applied.length === 0) refuseFull(`has a table already (${table}) that is not of this program`);
    }
  });
  const same = applied.length === migrations.length && applied.every((name, at) => name === migrations[at]);
  if (applied.length > 0 && !same)
    refuseFull(
      `has the tables of another version already (its last migration is ${applied.at(-1) ?? 'none'}, that of the backup ${migrations.at(-1) ?? 'none'})`,
    );
};

const loadTable = async (
  client: Client,
  folder: string,
  { table, columns, rows }: TableInBackup,
): Promise<void> => {
  const into = client.query(copyFrom(`copy ${escapeIdentifier(table)} (${listOf(columns)}) from stdin`));
  await pipeline(createReadStream(tableFile(folder, table)), createGunzip(), into);
  if (into.rowCount !== rows)
    throw new Error(`the table ${table} took ${into.rowCount} rows of the ${rows} in the backup`);
};

/** What counts by itself goes on after the highest number that is there. */
const countOn = async (client: Client): Promise<void> => {
  for (const { table, counting } of await keptTables(client))
    for (const column of counting)
      await client.query(`
        select setval(pg_get_serial_sequence(${escapeLiteral(escapeIdentifier(table))}, ${escapeLiteral(column)}),
          max(${escapeIdentifier(column)}))
        from ${escapeIdentifier(table)} having count(*) > 0`);
};

/** More than are given between two backups. */
const LEFT_FREE = 100;

/**
 * What was given since the backup is in letters, mails and their links, also where nothing here knows it any more: no case, agency or
 * token gets its code again, also not the first of a year.
 */
const leaveCodesFree = async (client: Client, madeAt: string): Promise<void> => {
  const first = new Date(madeAt).getUTCFullYear();
  const years = Array.from({ length: new Date().getUTCFullYear() - first + 1 }, (_, index) => first + index);
  const names = [...years.map((year) => COUNTERS.case(year)), COUNTERS.agency, COUNTERS.token];
  await client.query(
    `insert into counter (name, last) select unnest($1::text[]), $2
     on conflict (name) do update set last = counter.last + $2`,
    [names, LEFT_FREE],
  );
};

/** An attempt begun and never ended: such a mail says that it may be the second. */
const markWaitingMails = async (client: Client, madeAt: string): Promise<number> => {
  const { rowCount } = await client.query(
    `insert into notice_attempt (key, attempt, began_at)
     select key, (select count(*) + 1 from notice_attempt earlier where earlier.key = notice.key), $1
     from notice where outcome = 'open'`,
    [Date.parse(madeAt)],
  );
  return rowCount ?? 0;
};

/** Before it is committed: the tables stay empty, and are taken as they are the next time. */
const refuseOlderRules = async (client: Client): Promise<void> => {
  const told = toldOfOlderRules((await client.query<CaseOfOlderRules>(CASES_OF_OLDER_RULES)).rows);
  if (told === undefined) return;
  throw new BackupRefused(
    `The backup ${told} Restore it with the version of the program that made it. Nothing of it was restored.`,
  );
};

const load = (
  { databaseUrl, folder, nothingSince = false, loading = () => undefined }: BackupToRestore,
  { tables, madeAt }: Manifest,
): Promise<number> =>
  withSession(databaseUrl, async (client) => {
    await client.query('begin');
    const all = tables.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    for (const table of tables) {
      await loadTable(client, folder, table);
      loading((done += table.rows), all);
    }
    await refuseOlderRules(client);
    await countOn(client);
    if (!nothingSince) await leaveCodesFree(client, madeAt);
    const marked = nothingSince ? 0 : await markWaitingMails(client, madeAt);
    await client.query('commit');
    await client.query('analyze');
    return marked;
  });

const refuseAnotherSeal = async (databaseUrl: string, { seal }: Manifest): Promise<void> => {
  const found = await onDatabase(databaseUrl, sealOf);
  if (found !== seal) throw new Error('the heads of the chains are not those of the backup');
};

/** Throws `BackupRefused` before anything is changed, where the backup or the database is not as it must be. */
export const restoreBackup = async (wanted: BackupToRestore): Promise<Restored> => {
  const { folder, databaseUrl, checking } = wanted;
  const manifest = await checkedManifest(folder, checking);
  refuseNewer(manifest);
  await wanted.make?.();
  await refuseUnlessEmpty(databaseUrl, manifest);
  await migrateExactly(databaseUrl, manifest.migrations);
  const mayHaveGone = await load(wanted, manifest);
  await refuseAnotherSeal(databaseUrl, manifest);
  await migrateToLatest(databaseUrl);
  return { manifest, mayHaveGone };
};
