// Brings everything up for a person on their own machine (databases, mailbox, worker, API) and takes it down
// in the opposite order. How each part is started, its own file knows.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startMailbox } from '../mailbox/startMailbox';
import type { KeySetting } from '../../platform/settings/developmentKeys';
import { notGiven } from '../../platform/settings/environment';
import { readSettings, type Settings, type StartSettings } from '../../platform/settings/readSettings';
import { migrateToLatest } from '../../records/migrate';
import { answersOk } from './answersOk';
import { startPostgres } from './embeddedPostgres';
import { requireFreePorts } from './freePort';
import { keepRunning, type Kept, type Service } from './keepRunning';
import { requireKeptKeys } from './lostKeys';
import { withMetricsPorts } from './metricsPorts';
import {
  codecKeysGone,
  codecKeysGoneSaid,
  missingMasterKeys,
  missingMasterKeysSaid,
  noteCodecKeys,
  refuseOlderCodecKeys,
  refuseOlderMasterKeys,
} from './olderKeys';
import { endOrphanProcess, startOurProcess, type ProgramPart } from './ourProcess';
import { portsOfServers, portsOfStart } from './portsOfStart';
import { postgresIn } from './postgresPlace';
import { apiUrlOf, programEnvironment } from './programEnvironment';
import { StartFailure } from './startFailure';
import { startTemporalServer } from './temporalServer';

export interface Engine {
  /** What worker and API were given. */
  readonly settings: Settings;
  readonly apiUrl: string;
  readonly mailboxUrl: string;
  readonly temporalUiUrl: string | undefined;
  /** What is to be looked into, though everything runs. */
  readonly warnings: readonly string[];
}

export interface Servers {
  readonly databaseUrl: string;
  /** Nothing where the settings name a Temporal that runs by itself. */
  readonly temporalUiUrl: string | undefined;
}

export interface EngineOptions {
  readonly settings: StartSettings;
  readonly env: NodeJS.ProcessEnv;
  /** Absolute. */
  readonly dataFolder: string;
  readonly say: (line: string) => void;
  readonly interrupted: AbortSignal;
}

/** What runs, in the order in which it is to be stopped. */
const STOPPING_ORDER = ['API', 'worker', 'mailbox', 'Temporal', 'PostgreSQL'] as const;
type Part = (typeof STOPPING_ORDER)[number];

/** What is said to be up once a part is: the worker is only known to be once the API finds it. */
const UP: Partial<Readonly<Record<Part, string>>> = {
  PostgreSQL: 'PostgreSQL',
  Temporal: 'Temporal',
  API: 'Worker and API',
};

export class EngineRoom {
  readonly #stops = new Map<Part, () => Promise<void>>();

  /** The first thing that went wrong while starting. */
  readonly #failure = new AbortController();
  #started = false;

  constructor(private readonly options: EngineOptions) {}

  #mayGoOn(): void {
    this.options.interrupted.throwIfAborted();
    if (!this.#started) this.#failure.signal.throwIfAborted();
  }

