// An event's body is kept as the text that its hash covers, so that a chain is checked without reading the bodies. Those
// recorded before stay in the text that the database makes of them: the check puts each in order first.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table case_event alter column body type json using body::text::json`.execute(database);
  // The version before, which may run beside this one, asks it of a body.
  await sql`
    create function jsonb_array_length(json) returns integer language sql immutable strict
    return json_array_length($1)`.execute(database);
};
