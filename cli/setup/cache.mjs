// The cache of servers, and of the browser: of the user, not of the clone, so that the next clone starts in seconds. An entry
// is a folder with a manifest of the hash of each file; it appears whole by one rename, or not at all.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupFailure } from './report.mjs';
import { homeIsWritable } from './runTool.mjs';

const MANIFEST = 'manifest.json';

function wantedFolder() {
  const { RAPID_REVIEW_CACHE, XDG_CACHE_HOME } = process.env;
  if (RAPID_REVIEW_CACHE) return RAPID_REVIEW_CACHE;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'rapid-review');
  if (homeIsWritable()) return join(homedir(), '.cache', 'rapid-review');
  const shared = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  return join(shared, `rapid-review-cache-${userInfo().uid}`);
}

/** The folder, made when missing. One that another account could have filled is refused. */
export function cacheFolder() {
  const folder = wantedFolder();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new SetupFailure(
      `The cache folder ${folder} cannot be written (${error.code}). Set RAPID_REVIEW_CACHE to a folder that can.`,
    );
  }
  const { uid, mode } = lstatSync(folder);
  if (uid !== userInfo().uid || (mode & 0o002) !== 0)
    throw new SetupFailure(
      `The cache folder ${folder} belongs to, or can be written by, another account, and programs are run from it. ` +
        'Set RAPID_REVIEW_CACHE to a folder that only you can write.',
    );
  return folder;
}

async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function hashes(folder) {
  const found = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name !== MANIFEST) found[relative(folder, path)] = await sha256(path);
  }
  return found;
}

/** 'absent', 'sound', or a sentence saying what is wrong with the entry. */
export async function stateOfEntry(folder) {
  if (!existsSync(folder)) return 'absent';
  try {
    const { files } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const found = await hashes(folder);
    for (const name of new Set([...Object.keys(files), ...Object.keys(found)]))
      if (files[name] !== found[name]) return `${join(folder, name)} is not what was put there`;
    return 'sound';
  } catch (error) {
    return `${folder} cannot be read (${error.message})`;
  }
}

/** An empty folder beside the entry-to-be, for making it. */
export function unfinishedFolder(entry) {
  const folder = `${entry}.unfinished`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

export async function publishEntry(unfinished, entry) {
  const manifest = { made: new Date().toISOString(), files: await hashes(unfinished) };
  writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
  rmSync(entry, { recursive: true, force: true });
  mkdirSync(dirname(entry), { recursive: true });
  renameSync(unfinished, entry);
}
