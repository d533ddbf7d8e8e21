// `npm run token`: finds the records, beside a running `npm start` or as the settings say, and does what was asked.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Instant } from '../../domain/calendar/instant';
import { keyRingOf, parseKeyRing, type KeyRing } from '../../platform/encryption/keyRing';
import { developmentKeys } from '../../platform/settings/developmentKeys';
import { readSettings, readStartSettings, SettingsError } from '../../platform/settings/readSettings';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { DatabaseRefused, requireCurrent } from '../../records/migrate';
import { ownDatabaseUrl } from './ownDatabase';
import { readTokenCommand, runTokenCommand, TokenRefused } from './tokenCommand';

const PROJECT = resolve(__dirname, '../..');

// As `npm start` does: the environment wins over the file.
const ownSettings = resolve(PROJECT, '.env');
if (existsSync(ownSettings)) process.loadEnvFile(ownSettings);

const whereRecordsAre = (): { readonly databaseUrl: string; readonly master: KeyRing } => {
  if (process.env['NODE_ENV'] === 'production') {
    const { databaseUrl, masterKeys } = readSettings(process.env);
    return { databaseUrl, master: keyRingOf(masterKeys) };
  }
  // In development what is not set is what `npm start` made.
  const settings = readStartSettings(process.env);
  const dataFolder = resolve(PROJECT, settings.dataDir);
  const databaseUrl = settings.databaseUrl ?? ownDatabaseUrl(dataFolder, settings.postgresPort);
  if (databaseUrl === undefined) {
    throw new TokenRefused('There is no database yet: run "npm start" first, or set DATABASE_URL.');
  }
  const { masterKeys } = settings;
  const master =
    masterKeys === undefined ? parseKeyRing(developmentKeys(dataFolder).MASTER_KEYS) : keyRingOf(masterKeys);
  return { databaseUrl, master };
};

const run = async (): Promise<void> => {
  const asked = readTokenCommand(process.argv.slice(2));
  const { databaseUrl, master } = whereRecordsAre();
  const database = connect(databaseUrl, { connections: 1 });
  try {
    await requireCurrent(database);
    const lines = await runTokenCommand(createRecords(database, { master }), asked, Date.now() as Instant);
    for (const line of lines) console.log(line);
  } finally {
    await database.destroy();
  }
};

const sentenceOf = (error: unknown): string => {
  if (error instanceof TokenRefused || error instanceof SettingsError || error instanceof DatabaseRefused) {
    return error.message;
  }
  const code = (error as { readonly code?: unknown }).code;
  if (code === 'ECONNREFUSED') return 'The database does not answer. Is "npm start" running?';
  return error instanceof Error ? `${error.name}: ${error.message}` : 'It failed.';
};

run().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
