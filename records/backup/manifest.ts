// What a backup says of itself, beside its tables: when and from what it was made, and of each file its length and hash. By
// it a backup that is damaged or not whole is known before anything is done with it.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupRefused, NOTHING_CHANGED } from './refusals';

export const FORMAT = 'rapid-review-backup/1';
const MANIFEST = 'manifest.json';

export interface TableInBackup {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the file. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  /** ISO 8601: the moment whose content it is. */
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly cases: number;
  readonly events: number;
  /** One hash over the heads of all chains. */
  readonly seal: string;
  readonly tables: readonly TableInBackup[];
}

export const manifestFile = (folder: string): string => join(folder, MANIFEST);
export const tableFile = (folder: string, table: string): string => join(folder, `${table}.copy.gz`);

const hashOfManifest = (manifest: Manifest): string =>
  createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** The text of the file, with a hash of the rest as its last property. */
export const writtenManifest = (manifest: Manifest): string =>
  `${JSON.stringify({ ...manifest, sha256: hashOfManifest(manifest) }, undefined, 2)}\n`;

const notABackup = (folder: string, why: string): BackupRefused =>
  new BackupRefused(
    `${folder} ${why}. A folder that "npm run backup" has made is expected, whole, with its ${MANIFEST}. ${NOTHING_CHANGED}`,
  );

const damaged = (file: string, why: string): BackupRefused =>
  new BackupRefused(
    `The backup is damaged: ${file} ${why}. Take another copy of it, or the backup before it. ${NOTHING_CHANGED}`,
  );

/** Without its files. Throws `BackupRefused` where it is no backup that this program reads. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const file = manifestFile(folder);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw notABackup(folder, `holds no ${MANIFEST} that can be read (${code})`);
  });
  let said: Omit<Manifest, 'format'> & { readonly format?: string; readonly sha256?: string };
  try {
    said = JSON.parse(text) as typeof said;
  } catch {
    throw damaged(file, 'is not whole');
  }
  const { sha256, ...rest } = said;
  if (rest.format?.startsWith('rapid-review-backup/') !== true)
    throw notABackup(folder, 'is not a backup of this program');
  if (rest.format !== FORMAT)
    throw new BackupRefused(
      `${folder} is a backup of the form ${rest.format}, and this program reads ${FORMAT}. ` +
        `Restore it with the version of the program that made it. ${NOTHING_CHANGED}`,
    );
  const manifest: Manifest = { ...rest, format: FORMAT };
  if (sha256 !== hashOfManifest(manifest)) throw damaged(file, 'is not as it was written');
  return manifest;
};

const checkFile = async (folder: string, { table, bytes, sha256 }: TableInBackup): Promise<void> => {
  const file = tableFile(folder, table);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw damaged(file, 'is missing');
  if (found.size !== bytes) throw damaged(file, `has ${found.size} bytes, and was written with ${bytes}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== sha256) throw damaged(file, 'is not as it was written');
};

/** Reads every file of it to its end. Throws `BackupRefused` where anything is not as it was written. */
export const checkedManifest = async (
  folder: string,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Manifest> => {
  const manifest = await readManifest(folder);
  const all = manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const table of manifest.tables) {
    await checkFile(folder, table);
    progress((done += table.bytes), all);
  }
  return manifest;
};
