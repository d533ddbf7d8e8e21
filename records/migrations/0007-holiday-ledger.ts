// The ledger of bank holidays: facts that are only ever added, and every reading of a list, taken or refused.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table holiday_reading (
      number integer primary key check (number >= 1),
      source text not null check (source in ('govUk', 'library')),
      name text not null,
      read_at bigint not null,
      outcome text not null check (outcome in ('taken', 'refused')),
      fault jsonb,
      -- Empty where an earlier reading listed the very same days: that one is named.
      days jsonb,
      same_as integer references holiday_reading (number),
      -- Days as texts: the connection reads single dates as they are, and arrays of them not.
      added text[] not null,
      check ((outcome = 'refused') = (fault is not null)),
      check ((days is null) = (same_as is not null))
    )`.execute(database);
  await sql`
    create table holiday_fact (
      number integer primary key check (number >= 1),
      division text not null default 'england-and-wales' check (division = 'england-and-wales'),
      date date not null,
      body jsonb not null,
      recorded_by text not null,
      recorded_at bigint not null,
      command_id text unique,
      -- What a person wrote with it: their authority and reason.
      key_id text,
      sealed bytea,
      check ((key_id is null) = (sealed is null))
    )`.execute(database);
  // The team's mails about the calendar, one a day at most, and by its keys what each told.
  await sql`
    create table calendar_briefing (
      day date primary key,
      told text[] not null,
      began_at bigint not null,
      ended_at bigint,
      outcome text check (outcome in ('accepted', 'refused')),
      check ((ended_at is null) = (outcome is null))
    )`.execute(database);
  for (const table of ['holiday_reading', 'holiday_fact']) {
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function refuse_change()`.execute(database);
    await sql`
      create trigger append_only_whole before truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(database);
  }
};
