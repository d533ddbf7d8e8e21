// The four processes that can die: PostgreSQL, Temporal, worker and API, each started on the data it had before, killed,
// stopped, or made to hang, by the id of its process. Worker and API are programs as they are deployed, which `npm test` builds
// first; where nobody built them, the sources. With `SYSTEM_ON=stack` Temporal is the real server on PostgreSQL; else the
// development server.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { answersOk } from '../../cli/start/answersOk';
import { startPostgres } from '../../cli/start/embeddedPostgres';
import { startOurProcess, type Programs } from '../../cli/start/ourProcess';
import { startTemporalServer, type RunningTemporal } from '../../cli/start/temporalServer';
import { startTemporalOnPostgres } from '../../cli/stack/temporalOnPostgres';
import { registerNamespace } from '../../platform/temporal/registerNamespace';

const ON_STACK = process.env['SYSTEM_ON'] === 'stack';
/** Where the programs were built; nothing where they were not. */
export const BUILT = process.env['SYSTEM_PROGRAMS'];
/** Where Temporal keeps what it knows, from the folder of the engine. */
export const TEMPORALS_DATA = ON_STACK ? 'postgres' : 'temporal.db';
/** Few, because each file makes them anew. */
const SHARDS = 4;

/** In the order in which they are started. */
export const PARTS = ['PostgreSQL', 'Temporal', 'worker', 'API'] as const;
export type Part = (typeof PARTS)[number];

interface Running {
  readonly pid: number;
  readonly exited: Promise<unknown>;
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
}

export interface PartsOptions {
  readonly folder: string;
  readonly postgresPort: number;
  readonly temporalPort: number;
  readonly apiUrl: string;
}

export class Parts {
  readonly #running = new Map<Part, Running>();
  /** What worker and API are given. */
  env: NodeJS.ProcessEnv = {};
  /** What worker and API are started from; our own sources when nothing is said. */
  programs: Programs | undefined = BUILT === undefined ? undefined : { folder: BUILT, compiled: true };
  #databaseUrl = '';

  constructor(private readonly options: PartsOptions) {}

  /** Answers the URL of its database. */
  async startPostgres(): Promise<string> {
    const { folder, postgresPort } = this.options;
    const postgres = await startPostgres({
      dataFolder: join(folder, 'postgres'),
      port: postgresPort,
      logFile: this.#logFile('PostgreSQL'),
      ...(ON_STACK ? { connections: 200 } : {}),
    });
    this.#running.set('PostgreSQL', postgres);
    this.#databaseUrl = postgres.url;
    return postgres.url;
  }

  #startDevelopmentServer(): Promise<RunningTemporal> {
    const { folder, temporalPort } = this.options;
    return startTemporalServer({
      executable: process.env['TEMPORAL_CLI'] ?? 'temporal',
      port: temporalPort,
      databaseFile: join(folder, 'temporal.db'),
      logFile: this.#logFile('Temporal'),
    });
  }

  async #startServerOnPostgres(): Promise<RunningTemporal> {
    const { folder, temporalPort, postgresPort } = this.options;
    const { username, password } = new URL(this.#databaseUrl);
    const passwordFile = join(folder, 'temporal-password');
    writeFileSync(passwordFile, password);
    const temporal = await startTemporalOnPostgres({
      executable: process.env['TEMPORAL_SERVER'] ?? 'temporal-server',
      port: temporalPort,
      postgresPort,
      user: username,
      passwordFile,
      dataFolder: folder,
      shards: SHARDS,
    });
    const connection = await Connection.connect({ address: temporal.address });
    await registerNamespace({ connection, namespace: 'default' }, 1);
    await connection.close();
    return temporal;
  }

  async #startTemporal(): Promise<void> {
    const temporal = await (ON_STACK ? this.#startServerOnPostgres() : this.#startDevelopmentServer());
    this.#running.set('Temporal', temporal);
  }

  async #startOurs(name: 'worker' | 'API'): Promise<void> {
    const { folder, apiUrl } = this.options;
    const answers = (): Promise<boolean> => answersOk(`${apiUrl}/healthz`);
    const ready = name === 'API' ? answers : () => Promise.resolve(true);
    const { env, programs } = this;
    const ours = await startOurProcess({ name, env, dataFolder: folder, ready, programs });
    this.#running.set(name, ours);
  }

  /** Starts a part on the data it had, and answers once it answers; a worker once its process is there. */
  async launch(part: Part): Promise<void> {
    if (part === 'PostgreSQL') await this.startPostgres();
    else if (part === 'Temporal') await this.#startTemporal();
    else await this.#startOurs(part);
  }

  /** As a crash would: at once. */
  async kill(part: Part): Promise<void> {
    const running = this.#running.get(part);
    if (running === undefined) throw new Error(`${part} does not run`);
    this.#running.delete(part);
    running.kill();
    await running.exited;
  }

  /** SIGSTOP for a part that is there and does not answer, SIGCONT to let it go on. */
  signal(part: Part, signal: 'SIGSTOP' | 'SIGCONT'): void {
    const pid = this.#running.get(part)?.pid;
    if (pid === undefined) throw new Error(`${part} does not run`);
    process.kill(pid, signal);
  }

  /** Answers how it ended: with 0 in order. */
  async stop(part: Part): Promise<unknown> {
    const running = this.#running.get(part);
    await running?.stop();
    this.#running.delete(part);
    return running?.exited;
  }

  #logFile(part: Part): string {
    return join(this.options.folder, 'logs', `${part.toLowerCase()}.log`);
  }

  /** The last errors that worker and API have logged: for the message of a test that fails. */
  complaints(): string {
    const errorsOf = (part: Part): readonly string[] =>
      readFileSync(this.#logFile(part), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !/"level":"(trace|debug|info)"/.test(line))
        .slice(-5);
    return [...errorsOf('worker'), ...errorsOf('API')].join('\n');
  }
}
