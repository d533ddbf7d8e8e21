// The shape of docker-compose.yml without containers: PostgreSQL with two roles, the real Temporal server on it, schema,
// namespace and migrations by one-shot programs, then workers and APIs as they are deployed. What it starts, it stops.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMailbox } from '../mailbox/startMailbox';
import { readSettings, type Settings, type StartSettings } from '../../platform/settings/readSettings';
import { answersOk } from '../start/answersOk';
import { startPostgres } from '../start/embeddedPostgres';
import { LOOPBACK } from '../start/freePort';
import { keepRunning, type Service } from '../start/keepRunning';
import { CLONE } from '../start/clone';
import { endOrphanProcess, startOurProcess, type ProgramPart, type Programs } from '../start/ourProcess';
import { clusterOf, postgresIn } from '../start/postgresPlace';
import { runToEnd } from '../start/runToEnd';
import { ownPostgresFolder } from '../token/ownDatabase';
import { makeRoles, TEMPORAL_ROLE } from './roles';
import { secretFiles, type SecretFiles } from './secretFiles';
import { copiesOf, metricsPort, MOST_COPIES, requireStackPorts } from './stackPorts';
import { startTemporalOnPostgres } from './temporalOnPostgres';

export const BUILT: Programs = { folder: join(CLONE, 'dist'), compiled: true };
const NAMESPACE = 'rapid-review';
/** Temporal keeps up to 60, each worker and API up to 10. */
const CONNECTIONS = 200;

/** For commands that are to run beside it: what it gives its programs, secrets by the names of their files. */
export const ENVIRONMENT_FILE = 'environment';

