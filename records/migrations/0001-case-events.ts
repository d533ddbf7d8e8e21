// The event log, and the means by which the database itself keeps tables append-only, whoever is connected.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$`.execute(database);

  await sql`
    create table case_event (
      reference text collate "C" not null,
      number integer not null check (number >= 1),
      kind text not null,
      body jsonb not null,
      actor text not null,
      authority text not null,
      command_id text not null,
      -- Epoch milliseconds: exactly what the workflow's clock said.
      at bigint not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
      primary key (reference, number)
    )`.execute(database);
  await sql`
    create trigger append_only before update or delete on case_event
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on case_event
    for each statement execute function refuse_change()`.execute(database);
  // "Always": not even a session that plays the part of a replica passes them by.
  await sql`alter table case_event enable always trigger append_only`.execute(database);
  await sql`alter table case_event enable always trigger append_only_whole`.execute(database);

  // The last number and hash of each case: what is locked while recording, and the witness against events cut
  // off at the end, which the chain alone cannot see. It is never rebuilt from the events.
  await sql`
    create table case_head (
      reference text collate "C" primary key,
      number integer not null,
      hash text not null
    )`.execute(database);
  await sql`
    create function refuse_going_back() returns trigger language plpgsql as $$
    begin
      if new.reference <> old.reference or new.number < old.number then
        raise exception 'case_head goes forward only' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(database);
  await sql`
    create trigger forward_only before update on case_head
    for each row execute function refuse_going_back()`.execute(database);
  await sql`
    create trigger kept before delete on case_head
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger kept_whole before truncate on case_head
    for each statement execute function refuse_change()`.execute(database);
};
