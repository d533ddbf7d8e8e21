// Under which day a case stands where the list is asked for what is due first, and the indexes by which it is found what is due next
// in a case, and what is missed. The version before goes on beside it and knows neither column: what it writes
// has no day that holds. Such a case comes first until its next event, or until it is worked out anew (`migrate.ts`), rather than too
// late; one that is not open comes last, as ever.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  // Empty in older rows. The version is the one of the case that the day was worked out at.
  await sql`
    alter table case_list
      add column listed_due date,
      add column listed_due_version integer`.execute(database);
  await sql`
    create function forget_listed_due() returns trigger language plpgsql as $$
    begin
      new.listed_due := case when new.status = 'open' then null else date '9999-12-31' end;
      return new;
    end $$`.execute(database);
  await sql`
    create trigger listed_due_of_before before update on case_list for each row
    when (new.version <> old.version and new.listed_due_version is not distinct from old.listed_due_version)
    execute function forget_listed_due()`.execute(database);
  await sql`
    create trigger listed_due_of_inserted before insert on case_list for each row
    when (new.listed_due_version is null) execute function forget_listed_due()`.execute(database);
  await sql`
    create index case_list_due on case_list ((coalesce(listed_due, '0001-01-01'::date)), reference)`.execute(
    database,
  );
  await sql`
    create index case_obligation_not_done on case_obligation (reference, due, position)
    where done_on is null and status in ('open', 'missed')`.execute(database);
  await sql`
    create index case_obligation_missed on case_obligation (reference)
    where done_on is null and status = 'missed'`.execute(database);
};
