// Which writes are acts on a case that neither the records nor a refusal have answered yet: what came of them is looked for,
// should whoever asked have died (docs/adr/0024). Writes of before this have none.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`alter table reservation add column under_way_on text collate "C"`.execute(database);
  await sql`
    create index reservation_under_way on reservation (asked_at) where under_way_on is not null`.execute(
    database,
  );
};
