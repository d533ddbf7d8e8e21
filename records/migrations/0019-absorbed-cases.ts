// Into which case another was merged, by the word of the one that goes on: asked before the key of the other is destroyed, and
// without it answered only by reading the log of every case.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create index case_event_absorbed on case_event ((body ->> 'of')) where kind = 'CaseAbsorbed'`.execute(
    database,
  );
};
