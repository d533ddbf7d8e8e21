// Looking into PostgreSQL for who waits for a lock: to arrange that things happen at the same moment, without luck.

import { sql } from 'kysely';
import type { Database } from '../../records/connect';

export const waitingForLocks = async (database: Database): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database);
  return rows[0]?.count ?? 0;
};
