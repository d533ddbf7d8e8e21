// The database in which the story is recorded, and which is gone afterwards: on a PostgreSQL of its own in a folder that
// is thrown away, or beside the one that DATABASE_URL names. What was there before is not touched.

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Client, escapeIdentifier } from 'pg';
import { migrateToLatest } from '../../records/migrate';
import { startPostgres } from '../start/embeddedPostgres';
import { freePort } from '../start/freePort';
import { postgresIn } from '../start/postgresPlace';
import { StartFailure } from '../start/startFailure';

export interface DatabaseForPlay {
  readonly url: string;
  /** Once its connections are closed. */
  readonly remove: () => Promise<void>;
}

const packaged = async (folder: string): Promise<DatabaseForPlay> => {
  const { url, dataFolder, stop } = await startPostgres({
    dataFolder: postgresIn(folder).dataFolder,
    port: await freePort(),
  });
  return {
    url,
    remove: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

const onServer = async (server: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new StartFailure(
      `The server of DATABASE_URL did not do "${statement}": ${(error as Error).message}. The story needs a database of its own there; let that user create databases, or leave DATABASE_URL out.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

const beside = async (server: string): Promise<DatabaseForPlay> => {
  const name = `rapid_review_demo_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${escapeIdentifier(name)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    remove: () => onServer(server, `drop database ${escapeIdentifier(name)} with (force)`),
  };
};

/** Migrated. `folder` is one that is thrown away. */
export const databaseForPlay = async (
  given: string | undefined,
  folder: string,
): Promise<DatabaseForPlay> => {
  const database = await (given === undefined ? packaged(folder) : beside(given));
  try {
    await migrateToLatest(database.url);
  } catch (error) {
    await database.remove();
    throw error;
  }
  return database;
};
