// The records for a command that is run beside `npm start`, or where the settings say: opened, used and let go. And why
// that failed, in a sentence for the person at the terminal.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { keyRingOf, parseKeyRing, type KeyRing } from '../../platform/encryption/keyRing';
import { developmentKeys } from '../../platform/settings/developmentKeys';
import { readSettings, readStartSettings, SettingsError } from '../../platform/settings/readSettings';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { DatabaseRefused, requireCurrent } from '../../records/migrate';
import type { Records } from '../../records/records';
import { ownDatabaseUrl } from './ownDatabase';

const PROJECT = resolve(__dirname, '../..');

class NoDatabaseYet extends Error {
  override readonly name = 'NoDatabaseYet';
  constructor() {
    super('There is no database yet: run "npm start" first, or set DATABASE_URL.');
  }
}

const whereRecordsAre = (): { readonly databaseUrl: string; readonly master: KeyRing } => {
  if (process.env['NODE_ENV'] === 'production') {
    const { databaseUrl, masterKeys } = readSettings(process.env);
    return { databaseUrl, master: keyRingOf(masterKeys) };
  }
  // In development what is not set is what `npm start` made.
  const settings = readStartSettings(process.env);
  const dataFolder = resolve(PROJECT, settings.dataDir);
  const databaseUrl = settings.databaseUrl ?? ownDatabaseUrl(dataFolder, settings.postgresPort);
  if (databaseUrl === undefined) throw new NoDatabaseYet();
  const { masterKeys } = settings;
  const master =
    masterKeys === undefined ? parseKeyRing(developmentKeys(dataFolder).MASTER_KEYS) : keyRingOf(masterKeys);
  return { databaseUrl, master };
};

export const withOwnRecords = async <T>(use: (records: Records) => Promise<T>): Promise<T> => {
  // As `npm start` does: the environment wins over the file.
  const ownSettings = resolve(PROJECT, '.env');
  if (existsSync(ownSettings)) process.loadEnvFile(ownSettings);
  const { databaseUrl, master } = whereRecordsAre();
  const database = connect(databaseUrl, { connections: 1 });
  try {
    await requireCurrent(database);
    return await use(createRecords(database, { master }));
  } finally {
    await database.destroy();
  }
};

/** Errors whose message is for people say it themselves. */
export const sentenceOfFailure = (
  error: unknown,
  forPeople: (error: Error) => string | undefined = () => undefined,
): string => {
  if (error instanceof NoDatabaseYet || error instanceof SettingsError || error instanceof DatabaseRefused) {
    return error.message;
  }
  const code = (error as { readonly code?: unknown }).code;
  if (code === 'ECONNREFUSED') return 'The database does not answer. Is "npm start" running?';
  if (!(error instanceof Error)) return 'It failed.';
  return forPeople(error) ?? `${error.name}: ${error.message}`;
};