const asShell = ({ PATH: _path, HOME: _home, ...env }: NodeJS.ProcessEnv): string =>
  Object.entries(env)
    .map(([name, value = '']) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');

export interface StackOptions {
  readonly settings: StartSettings;
  /** Absolute. */
  readonly dataFolder: string;
  /** The `temporal-server` program. */
  readonly temporalServer: string;
  readonly workers: number;
  readonly apis: number;
  /** PostgreSQL and Temporal alone, on whose empty databases a backup can be restored. */
  readonly serversOnly: boolean;
  readonly say: (line: string) => void;
  readonly interrupted: AbortSignal;
}

export interface Stack {
  readonly settings: Settings;
  readonly apiUrls: readonly string[];
  readonly mailboxUrl: string;
}

export class StackRoom {
  /** In the order of starting. */
  readonly #stops: (readonly [string, () => Promise<void>])[] = [];

  constructor(private readonly options: StackOptions) {}

  async #step<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.options.interrupted.throwIfAborted();
    const start = Date.now();
    const result = await work();
    this.options.say(`- ${what}: ${((Date.now() - start) / 1_000).toFixed(1)} s`);
    return result;
  }

  async #keep<S extends Service>(name: string, launch: () => Promise<S>): Promise<S> {
    const kept = await keepRunning(name, launch, this.options.say);
    this.#stops.push([name, kept.stop]);
    return kept.first;
  }

  async #database(secrets: SecretFiles): Promise<void> {
    const { settings, dataFolder, say } = this.options;
    const { url } = await this.#keep('PostgreSQL', () =>
      startPostgres({
        ...postgresIn(dataFolder),
        port: settings.postgresPort,
        connections: CONNECTIONS,
        say,
      }),
    );
    const engine = new URL(secrets.read('database_url'));
    const role = {
      user: engine.username,
      password: engine.password,
      database: engine.pathname.slice(1),
    };
    await makeRoles(url, role, secrets.read('temporal_database_password'));
  }

  async #mailbox(): Promise<string> {
    const { settings, dataFolder } = this.options;
    const { mailboxSmtpPort: smtpPort, mailboxPort: pagePort } = settings;
    const mailbox = await startMailbox({ smtpPort, pagePort, folder: join(dataFolder, 'mailbox') });
    this.#stops.push(['mailbox', mailbox.stop]);
    return mailbox.pageUrl;
  }

  /** As docker-compose.yml gives it: secrets by file, everything else by value. */
  #environment(secrets: SecretFiles): NodeJS.ProcessEnv {
    const { settings, dataFolder } = this.options;
    const {
      PATH,
      HOME,
      PUBLIC_URL = `http://${LOOPBACK}:${settings.apiPort}`,
      TEMPORAL_NAMESPACE = NAMESPACE,
    } = process.env;
    const files = {
      DATABASE_URL: 'database_url',
      CODEC_KEYS: 'codec_keys',
      MASTER_KEYS: 'master_keys',
      SMTP_URL: 'smtp_url',
    };
    return {
      PATH,
      HOME,
      NODE_ENV: 'production',
      LOG_LEVEL: settings.logLevel,
      ...Object.fromEntries(
        Object.entries(files).map(([name, file]) => [`${name}_FILE`, secrets.path(file)]),
      ),
      TEMPORAL_ADDRESS: `${LOOPBACK}:${settings.temporalPort}`,
      TEMPORAL_NAMESPACE,
      TEMPORAL_TASK_QUEUE: settings.temporalTaskQueue,
      API_REQUESTS_PER_MINUTE: String(settings.apiRequestsPerMinute),
      PUBLIC_URL,
      MAIL_FROM: settings.mailFrom,
      MAIL_DOMAIN: settings.mailDomain,
      TEAM_MAILBOX: settings.teamMailbox,
      MEETING_MINUTES: String(settings.meetingMinutes),
      PANEL_MAILBOX: settings.panelMailbox,
      ON_CALL_MAILBOXES: settings.onCallMailboxes.join(','),
      PARTNERSHIP_NAME: settings.partnershipName,
      HOLIDAY_FEED_URL: settings.holidayFeedUrl,
      // Where commands beside it put their backups.
      DATA_DIR: dataFolder,
    };
  }

  #once(main: string, env: NodeJS.ProcessEnv): Promise<void> {
    const args = [join(BUILT.folder, main)];
    return runToEnd({ failure: `${main} failed`, command: process.execPath, args, env, cwd: BUILT.folder });
  }

  async #program(name: ProgramPart, copy: number, env: NodeJS.ProcessEnv): Promise<string> {
    const { dataFolder, settings } = this.options;
    const port = settings.apiPort + copy - 1;
    const url = `http://${LOOPBACK}:${port}`;
    const own = {
      ...env,
      ...(name === 'API'
        ? { API_HOST: LOOPBACK, API_PORT: String(port), API_METRICS_PORT: String(metricsPort('API', copy)) }
        : {
            WORKER_METRICS_PORT: String(metricsPort('worker', copy)),
            SDK_METRICS_PORT: String(metricsPort('SDK', copy)),
          }),
    };
    const ready = (): Promise<boolean> =>
      name === 'worker' ? Promise.resolve(true) : answersOk(`${url}/readyz`);
    await this.#keep(`${name} ${copy}`, () =>
      startOurProcess({ name, env: own, dataFolder, ready, programs: BUILT, copy }),
    );
    return url;
  }

  /** Those of an earlier start, or new ones for a new database. */
  #secretFiles(): SecretFiles {
    const { settings, dataFolder } = this.options;
    const postgres = ownPostgresFolder(dataFolder);
    return secretFiles({
      folder: join(dataFolder, 'secrets'),
      databaseHost: `${LOOPBACK}:${settings.postgresPort}`,
      smtpUrl: `smtp://${LOOPBACK}:${settings.mailboxSmtpPort}`,
      databaseThere: postgres !== undefined && existsSync(clusterOf(postgres)),
    });
  }

  /** What would refuse the start is asked before a build that takes half a minute. */
  async makeWay(): Promise<void> {
    const { dataFolder, say } = this.options;
    for (const copy of copiesOf(MOST_COPIES))
      for (const name of ['API', 'worker'] as const)
        await endOrphanProcess(name, dataFolder, say, { programs: BUILT, copy });
    await requireStackPorts(this.options);
    this.#secretFiles();
  }

  async start(): Promise<Stack> {
    const { settings, dataFolder, temporalServer, workers, apis, serversOnly, say } = this.options;
    mkdirSync(join(dataFolder, 'logs'), { recursive: true });
    const secrets = this.#secretFiles();
    const env = this.#environment(secrets);
    writeFileSync(join(dataFolder, ENVIRONMENT_FILE), asShell(env));
    await this.#step('PostgreSQL, with a role for the engine and one for Temporal', () =>
      this.#database(secrets),
    );
    const mailboxUrl = await this.#mailbox();
    await this.#step('Temporal: schema and server', () =>
      this.#keep('Temporal', () =>
        startTemporalOnPostgres({
          executable: temporalServer,
          port: settings.temporalPort,
          postgresPort: settings.postgresPort,
          user: TEMPORAL_ROLE,
          passwordFile: secrets.path('temporal_database_password'),
          dataFolder,
          say,
        }),
      ),
    );
    await this.#step('the namespace', () => this.#once('cli/namespace/main.js', env));
    if (serversOnly) return { settings: readSettings(env), apiUrls: [], mailboxUrl };
    await this.#step('the migrations', () => this.#once('cli/migrate/main.js', env));
    for (const copy of copiesOf(workers))
      await this.#step(`worker ${copy}`, () => this.#program('worker', copy, env));
    const apiUrls: string[] = [];
    for (const copy of copiesOf(apis))
      apiUrls.push(await this.#step(`API ${copy}`, () => this.#program('API', copy, env)));
    return { settings: readSettings(env), apiUrls, mailboxUrl };
  }

  async stop(): Promise<void> {
    for (const [name, stop] of this.#stops.toReversed()) {
      this.options.say(`Stopping ${name}.`);
      await stop();
    }
  }
}
