// What was done to the key of a case: held, released, destroyed; by whom, when and why. Only ever added, but for another seal.
// What was held or destroyed before this has none.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table case_key_act (
      number integer primary key check (number >= 1),
      reference text collate "C" not null references case_key (reference),
      act text not null check (act in ('held', 'released', 'destroyed')),
      by text not null,
      at bigint not null,
      key_id text not null,
      -- Why, as that person wrote it; under the master key, because it outlives the key of the case.
      sealed bytea not null
    )`.execute(database);
  await sql`create index case_key_act_case on case_key_act (reference, number)`.execute(database);
  await sql`
    create trigger append_only before update or delete on case_key_act
    for each row execute function refuse_change_but_resealing()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on case_key_act
    for each statement execute function refuse_change()`.execute(database);
};
