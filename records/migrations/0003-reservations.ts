// Requests by idempotency key, and the counters from which references and ids are taken.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  // A row is locked by whoever takes from it until they commit, so numbers have no gap and no twin.
  await sql`create table counter (name text primary key, last integer not null)`.execute(database);
  await sql`
    create table reservation (
      caller text not null,
      -- SHA-256 of the idempotency key, into which a caller may have put anything.
      key_hash bytea not null check (length(key_hash) = 32),
      route text not null,
      -- Keyed hash of the body, and the id of the master key it was made with.
      body_key_id text not null,
      body_mac bytea not null,
      command_id uuid not null unique,
      asked_at bigint not null,
      reference text collate "C" unique,
      primary key (caller, key_hash)
    )`.execute(database);
};
