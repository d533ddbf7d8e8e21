// Which writes are acts on a case that neither the records nor a refusal have answered yet: what came of them is looked for,
// should whoever asked have died (docs/adr/0024). Earlier writes have none.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table reservation
      add column under_way_on text collate "C",
      add column under_way_since bigint,
      add check ((under_way_on is null) = (under_way_since is null))`.execute(database);
  await sql`
    create index reservation_under_way on reservation (under_way_since, command_id)
    where under_way_on is not null`.execute(database);
};
