// Everything as a user runs it, for one test file: PostgreSQL, Temporal's development server on a database file, the
// SMTP mailbox, worker and API as processes of their own, with the invented agencies and a token for each role.

import { jest } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, LOOPBACK } from '../../cli/start/freePort';
import { seedDemoAgencies } from '../../cli/start/seedDemoAgencies';
import { startMailbox, type RunningMailbox } from '../../cli/mailbox/startMailbox';
import { demoTokens } from '../../cli/token/demoTokens';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { developmentKeys } from '../../platform/settings/developmentKeys';
import { readSettings, type Settings } from '../../platform/settings/readSettings';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { migrateToLatest } from '../../records/migrate';
import type { Records } from '../../records/records';
import { Caller } from './caller';
import { migrateAsOlder } from './olderVersion';
import { Parts, PARTS } from './parts';
import { slowLine } from './slowLine';
import { untilTrue } from './until';

// Real servers, on a machine that does other things at the same time: what must be quick says so itself.
jest.setTimeout(60_000);

export interface EngineOptions {
  /** How long each answer of the mail server takes on its way. */
  readonly mailLineMs?: number;
  readonly logLevel?: Settings['logLevel'];
  /** Where the official list of bank holidays is read; nowhere when nothing is said. */
  readonly holidayFeedUrl?: string;
  /** The version that runs at first, and whose tables the database has. */
  readonly older?: string;
  /** Whether worker and API show their metrics. */
  readonly watched?: boolean;
}

export interface RealEngine {
  /** Where everything of it is, logs and databases too. */
  readonly folder: string;
  readonly parts: Parts;
  readonly settings: Settings;
  readonly mailbox: RunningMailbox;
  /** Beside worker and API, on the same database. */
  readonly database: Database;
  readonly records: Records;
  readonly caller: Caller;
  /** In the register from the start, with a contact each. */
  readonly agencies: readonly string[];
  readonly close: () => Promise<void>;
}

const READY_MS = 60_000;

type Ending = () => Promise<unknown> | undefined;

const openMailbox = async (
  folder: string,
  lineMs: number | undefined,
  endings: Ending[],
): Promise<{ readonly mailbox: RunningMailbox; readonly smtpUrl: string }> => {
  const smtpPort = await freePort();
  const mailbox = await startMailbox({
    smtpPort,
    pagePort: await freePort(),
    folder: join(folder, 'mailbox'),
  });
  endings.push(mailbox.stop);
  if (lineMs === undefined) return { mailbox, smtpUrl: mailbox.smtpUrl };
  const line = await slowLine(await freePort(), smtpPort, lineMs);
  endings.push(line.stop);
  return { mailbox, smtpUrl: line.url };
};

const metricsPorts = async (watched: boolean): Promise<NodeJS.ProcessEnv> =>
  watched
    ? {
        API_METRICS_PORT: String(await freePort()),
        WORKER_METRICS_PORT: String(await freePort()),
        SDK_METRICS_PORT: String(await freePort()),
      }
    : {};

const open = async (
  folder: string,
  { mailLineMs, logLevel = 'info', holidayFeedUrl = 'none', older, watched = false }: EngineOptions,
  endings: Ending[],
): Promise<Omit<RealEngine, 'close'>> => {
  const { mailbox, smtpUrl } = await openMailbox(folder, mailLineMs, endings);
  const [postgresPort, temporalPort, apiPort] = [await freePort(), await freePort(), await freePort()];
  const apiUrl = `http://${LOOPBACK}:${apiPort}`;
  const parts = new Parts({ folder, postgresPort, temporalPort, apiUrl });
  endings.push(() => parts.stop('PostgreSQL'));
  const databaseUrl = await parts.startPostgres();
  if (older === undefined) await migrateToLatest(databaseUrl);
  else {
    migrateAsOlder(older, databaseUrl);
    parts.programs = { folder: older, compiled: false };
  }
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  parts.env = {
    PATH,
    HOME,
    NODE_COMPILE_CACHE,
    NODE_ENV: 'development',
    LOG_LEVEL: logLevel,
    DATA_DIR: folder,
    ...developmentKeys(folder),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `${LOOPBACK}:${temporalPort}`,
    SMTP_URL: smtpUrl,
    API_PORT: String(apiPort),
    PUBLIC_URL: apiUrl,
    HOLIDAY_FEED_URL: holidayFeedUrl,
    ...(await metricsPorts(watched)),
  };
  const settings = readSettings(parts.env);
  const database = connect(databaseUrl);
  endings.push(() => database.destroy());
  const agencies = await seedDemoAgencies(databaseUrl, settings);
  const tokens = await demoTokens(databaseUrl, settings.masterKeys);
  for (const part of PARTS.filter((one) => one !== 'PostgreSQL')) {
    endings.push(() => parts.stop(part));
    await parts.launch(part);
  }
  await untilTrue('ready', READY_MS, async () => (await fetch(`${apiUrl}/readyz`)).status === 200);
  return {
    folder,
    parts,
    settings,
    mailbox,
    database,
    agencies,
    records: createRecords(database, { master: keyRingOf(settings.masterKeys) }),
    caller: new Caller(apiUrl, new Map(tokens.map(({ role, token }) => [role, token]))),
  };
};

/** Whatever was started is ended again, the last first, also when the opening fails. */
export const openEngine = async (options: EngineOptions = {}): Promise<RealEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'real-engine-'));
  // PostgreSQL's account must be able to enter, or its data would go elsewhere and stay there.
  chmodSync(folder, 0o755);
  const endings: Ending[] = [];
  const close = async (): Promise<void> => {
    for (const end of endings.toReversed()) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await open(folder, options, endings)), close };
  } catch (error) {
    await close();
    throw error;
  }
};
