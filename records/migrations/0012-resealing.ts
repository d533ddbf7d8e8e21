// What is sealed in tables that are only added to can be sealed again under another key, and nothing else of them changed:
// else the first master key could never be put away. The seal itself keeps the content from being another.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create function refuse_change_but_resealing() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.sealed is not null and new.sealed is not null and new.key_id is not null
        and to_jsonb(new) - 'sealed' - 'key_id' = to_jsonb(old) - 'sealed' - 'key_id' then
        return new;
      end if;
      raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$`.execute(database);
  for (const table of ['holiday_fact', 'calendar_change']) {
    await sql`drop trigger append_only on ${sql.table(table)}`.execute(database);
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function refuse_change_but_resealing()`.execute(database);
  }
};
