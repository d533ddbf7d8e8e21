// The diary of the sub-group: every change of a date, only ever added. And which meeting each open case has, so that the
// cases behind the diary can be found.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table diary_change (
      date text collate "C" not null,
      version integer not null check (version >= 1),
      change text not null check (change in ('added', 'moved', 'cancelled')),
      starts_at bigint not null,
      -- The open cases whose meeting used the date when it was changed.
      used_by text[] not null,
      by text not null,
      at bigint not null,
      command_id text not null unique,
      primary key (date, version),
      check ((version = 1) = (change = 'added'))
    )`.execute(database);
  await sql`
    create trigger append_only before update or delete on diary_change
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on diary_change
    for each statement execute function refuse_change()`.execute(database);

  // A projection, as those of the cases: worked out from events, dropped and rebuilt at will.
  await sql`
    create table case_meeting (
      reference text collate "C" primary key,
      meeting integer not null,
      starts_at bigint not null,
      -- Its day in London; empty where the calendar of the case does not reach.
      held_on date,
      diary_date text collate "C",
      diary_version integer,
      stage text not null,
      check ((diary_date is null) = (diary_version is null))
    )`.execute(database);
  await sql`create index case_meeting_diary on case_meeting (diary_date)`.execute(database);
};
