// `npm run migrate`: brings the database of `npm start`, or of DATABASE_URL, to the tables that this version knows. Running it
// again changes nothing; a version that still runs goes on meanwhile (docs/deploying.md, "Upgrading").

import { ownCommand } from '../commandLine/ownCommand';
import { onDatabase } from '../../records/connect';
import { appliedMigrations, migrateToLatest } from '../../records/migrate';
import { firstWord, triedAt } from '../token/databaseFailures';
import { ownEngine } from '../token/ownEngine';
import { ownDatabaseUrlOf, sentenceOfFailure } from '../token/ownRecords';

const run = async (): Promise<void> => {
  ownCommand(
    'migrate',
    'Brings the database of a running npm start, or of DATABASE_URL, to the tables that this version knows.',
  ).parse();
  const engine = ownEngine();
  const url = ownDatabaseUrlOf(engine);
  await firstWord(() => onDatabase(url, appliedMigrations), triedAt(url, engine.databaseOfStart));
  await migrateToLatest(url);
  console.log('The database is as this version needs it.');
};

run().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  console.error(sentenceOfFailure(error, () => `The database could not be brought up to date${code}.`));
  process.exitCode = 1;
});
