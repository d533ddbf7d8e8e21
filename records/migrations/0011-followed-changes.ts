// When each case was opened and which change of the calendar it has followed last: by that it is known who is behind, also
// where a change was taken back and the calendar is the earlier one.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  // Empty in older rows, which are worked out again from the events (`migrate.ts`).
  await sql`
    alter table case_list
      add column opened_at bigint,
      add column followed integer`.execute(database);
};
