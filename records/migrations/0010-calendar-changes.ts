// Changes of the calendar that were accepted for the open cases, only ever added; the cases that could not be brought along;
// and what the previews are worked out from: which calendar each case counts with, and the shape of it and of its agencies.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  // Which facts of the ledger a snapshot was made from, at the most: what it knows, and so which of two is the newer.
  await sql`alter table calendar_snapshot drop column position`.execute(database);
  await sql`alter table calendar_snapshot add column facts integer not null default 0`.execute(database);

  await sql`
    create table calendar_change (
      number integer primary key check (number >= 1),
      snapshot text not null references calendar_snapshot (version),
      -- Facts of the ledger up to here.
      facts integer not null,
      by text not null,
      at bigint not null,
      -- What the preview foretold, in numbers.
      foreseen jsonb not null,
      command_id text not null unique,
      key_id text not null,
      -- Why it was accepted, as that person wrote it.
      sealed bytea not null
    )`.execute(database);
  await sql`
    create trigger append_only before update or delete on calendar_change
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on calendar_change
    for each statement execute function refuse_change()`.execute(database);

  // A case that refused a change, until it follows: shown to people, and asked again.
  await sql`
    create table calendar_refusal (
      reference text collate "C" primary key,
      change integer not null references calendar_change (number),
      code text not null,
      at bigint not null,
      times integer not null
    )`.execute(database);

  // Of open cases only; the bodies are shared by all that have the same shape.
  await sql`
    create table case_shape (
      id text collate "C" primary key,
      body jsonb not null
    )`.execute(database);
  // Empty in older rows, which are worked out again from the events (`migrate.ts`).
  await sql`
    alter table case_list
      add column calendar text collate "C",
      add column shape text collate "C"`.execute(database);
  await sql`alter table case_request add column shape text collate "C"`.execute(database);
  await sql`alter table case_obligation add column first_due date`.execute(database);
  await sql`create index case_list_calendar on case_list (calendar) where status = 'open'`.execute(database);
  await sql`
    create index case_event_adopted on case_event (((body ->> 'change')::integer), reference)
    where kind = 'CalendarAdopted'`.execute(database);
};
