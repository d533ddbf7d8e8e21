// Making a backup: every table as of one moment, while writes go on, into a folder that has its name only once it is whole.
// It holds what the database holds, particulars sealed as they are there, and no key that opens them.

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { keptTables, listOf, type KeptTable } from './keptTables';
import {
  FORMAT,
  manifestFile,
  tableFile,
  writtenManifest,
  type Manifest,
  type TableInBackup,
} from './manifest';
import { BackupRefused, NOTHING_CHANGED } from './refusals';
import { withSession } from './session';

export interface BackupToMake {
  readonly databaseUrl: string;
  /** Not there yet. */
  readonly folder: string;
  readonly progress?: (rows: number, of: number) => void;
  /** Breaks it off. */
  readonly signal?: AbortSignal;
}

/** What goes through, counted and hashed. */
const measured = (): {
  readonly through: Transform;
  readonly result: () => { bytes: number; sha256: string };
} => {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
};

const copyTable = async (
  client: Client,
  folder: string,
  { table, columns, key }: KeptTable,
  signal: AbortSignal,
): Promise<TableInBackup> => {
  const rows = client.query(
    copyTo(
      `copy (select ${listOf(columns)} from ${escapeIdentifier(table)} order by ${listOf(key)}) to stdout`,
    ),
  );
  const { through, result } = measured();
  const file = createWriteStream(tableFile(folder, table), { mode: 0o600, flush: true });
  await pipeline(rows, createGzip({ level: 5 }), through, file, { signal });
  return { table, columns, rows: rows.rowCount, ...result() };
};

const allRows = async (client: Client, tables: readonly KeptTable[]): Promise<number> => {
  const each = tables.map(({ table }) => `(select count(*) from ${escapeIdentifier(table)})`);
  const { rows } = await client.query<{ count: string }>(`select ${each.join(' + ')} as count`);
  return Number(rows[0]?.count ?? 0);
};

/** The same as `sealOf` makes of the same heads. */
const sealIn = async (client: Client): Promise<string> => {
  const hash = createHash('sha256');
  const heads = client.query(
    copyTo('copy (select reference, number, hash from case_head order by reference) to stdout'),
  );
  await pipeline(heads, hash);
  return hash.digest('hex');
};

/** Of the snapshot that the session reads: the first statement takes it. */
const momentOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ at: Date }>('select now() as at');
  const [moment] = rows;
  if (moment === undefined) throw new Error('PostgreSQL did not say what time it is');
  return moment.at.toISOString();
};

const copyAll = async (
  client: Client,
  folder: string,
  progress: (rows: number, of: number) => void,
  signal: AbortSignal,
): Promise<Manifest> => {
  await client.query('begin isolation level repeatable read read only');
  const madeAt = await momentOf(client);
  const { rows: applied } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name',
  );
  const kept = await keptTables(client);
  const all = await allRows(client, kept);
  const tables: TableInBackup[] = [];
  let done = 0;
  for (const table of kept) {
    const copied = await copyTable(client, folder, table, signal);
    tables.push(copied);
    progress((done += copied.rows), all);
  }
  const rowsOf = (name: string): number => tables.find(({ table }) => table === name)?.rows ?? 0;
  const manifest: Manifest = {
    format: FORMAT,
    madeAt,
    migrations: applied.map(({ name }) => name),
    cases: rowsOf('case_head'),
    events: rowsOf('case_event'),
    seal: await sealIn(client),
    tables,
  };
  await client.query('commit');
  return manifest;
};

const synced = async (path: string): Promise<void> => {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
};

const refuseWhereThere = async (folder: string): Promise<void> => {
  if (await isThere(folder)) throw thereAlready(folder);
};

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const thereAlready = (folder: string): BackupRefused =>
  new BackupRefused(
    `${folder} is there already, and a backup writes over nothing. Name a folder that is not there. ${NOTHING_CHANGED}`,
  );

/** Hidden, so that nobody takes it for a backup, and of this backup alone, so that two never meet in it. */
const makeUnfinished = async (folder: string): Promise<string> => {
  try {
    await mkdir(dirname(folder), { recursive: true });
    const unfinished = await mkdtemp(join(dirname(folder), `.${basename(folder)}.unfinished-`));
    await chmod(unfinished, 0o700);
    return unfinished;
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new BackupRefused(
      `${folder} cannot be made (${code}). Name a folder that this user may make. ${NOTHING_CHANGED}`,
    );
  }
};

/** What a name is refused with that was taken meanwhile: by a folder with something in it, or by a file. */
const TAKEN: readonly unknown[] = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'];

const giveItsName = async (unfinished: string, folder: string): Promise<void> => {
  await refuseWhereThere(folder);
  await rename(unfinished, folder).catch((error: unknown) => {
    throw TAKEN.includes((error as NodeJS.ErrnoException).code) ? thereAlready(folder) : error;
  });
  await synced(dirname(folder));
};

/** Throws `BackupRefused` where the folder is there already, and leaves nothing behind where it fails or is broken off. */
export const makeBackup = async ({
  databaseUrl,
  folder,
  progress = () => undefined,
  signal = new AbortController().signal,
}: BackupToMake): Promise<Manifest> => {
  await refuseWhereThere(folder);
  const unfinished = await makeUnfinished(folder);
  try {
    const manifest = await withSession(
      databaseUrl,
      (client) => copyAll(client, unfinished, progress, signal),
      signal,
    );
    await writeFile(manifestFile(unfinished), writtenManifest(manifest), { mode: 0o600, flush: true });
    await synced(unfinished);
    signal.throwIfAborted();
    await giveItsName(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (signal.aborted)
      throw new BackupRefused('Interrupted: no backup was made, and nothing is left of it.');
    throw error;
  }
};

/** Such as `2026-11-26T05-13-07Z`: sorts by time, and every file system takes it. */
export const nameOfBackup = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
