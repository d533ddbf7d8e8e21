// `npm run migrate`: brings the database of the settings to the tables that this version knows. Running it again changes
// nothing; a version that still runs goes on meanwhile (docs/deploying.md, "Upgrading").

import { ownCommand } from '../commandLine/ownCommand';
import { readSettings, SettingsError } from '../../platform/settings/readSettings';
import { DatabaseRefused, migrateToLatest } from '../../records/migrate';

const run = async (): Promise<void> => {
  ownCommand('migrate', 'Brings the database of DATABASE_URL to the tables that this version knows.').parse();
  await migrateToLatest(readSettings(process.env).databaseUrl);
  console.log('The database is as this version needs it.');
};

run().catch((error: unknown) => {
  const known = error instanceof SettingsError || error instanceof DatabaseRefused;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  console.error(known ? error.message : `The database could not be brought up to date${code}.`);
  process.exitCode = 1;
});
