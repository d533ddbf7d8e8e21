// The records for a command that is run beside `npm start`, or where the settings say: opened, used and let go. And why
// that failed, in a sentence for the person at the terminal.

import { UnknownKey } from '../../platform/encryption/keyRing';
import { SettingsError } from '../../platform/settings/readSettings';
import { BackupRefused } from '../../records/backup/refusals';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { DatabaseRefused, requireCurrent } from '../../records/migrate';
import type { Records } from '../../records/records';
import { StartFailure } from '../start/startFailure';
import { firstWord, sentenceOfDatabase, triedAt } from './databaseFailures';
import { ownEngine, type OwnEngine } from './ownEngine';

class NoDatabaseYet extends Error {
  override readonly name = 'NoDatabaseYet';
  constructor() {
    super(
      'There is no database yet: run "npm start" first; or, if you mean the stack, read its environment file in this shell ' +
        '(". .data/stack/environment"); or set DATABASE_URL. Nothing was changed.',
    );
  }
}

/** The records, the database under them, and where the rest of the engine is. */
export interface OpenedEngine extends OwnEngine {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly records: Records;
}

/** Whatever tables it has. Throws where there is none yet. */
export const ownDatabaseUrlOf = ({ databaseUrl }: Pick<OwnEngine, 'databaseUrl'>): string => {
  if (databaseUrl === undefined) throw new NoDatabaseYet();
  return databaseUrl;
};

export const withOwnEngine = async <T>(
  use: (engine: OpenedEngine) => Promise<T>,
  connections = 2,
): Promise<T> => {
  const engine = ownEngine();
  const { master } = engine;
  const databaseUrl = ownDatabaseUrlOf(engine);
  const database = connect(databaseUrl, { connections });
  try {
    await firstWord(() => requireCurrent(database), triedAt(databaseUrl, engine.databaseOfStart));
    return await use({ ...engine, databaseUrl, database, records: createRecords(database, { master }) });
  } finally {
    await database.destroy();
  }
};

export const withOwnRecords = <T>(use: (records: Records) => Promise<T>): Promise<T> =>
  withOwnEngine(({ records }) => use(records), 1);

const FOR_PEOPLE = [NoDatabaseYet, DatabaseRefused, BackupRefused, StartFailure] as const;

/** Errors whose message is for people say it themselves. */
export const sentenceOfFailure = (
  error: unknown,
  forPeople: (error: Error) => string | undefined = () => undefined,
): string => {
  // Settings are read before anything else is done.
  if (error instanceof SettingsError) return `${error.message}\nNothing was changed.`;
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof UnknownKey)
    return `It stopped: ${error.message}. Give that key back, behind the first in CODEC_KEYS or MASTER_KEYS, and run this again; "npm run keys -- show" says which keys are missing (docs/operations.md, "Keys").`;
  const known = sentenceOfDatabase(error);
  if (known !== undefined) return known;
  if (!(error instanceof Error)) return 'It failed.';
  return forPeople(error) ?? `${error.name}: ${error.message}`;
};