  async #run<S extends Service>(part: Part, launch: () => Promise<S>): Promise<S> {
    this.#mayGoOn();
    const from = Date.now();
    const kept: Kept<S> = await keepRunning(part, launch, this.options.say);
    this.#stops.set(part, kept.stop);
    const up = UP[part];
    if (up !== undefined) this.options.say(`  ${up}: up in ${((Date.now() - from) / 1000).toFixed(1)} s`);
    return kept.first;
  }

  async #database(): Promise<string> {
    const { settings, dataFolder, say } = this.options;
    if (settings.databaseUrl !== undefined) return settings.databaseUrl;
    const postgres = await this.#run('PostgreSQL', () =>
      startPostgres({
        ...postgresIn(dataFolder),
        port: settings.postgresPort,
        say,
      }),
    );
    return postgres.url;
  }

  async #temporal(): Promise<string | undefined> {
    const { settings, env, dataFolder, say } = this.options;
    if (settings.temporalAddress !== undefined) return undefined;
    const executable = env['TEMPORAL_CLI'];
    if (!executable)
      throw new StartFailure('TEMPORAL_CLI is not set: start with "npm start", which finds it.');
    const { uiUrl } = await this.#run('Temporal', () =>
      startTemporalServer({
        executable,
        port: settings.temporalPort,
        uiPort: settings.temporalUiPort,
        databaseFile: join(dataFolder, 'temporal.db'),
        logFile: join(dataFolder, 'logs', 'temporal.log'),
        say,
      }),
    );
    return uiUrl;
  }

  async #mailbox(): Promise<string> {
    const { settings, dataFolder } = this.options;
    const mailbox = await startMailbox({
      smtpPort: settings.mailboxSmtpPort,
      pagePort: settings.mailboxPort,
      folder: join(dataFolder, 'mailbox'),
    });
    this.#stops.set('mailbox', mailbox.stop);
    return mailbox.pageUrl;
  }

  /** Needs the database only: it waits by itself for a Temporal that is still starting. */
  async #program(): Promise<Pick<Engine, 'settings' | 'warnings'>> {
    const { settings, env, dataFolder } = this.options;
    const database = await this.#database();
    // Keys are made before the tables: tables without a key file have lost it.
    await requireKeptKeys(env, database, dataFolder);
    const programEnv = await withMetricsPorts(programEnvironment(env, settings, database, dataFolder));
    const programSettings = readSettings(programEnv);
    const warnings = await this.#requireEveryKey(programSettings);
    await migrateToLatest(database);
    const part = (name: ProgramPart, ready: () => Promise<boolean>): Promise<Service> =>
      this.#run(name, () => startOurProcess({ name, env: programEnv, dataFolder, ready }));

    const worker = await part('worker', () => Promise.resolve(true));
    // A worker that cannot start would leave the API unready: its own words say more than a time limit.
    const giveUp = (): void =>
      this.#failure.abort(new StartFailure(`The worker ended while starting:\n${worker.outputTail()}`));
    void worker.exited.then(() => this.#started || giveUp());
    await part('API', async () => {
      this.#mayGoOn();
      return answersOk(`${apiUrlOf(settings)}/readyz`);
    });
    return { settings: programSettings, warnings };
  }

  async #endOrphans(): Promise<void> {
    const { dataFolder, say } = this.options;
    for (const name of ['API', 'worker'] as const) await endOrphanProcess(name, dataFolder, say);
  }

  #takesFromFolder(name: KeySetting): boolean {
    return notGiven(this.options.env, [name]).length > 0;
  }

  /** Another database than that of the folder has its own, and a new one rests on none yet. */
  #requireNewestCodecKeys(): void {
    const { settings, dataFolder } = this.options;
    if (settings.databaseUrl !== undefined || !existsSync(postgresIn(dataFolder).dataFolder)) return;
    if (this.#takesFromFolder('CODEC_KEYS')) refuseOlderCodecKeys(dataFolder);
  }

  /** Before anything is sealed. Keys of one's own may miss some on purpose, where those are lost: it is said, and goes on. */
  async #requireEveryKey({ databaseUrl, masterKeys, codecKeys }: Settings): Promise<Engine['warnings']> {
    const { settings, dataFolder } = this.options;
    const missing = await missingMasterKeys(databaseUrl, masterKeys);
    if (this.#takesFromFolder('MASTER_KEYS'))
      refuseOlderMasterKeys(missing, dataFolder, settings.databaseUrl !== undefined);
    const gone = settings.databaseUrl === undefined ? codecKeysGone(codecKeys, dataFolder) : [];
    return [...missingMasterKeysSaid(missing), ...codecKeysGoneSaid(gone)];
  }

  /** As soon as one part fails, the others give up too, and the first failure is told. */
  async #allOf<T extends readonly Promise<unknown>[]>(
    parts: readonly [...T],
  ): Promise<{ [P in keyof T]: Awaited<T[P]> }> {
    for (const part of parts) part.catch((error: unknown) => this.#failure.abort(error));
    await Promise.allSettled(parts);
    this.#mayGoOn();
    const all = await Promise.all(parts);
    this.#started = true;
    return all;
  }

  /** Everything at once. */
  async start(): Promise<Engine> {
    const { settings } = this.options;
    this.#requireNewestCodecKeys();
    await this.#endOrphans();
    await requireFreePorts(portsOfStart(settings, this.options.dataFolder));
    const [program, temporalUiUrl, mailboxUrl] = await this.#allOf([
      this.#program(),
      this.#temporal(),
      this.#mailbox(),
    ]);
    // Only now: a start that fails has said nothing of what is gone.
    if (settings.databaseUrl === undefined)
      noteCodecKeys(program.settings.codecKeys, this.options.dataFolder);
    return { ...program, apiUrl: apiUrlOf(settings), mailboxUrl, temporalUiUrl };
  }

  /** Databases alone, without tables on a new one: nobody decides, records or mails meanwhile. */
  async startServers(): Promise<Servers> {
    await this.#endOrphans();
    await requireFreePorts(portsOfServers(this.options.settings, this.options.dataFolder));
    const [databaseUrl, temporalUiUrl] = await this.#allOf([this.#database(), this.#temporal()]);
    return { databaseUrl, temporalUiUrl };
  }

  async stop(): Promise<void> {
    for (const part of STOPPING_ORDER) {
      const stop = this.#stops.get(part);
      if (!stop) continue;
      this.options.say(`Stopping ${part}.`);
      await stop();
    }
  }
}
