// A fresh, migrated database for one test file, copied from a template that is migrated once a server. Call it in
// `beforeAll`, and `drop` in `afterAll` after the connections are closed.

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client, escapeIdentifier } from 'pg';
import { migrateToLatest } from '../../records/migrate';
import { testServer } from './testServer';

// Whoever needs a database may be the first, and wait for the server to be made on a busy machine.
jest.setTimeout(60_000);

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Only where the server is ours: statements on the cluster itself. */
const onServer = async <T>(server: string, act: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
};

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
};

/** By the content of the migrations, so that a watching jest never serves an old one. */
const templateName = (): string => {
  const folder = join(__dirname, '../../records/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  return `template_${hash.digest('hex').slice(0, 12)}`;
};

const makeTemplate = async (server: string): Promise<string> => {
  const template = templateName();
  const made = await onServer(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 1) return false;
    await client.query(`create database ${escapeIdentifier(template)}`);
    return true;
  });
  if (made) await migrateToLatest(urlOf(server, template));
  return template;
};

const create = async (server: string, name: string, template?: string): Promise<TestDatabase> => {
  const from = template === undefined ? '' : ` template ${escapeIdentifier(template)}`;
  await onServer(server, (client) => client.query(`create database ${escapeIdentifier(name)}${from}`));
  return {
    url: urlOf(server, name),
    drop: async () => {
      await onServer(server, (client) =>
        client.query(`drop database ${escapeIdentifier(name)} with (force)`),
      );
    },
  };
};

const freshName = (): string => `test_${randomBytes(6).toString('hex')}`;

export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await testServer();
  return create(server, freshName(), await makeTemplate(server));
};

/** Without any table: for the tests of the migrations themselves. */
export const emptyDatabase = async (): Promise<TestDatabase> => create(await testServer(), freshName());
