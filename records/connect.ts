// The connection to PostgreSQL: how many, how long, and how its types become ours. It knows no table's meaning.

import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { answeredInTime } from './answeredInTime';
import type { Tables } from './schema';

export type Database = Kysely<Tables>;

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('a number from the database is too large to be exact');
  return value;
};
const asWritten = (text: string): string => text;

const { INT8, DATE, TIMESTAMP } = types.builtins;
const OWN: Readonly<Partial<Record<number, (text: string) => unknown>>> = {
  [INT8]: wholeNumber,
  [DATE]: asWritten,
  [TIMESTAMP]: asWritten,
};

// For this pool only: parsers set on the module would change every other user of it in the process.
type TypeId = Parameters<typeof types.getTypeParser>[0];
const getTypeParser = ((oid: TypeId, format?: 'text'): unknown =>
  OWN[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser;

export interface ConnectOptions {
  readonly connections?: number;
  /** Absent, a statement may take as long as it likes: one that makes an index, for one. */
  readonly answersWithinMs?: number;
}

/** Of API and worker, which ask for little at a time: as long as a transaction may stand open. */
export const ANSWERS_WITHIN_MS = 60_000;

export const connect = (
  databaseUrl: string,
  { connections = 10, answersWithinMs }: ConnectOptions = {},
): Database => {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'rapid-review',
    keepAlive: true,
    // A transaction that a process left open when it was stopped mid-way must not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  });
  // A connection lost while idle, or between two statements of a transaction, would otherwise end the process; the
  // next statement on it says what is wrong, and the pool opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const asked = answersWithinMs === undefined ? pool : answeredInTime(pool, answersWithinMs);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asked }) });
};

/** For one look at it: the connection is closed before the answer is given, or the failure. */
export const onDatabase = async <T>(
  databaseUrl: string,
  look: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = connect(databaseUrl, { connections: 1 });
  try {
    return await look(database);
  } finally {
    await database.destroy();
  }
};

/** Everything that is read in it is as of one moment, on one connection: what is recorded in between is not seen in part. */
export const atOneMoment = <T>(database: Database, work: (moment: Database) => Promise<T>): Promise<T> =>
  database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
