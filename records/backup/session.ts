// A connection of its own for a backup or a restore, with the settings that make the text of every value the same on every
// server. Not from the pool: COPY takes the connection whole.

import { Client } from 'pg';

export const withSession = async <T>(
  databaseUrl: string,
  use: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'rapid-review-backup',
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away is told by the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`
      set client_encoding = 'UTF8';
      set datestyle = 'ISO';
      set bytea_output = 'hex';
      set extra_float_digits = 1;
      set timezone = 'UTC'`);
    return await use(client);
  } finally {
    await client.end();
  }
};
