// The records for a command that is run beside `npm start`, or where the settings say: opened, used and let go. And why
// that failed, in a sentence for the person at the terminal.

import { SettingsError } from '../../platform/settings/readSettings';
import { BackupRefused } from '../../records/backup/refusals';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { DatabaseRefused, requireCurrent } from '../../records/migrate';
import type { Records } from '../../records/records';
import { StartFailure } from '../start/startFailure';
import { ownEngine, type OwnEngine } from './ownEngine';

class NoDatabaseYet extends Error {
  override readonly name = 'NoDatabaseYet';
  constructor() {
    super('There is no database yet: run "npm start" first, or set DATABASE_URL.');
  }
}

/** The records, the database under them, and where the rest of the engine is. */
export interface OpenedEngine extends OwnEngine {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly records: Records;
}

export const withOwnEngine = async <T>(
  use: (engine: OpenedEngine) => Promise<T>,
  connections = 2,
): Promise<T> => {
  const engine = ownEngine();
  const { databaseUrl, master } = engine;
  if (databaseUrl === undefined) throw new NoDatabaseYet();
  const database = connect(databaseUrl, { connections });
  try {
    await requireCurrent(database);
    return await use({ ...engine, databaseUrl, database, records: createRecords(database, { master }) });
  } finally {
    await database.destroy();
  }
};

export const withOwnRecords = <T>(use: (records: Records) => Promise<T>): Promise<T> =>
  withOwnEngine(({ records }) => use(records), 1);

const FOR_PEOPLE = [NoDatabaseYet, SettingsError, DatabaseRefused, BackupRefused, StartFailure] as const;

/** By the code of the connection or of PostgreSQL. */
const ofDatabase: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'The database does not answer. Start it ("npm start", "npm run stack", or the one that DATABASE_URL names), and run this again.',
  '28P01':
    'The database does not take the password that this command has. Where it was changed, or the stack made its folder anew, ' +
    'this shell has the old one: read the environment file again (". .data/stack/environment"), or put DATABASE_URL right. ' +
    'Nothing was changed.',
  '3D000':
    'The server has no database of the name in DATABASE_URL. Put the name right, or make it first. Nothing was changed.',
};

/** Errors whose message is for people say it themselves. */
export const sentenceOfFailure = (
  error: unknown,
  forPeople: (error: Error) => string | undefined = () => undefined,
): string => {
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) return (error as Error).message;
  const known = ofDatabase[String((error as { readonly code?: unknown }).code)];
  if (known !== undefined) return known;
  if (!(error instanceof Error)) return 'It failed.';
  return forPeople(error) ?? `${error.name}: ${error.message}`;
};
