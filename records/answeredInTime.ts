// Connections that are given up once a statement on them is not answered in time. A database that is cut off without a word, as when
// its machine loses power, ends no connection: each that owed an answer would be waited for for hours, and soon all of a process do.

import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/** What is not answered within `ms` fails as if the connection had been lost, which it then is. One that is asked nothing may be held. */
export const answeredInTime = (pool: Pool, ms: number): PostgresPool => ({
  options: pool.options,
  connect: async () => {
    const client = await pool.connect();
    const query = async (sql: string, parameters: readonly unknown[]) => {
      const giveUp = setTimeout(() => void client.end(), ms);
      try {
        return await client.query(sql, [...parameters]);
      } finally {
        clearTimeout(giveUp);
      }
    };
    // Nothing here is read with a cursor, the other way to ask.
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy),
    };
  },
  end: () => pool.end(),
});
