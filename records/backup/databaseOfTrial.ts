// The database that a backup is tried in, where it is not there yet: making it on its server, and dropping it again. What is
// restored into it is not its matter.

import { escapeIdentifier, type Client } from 'pg';
import { withSession } from './session';

/** The one that every server has, from which another is made or dropped. */
const MAINTENANCE = '/postgres';

const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

const onItsServer = <T>(url: string, use: (client: Client) => Promise<T>): Promise<T> => {
  const server = new URL(url);
  server.pathname = MAINTENANCE;
  return withSession(server.href, use);
};

export const mayMakeDatabase = (url: string): Promise<boolean> =>
  onItsServer(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
    );
    return rows[0]?.may === true;
  });

export const makeDatabase = (url: string): Promise<void> =>
  onItsServer(url, async (client) => {
    await client.query(`create database ${escapeIdentifier(nameOf(url))}`);
  });

export const dropDatabase = (url: string): Promise<void> =>
  onItsServer(url, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(nameOf(url))}`);
  });
