// Starts the Temporal server of production on a PostgreSQL: its databases made or brought up to date by its own tool, then
// the server, by the very scripts of docker-compose.yml. Roles and namespace are made elsewhere.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, untilReady } from '../start/childProcess';
import { freePort, LOOPBACK, requireFreePort } from '../start/freePort';
import { endOrphan } from '../start/orphan';
import { CLONE } from '../start/clone';
import { runToEnd } from '../start/runToEnd';
import { StartFailure } from '../start/startFailure';
import { temporalServes, type RunningTemporal } from '../start/temporalServer';

/** The first start makes a table a shard, on a machine that may be busy. */
const READY_LIMIT_MS = 120_000;
const AGAIN_MS = 1_000;
const COMING_UP = /the database system is|connection refused|no usable database connection/i;
/** In the data folder. */
export const TEMPORAL_PID_FILE = 'temporal-server.pid';
const OPS = join(CLONE, 'ops', 'temporal');

export interface ServerOptions {
  /** The `temporal-server` program, its schema tool beside it; the set-up puts its path into TEMPORAL_SERVER. */
  readonly executable: string;
  readonly port: number;
  readonly postgresPort: number;
  readonly user: string;
  readonly passwordFile: string;
  /** For its process id and its log. */
  readonly dataFolder: string;
  readonly shards?: number;
  readonly say?: (line: string) => void;
}

const makeSchema = ({ executable, postgresPort, user, passwordFile }: ServerOptions): Promise<void> =>
  runToEnd({
    failure: "Temporal's databases could not be made or brought up to date",
    command: '/bin/sh',
    args: [join(OPS, 'schema.sh')],
    env: {
      SQL_HOST: LOOPBACK,
      SQL_PORT: String(postgresPort),
      SQL_USER: user,
      SQL_PASSWORD_FILE: passwordFile,
      TEMPORAL_SQL_TOOL: join(dirname(executable), 'temporal-sql-tool'),
      PATH: process.env['PATH'],
    },
  });

/**
 * Beside the port that others use: those by which its four services reach each other. The same at every start: it looks for a
 * dead one at its old port for up to a minute.
 */
const portsOfServices = async (dataFolder: string): Promise<Record<string, string>> => {
  const file = join(dataFolder, 'temporal-ports.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const names = [
    'FRONTEND_HTTP_PORT',
    'FRONTEND_MEMBERSHIP_PORT',
    ...['MATCHING_GRPC_PORT', 'MATCHING_MEMBERSHIP_PORT'],
    ...['HISTORY_GRPC_PORT', 'HISTORY_MEMBERSHIP_PORT'],
    ...['WORKER_GRPC_PORT', 'WORKER_MEMBERSHIP_PORT'],
  ];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  writeFileSync(file, JSON.stringify(ports));
  return ports;
};

const startOnce = async (options: ServerOptions): Promise<RunningTemporal> => {
  const { executable, port, postgresPort, user, passwordFile, dataFolder, shards = 128 } = options;
  const pidFile = join(dataFolder, TEMPORAL_PID_FILE);
  if (await endOrphan(pidFile, executable, 'SIGTERM'))
    options.say?.('A Temporal server left behind by an earlier start was stopped.');
  await requireFreePort(port, 'Temporal', 'TEMPORAL_PORT');
  await makeSchema(options);
  const child = await startChild({
    command: '/bin/sh',
    args: [join(OPS, 'server.sh')],
    env: {
      ...(await portsOfServices(dataFolder)),
      FRONTEND_GRPC_PORT: String(port),
      BIND_ON_IP: LOOPBACK,
      POSTGRES_SEEDS: LOOPBACK,
      DB_PORT: String(postgresPort),
      POSTGRES_USER: user,
      POSTGRES_PWD_FILE: passwordFile,
      NUM_HISTORY_SHARDS: String(shards),
      SQL_MAX_CONNS: '10',
      SQL_VIS_MAX_CONNS: '5',
      DYNAMIC_CONFIG_FILE_PATH: join(OPS, 'dynamic-config.yaml'),
      LOG_LEVEL: 'warn',
      TEMPORAL_ALLOW_NO_AUTH: 'true',
      TEMPORAL_SERVER_START: `${executable} start`,
      PATH: process.env['PATH'],
    },
    cwd: dataFolder,
    logFile: join(dataFolder, 'logs', 'temporal-server.log'),
  });
  writeFileSync(pidFile, String(child.pid));
  const address = `${LOOPBACK}:${port}`;
  try {
    await untilReady(child, 'The Temporal server', () => temporalServes(address), READY_LIMIT_MS);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    pid: child.pid,
    address,
    uiUrl: undefined,
    exited: child.exited,
    outputTail: child.outputTail,
    stop: async () => {
      await child.stop();
      rmSync(pidFile, { force: true });
    },
    kill: child.kill,
  };
};

/** A database that is still coming up is asked again: schema tool and server give up at once. */
export const startTemporalOnPostgres = async (options: ServerOptions): Promise<RunningTemporal> => {
  const end = Date.now() + READY_LIMIT_MS;
  for (;;) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!(error instanceof StartFailure) || Date.now() > end || !COMING_UP.test(error.message)) throw error;
      await pause(AGAIN_MS);
    }
  }
};
