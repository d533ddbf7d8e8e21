// A connection of its own for a backup or a restore, with the settings that make the text of every value the same on every
// server. Not from the pool: COPY takes the connection whole.

import { Client } from 'pg';

export const withSession = async <T>(
  databaseUrl: string,
  use: (client: Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'rapid-review-backup',
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away is told by the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  // Whatever statement is under way then fails, also one that waits for a lock.
  const breakOff = (): void => void client.end();
  signal?.addEventListener('abort', breakOff, { once: true });
  try {
    signal?.throwIfAborted();
    await client.query(`
      set client_encoding = 'UTF8';
      set datestyle = 'ISO';
      set bytea_output = 'hex';
      set extra_float_digits = 1;
      set timezone = 'UTC'`);
    return await use(client);
  } finally {
    signal?.removeEventListener('abort', breakOff);
    await client.end();
  }
};
