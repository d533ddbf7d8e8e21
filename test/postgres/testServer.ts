// One PostgreSQL for all test files that a jest process runs, made when the first asks, gone when the process is. It
// ends by itself: its shell waits for the end of a pipe that only the jest process holds open, so that not even a
// killed run leaves a server or a folder behind. Nothing in it is worth an fsync.

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../cli/start/freePort';
import { postgresAccount, postgresBinaries, type Account } from '../../cli/start/postgresBinaries';

const USER = 'test';
const READY_LIMIT_MS = 30_000;

// Every test file has modules of its own, so what the process shares is a folder named after its id.
const base = process.getuid?.() === 0 ? '/var/tmp' : tmpdir();
const prefix = `rapid-review-test-${process.pid}-`;

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const makeCluster = (
  folder: string,
  binaries: string,
  password: string,
  account: Account | undefined,
): void => {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) if (account) chownSync(path, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  execFileSync(
    join(binaries, 'initdb'),
    [`--pgdata=${join(folder, 'cluster')}`, ...locale, ...access, '--no-sync', '--no-instructions'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(account && { uid: account.uid, gid: account.gid }),
    },
  );
};

const SERVE_UNTIL_PIPE_ENDS = `
  "$1/postgres" -D "$2/cluster" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC \\
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \\
    </dev/null >"$2/server.log" 2>&1 &
  cat >/dev/null
  kill -INT $!
  wait $!
  rm -rf "$2"`;

const launch = (binaries: string, folder: string, port: number, account: Account | undefined): void => {
  const child = spawn('/bin/sh', ['-c', SERVE_UNTIL_PIPE_ENDS, 'sh', binaries, folder, String(port)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C in the terminal is for jest; the server follows when the pipe ends.
    detached: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  child.unref();
  // It must not keep jest from ending: a socket can be let go of, which the type of a stream does not say.
  (child.stdin as unknown as { unref(): void }).unref();
};

const startServer = async (): Promise<string> => {
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const folder = mkdtempSync(join(base, prefix));
  const password = randomBytes(24).toString('hex');
  makeCluster(folder, binaries, password, account);
  const port = await freePort();
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  launch(binaries, folder, port, account);
  const end = Date.now() + READY_LIMIT_MS;
  while (!(await answers(url))) {
    if (Date.now() > end)
      throw new Error(`no PostgreSQL for the tests: ${readFileSync(join(folder, 'server.log'), 'utf8')}`);
    await pause(20);
  }
  writeFileSync(join(folder, 'url'), url, { mode: 0o600 });
  return url;
};

/** The URL of its `postgres` database. */
export const testServer = async (): Promise<string> => {
  for (const folder of readdirSync(base).filter((name) => name.startsWith(prefix))) {
    const note = join(base, folder, 'url');
    const url = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
    // It may be what a process with the same id has left behind.
    if (url !== undefined && (await answers(url))) return url;
  }
  return startServer();
};
