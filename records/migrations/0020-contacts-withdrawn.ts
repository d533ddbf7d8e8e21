// Which contacts a change of an agency withdrew: whoever left them out unknowingly reads it, in a repeat too.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table agency_change add column withdrew text[] not null default '{}'`.execute(database);
};
