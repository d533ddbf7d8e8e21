// Closures and school holidays: every change of them, only ever added. An older API beside it shows timetables without them, and
// reads and writes nothing here.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table local_days_change (
      id text collate "C" not null,
      version integer not null check (version >= 1),
      change text not null check (change in ('added', 'takenBack')),
      kind text not null check (kind in ('closure', 'schoolHolidays')),
      title text not null,
      first_day date not null,
      last_day date not null,
      -- Empty where they are everybody's.
      agency text collate "C" references agency (id),
      by text not null,
      at bigint not null,
      command_id text not null unique,
      primary key (id, version),
      check ((version = 1) = (change = 'added')),
      check (first_day <= last_day)
    )`.execute(database);
  await sql`
    create trigger append_only before update or delete on local_days_change
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on local_days_change
    for each statement execute function refuse_change()`.execute(database);
  // A timetable asks which lie in its own span.
  await sql`
    create index local_days_change_span on local_days_change using gist (daterange(first_day, last_day, '[]'))
    where change = 'added'`.execute(database);
};
