// Starts the packaged PostgreSQL on a data folder, making the cluster and the database when they are not
// there yet. fsync stays on, it listens on loopback only, and its password is made here and kept beside
// the data. It decides nothing about tables: that is the migrations' work.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { startChild, untilReady, type Child, type ChildExit } from './childProcess';
import { LOOPBACK, requireFreePort } from './freePort';
import { endOrphan } from './orphan';
import { postgresAccount, postgresBinaries, reachableFolder, type Account } from './postgresBinaries';
import { clusterOf, DATABASE, passwordFileOf, pidFileOf, SUPERUSER, urlOnPostgres } from './postgresPlace';

const RECOVERY_LIMIT_MS = 120_000;

export interface PostgresOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly database?: string;
  /** How many may be connected at once; PostgreSQL's own number when nothing is said. */
  readonly connections?: number;
  readonly logFile?: string;
  /** Told in one sentence what is unusual: a stand-in folder, a server left behind. */
  readonly say?: (line: string) => void;
}

export interface RunningPostgres {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** Where the data are: not where asked for when PostgreSQL's account cannot get there. */
  readonly dataFolder: string;
  readonly exited: Promise<ChildExit>;
  readonly outputTail: () => string;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

function ownedBy(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Made beside its final name and then renamed, so that an interrupted start leaves no half cluster. */
async function makeCluster(folder: string, binaries: string, account: Account | undefined): Promise<void> {
  const unfinished = join(folder, 'cluster.unfinished');
  const passwordFile = passwordFileOf(folder);
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  ownedBy(account, passwordFile);
  // The locale is the binaries' own, so that sorting is the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  await promisify(execFile)(
    join(binaries, 'initdb'),
    [`--pgdata=${unfinished}`, ...locale, ...access, '--no-instructions'],
    { cwd: folder, ...(account && { uid: account.uid, gid: account.gid }) },
  );
  renameSync(unfinished, clusterOf(folder));
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // A server that goes away is noticed by its process ending.
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Answers once it is the server on our own data that answers. */
async function answers(adminUrl: string, cluster: string): Promise<boolean> {
  try {
    const [row] = await query(adminUrl, 'show data_directory');
    return row?.['data_directory'] === cluster;
  } catch {
    return false;
  }
}

async function launch(
  options: PostgresOptions,
  binaries: string,
  cluster: string,
  adminUrl: string,
  account: Account | undefined,
): Promise<Child> {
  const settings = {
    port: options.port,
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.connections === undefined ? {} : { max_connections: options.connections }),
  };
  const start = (): Promise<Child> =>
    startChild({
      command: join(binaries, 'postgres'),
      args: ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      cwd: cluster,
      logFile: options.logFile ?? join(cluster, '..', 'server.log'),
      account,
    });
  // After a hard kill its helpers need a moment to notice; until then it says that its data are in use.
  for (let attempt = 1; ; attempt++) {
    const child = await start();
    try {
      await untilReady(child, 'PostgreSQL', () => answers(adminUrl, cluster), RECOVERY_LIMIT_MS);
      return child;
    } catch (error) {
      await child.stop('SIGQUIT');
      if (attempt === 50 || !/still in use|lock file "postmaster\.pid"/.test(child.outputTail())) throw error;
      await pause(200);
    }
  }
}

export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const wanted = resolve(options.dataFolder);
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const folder = reachableFolder(wanted, account);
  if (folder !== wanted)
    options.say?.(
      `PostgreSQL runs as "${account?.name ?? ''}", who cannot enter ${wanted}: its data are in ${folder}`,
    );

  const cluster = clusterOf(realpathSync(folder));
  if (await endOrphan(pidFileOf(cluster), cluster, 'SIGINT'))
    options.say?.('A PostgreSQL left behind by an earlier start was stopped.');
  await requireFreePort(options.port, 'PostgreSQL', 'POSTGRES_PORT');
  if (!existsSync(cluster)) await makeCluster(folder, binaries, account);

  const password = readFileSync(passwordFileOf(folder), 'utf8').trim();
  const urlOf = (database: string): string => urlOnPostgres(options.port, password, database);
  const child = await launch(options, binaries, cluster, urlOf('postgres'), account);

  const database = options.database ?? DATABASE;
  const known = await query(urlOf('postgres'), `select 1 from pg_database where datname = '${database}'`);
  if (known.length === 0) await query(urlOf('postgres'), `create database "${database}"`);
  return {
    pid: child.pid,
    port: options.port,
    url: urlOf(database),
    dataFolder: folder,
    exited: child.exited,
    outputTail: child.outputTail,
    // SIGINT is PostgreSQL's fast shutdown: it ends the sessions and leaves nothing to recover.
    stop: async () => {
      await child.stop('SIGINT');
    },
    kill: child.kill,
  };
}
