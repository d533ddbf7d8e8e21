// Which dates a mail has told its agency, and on which event of the case they rest: they may have moved while it was on its way (R9).
// Nothing for a mail that tells none, or that was sent before this.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table notice add column told jsonb`.execute(database);
};
