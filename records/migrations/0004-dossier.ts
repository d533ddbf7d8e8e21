// Particulars and free text: the key of each case, what it encrypts, and who looked at it.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table case_key (
      reference text collate "C" primary key,
      -- The key itself, under the master key of that id; both are gone once it is destroyed.
      key_id text,
      wrapped bytea,
      legal_hold boolean not null default false,
      destroyed_at bigint,
      check ((wrapped is null) = (destroyed_at is not null) and (key_id is null) = (wrapped is null)),
      check (not (legal_hold and destroyed_at is not null))
    )`.execute(database);

  await sql`
    create table dossier_entry (
      reference text collate "C" not null references case_key (reference),
      row_id text not null,
      command_id text not null,
      kind text not null,
      sealed bytea not null,
      written_by text not null,
      at bigint not null,
      -- Pending until an event of its command is recorded; pending ones are swept after a day.
      attached boolean not null default false,
      primary key (reference, row_id)
    )`.execute(database);
  await sql`create index dossier_entry_command on dossier_entry (reference, command_id)`.execute(database);
  await sql`create index dossier_entry_pending on dossier_entry (at) where not attached`.execute(database);

  await sql`
    create table dossier_view (
      id bigint generated always as identity primary key,
      reference text collate "C" not null,
      row_id text not null,
      actor text not null,
      at bigint not null,
      why text not null
    )`.execute(database);
  await sql`create index dossier_view_case on dossier_view (reference, id)`.execute(database);
  await sql`
    create trigger append_only before update or delete on dossier_view
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on dossier_view
    for each statement execute function refuse_change()`.execute(database);
};
