// The database that a backup is tried in, where it is not there yet: making it on its server, and dropping it again. What is
// restored into it is not its matter.

import { Client, escapeIdentifier } from 'pg';
import { BackupRefused, NOTHING_CHANGED } from './refusals';
import { withSession } from './session';

/** The one that every server has, from which another is made or dropped. */
const MAINTENANCE = '/postgres';

/** As the driver reads it, which decodes otherwise than others: what is connected to, is what is made and dropped. */
const nameOf = (url: string): string => new Client({ connectionString: url }).database ?? '';

const onItsServer = <T>(url: string, use: (client: Client) => Promise<T>): Promise<T> => {
  const server = new URL(url);
  server.pathname = MAINTENANCE;
  return withSession(server.href, use);
};

/** Of the server itself: one is what it makes others from, and what is in it would be in each of them. */
const OF_SERVER = ['postgres', 'template0', 'template1'];

export const isOfServer = (url: string): boolean => OF_SERVER.includes(nameOf(url));

export interface ServerOfTrial {
  readonly isThere: boolean;
  readonly mayMake: boolean;
}

/** Whether the database is there, also one that takes no connection, and whether this role may make one. */
export const serverOf = (url: string): Promise<ServerOfTrial> =>
  onItsServer(url, async (client) => {
    const { rows } = await client.query<ServerOfTrial>(
      `select exists (select from pg_database where datname = $1) as "isThere",
         (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as "mayMake"`,
      [nameOf(url)],
    );
    return rows[0] ?? { isThere: false, mayMake: false };
  });

/** Two at the same moment meet in the index of the names. */
const IS_THERE = ['42P04', '23505'];

/** Throws `BackupRefused` where somebody was first. */
export const makeDatabase = (url: string): Promise<void> =>
  onItsServer(url, async (client) => {
    const name = nameOf(url);
    try {
      await client.query(`create database ${escapeIdentifier(name)} template template0`);
    } catch (error) {
      if (!IS_THERE.includes(String((error as { readonly code?: unknown }).code))) throw error;
      throw new BackupRefused(
        `The database ${name} was made by somebody else meanwhile, and stays as it is. Name another. ${NOTHING_CHANGED}`,
      );
    }
  });

export const dropDatabase = (url: string): Promise<void> =>
  onItsServer(url, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(nameOf(url))}`);
  });

/** For whoever must do it by hand. */
export const howToDrop = (url: string): string =>
  `be rid of it, as SQL on its server: drop database ${escapeIdentifier(nameOf(url))};`;
