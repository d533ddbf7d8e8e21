// Which case each write acted on, also once it is under way no longer: what was refused leaves no event to know it by, and the
// keyed hash of its text is forgotten with the key of that case all the same. Earlier writes have none.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table reservation add column acted_on text collate "C"`.execute(database);
};
