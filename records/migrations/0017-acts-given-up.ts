// Acts that are no longer looked for though nobody has refused them: asked for again, they keep the moment at which they were asked for
// at first. Of those ended before this it is not known which they were.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table reservation add column given_up boolean not null default false`.execute(database);
};
