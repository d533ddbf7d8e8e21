// The ledger of everything to be sent, and each attempt to send it.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table notice (
      key text collate "C" primary key,
      reference text collate "C" not null,
      event integer not null,
      -- Among the notices of the same event.
      position integer not null,
      kind text not null,
      recipient jsonb not null,
      not_after bigint,
      body jsonb not null,
      accepted text[] not null default '{}',
      refused text[] not null default '{}',
      accepted_at bigint,
      outcome text not null default 'open' check (outcome in ('open', 'accepted', 'refused', 'lapsed')),
      last_error text,
      -- No notice without the event that calls for it.
      foreign key (reference, event) references case_event (reference, number)
    )`.execute(database);
  await sql`create index notice_case on notice (reference, event, position)`.execute(database);
  await sql`create index notice_waiting on notice (reference) where outcome = 'open'`.execute(database);

  await sql`
    create table notice_attempt (
      key text collate "C" not null references notice (key),
      attempt integer not null check (attempt >= 1),
      -- Committed before the mail goes: an attempt that never ended may have sent it.
      began_at bigint not null,
      ended_at bigint,
      error text,
      primary key (key, attempt)
    )`.execute(database);
};
